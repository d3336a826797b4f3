"""The four stages of an utterance: each asks its engine, and enters what the engine got.

The entities are the face of this; they know Home Assistant's side of each stage and nothing of the ledger.
"""

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Sequence
from typing import Final

from homeassistant.components.conversation import ConversationResult
from homeassistant.helpers import intent

from ..errors import HostError
from ..host_link.answers import Sound, Transcribed, WakeDetected
from ..host_link.host import VoiceHost
from ..models import ContentKind, Stage
from .engine import Engine, home_assistant_agent, host_engine, host_voice
from .flight import ERROR, OK, REJECTED, SILENCE, Flight, StageWork
from .gate import Gate
from .sound import SoundMeter

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
    """Earshot's own engines and Home Assistant's agent, behind the gate."""

    def __init__(self, gate: Gate, host: VoiceHost) -> None:
        self._gate = gate
        self._host = host

    async def listen(
        self, assistant: str, names: Sequence[str], stream: AsyncIterable[tuple[bytes, int]]
    ) -> WakeDetected | None:
        """Listen for a wake word; None if the stream or the host ended first, and then nothing is remembered."""
        flight = self._gate.listen(assistant)
        # Before anything is noted of the engine: only a running host says what it is and where.
        if not await self._host.wait_until_available(_PATIENCE_SECONDS):
            return None
        try:
            with flight.at_work(host_engine(self._host, Stage.WAKE_WORD)) as work:
                work.sound = flight.microphone
                # The engine and the microphone have given and got the same so far; from here on they part.
                heard = await self._host.detect(names, _counted(stream, flight.microphone))
        except HostError:
            await self._host.wait_until_available(_PATIENCE_SECONDS)
            return None
        if heard is not None:
            self._gate.woke(flight, heard.phrase)
        return heard

    async def hear(self, assistant: str, stream: AsyncIterable[bytes], language: str) -> Transcribed | None:
        """Turn speech into words, and return them when it is on disk who heard it; None if the host failed."""
        flight = self._gate.take(assistant)
        heard: Transcribed | None = None
        await self._host.wait_until_available(_ASKED_PATIENCE_SECONDS)
        try:
            with flight.at_work(host_engine(self._host, Stage.SPEECH_TO_TEXT)) as work:
                work.sound = SoundMeter()
                sound = flight.microphone.through(work.sound.through(flight.recorded(stream)))
                heard = await self._host.transcribe(sound, language=language, satellite=flight.speaker)
                work.status = _verdict(heard)
        except HostError:
            heard = None
        await flight.settle()
        if heard is not None and heard.text:
            flight.heard_words = heard.text
            flight.keep(ContentKind.WORDS, heard.text)
        return heard

    async def ask(self, text: str, ask: Callable[[], Awaitable[ConversationResult]]) -> ConversationResult:
        """Ask the agent by `ask`, and return its answer when it is on disk who got the words.

        Words that were typed pass; nobody heard them.
        """
        flight = self._gate.asked()
        if flight is None:
            return await ask()
        with flight.at_work(home_assistant_agent()) as work:
            work.words = len(text.split())
            result = await ask()
            work.status = _agent_status(result.response)
        flight.answer = result.response.speech.get("plain", {}).get("speech", "")
        await flight.settle()
        if flight.answer:
            flight.keep(ContentKind.RESPONSE, flight.answer)
        return result

    async def speak(
        self,
        parts: AsyncGenerator[str],
        *,
        voice: str | None,
        speaker: str | None,
        language: str,
        speed: float,
    ) -> AsyncGenerator[Sound]:
        """Begin to say a text while it still comes in; the sound comes when all who heard the question are on disk.

        To be called in the task that Home Assistant made for this answer, where its context says whose it is. The
        generator raises HostError.
        """
        beginning = await anext(parts, "")
        text = _SpokenText(beginning, parts)
        flight = self._gate.spoken_for(beginning)  # before any wait: the run is over when Home Assistant has the text
        await self._host.wait_until_available(_ASKED_PATIENCE_SECONDS)

        def sounds() -> AsyncIterator[Sound]:
            return self._host.synthesize(text.parts(), voice=voice, speaker=speaker, language=language, speed=speed)

        if flight is None:
            return _aloud(sounds)
        return _answer(flight, host_voice(self._host, voice, language), text, sounds)


class _SpokenText:
    """The text of one answer as it comes in, whose words are counted and not kept."""

    def __init__(self, beginning: str, rest: AsyncGenerator[str]) -> None:
        self._beginning = beginning
        self._rest = rest
        self.work: StageWork | None = None

    async def parts(self) -> AsyncIterator[str]:
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
    flight: Flight, engine: Engine, text: _SpokenText, sounds: Callable[[], AsyncIterator[Sound]]
) -> AsyncGenerator[Sound]:
    """Speak the answer to an utterance. A voice that is not there is entered as one that failed."""
    await flight.settle()
    with flight.at_work(engine) as text.work:
        async for sound in sounds():
            yield sound


async def _aloud(sounds: Callable[[], AsyncIterator[Sound]]) -> AsyncGenerator[Sound]:
    """Speak what answers nobody, such as an announcement."""
    async for sound in sounds():
        yield sound


async def _counted(stream: AsyncIterable[tuple[bytes, int]], meter: SoundMeter) -> AsyncIterator[tuple[bytes, int]]:
    async for pcm, timestamp in stream:
        meter.count(pcm)
        yield pcm, timestamp


def _verdict(heard: Transcribed) -> str:
    """Translate the host's verdict. Its words for the bad ones are the ledger's own."""
    if heard.text:
        return OK
    return REJECTED if heard.verdict == REJECTED else SILENCE


def _agent_status(response: intent.IntentResponse) -> str:
    if response.error_code is None:
        return OK
    return REJECTED if response.error_code in _NOT_UNDERSTOOD else ERROR + response.error_code.value
