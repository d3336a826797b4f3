"""The four stages of an utterance: each asks the engine behind the gate, and enters what the engine got.

The entities are the face of this; they know Home Assistant's side of each stage and nothing of the ledger.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator
import contextlib
from typing import Final

from homeassistant.components.conversation import ChatLog, ConversationInput, ConversationResult
from homeassistant.components.stt import SpeechMetadata, SpeechResult
from homeassistant.components.wake_word import DetectionResult
from homeassistant.helpers import intent

from ..errors import HostError
from ..models import ContentKind
from ..policy.decide import Verdict
from .consent import Consent
from .door import Door
from .flight import ERROR, OK, REJECTED, Flight
from .gate import Gate
from .hearing import Hearing, Listening
from .inner.interface import AgentEngine, SpeechEngine, SpeechOrder, Spoken, VoiceEngine, WakeWordEngine
from .sound import SoundMeter
from .speaking import Speaking, SpokenText

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

    def __init__(self, gate: Gate, door: Door, consent: Consent, hearing: Hearing, speaking: Speaking) -> None:
        self._gate = gate
        self._door = door
        self._consent = consent
        self._hearing = hearing
        self._speaking = speaking

    async def listen(
        self, assistant: str, engine: WakeWordEngine, stream: AsyncIterable[tuple[bytes, int]], wake_word_id: str | None
    ) -> DetectionResult | None:
        """Listen for a wake word; None if the stream or the host ended first, and then nothing is remembered.

        None, too, when Earshot was reloaded meanwhile.
        """
        flight = self._gate.listen(assistant)
        with self._gate.microphones.streaming(flight.satellite.entity_id):
            async with self._gate.until_loaded_anew():
                return await self._listen(flight, engine, stream, wake_word_id)
        return None

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
        engine = engine.near(flight.speaker)
        described = engine.describe()
        if self._door.consult(flight, described, engine.engine_id).verdict >= Verdict.ASK:
            self._door.bar(described)
            await _let_by(stream)
            return None
        try:
            with (
                self._gate.streamed.follow(flight.satellite, described, flight.microphone),
                flight.at_work(described) as work,
            ):
                work.sound = flight.microphone
                # The engine and the microphone have given and got the same so far; from here on they part.
                counted = _counted(flight.gift.listened(stream), flight.microphone)
                heard = await engine.detect(counted, wake_word_id)
        except HostError:
            await engine.ready(_PATIENCE_SECONDS)
            return None
        if heard is not None:
            self._gate.streamed.woke(flight.satellite, described)
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
        engine = engine.near(flight.speaker)
        with self._gate.microphones.streaming(flight.satellite.entity_id):
            return await self._hearing.hear(Listening(flight, engine, engine.describe(), metadata, stream))

    async def ask(
        self, assistant: str, engine: AgentEngine, user_input: ConversationInput, chat_log: ChatLog
    ) -> ConversationResult:
        """Ask the agent, and return its answer when it is on disk who got the words. Raises what the agent raises.

        What is Earshot's own to answer, or may not be sent, does not reach the agent. Words that were typed are an
        utterance that nobody heard.
        """
        with self._gate.given(assistant, user_input):
            return await self._ask(engine, user_input, chat_log)

    async def _ask(self, engine: AgentEngine, user_input: ConversationInput, chat_log: ChatLog) -> ConversationResult:
        described = engine.describe()
        sought = await self._consent.seek(user_input, chat_log, described, engine.engine_id)
        if isinstance(sought, ConversationResult):
            if (asked := self._gate.asked()) is not None:
                await asked.settle()
            return sought
        flight, said = sought.flight, sought.said
        if flight is None:
            return await engine.converse(said)
        self._gate.deeds.mark(flight.deeds, said.context.id)
        if flight.beginning.with_words:
            await flight.settle()  # of what was spoken, it is on disk by now who heard it
        with flight.at_work(described) as work:
            work.words = len(said.text.split())
            result = await engine.converse(said)
            work.status = _agent_status(result.response)
        flight.answer, flight.says_own = result.response.speech.get("plain", {}).get("speech", ""), False
        await flight.settle()
        if flight.beginning.with_words:
            flight.keep(ContentKind.WORDS, said.text)
        if flight.answer:
            flight.keep(ContentKind.RESPONSE, flight.answer)
        return result

    async def speak(self, engine: VoiceEngine, parts: AsyncGenerator[str], order: SpeechOrder) -> Spoken:
        """Begin to say a text while it still comes in; the sound comes when all who heard the question are on disk.

        To be called in the task that Home Assistant made for this answer, where its context says whose it is. It and
        the sound raise what the engine raises.
        """
        beginning = await anext(parts, "")
        flight = self._gate.spoken_for(beginning)  # before any wait: the run is over when Home Assistant has the text
        return await self._speaking.speak(flight, engine, SpokenText(beginning, parts), order)


async def _counted(stream: AsyncIterable[tuple[bytes, int]], meter: SoundMeter) -> AsyncIterator[tuple[bytes, int]]:
    async for pcm, timestamp in stream:
        meter.count(pcm)
        yield pcm, timestamp


async def _let_by(stream: AsyncIterable[tuple[bytes, int]]) -> None:
    """Outlast a while of sound that nobody may hear: the satellite begins anew as soon as this one ends."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE_SECONDS):
            async for _ in stream:
                pass


def _agent_status(response: intent.IntentResponse) -> str:
    if response.error_code is None:
        return OK
    return REJECTED if response.error_code in _NOT_UNDERSTOOD else ERROR + response.error_code.value
