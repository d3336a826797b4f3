"""One utterance in flight, from its first stage to its last entry.

It collects what each stage did as frozen values, hands them to storage at the moments when somebody relies on
them, and knows when everything it handed over is on disk.
"""

import asyncio
from collections.abc import AsyncIterable, Iterator
import contextlib
from contextvars import ContextVar
from dataclasses import replace
from datetime import timedelta
import time
from typing import Any, Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util, ulid as ulid_util

from ..donation.redaction import WordTime
from ..errors import EarshotError
from ..ledger.record import Blocked, Finished, Heard, Record
from ..models import ContentKind, Ear, Outcome, Received, Stage
from ..policy.retention import NOTHING
from ..policy.rules import content_of
from .deeds import Watched
from .donor import Collected, Donor, Gift, Nobody
from .engine import Engine
from .entries import Beginning, StageDone, heard_from
from .runs import Run, current_satellite, describe_satellite, speaker_key
from .settings import OFF_THE_RECORD, PrivacySettings
from .sound import SoundBuffer, SoundMeter
from .speech_route import speech_route
from .storage import Storage
from .under_way import UnderWay

OK: Final = "ok"
"""The statuses of a stage, as `Processed` names them."""
REJECTED: Final = "rejected"
SILENCE: Final = "silence"
ERROR: Final = "error:"
CANCELLED: Final = "error:cancelled"

current_flight: ContextVar[Flight | None] = ContextVar("earshot_current_flight", default=None)
"""The utterance of this task. Tasks that Home Assistant starts to speak the answer copy it."""


class StageWork:
    """A stage at work. Whoever asks the engine says what it got and how it went."""

    def __init__(self, engine: Engine) -> None:
        self.engine: Final = engine
        self.sound: SoundMeter | None = None
        self.words: int | None = None
        self.status = OK
        self._began = time.monotonic()

    def done(self) -> StageDone:
        """Freeze what is known by now."""
        return StageDone(
            engine=self.engine,
            at=dt_util.utcnow(),
            got=self.sound.got if self.sound else Received(words=self.words),
            took_ms=milliseconds_since(self._began),
            status=self.status,
        )


