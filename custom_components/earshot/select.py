"""What holds at a satellite before something leaves the house, and for how long it goes off the record."""

from dataclasses import dataclass
from typing import Final, override

from homeassistant.components.select import SelectEntity, SelectEntityDescription
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.restore_state import RestoreEntity

from .entity import SatelliteEntity
from .models import RuleContent
from .runtime import RULE_OPTIONS, EarshotConfigEntry, SilenceLength
from .translate_errors import translated_errors

PARALLEL_UPDATES: Final = 1  # a setting is entered before the next one is looked at


@dataclass(frozen=True, kw_only=True)
class RuleSelectDescription(SelectEntityDescription):
    """The rule for one kind of content."""

    content: RuleContent


RULES: Final = tuple(
    RuleSelectDescription(
        key=f"rule_{content}",
        translation_key=f"rule_{content}",
        entity_category=EntityCategory.CONFIG,
        options=[str(option) for option in RULE_OPTIONS],
        content=content,
    )
    for content in RuleContent
)

LENGTH: Final = SelectEntityDescription(
    key="off_the_record_for",
    translation_key="off_the_record_for",
    entity_category=EntityCategory.CONFIG,
    options=[length.value for length in SilenceLength],
)


async def async_setup_entry(
    hass: HomeAssistant, entry: EarshotConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add them for each satellite that is paired."""
    for paired in entry.runtime_data.satellites.pairings.paired():
        rules = [RuleSelect(hass, entry, paired, description) for description in RULES]
        length = SilenceLengthSelect(hass, entry, paired, LENGTH)
        async_add_entities([*rules, length], config_subentry_id=paired.subentry.subentry_id)


class RuleSelect(SatelliteEntity, SelectEntity):
    """What holds before sound, or words, of this satellite leave the house."""

    entity_description: RuleSelectDescription

    @property
    @override
    def current_option(self) -> str:
        """What is set for the satellite itself."""
        return self._rooms.rule(self.satellite, self.entity_description.content)

    @override
    async def async_select_option(self, option: str) -> None:
        """Set it. For administrators."""
        by = await self.actor(admin_only=True)
        with translated_errors():
            await self._rooms.set_rule(self.satellite, self.entity_description.content, option, by)

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the settings, whoever changes them."""
        await super().async_added_to_hass()
        self.async_on_remove(self._runtime.settings.add_listener(self.async_write_ha_state))


class SilenceLengthSelect(SatelliteEntity, SelectEntity, RestoreEntity):
    """For how long the switch beside it takes the satellite off the record."""

    @property
    @override
    def current_option(self) -> str:
        """What is chosen for the next time."""
        return self._rooms.length(self.satellite).value

    @override
    async def async_select_option(self, option: str) -> None:
        """Choose it. Where the satellite is off the record already, it ends so much after now."""
        by = await self.actor(admin_only=False)
        self._rooms.set_length(self.satellite, option)
        if self._rooms.silent(self.satellite):
            with translated_errors():
                await self._rooms.go_off(self.satellite, by)
        self.async_write_ha_state()

    @override
    async def async_added_to_hass(self) -> None:
        """Go on with what was chosen before the restart."""
        await super().async_added_to_hass()
        last = await self.async_get_last_state()
        if last is not None and last.state in self.options:
            self._rooms.set_length(self.satellite, last.state)
