"""What the gate asks of the engine behind each stage, whoever made it.

The shapes are Home Assistant's own, so that an engine of others loses nothing on its way through the gate. What an
engine can do is asked each time: it may be reloaded with other abilities while the gate stands.
"""

from collections.abc import AsyncGenerator, AsyncIterable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol, Self

from homeassistant.components.conversation import (
    ConversationEntityFeature,
    ConversationInput,
    ConversationResult,
)
from homeassistant.components.stt import (
    AudioBitRates,
    AudioChannels,
    AudioCodecs,
    AudioFormats,
    AudioSampleRates,
    SpeechMetadata,
    SpeechResult,
)
from homeassistant.components.stt.models import SpeechAudioProcessing
from homeassistant.components.tts import Voice
from homeassistant.components.wake_word import DetectionResult, WakeWord

from ...donation.redaction import WordTime
from ..engine import Engine


class InnerEngine(Protocol):
    """What all engines have in common."""

    @property
    def engine_id(self) -> str | None:
        """The id by which Home Assistant knows it now; None for Earshot's own."""

    @property
    def available(self) -> bool:
        """Whether there is an engine to ask."""

    def describe(self) -> Engine:
        """Say who it is and where, as of now."""

    async def ready(self, seconds: float) -> bool:
        """Wait for an engine that is just starting, but not longer than that; return whether there is one."""

    def add_listener(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` whenever it comes, goes or changes; return how to stop that."""

    def near(self, speaker: str) -> Self:  # noqa: ARG002 - most are one for all
        """Return the one that serves a satellite, by an opaque id of it, where there are several."""
        return self

    def instead(self) -> Self | None:
        """Return another that does the same, after this one failed; None if there is none."""
        return None


class WakeWordEngine(InnerEngine, Protocol):
    """Listens for wake words."""

    async def wake_words(self) -> list[WakeWord]:
        """Name what it can listen for."""

    async def detect(
        self, stream: AsyncIterable[tuple[bytes, int]], wake_word_id: str | None
    ) -> DetectionResult | None:
        """Listen until a wake word is heard; None if the stream ended first. Raises whatever the engine raises."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a recognizer returned."""

    result: SpeechResult
    status: str
    """How it went, as `Processed` names it."""
    word_times: tuple[WordTime, ...] | None = None
    """When each word was said, as `str.split` divides them; None where nobody asked, or nobody knows."""


@dataclass(frozen=True, slots=True)
class SpeechAbilities:
    """The sound that a recognizer takes, and what it wants of it."""

    languages: list[str]
    formats: list[AudioFormats]
    codecs: list[AudioCodecs]
    bit_rates: list[AudioBitRates]
    sample_rates: list[AudioSampleRates]
    channels: list[AudioChannels]
    processing: SpeechAudioProcessing


class SpeechEngine(InnerEngine, Protocol):
    """Turns speech into words."""

    @property
    def abilities(self) -> SpeechAbilities:
        """What it takes."""

    def for_answer(self) -> Self:
        """Return the one that listens for a yes or a no; one that hears any words does so anyway."""
        return self

    def with_word_times(self) -> Self:
        """Return the one that tells when each word was said, where it can."""
        return self

    async def hear(self, metadata: SpeechMetadata, stream: AsyncIterable[bytes], speaker: str) -> Transcript:
        """Turn speech into words. `speaker` is an opaque id by which it may tell satellites apart.

        Raises whatever the engine raises.
        """


class AgentEngine(InnerEngine, Protocol):
    """Answers what was said."""

    @property
    def languages(self) -> list[str] | Literal["*"]:
        """Languages that it understands."""

    @property
    def streams(self) -> bool:
        """Whether it begins to answer before it has ended."""

    @property
    def features(self) -> ConversationEntityFeature:
        """What it can do beside talking."""

    async def prepare(self, language: str) -> None:
        """Let it load what it needs."""

    async def converse(self, user_input: ConversationInput) -> ConversationResult:
        """Ask it. It joins the conversation's session and chat log by itself, and streams as it would."""


@dataclass(frozen=True, slots=True)
class VoiceAbilities:
    """The texts that a voice takes."""

    languages: list[str]
    default_language: str
    options: list[str] | None
    default_options: Mapping[str, Any] | None
    streams: bool
    """Whether it begins to speak before it has the whole text."""


@dataclass(frozen=True, slots=True)
class SpeechOrder:
    """How a text is to be spoken."""

    language: str
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The sound of an answer."""

    extension: str
    """The kind of sound file that it is: "wav", "mp3"."""
    data: AsyncGenerator[bytes]


class VoiceEngine(InnerEngine, Protocol):
    """Says the answer."""

    @property
    def abilities(self) -> VoiceAbilities:
        """What it takes."""

    def voices(self, language: str) -> list[Voice] | None:
        """Voices that it has for a language; None if it does not tell them apart."""

    def describe_voice(self, order: SpeechOrder) -> Engine:
        """Say who will speak."""

    async def speak(self, text: AsyncGenerator[str], order: SpeechOrder) -> Spoken:
        """Begin to say a text while it still comes in. Raises whatever the engine raises, here or from the sound."""
