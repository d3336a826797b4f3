"""What goes past Earshot: runs of other engines, words that are typed, sound that is sent straight to a recognizer.

Each knows whether it is over, and tells its story then. All of it is Home Assistant's word, and of much there is none.
"""

from abc import ABC, abstractmethod
import asyncio
from dataclasses import dataclass
from datetime import datetime
import time
from typing import Any, Final, override

from homeassistant.auth.models import User
from homeassistant.components.assist_pipeline import PipelineEventType
from homeassistant.components.assist_pipeline.error import PipelineNotFound
from homeassistant.components.assist_pipeline.pipeline import async_get_pipeline
from homeassistant.components.conversation.trace import ConversationTrace
from homeassistant.core import Context, HomeAssistant
from homeassistant.util import dt as dt_util, ulid as ulid_util

from ..ledger.record import Finished, Record
from ..models import Outcome, Received, Satellite, Stage
from .deeds import Watched
from .entries import ACTION, TYPED, Beginning, StageDone, heard_from
from .flight import CANCELLED, ERROR, OK
from .outcome import Ending, conclude, conclude_words
from .runs import UNNAMED_SATELLITE, Run, describe_satellite, is_remembered
from .told import PIPELINE, Describe, StageTold, agent_status, as_told, count_words, done, is_own, known_id, stages_told

UNSEEN: Final = "unseen"
"""Status of a stage of which nobody told how it went."""

STT_API: Final = "stt_api"
"""How sound went past, as `Heard` names it."""

_TIMED_OUT: Final = f"{ERROR}timeout"
"""Status of a stage that Home Assistant broke off because it took too long."""

PATIENCE: Final = 300.0
"""Seconds after which words or sound whose end nobody tells are given up: a language model on a slow machine takes
minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All that is known of something that is over."""

    how: str
    at: datetime
    satellite: Satellite
    assistant: str
    given: str | None = None
    """As in `Heard`: None where a microphone was in it."""
    wake_word: str | None = None
    stages: tuple[StageDone, ...]
    ending: Ending
    ended: datetime


class Passed(ABC):
    """Something that goes past. It outlives a reload of Earshot, so it holds nothing of it."""

    def __init__(self, user_id: str | None, task: asyncio.Task[Any] | None = None) -> None:
        self.utterance_id: Final = ulid_util.ulid_now()
        self.user_id: Final = user_id
        self.task = task
        """The task that it happens in, where it is known."""
        self.watched: Watched | None = None
        """What it does to the home, where that bears a mark of its own."""
        self.began: Final = dt_util.utcnow()
        self._deadline: Final = time.monotonic() + PATIENCE

    @property
    def given_up(self) -> bool:
        """Whether its task is done, or nobody has told of its end for too long."""
        return time.monotonic() > self._deadline or (self.task is not None and self.task.done())

    @property
    def ends_silently(self) -> bool:
        """Whether its end, which is near, may come without a sign, so that it must be looked for."""
        return True

    @abstractmethod
    def over(self, hass: HomeAssistant) -> bool:
        """Return whether nothing more is to be learned of it."""

    @abstractmethod
    def story(self, hass: HomeAssistant, describe: Describe) -> Story | None:
        """Tell it when it is over; None if it is nothing that went past."""


