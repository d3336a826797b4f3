"""Whether a text may be handed to a voice; and Earshot's own, which says what another may not have."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import Final, cast

from homeassistant.util import language as language_util

from ..errors import EarshotError, EngineBarredError
from ..policy.decide import Decision, Verdict
from .door import Door
from .engine import Engine
from .entries import StageDone
from .flight import CANCELLED, ERROR, Flight, StageWork
from .inner.interface import SpeechOrder, Spoken, VoiceEngine
from .phrases import Phrase, phrase

_PATIENCE_SECONDS: Final = 10.0
"""How long somebody who is spoken to waits for a host that is just starting: several times what a start takes on all
but the slowest boards."""


class SpokenText:
    """The text of one answer as it comes in, whose words are counted and not kept."""

    def __init__(self, beginning: str, rest: AsyncGenerator[str]) -> None:
        self._beginning = beginning
        self._rest = rest
        self.work: StageWork | None = None

    async def parts(self) -> AsyncGenerator[str]:
        """Hand on every part, and count its words."""
        part: str | None = self._beginning
        in_word = False
        while part is not None:
            if self.work is not None and part:
                split = in_word and not part[0].isspace()
                self.work.words = (self.work.words or 0) + len(part.split()) - split
                in_word = not part[-1].isspace()
            yield part
            part = await anext(self._rest, None)


class Speaking:
    """Stands before the voices."""

    def __init__(self, door: Door, own: VoiceEngine, announced: Callable[[StageDone], None]) -> None:
        """`announced` is told of every text that answers nobody, when the voice is done with it."""
        self._announced = announced
        self._door = door
        self._own = own

    async def speak(self, flight: Flight | None, engine: VoiceEngine, text: SpokenText, order: SpeechOrder) -> Spoken:
        """Say a text by the voice that was chosen, or by Earshot's own if that one may not have it.

        What answers an utterance is said when all who heard it are on disk. It and the sound raise what the engine
        raises, and EngineBarredError where no voice may or can say it.
        """
        await engine.ready(_PATIENCE_SECONDS)
        engine = engine.near(flight.speaker if flight else "")
        described = engine.describe_voice(order)
        decision = self._door.consult(flight, described, engine.engine_id)
        why = None
        if decision.verdict >= Verdict.ASK:
            why = phrase(order.language, Phrase.OTHER_VOICE, described.standing)
            engine, order = await self._instead(flight, described, decision, order)
        if flight is None:
            aloud = self._aloud(engine, text, order)
            return Spoken(str(await anext(aloud)), cast("AsyncGenerator[bytes]", aloud))
        # What Earshot says itself explains enough; and what nobody asked for is not explained.
        explains = why is not None and not flight.says_own
        flight.respoken = explains
        answer = _answer(flight, engine, text, order, why if explains else None)
        return Spoken(str(await anext(answer)), cast("AsyncGenerator[bytes]", answer))

    async def _aloud(self, engine: VoiceEngine, text: SpokenText, order: SpeechOrder) -> AsyncGenerator[str | bytes]:
        """Speak what answers nobody: first the kind of sound file that it is, then the sound."""
        text.work = work = StageWork(engine.describe_voice(order))
        try:
            spoken = await engine.speak(text.parts(), order)
            yield spoken.extension
            async for piece in spoken.data:
                yield piece
        except asyncio.CancelledError, GeneratorExit:
            work.status = CANCELLED
            raise
        except Exception as err:
            work.status = ERROR + (err.code if isinstance(err, EarshotError) else "unexpected")
            raise
        finally:
            self._announced(work.done())

    async def _instead(
        self, flight: Flight | None, barred: Engine, decision: Decision, order: SpeechOrder
    ) -> tuple[VoiceEngine, SpeechOrder]:
        """Return Earshot's own voice, in its own way. Raises EngineBarredError if it cannot say it, or may not."""
        if flight is not None:
            flight.block(barred, self._door.rule(decision))
        there = await self._own.ready(_PATIENCE_SECONDS)
        languages = language_util.matches(order.language, self._own.abilities.languages)
        if there and languages:
            own = self._own.near(flight.speaker if flight else "")
            instead = SpeechOrder(languages[0], {})
            allowed = self._door.consult(flight, own.describe_voice(instead), own.engine_id)
            if allowed.verdict < Verdict.ASK:
                return own, instead
        if flight is not None:
            flight.barred = True
            await flight.settle()
        raise EngineBarredError(engine=barred.label)


async def _answer(
    flight: Flight, engine: VoiceEngine, text: SpokenText, order: SpeechOrder, why: str | None
) -> AsyncGenerator[str | bytes]:
    """Speak the answer to an utterance: first the kind of sound file that it is, then the sound.

    A voice that is not there is entered as one that failed.
    """
    await flight.settle()
    with flight.at_work(engine.describe_voice(order)) as text.work:
        spoken = await engine.speak(_explained(text.parts(), why) if why else text.parts(), order)
        yield spoken.extension
        async for piece in spoken.data:
            yield piece
            flight.begin_keeping()  # nobody waits any more


async def _explained(parts: AsyncGenerator[str], why: str) -> AsyncGenerator[str]:
    async for part in parts:
        yield part
    yield f" {why}"
