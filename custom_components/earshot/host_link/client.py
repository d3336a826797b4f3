"""Ask the voice host, in the Wyoming protocol: one connection per request, every wait bounded.

Sound goes up and answers come down at the same time. Whichever way a request ends, its connection is closed and
its upload is cancelled.
"""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Callable, Collection, Coroutine, Sequence
import contextlib
from dataclasses import asdict, dataclass
from typing import Any, Final

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.error import Error
from wyoming.event import Event
from wyoming.info import Describe, Info
from wyoming.tts import SynthesizeChunk, SynthesizeStart, SynthesizeStop, SynthesizeStopped, SynthesizeVoice
from wyoming.wake import Detect, Detection, NotDetected

from ..errors import HostError, HostProtocolError, HostUnavailableError
from ..host.voice_host.contract import (
    CHANNELS,
    CONTEXT_ENGINE,
    CONTEXT_EXPECTS_KEY,
    CONTEXT_SCORE,
    CONTEXT_SPEAKER_KEY,
    CONTEXT_TIMES_KEY,
    CONTEXT_VERDICT,
    CONTEXT_WORD_TIMES,
    EXPECTS_ANSWER,
    HOME,
    HOME_BUILT,
    MAX_UTTERANCE_SECONDS,
    RATE,
    REPORT,
    STT_PROGRAM,
    VERDICT_ACCEPTED,
    WIDTH,
    GrammarBuilt,
    HomeGrammar,
    HostReport,
)
from .answers import Sound, Transcribed
from .bounded import BoundedClient
from .ways import Way

ASK_TIMEOUT_SECONDS: Final = 10
"""For what the host knows without thinking: its report and its description."""
PING_SECONDS: Final = 20
"""Between two signs of life of a host on another machine, which may lose its power without a word."""
DECIDE_TIMEOUT_SECONDS: Final = 30
"""From the last sound to the words. Recognition runs along with the sound; a large model on a slow board takes 10 s."""
SPEAK_TIMEOUT_SECONDS: Final = 30
"""From one piece of speech to the next: a long sentence on a slow board, while another satellite is being answered."""
BUILD_TIMEOUT_SECONDS: Final = 120
"""For a grammar: two thousand names whose pronunciation has to be guessed take some 10 s on a slow board."""

LAST_WORD_SECONDS: Final = 1
"""For the error that a host sends before it closes a connection: it has been sent already."""