class PassedRun(Passed):
    """A run of an Assist pipeline. Whether it goes past the gate shows as it goes on."""

    def __init__(self, run: Run) -> None:
        super().__init__(run.user_id)
        self.run: Final = run
        self.words: int | None = None
        """How many words the agent got, as the chat log told."""
        self.agent: str | None = None
        """Who answered, as the chat log told."""
        self.told_at: datetime | None = None
        self.captured = False
        """Whether somebody captured the microphone meanwhile."""
        self.entered_as: str | None = None
        """The utterance that the gate entered it as before Earshot was loaded anew."""

    @override
    def over(self, hass: HomeAssistant) -> bool:
        if self.run.over:
            return True
        # Of more than ten runs at once Home Assistant forgets the oldest, and their tasks may be unknown.
        return not is_remembered(hass, self.run) and (self.task is None or self.task.done())

    @property
    @override
    def ends_silently(self) -> bool:
        # A satellite that streams until it hears a wake word does so for hours.
        started = (self.run.event(kind) for kind in (PipelineEventType.STT_START, PipelineEventType.INTENT_START))
        return self.task is None and any(event is not None for event in started)

    @override
    def story(self, hass: HomeAssistant, describe: Describe) -> Story | None:
        told = stages_told(self.run.events)
        if not self.run.over and not is_remembered(hass, self.run):
            told = self._filled_in(hass, told)
        if not told or _is_the_gates(hass, self.run, told):
            return None
        stages = tuple(
            done(stage, describe(stage.stage, known_id(hass, stage, self.run.pipeline_id))) for stage in told
        )
        spoken = any(stage.stage is Stage.SPEECH_TO_TEXT for stage in told)
        asked = any(stage.stage is Stage.CONVERSATION for stage in told)
        if not spoken and not asked:  # text that was handed to a voice, and nothing that anybody said
            return None
        return Story(
            how=PIPELINE if spoken else TYPED,
            at=dt_util.parse_datetime(self.run.events[0].timestamp, raise_on_error=True),
            satellite=describe_satellite(hass, self.run.satellite_id),
            assistant=_pipeline_name(hass, self.run.pipeline_id),
            given=None if spoken else TYPED,
            wake_word=self._wake_word(),
            stages=stages,
            ending=self._ending(stages, spoken=spoken),
            ended=max(stage.at for stage in told),
        )

    def goes_past(self, hass: HomeAssistant) -> bool:
        """Return whether it has gone past the gate so far, and somebody was asked."""
        told = stages_told(self.run.events)
        return bool(told) and not _is_the_gates(hass, self.run, told)

    def _filled_in(self, hass: HomeAssistant, told: tuple[StageTold, ...]) -> tuple[StageTold, ...]:
        """Add what the pipeline and the chat log tell of a run whose events are not written down any more."""
        try:
            pipeline = async_get_pipeline(hass, self.run.pipeline_id)
        except PipelineNotFound:
            return told
        known = {stage.stage: stage for stage in told}
        heard = known.get(Stage.SPEECH_TO_TEXT)
        engine = heard.engine_id if heard else pipeline.stt_engine
        at, answered = self.told_at or self.began, self.words is not None
        if engine and self.run.satellite_id:
            status = OK if answered else UNSEEN
            known[Stage.SPEECH_TO_TEXT] = self._since_its_begin(Stage.SPEECH_TO_TEXT, engine, at, status, None)
        if answered and Stage.CONVERSATION not in known:
            agent = self.agent if self.agent and "." in self.agent else pipeline.conversation_engine
            status = OK if self.agent else UNSEEN
            known[Stage.CONVERSATION] = self._since_its_begin(Stage.CONVERSATION, agent, at, status, self.words)
        return tuple(known[stage] for stage in Stage if stage in known)

    def _since_its_begin(self, stage: Stage, engine: str, at: datetime, status: str, words: int | None) -> StageTold:
        took = round((at - self.began).total_seconds() * 1000)
        return StageTold(stage=stage, engine_id=engine, at=at, took_ms=took, words=words, status=status, ended=False)

    def _wake_word(self) -> str | None:
        woken = self.run.event(PipelineEventType.WAKE_WORD_END) or {}
        phrase = woken.get("wake_word_output", {}).get("wake_word_phrase")
        return str(phrase) if phrase else None

    def _ending(self, stages: tuple[StageDone, ...], *, spoken: bool) -> Ending:
        if any(stage.status == UNSEEN for stage in stages):
            return Ending(Outcome.UNSEEN)
        error = (self.run.event(PipelineEventType.ERROR) or {}).get("code")
        if not spoken:
            return conclude_words(stages, error)
        return conclude(
            stages,
            cancelled=any(stage.status in {CANCELLED, _TIMED_OUT} for stage in stages),
            error=error,
            spoken_to=self.run.event(PipelineEventType.STT_VAD_START) is not None,
        )


