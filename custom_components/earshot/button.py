"""Verifying the ledger, and forgetting: what was said last, or everything that is kept."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, override

from homeassistant.auth.permissions.const import POLICY_CONTROL
from homeassistant.components.button import ButtonEntity, ButtonEntityDescription
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import DOMAIN
from .entity import AUTOMATION, LedgerEntity
from .house.arming import ARMED_SECONDS, Arming
from .ledger import Selection
from .runtime import EarshotConfigEntry
from .translate_errors import translated_errors

PARALLEL_UPDATES: Final = 1  # what one press erases, the next one does not find


@dataclass(frozen=True, kw_only=True)
class HouseButtonDescription(ButtonEntityDescription):
    """One thing that is done at once, for whoever lives here."""

    press_fn: Callable[[HouseButton, str], Awaitable[object]]
    """Gets the button, and the name of whoever pressed it."""


BUTTONS: Final = (
    HouseButtonDescription(
        key="verify",
        translation_key="verify",
        entity_category=EntityCategory.DIAGNOSTIC,
        press_fn=lambda button, _by: button.verify(),
    ),
    HouseButtonDescription(
        key="forget_last",
        translation_key="forget_last",
        press_fn=lambda button, by: button.forget_last(by),
    ),
)

ERASE_ALL: Final = ButtonEntityDescription(
    key="erase_all",
    translation_key="erase_all",
    entity_category=EntityCategory.CONFIG,
    entity_registry_enabled_default=False,  # nobody meets it by chance
)


async def async_setup_entry(
    hass: HomeAssistant,  # noqa: ARG001 - Home Assistant passes it
    entry: EarshotConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add those of the house."""
    async_add_entities([HouseButton(entry, description) for description in BUTTONS])
    async_add_entities([EraseAllButton(entry, ERASE_ALL)])


class HouseButton(LedgerEntity, ButtonEntity):
    """Something that whoever lives here may do. What comes of it is shown by the sensors beside it."""

    entity_description: HouseButtonDescription

    @override
    async def async_press(self) -> None:
        """Do it."""
        by = await self.actor(admin_only=False, household_only=True)
        with translated_errors():
            await self.entity_description.press_fn(self, by)

    async def verify(self) -> None:
        """Hold everything that is stored against itself."""
        await self.hass.async_add_executor_job(self._runtime.witnesses.verifying.verify)

    async def forget_last(self, by: str) -> None:
        """Erase what was said last to a satellite, or by whoever presses in their own browser or app."""
        user = await self.person()

        def may(satellite: str) -> bool:
            return user is None or user.permissions.check_entity(satellite, POLICY_CONTROL)

        await self._runtime.forgetting.forget_last_of_house(by=by, may=may, user_id=user.id if user else None)


class EraseAllButton(LedgerEntity, ButtonEntity):
    """Erases the contents of everything that was ever said; the facts stay. For administrators, and by two presses.

    The first one is refused with what a second one would do, so that a person reads it and a script ends there.
    """

    _unrecorded_attributes = frozenset({"armed_until"})
    _arming: Arming

    @property
    @override
    def extra_state_attributes(self) -> dict[str, Any]:
        """Until when a second press counts. None: the next press is a first one."""
        return {"armed_until": self._arming.until}

    @override
    async def async_added_to_hass(self) -> None:
        """Begin unarmed."""
        self._arming = Arming(self.hass, self.async_write_ha_state)
        await super().async_added_to_hass()

    @override
    async def async_will_remove_from_hass(self) -> None:
        """Leave nothing armed."""
        self._arming.stop()
        await super().async_will_remove_from_hass()

    @override
    async def async_press(self) -> None:
        """Arm it, or do it."""
        by = await self.actor(admin_only=True)
        user = await self.person()
        if not self._arming.press(user.id if user else AUTOMATION):
            raise ServiceValidationError(
                translation_domain=DOMAIN,
                translation_key="erase_all_armed",
                translation_placeholders={"seconds": f"{ARMED_SECONDS:.0f}"},
            )
        with translated_errors():
            await self._runtime.forgetting.erase(Selection(everything=True), by=by)
