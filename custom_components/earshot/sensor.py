"""How the day of the house goes, what is kept, and whether the ledger and the sandbox hold; the last of each satellite.

Numbers, instants and states, and never words: all of it may be recorded.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import EntityCategory, UnitOfInformation
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .entity import LedgerEntity, SatelliteEntity
from .errors import EarshotError
from .house.told import HouseFacts, HouseNow, LedgerState, SandboxState
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
class FactSensorDescription(SensorEntityDescription):
    """One fact of the house that the ledger, or a look around, tells."""

    value_fn: Callable[[HouseFacts], int | str | None]
    of_today: bool = False
    """Whether it begins anew at midnight."""


FACTS: Final = (
    *(
        FactSensorDescription(
            key=key, translation_key=key, state_class=SensorStateClass.TOTAL, of_today=True, value_fn=value_fn
        )
        for key, value_fn in (
            ("said_today", lambda facts: facts.said),
            ("left_house_today", lambda facts: facts.left_house),
            ("listened_today", lambda facts: facts.listened),
        )
    ),
    FactSensorDescription(
        key="clips_kept",
        translation_key="clips_kept",
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda facts: facts.sounds_kept,
    ),
    FactSensorDescription(
        key="words_kept",
        translation_key="words_kept",
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda facts: facts.words_kept,
    ),
    FactSensorDescription(
        key="size_kept",
        translation_key="size_kept",
        device_class=SensorDeviceClass.DATA_SIZE,
        native_unit_of_measurement=UnitOfInformation.BYTES,
        suggested_unit_of_measurement=UnitOfInformation.MEGABYTES,
        suggested_display_precision=1,
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda facts: facts.bytes_kept,
    ),
    FactSensorDescription(
        key="last_outcome",
        translation_key="last_outcome",
        device_class=SensorDeviceClass.ENUM,
        options=[outcome.value for outcome in Outcome],
        value_fn=lambda facts: facts.last_outcome,
    ),
    FactSensorDescription(
        key="ledger_entries",
        translation_key="ledger_entries",
        state_class=SensorStateClass.MEASUREMENT,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,  # it is another after everything that is said
        value_fn=lambda facts: facts.entries,
    ),
    FactSensorDescription(
        key="traces_found",
        translation_key="traces_found",
        state_class=SensorStateClass.MEASUREMENT,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda facts: facts.traces,
    ),
)


@dataclass(frozen=True, kw_only=True)
class HouseSensorDescription(SensorEntityDescription):
    """Something of the house that is known also while the ledger does not answer."""

    value_fn: Callable[[HouseNow], str | datetime | None]


HOUSE: Final = (
    HouseSensorDescription(
        key="ledger_state",
        translation_key="ledger_state",
        device_class=SensorDeviceClass.ENUM,
        entity_category=EntityCategory.DIAGNOSTIC,
        options=[state.value for state in LedgerState],
        value_fn=lambda now: now.ledger,
    ),
    HouseSensorDescription(
        key="verified_at",
        translation_key="verified_at",
        device_class=SensorDeviceClass.TIMESTAMP,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda now: now.verified_at,
    ),
    HouseSensorDescription(
        key="sandbox",
        translation_key="sandbox",
        device_class=SensorDeviceClass.ENUM,
        entity_category=EntityCategory.DIAGNOSTIC,
        options=[state.value for state in SandboxState],
        value_fn=lambda now: now.sandbox,
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
    """Add what can be told of the house, of the ledger, and of each satellite that is paired."""
    async_add_entities([FactSensor(entry, description) for description in FACTS])
    async_add_entities([HouseSensor(entry, description) for description in HOUSE])
    async_add_entities([HouseSilentUntilSensor(entry, SILENT_UNTIL)])
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


class FactSensor(LedgerEntity, SensorEntity):
    """A fact of the house. Not available while the ledger does not answer; unknown where nobody can say."""

    entity_description: FactSensorDescription

    @property
    def _facts(self) -> HouseFacts | None:
        return self._runtime.glance.house.now.facts

    @property
    @override
    def available(self) -> bool:
        """Whether the ledger answers."""
        return self._facts is not None

    @property
    @override
    def native_value(self) -> int | str | None:
        """The fact."""
        return None if self._facts is None else self.entity_description.value_fn(self._facts)

    @property
    @override
    def last_reset(self) -> datetime | None:
        """When the day began that it counts."""
        return self._facts.began if self.entity_description.of_today and self._facts is not None else None

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the house."""
        await super().async_added_to_hass()
        self.async_on_remove(await self._runtime.glance.house.follow(self.async_write_ha_state))


class HouseSensor(LedgerEntity, SensorEntity):
    """Something of the house that is known also while the ledger does not answer."""

    entity_description: HouseSensorDescription

    @property
    @override
    def native_value(self) -> str | datetime | None:
        """What is known."""
        return self.entity_description.value_fn(self._runtime.glance.house.now)

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the house."""
        await super().async_added_to_hass()
        self.async_on_remove(await self._runtime.glance.house.follow(self.async_write_ha_state))


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


class HouseSilentUntilSensor(LedgerEntity, SensorEntity):
    """The same of the whole house."""

    @property
    @override
    def native_value(self) -> datetime | None:
        """The instant."""
        silence = self._runtime.settings.off_the_record.house
        return silence.until if silence is not None else None

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the settings, whoever changes them."""
        await super().async_added_to_hass()
        self.async_on_remove(self._runtime.settings.add_listener(self.async_write_ha_state))
