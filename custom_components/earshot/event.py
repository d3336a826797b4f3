"""Privacy events of the house, for automations: what left, what was refused, opened, kept, erased and given away."""

from typing import Final, override

from homeassistant.components.event import EventEntity, EventEntityDescription
from homeassistant.core import Context, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import DOMAIN
from .entity import LedgerEntity
from .privacy_events import EVENT_TYPES, SIGNAL_TOLD, Told, start_telling
from .runtime import EarshotConfigEntry

PARALLEL_UPDATES: Final = 0  # it only tells

PRIVACY: Final = EventEntityDescription(key="privacy", translation_key="privacy")


async def async_setup_entry(
    hass: HomeAssistant, entry: EarshotConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the one entity, and begin to tell it and the triggers: those are told also where the entity is disabled."""
    entry.async_on_unload(start_telling(hass, entry))
    async_add_entities([PrivacyEvent(entry, PRIVACY)])


class PrivacyEvent(LedgerEntity, EventEntity):
    """What happened last to what is said here."""

    _attr_event_types = list(EVENT_TYPES)  # noqa: RUF012 - Home Assistant declares it so
    _unrecorded_attributes = frozenset({"by", "who", "satellite", "satellite_id"})
    """Who it was stays with those who may read the ledger, and out of the recorder's history."""

    def __init__(self, entry: EarshotConfigEntry, description: EventEntityDescription) -> None:
        super().__init__(entry, description)
        self.entity_id = f"event.{DOMAIN}_privacy"

    @override
    async def async_added_to_hass(self) -> None:
        """Follow what is told."""
        await super().async_added_to_hass()
        self.async_on_remove(async_dispatcher_connect(self.hass, SIGNAL_TOLD, self._told))

    @callback
    def _told(self, told: Told) -> None:
        # A new one where there is none: the entity would go on bearing the last for some seconds.
        self.async_set_context(Context(id=told.cause))
        self._trigger_event(told.event_type, dict(told.facts))
        self.async_write_ha_state()
