"""Speaking on one connection: a text at once or in parts, and its sound sentence by sentence."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
import logging
from typing import Any

from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.event import Event
from wyoming.tts import SynthesizeStopped

from . import fields
from .contract import (
    CHANNELS,
    CONTEXT_SPEED,
    ERROR_ENGINE,
    ERROR_NOT_FOUND,
    ERROR_TOO_LARGE,
    MAX_SPOKEN_CHARACTERS,
    WIDTH,
)
from .engines.interface import Speech, VoiceEngine
from .faults import RefusedError, describe_fault, error_event
from .limits import MAX_SPEED, MAX_WAITING_REQUESTS, MIN_SPEED, SPEECH_PIECE_SECONDS
from .workers import Workers, run_in

LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """Who speaks, and how fast."""

    voice: str | None
    speaker: str | None
    language: str | None
    speed: float

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Manner:
        """Read `synthesize` or `synthesize-start`. Raises RefusedError."""
        if fields.text(data, "text_format") not in {None, "text"}:
            raise RefusedError("Only plain text can be spoken.")
        voice = fields.mapping(data, "voice")
        speed = fields.number(fields.mapping(data, "context"), CONTEXT_SPEED, least=MIN_SPEED, most=MAX_SPEED)
        return cls(
            voice=fields.text(voice, "name"),
            speaker=fields.text(voice, "speaker"),
            language=fields.text(voice, "language"),
            speed=1.0 if speed is None else speed,
        )


class SpeakingSession:
    """One text to say. One sentence is made while the peer takes the one before it, and no more than that."""

    def __init__(  # noqa: PLR0913 - what to speak with, where to, and how
        self,
        engine: VoiceEngine,
        workers: Workers,
        send: Callable[[Event], Awaitable[None]],
        manner: Manner,
        *,
        streamed: bool,
        after: SpeakingSession | None = None,
    ) -> None:
        """Begin. `streamed`: the text comes in parts. `after`: what the same connection asked for before."""
        self._engine = engine
        self._pool = workers.speaking
        self._send = send
        self._manner = manner
        self._streamed = streamed
        self._texts: asyncio.Queue[str | None] = asyncio.Queue()
        self._characters = 0
        self._cutter = _Uncut() if not streamed else _cutter()
        self._rate: int | None = None
        self._sent_samples = 0
        self._closed = False
        self.open = True
        """Whether it takes text."""
        self._before = after if after is not None and after.at_work else None
        self._task = asyncio.create_task(self._run())

    @property
    def at_work(self) -> bool:
        """Whether something is still to come from it."""
        return not self._task.done()

    @property
    def may_follow(self) -> bool:
        """Whether one more request may wait behind this one."""
        waiting, before = 1, self._before
        while before is not None and before.at_work:
            waiting, before = waiting + 1, before._before  # noqa: SLF001 - of the same class
        return waiting <= MAX_WAITING_REQUESTS

    def add(self, text: str) -> None:
        """Take more of the text. Raises RefusedError when it gets too long."""
        self._characters += len(text)
        if self._characters > MAX_SPOKEN_CHARACTERS:
            raise RefusedError("A text is longer than the contract allows.", code=ERROR_TOO_LARGE)
        for piece in self._cutter.feed(text):
            self._texts.put_nowait(piece)

    def end(self) -> None:
        """The text is complete."""
        self.open = False
        for piece in self._cutter.finish():
            self._texts.put_nowait(piece)
        self._texts.put_nowait(None)

    def close(self) -> None:
        """Nobody listens any more. The sentence being made is finished and dropped."""
        self.open, self._closed = False, True
        self._texts.put_nowait(None)
        if self._before is not None:
            self._before.close()

    async def _run(self) -> None:
        if self._before is not None:
            await asyncio.wait((self._before._task,))  # noqa: SLF001 - of the same class
            self._before = None
        try:
            await self._say_all()
        except ConnectionError:
            LOGGER.debug("Nobody waited for the speech")
        finally:
            self._closed = True

    async def _say_all(self) -> None:
        try:
            while (text := await self._texts.get()) is not None and not self._closed:
                await self._say(text)
        except RefusedError as refused:
            await self._send(error_event(refused))
            return
        if not self._closed:
            await self._finish()

    async def _say(self, text: str) -> None:
        pieces: Iterator[Speech] | None = None
        try:
            pieces = await run_in(self._pool, partial(self._begin, text))
            while not self._closed and (speech := await run_in(self._pool, partial(next, pieces, None))) is not None:
                await self._play(speech)
        except ConnectionError:
            raise
        except LookupError as fault:
            LOGGER.warning("Nothing can speak so: %s", describe_fault(fault))
            raise RefusedError("There is no such voice, speaker or language.", code=ERROR_NOT_FOUND) from None
        except Exception as fault:  # noqa: BLE001 - whatever a voice raises, the host goes on
            level = logging.DEBUG if self._closed else logging.ERROR
            LOGGER.log(level, "Text-to-speech failed: %s", describe_fault(fault))
            raise RefusedError("Text-to-speech failed.", code=ERROR_ENGINE) from None
        finally:
            if (close := getattr(pieces, "close", None)) is not None:
                close()

    def _begin(self, text: str) -> Iterator[Speech]:
        manner = self._manner
        return self._engine.speak(
            text, voice=manner.voice, speaker=manner.speaker, language=manner.language, speed=manner.speed
        )

    async def _play(self, speech: Speech) -> None:
        if speech.rate != self._rate:
            await self._switch_rate(speech.rate)
        step = round(speech.rate * SPEECH_PIECE_SECONDS) * WIDTH
        for start in range(0, len(speech.pcm), step):
            pcm = speech.pcm[start : start + step]
            chunk = AudioChunk(speech.rate, WIDTH, CHANNELS, pcm, timestamp=self._sent_samples * 1000 // speech.rate)
            await self._send(chunk.event())
            self._sent_samples += len(pcm) // WIDTH
            if self._closed:
                return

    async def _switch_rate(self, rate: int) -> None:
        if self._rate is not None:
            await self._send(AudioStop().event())
        self._rate = rate
        self._sent_samples = 0
        await self._send(AudioStart(rate, WIDTH, CHANNELS, timestamp=0).event())

    async def _finish(self) -> None:
        if self._rate is None:
            # Nothing was audible, such as a lone full stop. The peer waits for the end of a sound nevertheless.
            await self._switch_rate(self._engine.voices[0].rate)
        await self._send(AudioStop(timestamp=None).event())
        if self._streamed:
            await self._send(SynthesizeStopped().event())


class _Uncut:
    """A text that comes whole: the engine cuts it itself."""

    def feed(self, text: str) -> Iterator[str]:
        """Yield it as it is."""
        yield text

    def finish(self) -> Iterator[str]:
        """Nothing is left."""
        return iter(())


def _cutter() -> Any:
    # Its package is imported behind the sandbox, when the engines are loaded, and never before.
    from .engines.tts.sentences import Sentences  # noqa: PLC0415

    return Sentences()
