"""The four stages of an utterance: each asks the engine behind the gate, and enters what the engine got.

The entities are the face of this; they know Home Assistant's side of each stage and nothing of the ledger.
"""

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator
from typing import Final, cast

from homeassistant.components.conversation import ConversationInput, ConversationResult
from homeassistant.components.stt import SpeechMetadata, SpeechResult, SpeechResultState
from homeassistant.components.wake_word import DetectionResult
from homeassistant.helpers import intent

from ..errors import HostError
from ..models import ContentKind
from .flight import ERROR, OK, REJECTED, Flight, StageWork
from .gate import Gate
from .inner.interface import (
    AgentEngine,
    SpeechEngine,
    SpeechOrder,
    Spoken,
    Transcript,
    VoiceEngine,
    WakeWordEngine,
)
from .sound import BYTES_PER_SECOND, SoundMeter, bytes_per_second

_NOT_UNDERSTOOD: Final = frozenset(
    {intent.IntentResponseErrorCode.NO_INTENT_MATCH, intent.IntentResponseErrorCode.NO_VALID_TARGETS}
)
"""Answers by which an agent says that it is no sentence of this home."""

_PATIENCE_SECONDS: Final = 30.0
"""How long a run that waits for a wake word is held open without a host. A satellite that always listens begins the
next one at once: while there is no host, that would be some thousand runs a second. The host is back within a second or
two of a crash, and is there as soon after Home Assistant's start; a slow board takes some 20 s."""

_ASKED_PATIENCE_SECONDS: Final = 10.0
"""How long somebody who speaks, or is spoken to, waits for a host that is just starting: several times what a start
takes on all but the slowest boards. Who has heard nothing for longer has turned away, and says it again."""


class Stages:
    """The engines of all assistants, behind the gate."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    async def listen(
        self, assistant: str, engine: WakeWordEngine, stream: AsyncIterable[tuple[bytes, int]], wake_word_id: str | None
    ) -> DetectionResult | None:
        """Listen for a wake word; None if the stream or the host ended first, and then nothing is remembered."""
        flight = self._gate.listen(assistant)
        with self._gate.microphones.streaming(flight.satellite.entity_id):
            return await self._listen(flight, engine, stream, wake_word_id)

    async def _listen(
        self,
        flight: Flight,
        engine: WakeWordEngine,
        stream: AsyncIterable[tuple[bytes, int]],
        wake_word_id: str | None,
    ) -> DetectionResult | None:
        # Before anything is noted of the engine: only a running host says what it is and where.
        if not await engine.ready(_PATIENCE_SECONDS):
            return None
        try:
            with flight.at_work(engine.describe()) as work:
                work.sound = flight.microphone
                # The engine and the microphone have given and got the same so far; from here on they part.
                heard = await engine.detect(_counted(stream, flight.microphone), wake_word_id)
        except HostError:
            await engine.ready(_PATIENCE_SECONDS)
            return None
        if heard is not None:
            self._gate.woke(flight, heard.wake_word_phrase)
        return heard

    async def hear(
        self, assistant: str, engine: SpeechEngine, metadata: SpeechMetadata, stream: AsyncIterable[bytes]
    ) -> SpeechResult:
        """Turn speech into words, and return them when it is on disk who heard it.

        Raises what the engine raises; a voice host that failed is an error as a result.
        """
        flight = self._gate.take(assistant)
        await engine.ready(_ASKED_PATIENCE_SECONDS)
        try:
            with (
                self._gate.microphones.streaming(flight.satellite.entity_id),
                flight.at_work(engine.describe()) as work,
            ):
                heard = await engine.hear(metadata, _measured(flight, work, metadata, stream), flight.speaker)
                work.status = heard.status
        except HostError:
            heard = Transcript(SpeechResult(None, SpeechResultState.ERROR), ERROR)
        await flight.settle()
        if heard.result.text:
            flight.heard_words = heard.result.text
            flight.keep(ContentKind.WORDS, heard.result.text)
        return heard.result

    async def ask(self, engine: AgentEngine, user_input: ConversationInput) -> ConversationResult:
        """Ask the agent, and return its answer when it is on disk who got the words. Raises what the agent raises.

        Words that were typed pass; nobody heard them.
        """
        flight = self._gate.asked()
        if flight is None:
            return await engine.converse(user_input)
        with flight.at_work(engine.describe()) as work:
            work.words = len(user_input.text.split())
            result = await engine.converse(user_input)
            work.status = _agent_status(result.response)
        flight.answer = result.response.speech.get("plain", {}).get("speech", "")
        await flight.settle()
        if flight.answer:
            flight.keep(ContentKind.RESPONSE, flight.answer)
        return result

    async def speak(self, engine: VoiceEngine, parts: AsyncGenerator[str], order: SpeechOrder) -> Spoken:
        """Begin to say a text while it still comes in; the sound comes when all who heard the question are on disk.

        To be called in the task that Home Assistant made for this answer, where its context says whose it is. It and
        the sound raise what the engine raises.
        """
        beginning = await anext(parts, "")
        text = _SpokenText(beginning, parts)
        flight = self._gate.spoken_for(beginning)  # before any wait: the run is over when Home Assistant has the text
        await engine.ready(_ASKED_PATIENCE_SECONDS)
        if flight is None:
            return await engine.speak(text.parts(), order)
        answer = _answer(flight, engine, text, order)
        return Spoken(str(await anext(answer)), cast("AsyncGenerator[bytes]", answer))


class _SpokenText:
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


async def _answer(
    flight: Flight, engine: VoiceEngine, text: _SpokenText, order: SpeechOrder
) -> AsyncGenerator[str | bytes]:
    """Speak the answer to an utterance: first the kind of sound file that it is, then the sound.

    A voice that is not there is entered as one that failed.
    """
    await flight.settle()
    with flight.at_work(engine.describe_voice(order)) as text.work:
        spoken = await engine.speak(text.parts(), order)
        yield spoken.extension
        async for piece in spoken.data:
            yield piece


def _measured(
    flight: Flight, work: StageWork, metadata: SpeechMetadata, stream: AsyncIterable[bytes]
) -> AsyncGenerator[bytes]:
    """Let the sound flow by, counted for the microphone and for the engine, and held where it is to be kept."""
    second = bytes_per_second(metadata)
    work.sound = SoundMeter(second)
    flight.microphone.bytes_per_second = second
    # Sound of another form comes by a direct call only, and not from a room: none of it is kept.
    held = flight.recorded(stream) if second == BYTES_PER_SECOND else stream
    return flight.microphone.through(work.sound.through(held))


async def _counted(stream: AsyncIterable[tuple[bytes, int]], meter: SoundMeter) -> AsyncIterator[tuple[bytes, int]]:
    async for pcm, timestamp in stream:
        meter.count(pcm)
        yield pcm, timestamp


def _agent_status(response: intent.IntentResponse) -> str:
    if response.error_code is None:
        return OK
    return REJECTED if response.error_code in _NOT_UNDERSTOOD else ERROR + response.error_code.value