class Flight:
    """An utterance on its way. Mutable, lives in the event loop, and is over when `finish` has returned."""

    hearing: Engine | None = None
    """The engine that gets the sound of its command in this moment. None: no engine does."""
    wants_word_times = False
    """Whether the recognizer is to say when each word was said, where it can: that costs it time."""
    word_times: tuple[WordTime, ...] | None = None
    """When each word of `heard_words` was said, as `str.split` divides them; None where nobody knows."""
    says_own = False
    """Whether what is to be said is Earshot's own, and no answer."""
    language = ""
    """The language in which it was heard, as a tag."""
    donor: Donor = Nobody()
    gift: Gift
    """What is held of it in case that it is offered."""

    def __init__(
        self, hass: HomeAssistant, storage: Storage, settings: PrivacySettings, *, beginning: Beginning, run: Run | None
    ) -> None:
        self.utterance_id: Final = ulid_util.ulid_now()
        self.run = run
        self.task = asyncio.current_task()
        """The task of the run. All stages but the voice happen in it."""
        self.user_id = run.user_id if run else None
        """The person whose browser or app it is."""
        self.let_go = asyncio.Event()
        """Set when whoever handed over words without a pipeline has got the answer."""
        self.satellite: Final = beginning.by or describe_satellite(hass, current_satellite(run))
        self.beginning = beginning
        self.deeds: Final = Watched(hass, self.utterance_id)
        self.microphone: Final = SoundMeter()
        self.stages: Final[list[StageDone]] = []
        self.heard_words: str | None = None
        """What was said, in memory only, until the utterance is over."""
        self.answer: str | None = None
        """What is to be said, in memory only: the voice is known by it."""
        self.speaking: asyncio.Task[Any] | None = None
        """The task in which the answer is synthesized, if one was begun."""
        self.question: asyncio.Future[bool] | None = None
        """Whether it may go on, while somebody is asked. It goes on in the run of their answer then."""
        self.to_explain: str | None = None
        """What is to be said instead of an answer, because a rule kept its sound from the recognizer."""
        self.asked_agent = False
        """Whether the words came as far as the gate before the agents: nobody before it has answered them."""
        self.respoken = False
        """Whether Earshot's own voice said the answer because a rule kept it from another, and said why."""
        self.barred = False
        """Whether a rule kept it from being answered."""
        self.cancelled = self.over = self.discreet = False
        """The last: whether it was off the record, if only for a moment."""
        self._hass = hass
        self._storage = storage
        self._settings = settings
        self.place: Final = settings.place_of(self.satellite.entity_id)
        """The key of its satellite among the settings."""
        self.give_to(self.donor)
        self._allowed: dict[ContentKind, timedelta] = {}
        """How long each kind may be kept: as it was set when the utterance began, or less if that was changed since."""
        self._sound: SoundBuffer | None = None
        self._notes: list[Record] = []
        self._to_keep: list[tuple[ContentKind, str]] = []
        self._kept: set[ContentKind] = set()
        self._agent: StageWork | None = None
        self._began = time.monotonic()
        self._lost = self._first_lost = False
        self._heard_written, self._stages_written = False, 0
        self._entering = UnderWay(hass, f"earshot entries of {self.utterance_id}")
        self._keeping = UnderWay(hass, f"earshot contents of {self.utterance_id}")

    def woke(self, phrase: str) -> None:
        """The wake word was heard: this is an utterance, and it begins now."""
        self.beginning = replace(self.beginning, at=dt_util.utcnow(), wake_word=phrase, woken_by="engine")
        self._began = time.monotonic()

    @callback
    def begin(self) -> None:
        """Decide what may be kept of it, before there is anything to keep."""
        self._allowed = {kind: self._settings.keep(self.place, kind) for kind in ContentKind}
        self.discreet = self.deeds.discreet = self._settings.off_the_record.covers(self.place)
        self.gift.begin(discreet=self.discreet)
        self.wants_word_times = self.gift.covered

    def give_to(self, donor: Donor) -> None:
        """Say who is handed what could be given away, before it begins."""
        self.donor, self.gift = donor, Gift(donor, self.place)

    @callback
    def bring_under_settings(self) -> None:
        """Keep less, if that was just set. Never more: who spoke, spoke under what was set before."""
        self._allowed = {
            kind: min(period, self._settings.keep(self.place, kind)) for kind, period in self._allowed.items()
        }
        if self._sound is not None and not self._allowed[ContentKind.SOUND]:
            self._sound.let_go()
        off = self._settings.off_the_record.covers(self.place)
        self.gift.look(discreet=off)
        if off:
            self.discreet = self.deeds.discreet = True
            self._keeping.begin(self._take_back((*self._entering.tasks, *self._keeping.tasks)))

    def note(self, record: Record) -> None:
        """Have one more entry written, behind those of the stages so far. Means nothing when it is over."""
        self._notes.append(record)

    def block(self, engine: Engine, rule: str, answer: str | None = None) -> None:
        """Enter that a rule kept it from an engine. Means nothing when it is over."""
        self.note(
            Blocked(
                utterance_id=self.utterance_id,
                at=dt_util.utcnow(),
                stage=engine.stage,
                content=ContentKind(content_of(engine.stage).value),
                label=engine.label,
                integration=engine.integration,
                place=engine.standing.place,
                evidence=engine.standing.evidence,
                rule=rule,
                answer=answer,
            )
        )

    @callback
    def go_on(self, run: Run | None) -> None:
        """Go on in the run of this task: somebody was asked, and said yes."""
        asked, self.question = self.question, None
        self.run, self.task = run, asyncio.current_task()
        self.speaking = self.answer = self.to_explain = None
        if asked is not None and not asked.done():
            asked.set_result(True)

    @property
    def speaker(self) -> str:
        """The id by which a recognizer may tell this satellite from others."""
        return speaker_key(self._hass, self.satellite.entity_id)

    def took(self, stage: Stage) -> bool:
        """Whether `stage` has had the utterance."""
        return any(done.engine.stage is stage for done in self.stages)

    @contextlib.contextmanager
    def at_work(self, engine: Engine) -> Iterator[StageWork]:
        """Time a stage. What breaks it off becomes its status, and goes on its way."""
        work = StageWork(engine)
        if engine.stage is Stage.CONVERSATION:
            self._agent = work
        if engine.stage is Stage.SPEECH_TO_TEXT:
            self.hearing = engine
        try:
            yield work
        except asyncio.CancelledError, GeneratorExit:
            work.status = CANCELLED
            self.cancelled = self.cancelled or asyncio.current_task() is self.task
            raise
        except EarshotError as err:
            work.status = ERROR + err.code
            raise
        except Exception:
            work.status = ERROR + "unexpected"
            raise
        finally:
            self.hearing = None
            self._put_down(work)

    async def settle(self) -> None:
        """Return when it is on disk who has had it so far, or when the disk has had its time.

        What Earshot itself keeps is not waited for: it is entered before it lies in its place, and before the end. An
        agent that still talks while its first words are already being spoken is entered as it stands.
        """
        if self.over:  # broken off from outside, while an engine was still at it
            return
        if self._agent is not None:
            self._put_down(self._agent)
        self._hand_over()
        await self._entering.over()

    def recorded(self, stream: AsyncIterable[bytes]) -> AsyncIterable[bytes]:
        """Let the sound flow by, and hold a copy in memory until the end if it is to be kept."""
        stream = self.gift.recorded(stream)
        if not self._allowed[ContentKind.SOUND]:
            return stream
        self._sound = SoundBuffer()
        return self._sound.through(stream)

    def keep(self, kind: ContentKind, text: str) -> None:
        """Have words sealed in the vault, if they may be kept, as soon as nobody waits for an answer any more."""
        if not self.over:  # an agent may answer after the run was broken off
            self._to_keep.append((kind, text))

    def begin_keeping(self) -> None:
        """Seal what has come together. Before, the flushes of the vault would hold up those of the ledger."""
        if self._to_keep:
            self._keeping.begin(self._keep_words(tuple(self._to_keep)))
            self._to_keep.clear()

    async def finish(self, outcome: Outcome, code: str | None) -> None:
        """Enter the end of the utterance, after everything else of it."""
        self._hand_over(last=True)
        self.begin_keeping()
        if self._sound is not None:
            self._start_keeping(ContentKind.SOUND, self._sound.pcm)
        await self.written()
        self.over = True
        words, self.heard_words, self.answer = self.heard_words, None, None
        route = speech_route(self._hass, self.run)
        finished = Finished(
            utterance_id=self.utterance_id,
            at=dt_util.utcnow(),
            outcome=outcome,
            left_house=any(ear.place.leaves_house for ear in self._ears()),
            took_ms=milliseconds_since(self._began),
            code=code,
            speech=route.ear,
            speech_by_token=route.by_token,
        )
        written = not self._first_lost and await self._storage.write([finished])
        if not self._first_lost and not written:
            self._storage.owe(finished)
        self._hand_over_gift(outcome, words, known=written and self.entered)

    def _hand_over_gift(self, outcome: Outcome, words: str | None, *, known: bool) -> None:
        """Hand what is held to the donor. What the ledger does not know is never given away."""
        sound, wake_sound = self.gift.take()
        if self.beginning.with_words or not known or not self.donor.asks():
            sound[:] = bytes(len(sound))
            return
        collected = Collected(
            utterance_id=self.utterance_id,
            said=self.beginning.at,
            satellite=self.satellite,
            place=self.place,
            outcome=outcome,
            discreet=self.discreet,
            wake_word=self.beginning.wake_word,
            language=self.language,
            words=words,
            word_times=self.word_times,
            sound=sound,
            wake_sound=wake_sound,
        )
        self.donor.take(collected)

    def _put_down(self, work: StageWork) -> None:
        """Enter a stage among those that are done, once."""
        if work.engine.stage is not Stage.CONVERSATION or work is self._agent:
            self.stages.append(work.done())
            self._agent = None if work is self._agent else self._agent
            return
        # It was entered when its first words were spoken; how it went on decides how the utterance ends.
        place = next(i for i, done in enumerate(self.stages) if done.engine.stage is Stage.CONVERSATION)
        self.stages[place] = work.done()

    def _hand_over(self, *, last: bool = False) -> None:
        """Begin to write what is new. The last time it is also said that an agent did nothing, if it did."""
        records: list[Record] = []
        if not self._heard_written:
            self._heard_written = True
            records.append(self._heard())
        records += (done.processed(self.utterance_id) for done in self.stages[self._stages_written :])
        self._stages_written = len(self.stages)
        records += self._notes
        self._notes = []
        if (acted := self.deeds.take_news(last=last and self.took(Stage.CONVERSATION))) is not None:
            records.append(acted)
        if records:
            self._entering.begin(self._write(records))

    async def _write(self, records: list[Record]) -> None:
        if isinstance(records[0], Heard) and self.user_id is not None:
            user = await self._hass.auth.async_get_user(self.user_id)
            records[0] = heard_from(records[0], user)
        if self._lost or not await self._storage.write(records):
            self._first_lost = self._first_lost or isinstance(records[0], Heard)
            self._lost = True

    async def _keep_words(self, to_keep: tuple[tuple[ContentKind, str], ...]) -> None:
        for kind, text in to_keep:
            if not self._lost:  # nothing is kept of what the ledger does not know
                await self._keep(kind, text.encode())

    def _start_keeping(self, kind: ContentKind, content: bytes | bytearray) -> None:
        """Nothing is kept of what the ledger does not know."""
        if not self._lost and not self.over:
            self._keeping.begin(self._keep(kind, content))
        elif self._sound is not None:
            self._sound.let_go()

    async def _keep(self, kind: ContentKind, content: bytes | bytearray) -> None:
        try:
            if content and (period := self._allowed[kind]) > NOTHING:
                until = dt_util.utcnow() + period
                if await self._storage.keep(self.utterance_id, kind, content, until):
                    self._kept.add(kind)
        finally:
            if kind is ContentKind.SOUND and self._sound is not None:
                self._sound.let_go()

    async def _take_back(self, keeping: tuple[asyncio.Task[None], ...]) -> None:
        """Erase what was kept before it went off the record, and what is being kept in this moment."""
        if keeping:
            await asyncio.wait(keeping)
        if self._kept:
            await self._storage.erase(self.utterance_id, tuple(self._kept), OFF_THE_RECORD)
            self._kept.clear()

    @property
    def entered(self) -> bool:
        """Whether the ledger has its beginning, and may be told more of it."""
        return self._heard_written and not self._lost

    async def written(self) -> None:
        """Return when everything that was handed over is on disk, or when the disk has had its time."""
        await asyncio.gather(self._entering.over(), self._keeping.over())

    def _ears(self) -> Iterator[Ear]:
        if (microphone := self._heard().microphone) is not None:
            yield microphone
        for done in self.stages:
            yield done.engine.ear(done.got)

    def _heard(self) -> Heard:
        return self.beginning.heard(self.utterance_id, self.satellite, self.microphone.got)


def milliseconds_since(began: float) -> int:
    """Whole milliseconds since `began` on the monotonic clock."""
    return round((time.monotonic() - began) * 1000)
