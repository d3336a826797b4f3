"""Which Assist pipeline run am I in?

The engines' entity APIs do not say who is talking. What every stage does see is the chat session of its run, and
Home Assistant keeps the events of its latest runs for its debug page; the newest open run of this session whose
last event is the start of this stage is the one. That is asked in the first stage only, where the run began a
moment ago in this very task. Later stages find the utterance in their task's context.

Home Assistant keeps ten runs of a pipeline. When more of them begin in the same moment, the oldest are not there any
more; then the name of the task still says which satellite it is, and the end of the task when it is over.
"""

import asyncio
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE, PipelineRunDebug
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import (
    area_registry as ar,
    chat_session,
    device_registry as dr,
    entity_registry as er,
)

from ..models import Satellite, Stage

UNNAMED_SATELLITE: Final = "Browser or app"
"""What a run without a satellite is called in the ledger; Home Assistant does not say which device it was."""

_TASK_OF_SATELLITE: Final = "_pipeline"
"""What Home Assistant adds to a satellite's entity id to name the task of its run (assist_satellite/entity.py)."""

_STARTS: Final = {
    Stage.WAKE_WORD: PipelineEventType.WAKE_WORD_START,
    Stage.SPEECH_TO_TEXT: PipelineEventType.STT_START,
    Stage.CONVERSATION: PipelineEventType.INTENT_START,
    Stage.TEXT_TO_SPEECH: PipelineEventType.TTS_START,
}


@dataclass(frozen=True, slots=True)
class Run:
    """One Assist pipeline run, as its first event described it."""

    run_id: str
    pipeline_id: str
    conversation_id: str
    satellite_id: str | None
    _debug: PipelineRunDebug = field(repr=False)
    user_id: str | None = None
    """The person whose browser or app began it. None: a satellite did, or Home Assistant does not tell any more."""
    context_id: str | None = None
    """The mark that everything bears which the run does. None: Home Assistant does not tell."""

    @property
    def events(self) -> Sequence[PipelineEvent]:
        """Its events so far. Ten newer runs of its pipeline, and no more are added."""
        return tuple(self._debug.events)

    @property
    def over(self) -> bool:
        """Whether Home Assistant has ended it."""
        return _ended(self._debug)

    def event(self, kind: PipelineEventType) -> dict[str, Any] | None:
        """Give the data of its latest event of this kind; None if there was none."""
        return next((event.data or {} for event in reversed(self.events) if event.type is kind), None)


@callback
def current_run(hass: HomeAssistant, stage: Stage) -> Run | None:
    """Find the run whose `stage` has just begun in this task; None where no pipeline runs."""
    session = chat_session.current_session.get()
    if session is None:
        return None
    runs = [run for run in _open_runs(hass) if run.conversation_id == session.conversation_id]
    fitting = [run for run in runs if run.events[-1].type is _STARTS[stage]]
    # Run ids are ULIDs: the greatest is the newest.
    return max(fitting or runs, key=lambda run: run.run_id, default=None)


@callback
def current_satellite(run: Run | None) -> str | None:
    """Return the entity id of the satellite whose run this task is; None for a browser's, an app's or none."""
    if run is not None:
        return run.satellite_id
    task = asyncio.current_task()
    name = task.get_name() if task else ""
    if name.startswith(f"{Platform.ASSIST_SATELLITE}.") and name.endswith(_TASK_OF_SATELLITE):
        return name.removesuffix(_TASK_OF_SATELLITE)
    return None


@callback
def describe_satellite(hass: HomeAssistant, entity_id: str | None) -> Satellite:
    """Say what a satellite is called now, and where it stands."""
    if entity_id is None:
        return Satellite(label=UNNAMED_SATELLITE)
    state = hass.states.get(entity_id)
    return Satellite(
        label=state.name if state else entity_id,
        entity_id=entity_id,
        area=area_name(hass, entity_id),
    )


@callback
def speaker_key(hass: HomeAssistant, entity_id: str | None) -> str:
    """Give the id by which a recogniser may tell satellites apart: opaque, and it survives renaming."""
    entry = er.async_get(hass).async_get(entity_id) if entity_id else None
    return entry.id if entry else entity_id or ""


