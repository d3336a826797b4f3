"""How far the ledger was last vouched for by somebody outside."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, override

from homeassistant.components.sensor import SensorDeviceClass, SensorEntity, SensorEntityDescription
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .entity import LedgerEntity
from .errors import EarshotError
from .ledger.record import CheckpointWitnessed
from .runtime import SIGNAL_FINISHED, SIGNAL_WITNESSED, EarshotConfigEntry

PARALLEL_UPDATES: Final = 0  # the ledger is read by many at once


@dataclass(frozen=True, kw_only=True)
class WitnessSensorDescription(SensorEntityDescription):
    """One fact about the last witness."""

    value_fn: Callable[[CheckpointWitnessed], int | datetime]


SENSORS: Final = (
    WitnessSensorDescription(
        key="witnessed_entries",
        translation_key="witnessed_entries",
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda witnessed: witnessed.size,
    ),
    WitnessSensorDescription(
        key="witnessed_at",
        translation_key="witnessed_at",
        device_class=SensorDeviceClass.TIMESTAMP,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda witnessed: witnessed.at,
    ),
)


async def async_setup_entry(
    hass: HomeAssistant,  # noqa: ARG001 - Home Assistant passes it
    entry: EarshotConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add what can be told of the ledger."""
    async_add_entities([WitnessSensor(entry, description) for description in SENSORS], update_before_add=True)


class WitnessSensor(LedgerEntity, SensorEntity):
    """A fact about the newest checkpoint that somebody outside held and that agreed. Unknown until there is one."""

    entity_description: WitnessSensorDescription

    @override
    async def async_added_to_hass(self) -> None:
        """Follow what is compared."""
        await super().async_added_to_hass()
        self.async_on_remove(async_dispatcher_connect(self.hass, SIGNAL_WITNESSED, self._refresh))
        self.async_on_remove(async_dispatcher_connect(self.hass, SIGNAL_FINISHED, self._recover))

    async def async_update(self) -> None:
        """Ask the ledger."""
        try:
            witnessed = await self._runtime.witnesses.last()
        except EarshotError:
            self._attr_available = False
            return
        self._attr_available = True
        self._attr_native_value = None if witnessed is None else self.entity_description.value_fn(witnessed)

    @callback
    def _refresh(self) -> None:
        self.async_schedule_update_ha_state(force_refresh=True)

    @callback
    def _recover(self, _utterance_id: str) -> None:
        """Look again after an outage: an utterance was written, so the ledger answers."""
        if not self.available:
            self._refresh()
