"""One connection: reads events, hands each to what it is for, and ends it when its peer breaks the rules."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from functools import partial
import logging
import time
from typing import Protocol

from wyoming.event import Event

from . import fields
from .audio import AudioFormat, Converter
from .contract import (
    CONTEXT_EXPECTS_KEY,
    CONTEXT_SPEAKER_KEY,
    CONTEXT_TIMES_KEY,
    ERROR_AUDIO_FORMAT,
    ERROR_BUSY,
    ERROR_ENGINE,
    ERROR_GRAMMAR,
    ERROR_NO_ENGINE,
    EXPECTS_ANSWER,
    HOME,
    HOME_BUILT,
    REPORT,
    GrammarBuilt,
    HomeGrammar,
    HostReport,
)
from .engines.load import Engines
from .faults import RefusedError, describe_fault, error_event
from .framing import Decoder, encode
from .limits import IDLE_SECONDS, READ_BYTES, STALL_SECONDS
from .session_speaking import Manner, SpeakingSession
from .session_speech import Asked, SpeechSession
from .session_wake import WakeSession
from .workers import Workers, run_in

LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What every connection works with, once the models are loaded."""

    engines: Engines
    report: Callable[[], HostReport]
    """Made anew each time: an engine may find later that a file cannot be used."""
    info: Callable[[], Event]
    workers: Workers


class Hearing(Protocol):
    """What takes the sound of a connection: a wake word being listened for, or an utterance being recognised."""

    @property
    def open(self) -> bool:
        """Whether it takes sound."""

    @property
    def at_work(self) -> bool:
        """Whether something is still to come from it."""

    async def begin(self) -> None:
        """`audio-start`: sound will come."""

    async def hear(self, pcm: bytes, timestamp: int | None) -> None:
        """Take a piece of sound. Waits where too much is waiting already."""

    async def end(self) -> None:
        """`audio-stop`: the sound is complete."""

    def close(self) -> None:
        """Nobody waits for the result any more."""


