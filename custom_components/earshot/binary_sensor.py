"""Whether a satellite's microphone is open in this moment."""

from typing import Final, override

from homeassistant.components.assist_satellite.entity import AssistSatelliteState
from homeassistant.components.binary_sensor import BinarySensorEntity, BinarySensorEntityDescription
from homeassistant.const import STATE_ON
from homeassistant.core import CALLBACK_TYPE, Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.event import async_track_entity_registry_updated_event, async_track_state_change_event

from .entity import SatelliteEntity
from .runtime import SIGNAL_FINISHED, EarshotConfigEntry

PARALLEL_UPDATES: Final = 0  # it is told, and asks nobody

MICROPHONE: Final = BinarySensorEntityDescription(key="microphone_open", translation_key="microphone_open")


async def async_setup_entry(
    hass: HomeAssistant, entry: EarshotConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add one for each satellite that is paired."""
    for paired in entry.runtime_data.satellites.pairings.paired():
        sensor = MicrophoneSensor(hass, entry, paired, MICROPHONE)
        async_add_entities([sensor], config_subentry_id=paired.subentry.subentry_id)


class MicrophoneSensor(SatelliteEntity, BinarySensorEntity):
    """On while sound of this satellite comes to Home Assistant: for a wake word, or for a command.

    What the device hears by itself, and sends to nobody, is not seen here.
    """

    _forgetting: CALLBACK_TYPE | None = None

    @property
    @override
    def is_on(self) -> bool:
        """Whether the satellite says that it listens, or the gate hears it."""
        state = self.hass.states.get(self.satellite)
        listening = state is not None and state.state == AssistSatelliteState.LISTENING
        return listening or self._runtime.gate.hears(self.satellite)

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the satellite and the gate."""
        await super().async_added_to_hass()
        self.async_on_remove(self._runtime.gate.microphones.add_listener(self._write_if_changed))
        self.async_on_remove(async_dispatcher_connect(self.hass, SIGNAL_FINISHED, self._finished))
        self._follow()

    @callback
    def _finished(self, _utterance_id: str) -> None:
        """Look again after an utterance."""
        self._write_if_changed()

    @callback
    def _write_if_changed(self) -> None:
        """Tell the state if it is another than was told: sound comes and goes often, and mostly at other satellites."""
        told = self.hass.states.get(self.entity_id)
        if told is None or (told.state == STATE_ON) is not (self.state == STATE_ON):
            self.async_write_ha_state()

    @callback
    def _follow(self) -> None:
        """Follow the satellite's state, also under another name."""

        @callback
        def changed(_event: Event[EventStateChangedData]) -> None:
            self._write_if_changed()

        @callback
        def registered(event: Event[er.EventEntityRegistryUpdatedData]) -> None:
            if event.data["action"] == "update" and "old_entity_id" in event.data:
                self._forget()
                self._follow()

        unsubscribe = (
            async_track_state_change_event(self.hass, [self.satellite], changed),
            async_track_entity_registry_updated_event(self.hass, [self.satellite], registered),
        )

        def forget() -> None:
            for one in unsubscribe:
                one()

        self._forgetting = forget

    @callback
    def _forget(self) -> None:
        """Follow it no more. Idempotent."""
        if self._forgetting is not None:
            self._forgetting()
            self._forgetting = None

    @override
    async def async_will_remove_from_hass(self) -> None:
        """Follow nobody any more."""
        self._forget()
        await super().async_will_remove_from_hass()
