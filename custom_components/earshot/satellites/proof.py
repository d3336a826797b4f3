"""A pairing is proved by an utterance from that very satellite, through the gate, in the ledger."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from homeassistant.components.assist_pipeline import async_get_pipelines
from homeassistant.components.assist_satellite.const import DOMAIN as SATELLITE_DOMAIN
from homeassistant.const import ATTR_ENTITY_ID, STATE_UNAVAILABLE
from homeassistant.core import Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import translation
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import async_track_state_change_event
from homeassistant.util import dt as dt_util

from ..const import DOMAIN, PROOF_PATIENCE
from ..errors import EarshotError
from ..gate.captures import CAPTURE
from ..gate.gate import SIGNAL_FINISHED
from ..gate.runs import describe_satellite
from ..gate.storage import Storage
from ..ledger import UtteranceView
from ..models import Outcome
from .posture import WakePlace
from .sightings import sightings
from .survey import Survey

PROMPT: Final = f"component.{DOMAIN}.common.pairing_prompt"


class Proved(StrEnum):
    """How it went."""

    HEARD = "heard"
    """It came through, and is in the ledger."""
    MUTED = "muted"
    """Its microphone is shut."""
    UNSPOKEN = "unspoken"
    """It was to say something aloud, and could not."""
    OFFLINE = "offline"
    """Home Assistant does not reach the satellite."""
    NOTHING_HEARD = "nothing_heard"
    """The satellite streams, and no wake word was heard in it."""
    WAKE_ON_DEVICE = "wake_on_device"
    """The satellite hears its wake word itself, and has not heard it."""
    NO_WAKE_WORD = "no_wake_word"
    """Nobody listens for a wake word: neither the satellite nor a run."""
    OTHER_SATELLITE = "other_satellite"
    """Another satellite heard it."""
    WRONG_ASSISTANT = "wrong_assistant"
    """The satellite was heard, and by another pipeline than the one that it was given."""
    NO_SPEECH = "no_speech"
    """It woke, and no speech came."""
    ENGINE_FAILED = "engine_failed"
    """It was heard, and an engine failed."""
    NOT_WRITTEN = "not_written"
    """It was heard, and the ledger cannot be written or read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What came of it, and what fills the sentence about it."""

    outcome: Proved
    utterance_id: str | None = None
    placeholders: dict[str, str] = field(default_factory=dict)


_THROUGH: Final = frozenset({Outcome.ANSWERED, Outcome.NOT_UNDERSTOOD, Outcome.BLOCKED})
"""Ends of an utterance that came through: somebody spoke, and it was heard. Whether this home knows the sentence, and
whether a rule lets it go on, is another matter."""


class Prover:
    """Waits for somebody to speak to one satellite."""

    def __init__(self, hass: HomeAssistant, storage: Storage, survey: Survey) -> None:
        self._hass = hass
        self._storage = storage
        self._survey = survey

    async def prove(
        self, entity_id: str, assistant: str, pipeline_id: str, *, aloud: bool = False, seconds: float = PROOF_PATIENCE
    ) -> Proof:
        """Wait until an utterance of this satellite is in the ledger, or it is clear why none is.

        `assistant` is the title of the assistant that it must reach, `pipeline_id` that one's pipeline. With `aloud`
        the satellite says first what the person is to do.
        """
        watch = _Watch(self._hass, entity_id, pipeline_id)
        with watch.watching():
            if aloud and not await self._ask(entity_id):
                proof = Proof(outcome=Proved.UNSPOKEN)
            else:
                proof = await self._heard(watch, assistant, seconds)
        return proof

    async def _heard(self, watch: _Watch, assistant: str, seconds: float) -> Proof:
        try:
            async with asyncio.timeout(seconds):
                return await self._wait(watch, assistant)
        except TimeoutError:
            return self._why_nothing(watch)

    async def _wait(self, watch: _Watch, assistant: str) -> Proof:
        while True:
            if watch.offline:
                return Proof(outcome=Proved.OFFLINE)
            if (pipeline := watch.elsewhere) is not None:
                return Proof(outcome=Proved.WRONG_ASSISTANT, placeholders={"other": pipeline})
            utterance_id = await watch.news()
            if utterance_id is not None and (proof := await self._judge(utterance_id, watch, assistant)) is not None:
                return proof

    async def _judge(self, utterance_id: str, watch: _Watch, assistant: str) -> Proof | None:
        """Look at an utterance that is over. None: it proves nothing."""
        view = await self._read(utterance_id)
        if view is None:
            return Proof(outcome=Proved.NOT_WRITTEN)
        if view.satellite is None or view.satellite.entity_id != watch.entity_id:
            watch.others.update({view.satellite.label} if view.satellite and view.satellite.entity_id else ())
            return None
        if view.at < watch.since or (outcome := _outcome(view, assistant)) is None:
            return None
        return Proof(
            outcome=outcome,
            utterance_id=utterance_id if outcome is Proved.HEARD else None,
            placeholders={"other": view.assistant or "", "code": view.code or ""},
        )

    async def _read(self, utterance_id: str) -> UtteranceView | None:
        try:
            return await self._hass.async_add_executor_job(self._storage.ledger.utterance, utterance_id)
        except EarshotError:
            return None

    def _why_nothing(self, watch: _Watch) -> Proof:
        """Say why nothing came, as far as it can be told."""
        posture = self._survey.of(watch.entity_id)
        if posture.muted.value:
            return Proof(outcome=Proved.MUTED)
        if watch.others:
            return Proof(outcome=Proved.OTHER_SATELLITE, placeholders={"other": ", ".join(sorted(watch.others))})
        if any(run.awaits_wake_word for run in sightings(self._hass, watch.entity_id)):
            return Proof(outcome=Proved.NOTHING_HEARD)
        if posture.wake.where.value is WakePlace.ON_DEVICE:
            return Proof(outcome=Proved.WAKE_ON_DEVICE)
        return Proof(outcome=Proved.NO_WAKE_WORD)

    async def _ask(self, entity_id: str) -> bool:
        """Let the satellite say what the person is to do; return whether it did."""
        texts = await translation.async_get_translations(self._hass, self._hass.config.language, "common", [DOMAIN])
        target = {ATTR_ENTITY_ID: entity_id, "message": texts[PROMPT]}
        try:
            await self._hass.services.async_call(SATELLITE_DOMAIN, "announce", target, blocking=True)
        except HomeAssistantError, OSError, NotImplementedError:
            return False
        return True


def _outcome(view: UtteranceView, assistant: str) -> Proved | None:
    """Judge an utterance of the right satellite; None for one that was broken off.

    Somebody who captures its microphone meanwhile has an entry of their own, which nobody said.
    """
    if view.outside == CAPTURE:
        return None
    if view.assistant != assistant:
        return Proved.WRONG_ASSISTANT
    match view.outcome:
        case Outcome.FALSE_WAKE:
            return Proved.NO_SPEECH
        case Outcome.FAILED:
            return Proved.ENGINE_FAILED
        case through if through in _THROUGH:
            return Proved.HEARD
    return None


class _Watch:
    """What happens at one satellite, and at the others, from now on."""

    def __init__(self, hass: HomeAssistant, entity_id: str, pipeline_id: str) -> None:
        self.entity_id: Final = entity_id
        self.label: Final = describe_satellite(hass, entity_id).label
        now = dt_util.utcnow()
        # The ledger counts in milliseconds.
        self.since: Final = now.replace(microsecond=now.microsecond // 1000 * 1000)
        self.others: Final[set[str]] = set()
        """Names of other satellites that were heard meanwhile."""
        self._hass = hass
        self._pipeline_id = pipeline_id
        self._known = {run.run_id for run in sightings(hass, entity_id)}
        self._news: asyncio.Queue[str | None] = asyncio.Queue()

    @property
    def offline(self) -> bool:
        """Whether Home Assistant does not reach it."""
        state = self._hass.states.get(self.entity_id)
        return state is None or state.state == STATE_UNAVAILABLE

    @property
    def elsewhere(self) -> str | None:
        """Name of another pipeline that was to hear a command of this satellite since; None if there is none."""
        names = {pipeline.id: pipeline.name for pipeline in async_get_pipelines(self._hass)}
        for run in sightings(self._hass, self.entity_id):
            if run.run_id not in self._known and run.pipeline_id != self._pipeline_id and run.woken:
                return names.get(run.pipeline_id, run.pipeline_id)
        return None

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Follow it for as long as the block lasts."""
        unsubscribe = (
            async_dispatcher_connect(self._hass, SIGNAL_FINISHED, self._finished),
            async_track_state_change_event(self._hass, [self.entity_id], self._changed),
        )
        try:
            yield
        finally:
            for forget in unsubscribe:
                forget()

    async def news(self) -> str | None:
        """Return the id of the next utterance that is over; None when the satellite's state has changed."""
        return await self._news.get()

    @callback
    def _finished(self, utterance_id: str) -> None:
        self._news.put_nowait(utterance_id)

    @callback
    def _changed(self, _event: Event[EventStateChangedData]) -> None:
        self._news.put_nowait(None)