class Session:
    """One connection, from its first byte to its last."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, services: asyncio.Future[Services]
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._ready = services
        self._decoder = Decoder()
        self._hearing: Hearing | None = None
        self._converter: Converter | None = None
        self._format: AudioFormat | None = None
        self._speaking: SpeakingSession | None = None
        self._busy = 0
        self._touched = time.monotonic()
        self._writing_since: float | None = None
        self._handlers: dict[str, Callable[[Services, Event], Awaitable[None]]] = {
            "describe": self._describe,
            "ping": self._ping,
            REPORT: self._report,
            HOME: self._home,
            "detect": self._detect,
            "transcribe": self._transcribe,
            "audio-start": self._audio_start,
            "audio-chunk": self._audio_chunk,
            "audio-stop": self._audio_stop,
            "synthesize": self._synthesize,
            "synthesize-start": self._synthesize_start,
            "synthesize-chunk": self._synthesize_chunk,
            "synthesize-stop": self._synthesize_stop,
        }

    async def run(self) -> None:
        """Converse until either side ends it. Raises nothing but cancellation."""
        try:
            services = await asyncio.shield(self._ready)
            while received := await self._reader.read(READ_BYTES):
                for event in self._decoder.feed(received):
                    await self._handle(services, event)
                self._touched = time.monotonic()
        except RefusedError as refused:
            await self._say_refused(refused)
        except ConnectionError, TimeoutError:
            LOGGER.debug("A connection was lost")
        except Exception as fault:  # noqa: BLE001 - one connection's fault must not end the others
            LOGGER.error("A connection was ended by a fault: %s", describe_fault(fault))  # noqa: TRY400 - a traceback may quote words
        finally:
            self.close()

    def close(self) -> None:
        """End it at once and give up what was under way. Idempotent."""
        if self._hearing is not None:
            self._hearing.close()
        if self._speaking is not None:
            self._speaking.close()
        self._writer.close()

    def expire(self, now: float) -> bool:
        """Close if the peer stalls, or nothing has happened for long. Returns whether it did."""
        stalled = self._writing_since is not None and now - self._writing_since > STALL_SECONDS
        deciding = self._hearing is not None and self._hearing.at_work and not self._hearing.open
        owes = self._busy or deciding or (self._speaking is not None and self._speaking.at_work)
        patience = STALL_SECONDS if self._decoder.midway else IDLE_SECONDS
        quiet = (self._decoder.midway or not owes) and now - self._touched > patience
        if stalled or quiet:
            # What the peer does not take must not be kept until it does.
            self._writer.transport.abort()
            self.close()
        return stalled or quiet

    async def send(self, event: Event) -> None:
        """Write one event, and wait until the peer takes what was written. Raises ConnectionError when it is gone."""
        self._writer.write(encode(event))
        self._writing_since = self._writing_since or time.monotonic()
        await self._writer.drain()
        self._writing_since = None
        self._touched = time.monotonic()

    async def _handle(self, services: Services, event: Event) -> None:
        handler = self._handlers.get(event.type)
        if handler is None:
            # The protocol asks to pass over what one does not know.
            return
        try:
            await handler(services, event)
        except RefusedError as refused:
            if refused.closes:
                raise
            await self._say_refused(refused)

    async def _say_refused(self, refused: RefusedError) -> None:
        LOGGER.warning("Refused (%s): %s", refused.code, refused)
        try:
            async with asyncio.timeout(STALL_SECONDS):
                await self.send(error_event(refused))
        except ConnectionError, TimeoutError:
            LOGGER.debug("The peer did not wait for the error")

    # ---- About the host

    async def _describe(self, services: Services, _event: Event) -> None:
        await self.send(services.info())

    async def _ping(self, _services: Services, event: Event) -> None:
        await self.send(Event("pong", {"text": fields.text(event.data, "text")}))

    async def _report(self, services: Services, _event: Event) -> None:
        await self.send(Event(REPORT, services.report().to_data()))

    async def _home(self, services: Services, event: Event) -> None:
        engine = _needed(services.engines.speech, "speech-to-text")
        grammar = HomeGrammar(
            **{name: fields.needed_text(event.data, name) for name in ("language", "jsgf", "revision")}
        )
        self._busy += 1
        try:
            built = await run_in(services.workers.learning, partial(engine.set_home, grammar))
        except ValueError:
            raise RefusedError("This is not a grammar.", code=ERROR_GRAMMAR, closes=False) from None
        except Exception as fault:  # noqa: BLE001 - whatever a recogniser raises, the host goes on
            raise _broken("Learning the home's sentences", fault) from None
        finally:
            self._busy -= 1
        built = built or GrammarBuilt(revision=grammar.revision, words=0)
        await self.send(Event(HOME_BUILT, asdict(built)))

    # ---- Hearing

    async def _detect(self, services: Services, event: Event) -> None:
        engine = _needed(services.engines.wake, "wake word")
        self._listen(WakeSession(engine, fields.texts(event.data, "names"), self.send))

    async def _transcribe(self, services: Services, event: Event) -> None:
        engine = _needed(services.engines.speech, "speech-to-text")
        context = fields.mapping(event.data, "context")
        if fields.text(context, CONTEXT_EXPECTS_KEY) == EXPECTS_ANSWER:
            engine = services.engines.answers or engine
        self._listen(
            SpeechSession(
                engine,
                services.workers,
                self.send,
                Asked(
                    language=fields.text(event.data, "language") or engine.languages[0],
                    speaker=fields.text(context, CONTEXT_SPEAKER_KEY) or "",
                    times=fields.flag(context, CONTEXT_TIMES_KEY),
                ),
            )
        )

    def _listen(self, hearing: Hearing) -> None:
        if self._hearing is not None:
            self._hearing.close()
        self._hearing = hearing
        self._format = self._converter = None

    async def _audio_start(self, _services: Services, event: Event) -> None:
        if self._hearing is not None and self._hearing.open:
            self._format = AudioFormat.from_data(event.data)
            self._converter = Converter(self._format)
            await self._hearing.begin()

    async def _audio_chunk(self, services: Services, event: Event) -> None:
        if self._hearing is None or not self._hearing.open:
            # Sound goes on for a while after a wake word was reported; nobody asked for it.
            return
        if self._converter is None:
            await self._audio_start(services, event)
        elif AudioFormat.from_data(event.data) != self._format:
            raise RefusedError("The format of the sound changed midway.", code=ERROR_AUDIO_FORMAT)
        if self._converter is not None and event.payload:
            pcm = self._converter.convert(event.payload)
            await self._hearing.hear(pcm, fields.whole(event.data, "timestamp"))

    async def _audio_stop(self, _services: Services, _event: Event) -> None:
        if self._hearing is not None and self._hearing.open:
            await self._hearing.end()

    # ---- Speaking

    async def _synthesize(self, services: Services, event: Event) -> None:
        if self._speaking is not None and self._speaking.open:
            # A peer that streams sends the whole text once more, for hosts that cannot stream.
            return
        speaking = self._speak(services, event, streamed=False)
        speaking.add(fields.needed_text(event.data, "text"))
        speaking.end()

    async def _synthesize_start(self, services: Services, event: Event) -> None:
        self._speak(services, event, streamed=True)

    async def _synthesize_chunk(self, _services: Services, event: Event) -> None:
        if self._speaking is not None and self._speaking.open:
            self._speaking.add(fields.needed_text(event.data, "text"))

    async def _synthesize_stop(self, _services: Services, _event: Event) -> None:
        if self._speaking is not None and self._speaking.open:
            self._speaking.end()

    def _speak(self, services: Services, event: Event, *, streamed: bool) -> SpeakingSession:
        engine = _needed(services.engines.voice, "text-to-speech")
        previous = self._speaking
        if previous is not None and (previous.open or not previous.may_follow):
            raise RefusedError("Too many requests to speak on one connection.", code=ERROR_BUSY)
        self._speaking = SpeakingSession(
            engine, services.workers, self.send, Manner.from_data(event.data), streamed=streamed, after=previous
        )
        return self._speaking


def _needed[T](engine: T | None, stage: str) -> T:
    if engine is None:
        raise RefusedError(f"There is no {stage} engine; the report says why.", code=ERROR_NO_ENGINE, closes=False)
    return engine


def _broken(what: str, fault: Exception) -> RefusedError:
    LOGGER.error("%s failed: %s", what, describe_fault(fault))
    return RefusedError(f"{what} failed.", code=ERROR_ENGINE, closes=False)
