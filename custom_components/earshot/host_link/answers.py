"""What the voice host answers, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WakeDetected:
    """A wake word was heard."""

    name: str
    phrase: str
    """As a person says it: "Hey Jarvis"."""
    timestamp_ms: int
    """Milliseconds of sound from the stream's beginning to the frame that decided."""
    queued: tuple[tuple[bytes, int], ...] = ()
    """Sound (with its timestamp) that was read from the stream and not listened to: it belongs to what comes next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcribed:
    """What a recogniser made of one utterance."""

    text: str
    """Empty unless the verdict is `accepted`."""
    verdict: str
    """One of the contract's VERDICT values."""
    score: float | None
    engine: str
    word_times: tuple[tuple[int, int], ...] | None = None
    """When each word of the text was said, as `str.split` divides them, in ms; None where nobody asked or knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A piece of speech: signed 16 bit, mono, little endian, at `rate` samples per second."""

    pcm: bytes
    rate: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WakeWordInfo:
    """A wake word that can be listened for."""

    name: str
    phrase: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceInfo:
    """A voice that can speak."""

    name: str
    description: str
    languages: tuple[str, ...]
    speakers: tuple[str, ...]
    """Empty for a voice with a single one."""
