"""What is kept of what is said to a satellite, to be switched on the page of its device."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, override

from homeassistant.components.switch import SwitchEntity, SwitchEntityDescription
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .entity import SatelliteEntity
from .runtime import SOUND, WORDS, EarshotConfigEntry, Rooms
from .translate_errors import translated_errors

PARALLEL_UPDATES: Final = 1  # a setting is entered before the next one is looked at


@dataclass(frozen=True, kw_only=True)
class RoomSwitchDescription(SwitchEntityDescription):
    """One setting that is on or off. The functions get the satellite's entity id, and who wants it."""

    admin_only: bool
    is_on_fn: Callable[[Rooms, str], bool]
    on_fn: Callable[[Rooms, str, str], Awaitable[None]]
    off_fn: Callable[[Rooms, str, str], Awaitable[None]]


SWITCHES: Final = (
    RoomSwitchDescription(
        key="keep_sound",
        translation_key="keep_sound",
        entity_category=EntityCategory.CONFIG,
        admin_only=True,
        is_on_fn=lambda rooms, satellite: rooms.keeps(satellite, SOUND),
        on_fn=lambda rooms, satellite, by: rooms.keep(satellite, SOUND, by, on=True),
        off_fn=lambda rooms, satellite, by: rooms.keep(satellite, SOUND, by, on=False),
    ),
    RoomSwitchDescription(
        key="keep_words",
        translation_key="keep_words",
        entity_category=EntityCategory.CONFIG,
        admin_only=True,
        is_on_fn=lambda rooms, satellite: rooms.keeps(satellite, WORDS),
        on_fn=lambda rooms, satellite, by: rooms.keep(satellite, WORDS, by, on=True),
        off_fn=lambda rooms, satellite, by: rooms.keep(satellite, WORDS, by, on=False),
    ),
    RoomSwitchDescription(
        # Whoever may control it: nobody must need an administrator to speak in confidence.
        key="off_the_record",
        translation_key="off_the_record",
        admin_only=False,
        is_on_fn=lambda rooms, satellite: rooms.off_the_record(satellite),
        on_fn=lambda rooms, satellite, by: rooms.go_off(satellite, by),
        off_fn=lambda rooms, satellite, by: rooms.go_on(satellite, by),
    ),
)


async def async_setup_entry(
    hass: HomeAssistant, entry: EarshotConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add them for each satellite that is paired."""
    for paired in entry.runtime_data.satellites.pairings.paired():
        switches = [RoomSwitch(hass, entry, paired, description) for description in SWITCHES]
        async_add_entities(switches, config_subentry_id=paired.subentry.subentry_id)


class RoomSwitch(SatelliteEntity, SwitchEntity):
    """One setting of a satellite."""

    entity_description: RoomSwitchDescription

    @property
    @override
    def is_on(self) -> bool:
        """Whether it is switched on."""
        return self.entity_description.is_on_fn(self._rooms, self.satellite)

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        """Switch it on."""
        by = await self.actor(admin_only=self.entity_description.admin_only)
        with translated_errors():
            await self.entity_description.on_fn(self._rooms, self.satellite, by)

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        """Switch it off."""
        by = await self.actor(admin_only=self.entity_description.admin_only)
        if self.is_on:
            with translated_errors():
                await self.entity_description.off_fn(self._rooms, self.satellite, by)

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the settings, whoever changes them."""
        await super().async_added_to_hass()
        self.async_on_remove(self._runtime.settings.add_listener(self.async_write_ha_state))