@callback
def runs_but(hass: HomeAssistant, known: Container[str]) -> Iterator[Run]:
    """Yield the runs that Home Assistant remembers and that are not `known` by their ids."""
    for pipeline_id, runs in hass.data[KEY_ASSIST_PIPELINE].pipeline_debug.items():
        for run_id, debug in runs.items():
            if debug.events and run_id not in known:
                yield _run(hass, pipeline_id, run_id, debug)


@callback
def is_remembered(hass: HomeAssistant, run: Run) -> bool:
    """Return whether Home Assistant still writes down the events of a run."""
    return run.run_id in hass.data[KEY_ASSIST_PIPELINE].pipeline_debug.get(run.pipeline_id, {})


@callback
def unremembered_run(hass: HomeAssistant, satellite_id: str, conversation_id: str) -> Run | None:
    """Find the run of a satellite of which Home Assistant writes nothing down: ten newer ones came before it began.

    Its only event is the one that it must have had.
    """
    for pipeline_id, runs in _live(hass).items():
        for run_id, run in runs.items():
            if run.satellite_id == satellite_id:
                debug = PipelineRunDebug()
                data = {"conversation_id": conversation_id, "satellite_id": satellite_id}
                debug.events.append(PipelineEvent(PipelineEventType.RUN_START, data))
                return _run(hass, pipeline_id, run_id, debug)
    return None


@callback
def open_runs(hass: HomeAssistant) -> Iterator[Run]:
    """Yield every run that goes on. One whose events are written down no more has its beginning only."""
    seen = set()
    for run in _open_runs(hass):
        seen.add(run.run_id)
        yield run
    for pipeline_id, runs in _live(hass).items():
        for run_id, live in runs.items():
            debug = PipelineRunDebug()
            data = {"conversation_id": "", "satellite_id": live.satellite_id}
            debug.events.append(PipelineEvent(PipelineEventType.RUN_START, data))
            if run_id not in seen and not is_remembered(hass, run := _run(hass, pipeline_id, run_id, debug)):
                yield run


def _open_runs(hass: HomeAssistant) -> Iterator[Run]:
    for pipeline_id, runs in hass.data[KEY_ASSIST_PIPELINE].pipeline_debug.items():
        for run_id, debug in runs.items():
            if debug.events and not _ended(debug):
                yield _run(hass, pipeline_id, run_id, debug)


def _run(hass: HomeAssistant, pipeline_id: str, run_id: str, debug: PipelineRunDebug) -> Run:
    data = debug.events[0].data or {}
    conversation_id, satellite_id = data.get("conversation_id", ""), data.get("satellite_id")
    live = _live(hass).get(pipeline_id, {}).get(run_id)
    user_id, context_id = (live.context.user_id, live.context.id) if live is not None else (None, None)
    return Run(run_id, pipeline_id, conversation_id, satellite_id, debug, user_id, context_id)


def _live(hass: HomeAssistant) -> Mapping[str, Mapping[str, Any]]:
    # Private to Home Assistant, which tells nobody whose run it is. Without it, nothing is missing but that, and those
    # runs of which more than ten begin at once.
    runs: Mapping[str, Mapping[str, Any]] = getattr(hass.data[KEY_ASSIST_PIPELINE].pipeline_runs, "_pipeline_runs", {})
    return runs


def _ended(debug: PipelineRunDebug) -> bool:
    # An error can follow the end: a browser's run that takes too long is cancelled first.
    return any(event.type is PipelineEventType.RUN_END for event in debug.events[-2:])


@callback
def area_name(hass: HomeAssistant, entity_id: str) -> str | None:
    """Return the name of the room that an entity, or its device, stands in now."""
    entry = er.async_get(hass).async_get(entity_id)
    if entry is None:
        return None
    area_id = entry.area_id
    if area_id is None and entry.device_id and (device := dr.async_get(hass).async_get(entry.device_id)):
        area_id = dr.async_get_effective_area_id(hass, device)
    area = ar.async_get(hass).async_get_area(area_id) if area_id else None
    return area.name if area else None
