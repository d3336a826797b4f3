"""What the rest of Earshot asks of the voice host, whether there is one or several, here or elsewhere."""

from collections.abc import AsyncIterable, AsyncIterator, Callable, Sequence
from typing import Protocol

from ..host.voice_host.contract import GrammarBuilt, HostReport
from ..models import Place, Stage
from .answers import Sound, Transcribed, VoiceInfo, WakeDetected, WakeWordInfo

__all__ = ["GrammarBuilt", "HomeSentences", "Host", "HostReport", "Hosts"]


class HomeSentences(Protocol):
    """What `set_home` needs of a grammar."""

    @property
    def language(self) -> str:
        """As Home Assistant writes it."""

    @property
    def jsgf(self) -> str:
        """The grammar."""

    @property
    def revision(self) -> str:
        """Its hash."""


class Host(Protocol):
    """One voice host. Every request raises HostUnavailableError while there is none, and when it ends under it."""

    @property
    def title(self) -> str | None:
        """Its name where there are several; None for the one that Earshot starts itself."""

    @property
    def place(self) -> Place | None:
        """Where the address is at which it was met; None for the one that Earshot started itself."""

    @property
    def available(self) -> bool:
        """Whether there is a host to ask."""

    @property
    def failures(self) -> int:
        """Crashes and failed starts in a row; 0 again once a host has run for half a minute."""

    @property
    def refused(self) -> bool:
        """Whether it did not prove that it knows the pairing code when it was to be met last, or did not believe us."""

    @property
    def report(self) -> HostReport | None:
        """What the present host says of itself, or the last one that was there; None before the first answers."""

    @property
    def grammar_built(self) -> GrammarBuilt | None:
        """What the host made of the home's sentences; None before it has any."""

    async def begin(self) -> None:
        """Start, and wait only while nobody knows what it can do. Raises a HostError then."""

    def begin_in_background(self) -> None:
        """Start, whatever is known, and let a start that fails be tried again like one after a crash."""

    async def stop(self) -> None:
        """End, and leave nothing running. Idempotent."""

    def retry(self) -> None:
        """Try the next start now, instead of after the wait."""

    def add_listener(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` whenever availability, report or failures change; returns how to stop that."""

    async def wait_until_available(self, seconds: float) -> bool:
        """Wait for a host, but not longer than that; return whether there is one now."""

    async def detect(self, names: Sequence[str], stream: AsyncIterable[tuple[bytes, int]]) -> WakeDetected | None:
        """Listen for wake words (none named: any) in 16 kHz sound with timestamps; None when the stream ended first."""

    async def transcribe(
        self, stream: AsyncIterable[bytes], *, language: str, satellite: str, answer: bool = False, times: bool = False
    ) -> Transcribed:
        """Turn speech (16 kHz, 16 bit, mono) into words. `satellite` is an opaque id that the recogniser adapts to.

        `answer`: a yes or a no is expected. `times`: when each word was said is to be told, where the host knows.
        """

    def synthesize(
        self,
        text: AsyncIterable[str],
        *,
        voice: str | None,
        speaker: str | None,
        language: str,
        speed: float = 1.0,
    ) -> AsyncIterator[Sound]:
        """Say `text`, sentence by sentence, while it is still coming in. `voice` None: the best for `language`."""

    async def set_home(self, grammar: HomeSentences) -> GrammarBuilt:
        """Teach the host this home's sentences, now and after every restart."""

    def wake_words(self) -> tuple[WakeWordInfo, ...]:
        """Wake words that the host can listen for."""

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """Voices that speak `language`, whatever their region, best first."""

    def languages(self, stage: Stage) -> tuple[str, ...]:
        """Languages that the host can do `stage` in, as BCP 47 tags."""


class Hosts(Host, Protocol):
    """All of them as one: what a single host does, done by whichever is best placed."""

    @property
    def members(self) -> tuple[Host, ...]:
        """Each of them; a single host is its own only member."""

    def nearest(self, key: str, stage: Stage, without: frozenset[Host] = frozenset()) -> Host:
        """Choose who serves a satellite, by its opaque id: the same one while it is there.

        `without` are those that have failed at this very thing. Where nobody is left it is one that does not answer.
        """
