"""What the server asks of an engine. Every engine passes the contract suite of its protocol.

Engines are plain synchronous code. The server calls the methods marked *worker* from a worker thread and
the ones marked *loop* from the event loop, where they must return within a millisecond. An engine is made
before the sandbox closes or after it (files can still be read), never needs a network, and never logs words.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ..contract import EngineInfo, GrammarBuilt, HomeGrammar


@dataclass(frozen=True, slots=True, kw_only=True)
class WakeWord:
    """One wake word that can be listened for."""

    name: str
    """Id on the wire, such as `hey_jarvis`."""
    phrase: str
    """As a person says it: "Hey Jarvis"."""
    languages: tuple[str, ...]
    custom: bool
    """Whether it was found in the person's own folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WakeDetection:
    """A wake word was heard."""

    name: str
    at_ms: int
    """Milliseconds of sound fed to this stream up to and including the frame that decided."""
    score: float


class WakeStream(Protocol):
    """One microphone being listened to. Ends with `close`."""

    def feed(self, pcm: bytes) -> None:
        """Queue sound (16 kHz, 16 bit, mono; any length). *loop*. Drops the oldest when seconds behind."""

    def close(self) -> None:
        """Stop listening and free the slot. Idempotent. *loop*."""


class WakeEngine(Protocol):
    """Listens for wake words in any number of streams at once, in a thread of its own."""

    @property
    def info(self) -> EngineInfo:
        """What answers for the stage."""

    @property
    def words(self) -> tuple[WakeWord, ...]:
        """What can be listened for."""

    def open(self, names: Sequence[str], on_detection: Callable[[WakeDetection], None]) -> WakeStream:
        """Begin a stream. *loop*. `names` empty: any word. Unknown names raise ValueError.

        `on_detection` is called from the engine's thread, at most once per utterance of the word.
        """

    def stop(self) -> None:
        """End the thread. *worker*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a recogniser made of one utterance."""

    text: str
    """Lower-case words; empty unless accepted."""
    verdict: str
    """One of the contract's VERDICT values."""
    score: float | None
    engine: str
    times: tuple[tuple[int, int], ...] | None = None
    """When each word of `text` was said, as `str.split` divides them: beginning and end in ms from the first sample.

    None where nobody asked, or the engine does not know.
    """


class SpeechStream(Protocol):
    """One utterance being recognised. Ends with `finish` or `cancel`."""

    def feed(self, pcm: bytes) -> None:
        """Take sound (16 kHz, 16 bit, mono) and recognise it as it comes. *worker*."""

    def finish(self) -> Heard:
        """No more sound: decide. *worker*."""

    def cancel(self) -> None:
        """Forget it. *worker*. Idempotent, also after `finish`."""


class SpeechEngine(Protocol):
    """Turns speech into words."""

    @property
    def info(self) -> EngineInfo:
        """What answers for the stage."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages that it hears, as BCP 47 tags."""

    def start(self, *, language: str, speaker: str, times: bool = False) -> SpeechStream:
        """Begin an utterance of the satellite `speaker` (an opaque id to adapt to). *worker*.

        `times`: somebody wants to know when each word was said. An engine may pass it over.

        Raises LookupError when there is nothing to listen with yet, such as no grammar.
        """

    def set_home(self, grammar: HomeGrammar) -> GrammarBuilt | None:
        """Learn the home's sentences. *worker*. None: this engine has no use for them. ValueError: no such grammar.

        Utterances that have begun go on with the grammar they began with.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A voice that was found on disk, or the one that needs no file."""

    name: str
    languages: tuple[str, ...]
    speakers: tuple[str, ...]
    """Names of its speakers; empty for a single one."""
    rate: int
    """Samples per second of what it says."""
    fallback: bool
    """Whether it is the robotic voice that is always there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A piece of spoken sound: signed 16 bit, mono, little endian, at `rate`."""

    pcm: bytes
    rate: int


class VoiceEngine(Protocol):
    """Turns words into speech, sentence by sentence."""

    @property
    def info(self) -> EngineInfo:
        """What answers for the stage, that is for the default voice."""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """What can speak, best first."""

    def speak(
        self, text: str, *, voice: str | None, speaker: str | None, language: str | None, speed: float = 1.0
    ) -> Iterator[Speech]:
        """Say `text`; the first sentence comes before the second is made. *worker*.

        `voice` None: the best one for `language`. An unknown voice or speaker raises LookupError before the
        first piece. `speed` 2.0 is twice as fast.
        """