class PassedWords(Passed):
    """Words that were given to an agent without a pipeline: typed by a person, or handed over by an action."""

    def __init__(
        self, agent: str, context: Context, task: asyncio.Task[Any] | None, trace: ConversationTrace | None
    ) -> None:
        super().__init__(context.user_id, task)
        self.agent: Final = agent
        self.by_action: Final = context.user_id is None or context.parent_id is not None
        self._trace = trace

    @override
    def over(self, hass: HomeAssistant) -> bool:
        return self.given_up or self._result is not None

    @property
    def _result(self) -> dict[str, Any] | None:
        told = self._trace.as_dict() if self._trace else {}
        return told.get("result") or ({"error": True} if "error" in told else None)

    @property
    def _given(self) -> dict[str, Any]:
        """What the agent was given, by Home Assistant's trace of it."""
        return (self._trace.as_dict()["events"][0]["data"] or {}) if self._trace else {}

    @override
    def story(self, hass: HomeAssistant, describe: Describe) -> Story | None:
        engine = as_told(describe(Stage.CONVERSATION, self.agent))
        given, result, now = self._given, self._result, dt_util.utcnow()
        response = (result or {}).get("response", {})
        status = UNSEEN if result is None else f"{ERROR}unexpected" if "error" in result else agent_status(response)
        took = round((now - self.began).total_seconds() * 1000)
        got = Received(words=count_words(given.get("text")))
        stage = StageDone(engine=engine, at=now, got=got, took_ms=took, status=status)
        return Story(
            how=TYPED,
            at=self.began,
            satellite=describe_satellite(hass, given.get("satellite_id")),
            assistant=engine.label,
            given=ACTION if self.by_action else TYPED,
            stages=(stage,),
            ending=Ending(Outcome.UNSEEN) if result is None else conclude_words((stage,), None),
            ended=now,
        )


class PassedSpeech(Passed):
    """Sound that a program sent straight to a recognizer. Only that program gets the words; nobody counts the sound."""

    def __init__(self, engine_id: str, user_id: str | None, task: asyncio.Task[Any] | None) -> None:
        super().__init__(user_id, task)
        self.engine_id: Final = engine_id

    @override
    def over(self, hass: HomeAssistant) -> bool:
        return self.given_up

    @override
    def story(self, hass: HomeAssistant, describe: Describe) -> Story | None:
        now = dt_util.utcnow()
        took = round((now - self.began).total_seconds() * 1000)
        engine = as_told(describe(Stage.SPEECH_TO_TEXT, self.engine_id))
        return Story(
            how=STT_API,
            at=self.began,
            satellite=Satellite(label=UNNAMED_SATELLITE),
            assistant="",
            stages=(StageDone(engine=engine, at=now, got=Received(), took_ms=took, status=UNSEEN),),
            ending=Ending(Outcome.UNSEEN),
            ended=now,
        )


def records_of(
    utterance_id: str, story: Story, user: User | None, acted: Record | None = None, ending: Ending | None = None
) -> list[Record]:
    """Return the entries of a story. `user` is the person whose browser or app it was.

    `ending` is the truth where Earshot stops watching before the end.
    """
    ending = ending or story.ending
    beginning = Beginning(
        at=story.at,
        assistant=story.assistant,
        wake_word=story.wake_word,
        woken_by="engine" if story.wake_word else None,
        given=story.given,
        outside=story.how,
    )
    heard = heard_from(beginning.heard(utterance_id, story.satellite, Received()), user)
    finished = Finished(
        utterance_id=utterance_id,
        at=dt_util.utcnow(),
        outcome=ending.outcome,
        left_house=any(stage.engine.standing.place.leaves_house for stage in story.stages),
        took_ms=round((story.ended - story.at).total_seconds() * 1000),
        code=ending.code,
    )
    return [heard, *(stage.processed(utterance_id) for stage in story.stages), *([acted] if acted else []), finished]


def _is_the_gates(hass: HomeAssistant, run: Run, told: tuple[StageTold, ...]) -> bool:
    """Return whether the gate opened a run: who got the sound, or the typed words, is Earshot's own."""
    woken = (run.event(PipelineEventType.WAKE_WORD_START) or {}).get("entity_id")
    heard = next((stage.engine_id for stage in told if stage.stage is Stage.SPEECH_TO_TEXT), told[0].engine_id)
    return is_own(hass, woken) or is_own(hass, heard)


def _pipeline_name(hass: HomeAssistant, pipeline_id: str) -> str:
    try:
        return async_get_pipeline(hass, pipeline_id).name
    except PipelineNotFound:
        return pipeline_id
