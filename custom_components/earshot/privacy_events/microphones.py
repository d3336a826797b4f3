"""Which satellites' microphones are open, for a condition; and that one has been open for a while, for a trigger."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial

from homeassistant.components.assist_satellite.entity import AssistSatelliteState
from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED
from homeassistant.const import Platform
from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import TrackStates, async_call_later, async_track_state_change_filtered
from homeassistant.util import dt as dt_util

from ..gate.changes import SIGNAL_LISTENING
from ..gate.runs import describe_satellite
from ..runtime import RuntimeData
from .loaded import loaded
from .told import Told, of_satellite


@callback
def is_open(hass: HomeAssistant, runtime: RuntimeData, satellite: str) -> bool:
    """Whether sound of a satellite comes to Home Assistant: it says that it listens, or the gate hears it.

    What the device hears by itself, and sends to nobody, is not seen.
    """
    state = hass.states.get(satellite)
    return (state is not None and state.state == AssistSatelliteState.LISTENING) or runtime.gate.hears(satellite)


class OpenMicrophones:
    """Tells once of each microphone that has been open for a while without a break. Lives in the event loop."""

    def __init__(
        self,
        hass: HomeAssistant,
        satellites: Callable[[], Iterable[str]],
        period: timedelta,
        tell: Callable[[Told], None],
    ) -> None:
        """`satellites` gives the entity ids of those that are meant, whenever it is looked at them."""
        self._hass = hass
        self._satellites = satellites
        self._period = period
        self._tell = tell
        self._since: dict[str, datetime] = {}
        self._timers: dict[str, CALLBACK_TYPE] = {}

    @callback
    def start(self) -> CALLBACK_TYPE:
        """Begin. Returns what ends it.

        What is open already counts from now on, and is not told of where no time is asked for: it did not open now.
        """
        if not self._period:
            self._since = dict.fromkeys(self._open(), dt_util.utcnow())
        states = TrackStates(all_states=False, entities=set(), domains={Platform.ASSIST_SATELLITE})
        stops = (
            async_track_state_change_filtered(self._hass, states, self._look).async_remove,
            async_dispatcher_connect(self._hass, SIGNAL_LISTENING, self._look),
            async_dispatcher_connect(self._hass, SIGNAL_CONFIG_ENTRY_CHANGED, self._look),
        )
        self._look()

        @callback
        def stop() -> None:
            for one in (*stops, *self._timers.values()):
                one()
            self._timers.clear()

        return stop

    def _open(self) -> frozenset[str]:
        """Return those that are open. While Earshot is not loaded nobody knows of any."""
        runtime = loaded(self._hass)
        if runtime is None:
            return frozenset()
        return frozenset(one for one in self._satellites() if is_open(self._hass, runtime, one))

    @callback
    def _look(self, *_: object) -> None:
        found = self._open()
        for one in self._since.keys() - found:
            del self._since[one]
            if (cancel := self._timers.pop(one, None)) is not None:
                cancel()
        for one in sorted(found - self._since.keys()):
            self._since[one] = dt_util.utcnow()
            if self._period:
                job = HassJob(partial(self._due, one), "earshot watches a microphone", cancel_on_shutdown=True)
                self._timers[one] = async_call_later(self._hass, self._period, job)
            else:
                self._due(one)

    @callback
    def _due(self, satellite: str, _now: datetime | None = None) -> None:
        self._timers.pop(satellite, None)
        facts = of_satellite(describe_satellite(self._hass, satellite)) | {"since": self._since[satellite].isoformat()}
        self._tell(Told("microphone_opened", dt_util.utcnow(), facts))
