"""What Earshot's entities have in common: an assistant's device or the ledger's, and an engine that can be away."""

from typing import Final, override

from homeassistant.auth.models import User
from homeassistant.auth.permissions.const import POLICY_CONTROL
from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import Unauthorized
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.device import async_entity_id_to_device
from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.entity import Entity, EntityDescription

from .const import DOMAIN, TITLE
from .models import Stage
from .runtime import Access, EarshotConfigEntry, InnerEngine, Paired, Rooms, RuntimeData, entity_unique_id

AUTOMATION: Final = "automation"
"""What the ledger calls whoever wants something without being a person, as in the actions."""


class AssistantEntity(Entity):
    """One stage of an assistant."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, entry: EarshotConfigEntry, assistant: ConfigSubentry, stage: Stage) -> None:
        self._runtime: RuntimeData = entry.runtime_data
        self._assistant = assistant.title
        self._attr_translation_key = stage.value
        self._attr_unique_id = entity_unique_id(assistant.subentry_id, stage)
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, assistant.subentry_id)},
            name=assistant.title,
            manufacturer=TITLE,
            entry_type=DeviceEntryType.SERVICE,
        )


class ActingEntity(Entity):
    """One that somebody wants something of, by name."""

    _runtime: RuntimeData

    async def actor(self, *, admin_only: bool, household_only: bool = False) -> str:
        """Return the name of whoever wants something of this entity. Raises Unauthorized for who may not.

        Home Assistant itself asks only whether somebody may control the entity, and lets in a review desk's reviewers,
        whom the house is none of the business: that is what `household_only` keeps them from. Automations may, as
        elsewhere.
        """
        if self._context is None or self._context.user_id is None:
            return AUTOMATION
        user = await self.person()
        allowed = user is not None and (
            (user.is_admin or not admin_only)
            and (not household_only or await self._runtime.people.may(user, Access.CHANGE))
        )
        if user is None or not allowed:
            raise Unauthorized(context=self._context, permission=POLICY_CONTROL, entity_id=self.entity_id)
        return user.name or user.id

    async def person(self) -> User | None:
        """Return the person who wants something of it now. None: an automation does, or somebody who is no user."""
        user_id = self._context.user_id if self._context else None
        return await self.hass.auth.async_get_user(user_id) if user_id else None


class LedgerEntity(ActingEntity):
    """A fact about the ledger of this home, or something that is done with it."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, entry: EarshotConfigEntry, description: EntityDescription) -> None:
        self._runtime: RuntimeData = entry.runtime_data
        self.entity_description = description
        self._attr_unique_id = f"{entry.entry_id}_{description.key}"
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, entry.entry_id)},
            translation_key="ledger",
            manufacturer=TITLE,
            entry_type=DeviceEntryType.SERVICE,
        )


class GateEntity[EngineT: InnerEngine](AssistantEntity):
    """The gate in front of the engine of one stage. It is there when the engine is, and can what the engine can."""

    def __init__(self, entry: EarshotConfigEntry, assistant: ConfigSubentry, stage: Stage, engine: EngineT) -> None:
        super().__init__(entry, assistant, stage)
        self._engine = engine

    @property
    @override
    def available(self) -> bool:
        """Whether there is an engine to ask."""
        return self._engine.available

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the engine's coming and going."""
        await super().async_added_to_hass()
        self.async_on_remove(self._engine.add_listener(self.async_write_ha_state))


class SatelliteEntity(ActingEntity):
    """A fact about a satellite that is paired, or a setting of it. It stands on the page of the satellite's device."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(
        self, hass: HomeAssistant, entry: EarshotConfigEntry, paired: Paired, description: EntityDescription
    ) -> None:
        self._runtime: RuntimeData = entry.runtime_data
        self._key = paired.subentry.unique_id or ""
        self._last_id = paired.entity_id
        self.entity_description = description
        self._attr_unique_id = f"{paired.subentry.subentry_id}_{description.key}"
        self.device_entry = async_entity_id_to_device(hass, paired.entity_id)
        if self.device_entry is None:
            self._attr_device_info = DeviceInfo(
                identifiers={(DOMAIN, paired.subentry.subentry_id)},
                name=paired.subentry.title,
                entry_type=DeviceEntryType.SERVICE,
            )

    @property
    def satellite(self) -> str:
        """The satellite's entity id of today."""
        registered = er.async_get(self.hass).entities.get_entry(self._key)
        self._last_id = registered.entity_id if registered else self._last_id
        return self._last_id

    @property
    def _rooms(self) -> Rooms:
        return self._runtime.satellites.rooms
