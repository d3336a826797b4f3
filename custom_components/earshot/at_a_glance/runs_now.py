"""What the runs of Assist that go on in this moment do, and who gets their sound."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType
from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util

from ..const import TITLE
from ..gate.engine import Engine
from ..gate.gate import Gate
from ..gate.runs import Run, is_remembered, open_runs
from ..gate.told import is_own
from ..models import Ear, EarKind, Evidence, Place, Received, Stage
from .now_answers import ListeningFor, NowState, StreamsTo

type Describe = Callable[[Stage, str], Engine]
"""Says who an engine is and where, by its stage and id."""

GATE: Final = StreamsTo(label=TITLE, ear=None, place=Place.THIS_MACHINE, evidence=Evidence.OBSERVED)
"""The sound ends at the gate."""

_PROCESSING: Final = {PipelineEventType.STT_END, PipelineEventType.INTENT_START, PipelineEventType.INTENT_END}
_HEARD: Final = {
    PipelineEventType.WAKE_WORD_START: ("entity_id", Stage.WAKE_WORD),
    PipelineEventType.STT_START: ("engine", Stage.SPEECH_TO_TEXT),
}
"""Where the event that begins a stage of sound names its engine."""
_TELLING: Final = _PROCESSING | _HEARD.keys() | {PipelineEventType.WAKE_WORD_END, PipelineEventType.TTS_START}
"""The events after which a run does something else than before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunNow:
    """One run that goes on."""

    run: Run
    state: NowState
    listening_for: ListeningFor | None = None
    since: datetime | None
    """When the stage that it is in began."""
    streams_to: StreamsTo | None = None


def unknown(ear: EarKind) -> StreamsTo:
    """Say that sound goes somewhere, and that nobody knows where."""
    return StreamsTo(label="", ear=ear, place=Place.UNKNOWN, evidence=Evidence.UNKNOWN)


class RunsNow:
    """Looks at the runs. Keeps nothing."""

    def __init__(self, hass: HomeAssistant, gate: Gate, describe: Describe) -> None:
        self._hass = hass
        self._gate = gate
        self._describe = describe

    @callback
    def all(self) -> tuple[RunNow, ...]:
        """Return the runs that go on, the oldest first."""
        runs = sorted(open_runs(self._hass), key=lambda run: run.run_id)
        return tuple(self._look(run) for run in runs)

    def streams_to(self, stage: Stage, engine_id: str) -> StreamsTo:
        """Say where sound goes that an engine behind no gate gets."""
        return _to(self._describe(stage, engine_id).ear(Received()))

    def _look(self, run: Run) -> RunNow:
        last = next((event for event in reversed(run.events) if event.type in _TELLING), None)
        if last is None:
            return self._unwritten(run)
        since = dt_util.parse_datetime(last.timestamp)
        if last.type in _HEARD:
            return self._listens(run, last, since)
        state = NowState.PROCESSING if last.type in _PROCESSING else NowState.RESPONDING
        if last.type is PipelineEventType.WAKE_WORD_END:
            state = NowState.LISTENING  # for the command, in a moment
        return RunNow(run=run, state=state, since=since)

    def _listens(self, run: Run, last: PipelineEvent, since: datetime | None) -> RunNow:
        name, stage = _HEARD[last.type]
        engine_id = (last.data or {}).get(name) or ""
        if is_own(self._hass, engine_id):
            found = self._behind_the_gate(run, stage) or GATE
        else:
            found = self.streams_to(stage, engine_id)
        return _listening(run, stage, since, found)

    def _behind_the_gate(self, run: Run, stage: Stage) -> StreamsTo | None:
        """Say which engine gets the sound that the gate gets. None: the gate hands it to nobody."""
        if stage is Stage.SPEECH_TO_TEXT:
            engine = self._gate.hearing(run.run_id)
            return None if engine is None else _to(engine.ear(Received()))
        for one in self._gate.streamed.running():
            if one.going_on and one.so_far.satellite.entity_id == run.satellite_id:
                return _to(one.so_far.ear)
        return None

    def _unwritten(self, run: Run) -> RunNow:
        """Say what the gate knows of a run that has just begun, or of which Home Assistant writes nothing down."""
        since = dt_util.parse_datetime(run.events[0].timestamp)
        if is_remembered(self._hass, run):
            return RunNow(run=run, state=NowState.PROCESSING, since=since)
        # Its beginning was made up, and so was the time of it.
        for stage in (Stage.SPEECH_TO_TEXT, Stage.WAKE_WORD):
            if (found := self._behind_the_gate(run, stage)) is not None:
                return _listening(run, stage, None, found)
        state = self._hass.states.get(run.satellite_id or "")
        match state.state if state else None:
            case NowState.LISTENING.value:
                return _listening(run, Stage.SPEECH_TO_TEXT, None, unknown(EarKind.SPEECH_TO_TEXT))
            case NowState.PROCESSING.value:
                return RunNow(run=run, state=NowState.PROCESSING, since=None)
            case NowState.RESPONDING.value:
                return RunNow(run=run, state=NowState.RESPONDING, since=None)
            case _:
                # So does a satellite look that streams until it hears its wake word.
                return _listening(run, Stage.WAKE_WORD, None, unknown(EarKind.WAKE_WORD))


def _listening(run: Run, stage: Stage, since: datetime | None, to: StreamsTo) -> RunNow:
    return RunNow(
        run=run,
        state=NowState.LISTENING,
        listening_for="wake_word" if stage is Stage.WAKE_WORD else "command",
        since=since,
        streams_to=to,
    )


def _to(ear: Ear) -> StreamsTo:
    return StreamsTo(label=ear.label, ear=ear.kind, place=ear.place, evidence=ear.evidence)
