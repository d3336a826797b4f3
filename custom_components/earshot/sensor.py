"""How far the ledger was last vouched for by somebody outside; and what it tells of each satellite last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, override

from homeassistant.components.sensor import SensorDeviceClass, SensorEntity, SensorEntityDescription
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .entity import LedgerEntity, SatelliteEntity
from .errors import EarshotError
from .ledger.record import CheckpointWitnessed
from .models import Outcome
from .runtime import SIGNAL_FINISHED, SIGNAL_WITNESSED, EarshotConfigEntry, Last

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


@dataclass(frozen=True, kw_only=True)
class LastSensorDescription(SensorEntityDescription):
    """One thing that the ledger tells of a satellite last."""

    value_fn: Callable[[Last], str | datetime | None]


LAST: Final = (
    LastSensorDescription(
        key="last_outcome",
        translation_key="last_outcome",
        device_class=SensorDeviceClass.ENUM,
        entity_category=EntityCategory.DIAGNOSTIC,
        options=[outcome.value for outcome in Outcome],
        value_fn=lambda last: last.outcome,
    ),
    LastSensorDescription(
        key="last_left_house",
        translation_key="last_left_house",
        device_class=SensorDeviceClass.TIMESTAMP,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda last: last.left_house_at,
    ),
)

SILENT_UNTIL: Final = SensorEntityDescription(
    key="off_the_record_until",
    translation_key="off_the_record_until",
    device_class=SensorDeviceClass.TIMESTAMP,
    entity_category=EntityCategory.DIAGNOSTIC,
)


async def async_setup_entry(
    hass: HomeAssistant,
    entry: EarshotConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add what can be told of the ledger, and of each satellite that is paired."""
    async_add_entities([WitnessSensor(entry, description) for description in SENSORS], update_before_add=True)
    for paired in entry.runtime_data.satellites.pairings.paired():
        subentry_id = paired.subentry.subentry_id
        last = [LastSensor(hass, entry, paired, description) for description in LAST]
        async_add_entities(last, update_before_add=True, config_subentry_id=subentry_id)
        async_add_entities([SilentUntilSensor(hass, entry, paired, SILENT_UNTIL)], config_subentry_id=subentry_id)


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


class LastSensor(SatelliteEntity, SensorEntity):
    """What the ledger tells of a satellite last. It is read at each start, so it is true after a restart, too."""

    entity_description: LastSensorDescription

    @override
    async def async_added_to_hass(self) -> None:
        """Follow what is said to the satellite."""
        await super().async_added_to_hass()
        lately = self._runtime.satellites.lately
        self.async_on_remove(lately.add_listener(lambda: self.satellite, self._refresh))

    async def async_update(self) -> None:
        """Ask the ledger."""
        paired = self._runtime.satellites.pairings.find(self._key)
        try:
            last = None if paired is None else await self._runtime.satellites.lately.of(paired)
        except EarshotError:
            self._attr_available = False
            return
        self._attr_available = True
        self._attr_native_value = None if last is None else self.entity_description.value_fn(last)

    @callback
    def _refresh(self) -> None:
        self.async_schedule_update_ha_state(force_refresh=True)


class SilentUntilSensor(SatelliteEntity, SensorEntity):
    """When the satellite's time off the record ends by itself. Unknown: it has no such end, or is on the record."""

    @property
    @override
    def native_value(self) -> datetime | None:
        """The instant."""
        return self._rooms.silent_until(self.satellite)

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the settings, whoever changes them."""
        await super().async_added_to_hass()
        self.async_on_remove(self._runtime.settings.add_listener(self.async_write_ha_state))
