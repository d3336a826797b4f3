"""What Earshot's entities have in common: an assistant's device or the ledger's, and an engine that can be away."""

from typing import override

from homeassistant.config_entries import ConfigSubentry
from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.entity import Entity, EntityDescription

from .const import DOMAIN, TITLE
from .models import Stage
from .runtime import EarshotConfigEntry, InnerEngine, RuntimeData, entity_unique_id


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


class LedgerEntity(Entity):
    """A fact about the ledger of this home."""

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
