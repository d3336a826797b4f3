"""What the events of an Assist pipeline run tell of its stages, where Earshot was not asked itself.

It is Home Assistant's word: who was asked, when, and how many words there were. Nobody measured the sound.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from homeassistant.components import conversation
from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType
from homeassistant.components.assist_pipeline.error import PipelineNotFound
from homeassistant.components.assist_pipeline.pipeline import async_get_pipeline
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er, intent

from ..const import DOMAIN
from ..models import Evidence, Received, Stage
from .engine import Engine
from .entries import StageDone
from .flight import CANCELLED, ERROR, OK, REJECTED, SILENCE

PIPELINE: Final = "pipeline"
"""How a run of other engines went past the gate, as `Heard` names it."""

type Describe = Callable[[Stage, str], Engine]
"""Says who an engine is and where, by its stage and its id in Home Assistant."""

_STARTS: Final = {
    PipelineEventType.WAKE_WORD_START: Stage.WAKE_WORD,
    PipelineEventType.STT_START: Stage.SPEECH_TO_TEXT,
    PipelineEventType.INTENT_START: Stage.CONVERSATION,
    PipelineEventType.TTS_START: Stage.TEXT_TO_SPEECH,
}
_ENDS: Final = {
    PipelineEventType.WAKE_WORD_END: Stage.WAKE_WORD,
    PipelineEventType.STT_END: Stage.SPEECH_TO_TEXT,
    PipelineEventType.INTENT_END: Stage.CONVERSATION,
    PipelineEventType.TTS_END: Stage.TEXT_TO_SPEECH,
}
_NO_WORDS: Final = "stt-no-text-recognized"
"""Home Assistant's code for a recognizer that heard nobody speak."""
_NOT_UNDERSTOOD: Final = frozenset(
    {intent.IntentResponseErrorCode.NO_INTENT_MATCH.value, intent.IntentResponseErrorCode.NO_VALID_TARGETS.value}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageTold:
    """One stage, as the events of its run tell it."""

    stage: Stage
    engine_id: str
    at: datetime
    """When it ended, or the last that was heard of it."""
    took_ms: int
    words: int | None
    status: str
    """As in `Processed`."""
    ended: bool


def stages_told(events: Iterable[PipelineEvent]) -> tuple[StageTold, ...]:
    """Return the stages that somebody was asked in. Not among them: a wake word that was not heard, a beep."""
    starts: dict[Stage, PipelineEvent] = {}
    ends: dict[Stage, PipelineEvent] = {}
    last: PipelineEvent | None = None
    error: str | None = None
    for event in events:
        if (stage := _STARTS.get(event.type)) is not None:
            starts[stage] = event
        elif (stage := _ENDS.get(event.type)) is not None:
            ends[stage] = event
        elif event.type is PipelineEventType.ERROR:
            error = (event.data or {}).get("code")
        last = event
    told = (_told(stage, start, ends.get(stage), last or start, error) for stage, start in starts.items())
    return tuple(stage for stage in told if stage is not None)


def count_words(text: object) -> int | None:
    """Count the words of what should be a text."""
    return len(text.split()) if isinstance(text, str) else None


def agent_status(response: dict[str, Any]) -> str:
    """Translate an agent's answer, as Home Assistant writes it down, into the status of its stage."""
    if response.get("response_type") != intent.IntentResponseType.ERROR.value:
        return OK
    code = response.get("data", {}).get("code", "unknown")
    return REJECTED if code in _NOT_UNDERSTOOD else f"{ERROR}{code}"


def done(told: StageTold, engine: Engine) -> StageDone:
    """Make of what was told what Earshot enters of a stage."""
    return StageDone(
        engine=as_told(engine), at=told.at, got=Received(words=told.words), took_ms=told.took_ms, status=told.status
    )


def as_told(engine: Engine) -> Engine:
    """Return an engine of which only Home Assistant's word says that it was the one: declared at the best."""
    if engine.standing.evidence not in {Evidence.ENFORCED, Evidence.OBSERVED}:
        return engine
    return replace(engine, standing=replace(engine.standing, evidence=Evidence.DECLARED))


@callback
def is_own(hass: HomeAssistant, engine_id: str | None) -> bool:
    """Return whether an engine is one of the gate's own entities."""
    entry = er.async_get(hass).async_get(engine_id) if engine_id else None
    return entry is not None and entry.platform == DOMAIN


@callback
def known_id(hass: HomeAssistant, told: StageTold, pipeline_id: str) -> str:
    """Return the id by which an engine is known. A legacy recognizer stands in the events by its name only."""
    if "." in told.engine_id or told.stage is not Stage.SPEECH_TO_TEXT:
        return told.engine_id
    try:
        return async_get_pipeline(hass, pipeline_id).stt_engine or told.engine_id
    except PipelineNotFound:
        return told.engine_id


def _told(
    stage: Stage, start: PipelineEvent, end: PipelineEvent | None, last: PipelineEvent, error: str | None
) -> StageTold | None:
    asked, answered = start.data or {}, (end.data or {}) if end else {}
    if stage is Stage.WAKE_WORD and not answered.get("wake_word_output"):
        return None
    if asked.get("acknowledge_override"):
        return None
    at = datetime.fromisoformat((end or last).timestamp)
    return StageTold(
        stage=stage,
        engine_id=_engine_id(stage, asked, answered),
        at=at,
        took_ms=round((at - datetime.fromisoformat(start.timestamp)).total_seconds() * 1000),
        words=count_words(asked.get("intent_input", asked.get("tts_input"))),
        status=_status(stage, answered, error) if end else _unended(error),
        ended=end is not None,
    )


def _engine_id(stage: Stage, asked: dict[str, Any], answered: dict[str, Any]) -> str:
    if stage is Stage.CONVERSATION and answered.get("processed_locally"):
        return conversation.HOME_ASSISTANT_AGENT
    return str(asked.get("entity_id") or asked.get("engine") or "")


def _status(stage: Stage, answered: dict[str, Any], error: str | None) -> str:
    if stage is Stage.CONVERSATION:
        return agent_status(answered.get("intent_output", {}).get("response", {}))
    return f"{ERROR}{error}" if stage is Stage.TEXT_TO_SPEECH and error else OK


def _unended(error: str | None) -> str:
    if error is None:
        return CANCELLED
    return SILENCE if error == _NO_WORDS else f"{ERROR}{error}"
