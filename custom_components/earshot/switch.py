"""What is kept of what is said: at each satellite, on the page of its device; in the house; of donation. The digest."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, override

from homeassistant.auth.permissions.const import POLICY_CONTROL
from homeassistant.components.switch import SwitchEntity, SwitchEntityDescription
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import ServiceValidationError, Unauthorized
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import DOMAIN
from .donation_issues import ask_for_consent
from .entity import AUTOMATION, LedgerEntity, SatelliteEntity
from .errors import EarshotError
from .runtime import SIGNAL_DONATION, SOUND, WORDS, EarshotConfigEntry, Rooms
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
        entity_category=EntityCategory.CONFIG,  # otherwise agents would be let at it
        admin_only=False,
        is_on_fn=lambda rooms, satellite: rooms.off_the_record(satellite),
        on_fn=lambda rooms, satellite, by: rooms.go_off(satellite, by),
        off_fn=lambda rooms, satellite, by: rooms.go_on(satellite, by),
    ),
)


SILENCE: Final = SwitchEntityDescription(
    key="off_the_record",
    translation_key="off_the_record",
    entity_category=EntityCategory.CONFIG,  # otherwise agents would be let at it
)
DIGEST: Final = SwitchEntityDescription(key="digest", translation_key="digest", entity_category=EntityCategory.CONFIG)
DONATION: Final = SwitchEntityDescription(
    key="donation", translation_key="donation", entity_category=EntityCategory.CONFIG
)


async def async_setup_entry(
    hass: HomeAssistant, entry: EarshotConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add them for each satellite that is paired, and those of the house."""
    async_add_entities([SilenceSwitch(entry, SILENCE), DonationSwitch(entry, DONATION), DigestSwitch(entry, DIGEST)])
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


class SilenceSwitch(LedgerEntity, SwitchEntity):
    """Whether the whole house is off the record, until somebody ends it or the time is over that an action gave it."""

    def __init__(self, entry: EarshotConfigEntry, description: SwitchEntityDescription) -> None:
        super().__init__(entry, description)
        self.entity_id = f"switch.{DOMAIN}_off_the_record"

    @property
    @override
    def is_on(self) -> bool:
        """Whether it is, and not only some satellites."""
        return self._runtime.settings.off_the_record.house is not None

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        """Keep nothing from now on."""
        by = await self._by()
        with translated_errors():
            await self._runtime.settings.go_off(None, None, by)

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        """End it. Satellites that are off the record themselves stay so."""
        by = await self._by()
        if self.is_on:
            with translated_errors():
                await self._runtime.settings.go_on(None, by)

    async def _by(self) -> str:
        """Return who wants it. As with the action: who may control everything in the house, and lives here."""
        by = await self.actor(admin_only=False, household_only=True)
        user = await self.person()
        if user is not None and not user.permissions.access_all_entities(POLICY_CONTROL):
            raise Unauthorized(context=self._context, permission=POLICY_CONTROL, entity_id=self.entity_id)
        return by

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the settings, whoever changes them."""
        await super().async_added_to_hass()
        self.async_on_remove(self._runtime.settings.add_listener(self.async_write_ha_state))


class DonationSwitch(LedgerEntity, SwitchEntity):
    """Whether clips may be offered and given. Anybody switches it off; nothing but a consent switches it on.

    It restores no state: what it shows is what the consents say.
    """

    _attr_available = False

    def __init__(self, entry: EarshotConfigEntry, description: SwitchEntityDescription) -> None:
        super().__init__(entry, description)
        self.entity_id = f"switch.{DOMAIN}_donation"

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        """Refuse, and show where somebody can consent."""
        if self.is_on:
            return
        ask_for_consent(self.hass)
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="donation_needs_consent")

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        """Withdraw every consent, whoever wants it."""
        with translated_errors():
            await self._runtime.donations.off(await self._by())

    async def _by(self) -> str:
        user = await self.person()
        return (user.name or user.id) if user else AUTOMATION

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the consents."""
        await super().async_added_to_hass()
        self.async_on_remove(async_dispatcher_connect(self.hass, SIGNAL_DONATION, self._changed))
        await self._look()

    @callback
    def _changed(self) -> None:
        self.hass.async_create_task(self._look_and_tell(), f"{self.entity_id} looks", eager_start=True)

    async def _look_and_tell(self) -> None:
        await self._look()
        self.async_write_ha_state()

    async def _look(self) -> None:
        try:
            state = await self._runtime.donations.state()
        except EarshotError:
            self._attr_available = False
            return
        self._attr_available = state.readable
        self._attr_is_on = state.on


class DigestSwitch(LedgerEntity, SwitchEntity):
    """Whether a digest is brought. Its state is kept with its other settings, and so over a restart."""

    def __init__(self, entry: EarshotConfigEntry, description: SwitchEntityDescription) -> None:
        super().__init__(entry, description)
        self.entity_id = f"switch.{DOMAIN}_digest"

    @property
    @override
    def is_on(self) -> bool:
        """Whether it is switched on."""
        return self._runtime.glance.digests.plan.on

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        """Have one brought when the next is due."""
        await self._runtime.glance.digests.change(on=True)

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        """Have none brought."""
        await self._runtime.glance.digests.change(on=False)

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the settings, whoever changes them."""
        await super().async_added_to_hass()
        self.async_on_remove(self._runtime.glance.digests.add_listener(self.async_write_ha_state))