type Upload = Callable[[BoundedClient], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The host's answer to a wake word stream."""

    name: str
    at_ms: int
    queued: tuple[tuple[bytes, int], ...]


class HostClient:
    """Asks the host at the end of one way."""

    def __init__(self, way: Way) -> None:
        self._way = way

    async def until_gone(self) -> None:
        """Hold a connection, and return when the host is not at its other end any more."""
        with contextlib.suppress(HostError):
            async with self._connection() as client:
                while True:
                    await client.write_event(Event("ping"))
                    await client.next_event(ASK_TIMEOUT_SECONDS)
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(PING_SECONDS):
                            await client.next_event()

    async def report(self) -> HostReport:
        """Ask what the host says of itself."""
        answer = await self._ask(Event(REPORT), REPORT, ASK_TIMEOUT_SECONDS)
        return _decode(lambda event: HostReport.from_data(event.data), answer)

    async def describe(self) -> Info:
        """Ask for its engines, wake words and voices."""
        answer = await self._ask(Describe().event(), "info", ASK_TIMEOUT_SECONDS)
        return _decode(Info.from_event, answer)

    async def set_home(self, grammar: HomeGrammar) -> GrammarBuilt:
        """Teach it the home's sentences."""
        answer = await self._ask(Event(HOME, asdict(grammar)), HOME_BUILT, BUILD_TIMEOUT_SECONDS)
        return _decode(_grammar_built, answer)

    async def detect(self, names: Sequence[str], stream: AsyncIterable[tuple[bytes, int]]) -> Heard | None:
        """Listen for wake words until one is heard; None when the stream ended first. No names: any word.

        The read of `stream` that is under way when the word is heard is finished, not cancelled: cancelling it would
        end the pipeline's microphone for speech-to-text. What it brought comes back in `queued`.
        """
        microphone = _Microphone(stream)

        async def upload(client: BoundedClient) -> None:
            await client.write_event(Detect(names=list(names) or None).event())
            await client.write_event(AudioStart(rate=RATE, width=WIDTH, channels=CHANNELS).event())
            while (piece := await microphone.next()) is not None:
                await client.write_event(_chunk(*piece))
            await client.write_event(AudioStop().event())

        try:
            async with self._connection() as client, _uploading(upload, client) as uploaded:
                event = await _answer(client, uploaded, {"detection", "not-detected"}, DECIDE_TIMEOUT_SECONDS)
            if NotDetected.is_type(event.type):
                return None
            name, at_ms = _decode(_detection, event)
            return Heard(name=name, at_ms=at_ms, queued=await microphone.unsent())
        finally:
            microphone.close()

    async def transcribe(
        self, stream: AsyncIterable[bytes], *, language: str, satellite: str, answer: bool = False, times: bool = False
    ) -> Transcribed:
        """Turn speech (16 kHz, 16 bit, mono) into words. `satellite` is an opaque id to adapt to.

        `answer`: a yes or a no is expected. `times`: when each word was said is to be told, where the host knows.
        """
        context: dict[str, Any] = {CONTEXT_SPEAKER_KEY: satellite}
        context |= {CONTEXT_EXPECTS_KEY: EXPECTS_ANSWER} if answer else {}
        context |= {CONTEXT_TIMES_KEY: True} if times else {}

        async def upload(client: BoundedClient) -> None:
            request = Transcribe(language=language, context=context)
            await client.write_event(request.event())
            await client.write_event(AudioStart(rate=RATE, width=WIDTH, channels=CHANNELS).event())
            async for pcm in stream:
                await client.write_event(_chunk(pcm))
            await client.write_event(AudioStop().event())

        async with self._connection() as client, _uploading(upload, client) as uploaded:
            event = await _answer(client, uploaded, {"transcript"}, DECIDE_TIMEOUT_SECONDS)
        return _decode(_transcribed, event)

    async def synthesize(
        self, text: AsyncIterable[str], *, voice: SynthesizeVoice, context: dict[str, Any]
    ) -> AsyncIterator[Sound]:
        """Say `text` while it is still coming in; yields pieces of speech as they are made."""

        async def upload(client: BoundedClient) -> None:
            await client.write_event(SynthesizeStart(voice=voice, context=context or None).event())
            async for part in text:
                await client.write_event(SynthesizeChunk(part).event())
            await client.write_event(SynthesizeStop().event())

        async with self._connection() as client, _uploading(upload, client) as uploaded:
            while True:
                event = await _answer(client, uploaded, {"audio-chunk", "synthesize-stopped"}, SPEAK_TIMEOUT_SECONDS)
                if SynthesizeStopped.is_type(event.type):
                    return
                yield _decode(_sound, event)

    @contextlib.asynccontextmanager
    async def _connection(self) -> AsyncIterator[BoundedClient]:
        client = BoundedClient(self._way)
        await client.connect()
        try:
            yield client
        finally:
            await client.disconnect()

    async def _ask(self, question: Event, answer: str, patience: float) -> Event:
        async with self._connection() as client:
            await client.write_event(question)
            try:
                async with asyncio.timeout(patience):
                    return await _wanted(client, {answer})
            except TimeoutError as err:
                raise HostUnavailableError("The voice host does not answer") from err


class _Microphone:
    """A stream of sound whose reads survive the request that asked for them."""

    def __init__(self, stream: AsyncIterable[tuple[bytes, int]]) -> None:
        self._iterator = aiter(stream)
        self._read: asyncio.Task[tuple[bytes, int] | None] | None = None

    async def next(self) -> tuple[bytes, int] | None:
        """Return the next piece, or None at the end. Cancelling this does not cancel the read."""
        self._read = asyncio.create_task(self._anext())
        return await asyncio.shield(self._read)

    async def unsent(self) -> tuple[tuple[bytes, int], ...]:
        """Return the piece that was read last: the pipeline gives it to nobody else."""
        piece = await self._read if self._read is not None else None
        return () if piece is None else (piece,)

    def close(self) -> None:
        """Stop a read that nobody waits for any more."""
        if self._read is not None:
            self._read.cancel()

    async def _anext(self) -> tuple[bytes, int] | None:
        return await anext(self._iterator, None)


@contextlib.asynccontextmanager
async def _uploading(upload: Upload, client: BoundedClient) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(upload(client))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _answer(
    client: BoundedClient, uploaded: asyncio.Task[None], wanted: Collection[str], patience: float
) -> Event:
    """Wait for one of the `wanted` events: without a limit while the upload goes on, then for `patience` seconds.

    An upload that fails ends the wait with its error, which is the stream's own or a HostError.
    """
    reading = asyncio.create_task(_wanted(client, wanted))
    try:
        await asyncio.wait({reading, uploaded}, return_when=asyncio.FIRST_COMPLETED)
        if uploaded.done() and (failure := uploaded.exception()) is not None:
            if isinstance(failure, HostError):
                # The host closed the connection; what it said before says why.
                await asyncio.wait({reading}, timeout=LAST_WORD_SECONDS)
            if not reading.done():
                raise failure
        async with asyncio.timeout(patience):
            return await reading
    except TimeoutError as err:
        raise HostUnavailableError("The voice host does not answer") from err
    finally:
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


async def _wanted(client: BoundedClient, wanted: Collection[str]) -> Event:
    """Read until one of the `wanted` events comes. Others are passed over, as the protocol asks."""
    while True:
        event = await client.next_event()
        if event.type in wanted:
            return event
        if Error.is_type(event.type):
            # Only its code: an error's own words are the host's, and may repeat what was said.
            raise HostError(f"The voice host refused: {event.data.get('code')}", reason=str(event.data.get("code")))


def _decode[T](decode: Callable[[Event], T], event: Event) -> T:
    try:
        return decode(event)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as err:
        raise HostProtocolError(f"It sent a damaged {event.type}") from err


def _chunk(pcm: bytes, timestamp: int | None = None) -> Event:
    return AudioChunk(rate=RATE, width=WIDTH, channels=CHANNELS, audio=pcm, timestamp=timestamp).event()


def _grammar_built(event: Event) -> GrammarBuilt:
    data = dict(event.data)
    return GrammarBuilt(**data | {"guessed": tuple(data["guessed"]), "unheard": tuple(data["unheard"])})


def _transcribed(event: Event) -> Transcribed:
    transcript = Transcript.from_event(event)
    context = transcript.context or {}
    score = context.get(CONTEXT_SCORE)
    return Transcribed(
        text=str(transcript.text),
        verdict=str(context.get(CONTEXT_VERDICT, VERDICT_ACCEPTED)),
        score=None if score is None else float(score),
        engine=str(context.get(CONTEXT_ENGINE, STT_PROGRAM)),
        word_times=_word_times(str(transcript.text), context.get(CONTEXT_WORD_TIMES)),
    )


def _word_times(text: str, told: Any) -> tuple[tuple[int, int], ...] | None:
    """Read when each word was said. What is not that, of as many words as there are, is as good as not told."""
    words = text.split()
    if not isinstance(told, list) or not words or len(told) != len(words):
        return None
    times = tuple(_stretch(pair) for pair in told)
    return tuple(time for time in times if time) if all(times) else None


def _stretch(pair: Any) -> tuple[int, int] | None:
    if not isinstance(pair, list) or len(pair) != 2 or not all(type(edge) is int for edge in pair):  # noqa: PLR2004 - a pair
        return None
    begin, end = pair
    return (begin, end) if 0 <= begin <= end <= MAX_UTTERANCE_SECONDS * 1000 else None


def _detection(event: Event) -> tuple[str, int]:
    detection = Detection.from_event(event)
    return str(detection.name or ""), int(detection.timestamp or 0)


def _sound(event: Event) -> Sound:
    chunk = AudioChunk.from_event(event)
    return Sound(pcm=chunk.audio, rate=int(chunk.rate))
