"""A talkative house: several utterances at a time, with sound, and everything that can happen to what is kept."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import chain, count
from random import Random

from homeassistant.util import dt as dt_util

from custom_components.earshot.gate.engine import Engine
from custom_components.earshot.gate.entries import Beginning
from custom_components.earshot.gate.flight import Flight
from custom_components.earshot.ledger import Selection
from custom_components.earshot.models import ContentKind, Outcome, Stage
from custom_components.earshot.policy.classify import HOME_ASSISTANT
from tests.crash.life import Life
from tests.crash.steps import Steps

SPEAKERS = 4
"""Utterances at a time, so that entries share transactions and something is always between two steps."""
PERSON = "Ada"
SECRET = "sesame"  # noqa: S105 - it is what must be in no file
"""Stands in everything that is said."""
SAMPLES = 4_000
"""A quarter of a second of sound: enough to be several frames of FLAC."""
PERIODS = [timedelta(milliseconds=ms) for ms in (50, 200, 500)] + [timedelta(days=1)] * 3
"""How long contents are kept here. No person could set the short ones; they fall due while the load goes on."""

OPERATIONS = ("erase", "redact", "checkpoint", "exchange", "shorten", "rebuild", "care")


def said(utterance_id: str, kind: ContentKind) -> bytes:
    """Return what was said in an utterance: known from its name alone, so that nobody has to write it down."""
    if kind is ContentKind.SOUND:
        return Random(utterance_id).randbytes(2 * SAMPLES)  # noqa: S311 - it is to be repeatable
    return f"{SECRET} {kind.value} {utterance_id}".encode()


class House:
    """The people in it, until the end."""

    def __init__(self, life: Life, random: Random, steps: Steps, *, quiet: bool) -> None:
        """`quiet`: nobody speaks while the deadly operation goes on, so that each of its own steps may be the last."""
        self._life = life
        self._quiet = quiet
        self._speaking = asyncio.Event()
        self._speaking.set()
        self._random = random
        self._steps = steps
        self._over: list[str] = []
        """Utterances that are over, and that nobody has forgotten."""

    async def live(self) -> None:
        """Speak, erase, redact, sign, exchange the key, and so on, for ever."""
        self._steps.begin("load")
        # What is kept against the settings would be taken for a setting that was made stricter.
        await self._life.settings.set_retention(None, ContentKind.SOUND, timedelta(hours=10), PERSON)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(SPEAKERS):
                tasks.create_task(self._speak())
            tasks.create_task(self._operate())

    async def _speak(self) -> None:
        while await self._speaking.wait():
            self._over.append(await self._utter())

    async def _utter(self) -> str:
        """Let one utterance go through all its stages, as `Stages` does."""
        life = self._life
        beginning = Beginning(at=dt_util.utcnow(), assistant="Earshot")
        flight = Flight(life.hass, life.storage, life.settings, beginning=beginning, run=None)
        flight.begin()
        flight._allowed = {kind: self._random.choice(PERIODS) for kind in ContentKind}
        task = asyncio.current_task()
        assert task is not None
        life.gate._flights[flight] = task
        name = flight.utterance_id
        with flight.at_work(_engine(Stage.SPEECH_TO_TEXT)) as work:
            work.sound = flight.microphone
            async for _ in flight.microphone.through(flight.recorded(_sound(name))):
                pass
        await flight.settle()
        flight.keep(ContentKind.WORDS, said(name, ContentKind.WORDS).decode())
        with flight.at_work(_engine(Stage.CONVERSATION)) as work:
            work.words = 3
        await flight.settle()
        flight.keep(ContentKind.RESPONSE, said(name, ContentKind.RESPONSE).decode())
        await flight.finish(Outcome.ANSWERED, None)
        life.gate._flights.pop(flight)
        return name

    async def _operate(self) -> None:
        """Do everything again and again, each time in another order; but first of all what is to be deadly."""
        await asyncio.sleep(self._random.uniform(0, 0.2))
        orders = (self._random.sample(OPERATIONS, len(OPERATIONS)) for _ in count())
        first = [operation for operation in OPERATIONS if operation == self._steps.phase]
        if first and self._quiet:
            self._speaking.clear()
            while self._life.gate.in_flight:  # noqa: ASYNC110 - the gate has no event for that
                await asyncio.sleep(0.01)
        for operation in chain(first, chain.from_iterable(orders)):
            self._steps.begin(operation)
            await self._do(operation)
            self._speaking.set()
            await asyncio.sleep(self._random.uniform(0, 0.02))

    async def _do(self, operation: str) -> None:
        life = self._life
        match operation:
            case "erase":
                await life.forgetting.erase(Selection(utterance_ids=self._some()), by=PERSON)
            case "redact":
                names = self._some()
                life.journal.tell("redacting", names)
                await life.forgetting.redact(Selection(utterance_ids=names), by=PERSON)
                life.journal.tell("redacted", names)
            case "checkpoint":
                note = await life.hass.async_add_executor_job(life.storage.ledger.checkpoint)
                life.journal.tell("checkpoint", note)
            case "exchange":
                await life.caretaker.exchange_household_key(PERSON)
            case "shorten":
                period = timedelta(hours=self._random.randint(2, 9))
                await life.settings.set_retention(None, ContentKind.WORDS, period, PERSON)
                await life.timekeeper.look()
            case "rebuild":
                await life.hass.async_add_executor_job(life.storage.ledger.rebuild)
            case "care":
                await life.caretaker.look_for_lost()

    def _some(self) -> tuple[str, ...]:
        """Take two utterances that are over, an old and a new one; if there are none yet, one that never was."""
        taken = [self._over.pop(place) for place in (0, -1) if self._over]
        return tuple(taken) or ("nobody",)


def _engine(stage: Stage) -> Engine:
    return Engine(stage=stage, label="An engine", integration="test", version="1", standing=HOME_ASSISTANT)


async def _sound(utterance_id: str) -> AsyncIterator[bytes]:
    pcm = said(utterance_id, ContentKind.SOUND)
    for begin in range(0, len(pcm), 1_000):
        await asyncio.sleep(0)
        yield pcm[begin : begin + 1_000]
