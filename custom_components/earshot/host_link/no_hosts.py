"""No voice host at all: a Home Assistant that is only a review desk hears and says nothing."""

from collections.abc import AsyncIterable, AsyncIterator, Callable, Sequence
from typing import NoReturn

from homeassistant.core import callback

from ..errors import HostUnavailableError
from ..host.voice_host.contract import GrammarBuilt, HostReport
from ..models import Place, Stage
from .answers import Sound, Transcribed, VoiceInfo, WakeDetected, WakeWordInfo
from .interface import HomeSentences, Host


class NoHosts:
    """Stands where the voice hosts stand elsewhere: it begins and stops at once, and every request fails."""

    members: tuple[Host, ...] = ()
    title: str | None = None
    place: Place | None = None
    available = False
    failures = 0
    """It is as it is meant to be."""
    refused = False
    report: HostReport | None = None
    grammar_built: GrammarBuilt | None = None

    async def begin(self) -> None:
        """There is nothing to start."""

    def begin_in_background(self) -> None:
        """There is nothing to start."""

    async def stop(self) -> None:
        """There is nothing to end."""

    @callback
    def retry(self) -> None:
        """There is nothing to try."""

    @callback
    def add_listener(self, _listener: Callable[[], None]) -> Callable[[], None]:
        """Nothing will ever change: another configuration is another object."""
        return _nothing

    async def wait_until_available(self, _seconds: float) -> bool:
        """Nobody will come."""
        return False

    @callback
    def nearest(self, _key: str, _stage: Stage, _without: frozenset[Host] = frozenset()) -> Host:
        """Return one that does not answer."""
        return self

    async def detect(self, _names: Sequence[str], _stream: AsyncIterable[tuple[bytes, int]]) -> WakeDetected | None:
        """Nobody listens."""
        _refuse()

    async def transcribe(
        self,
        _stream: AsyncIterable[bytes],
        *,
        language: str,  # noqa: ARG002 - the protocol names it
        satellite: str,  # noqa: ARG002 - the same
        answer: bool = False,  # noqa: ARG002 - the same
        times: bool = False,  # noqa: ARG002 - the same
    ) -> Transcribed:
        """Nobody hears."""
        _refuse()

    async def synthesize(
        self,
        _text: AsyncIterable[str],
        *,
        voice: str | None,  # noqa: ARG002 - the protocol names it
        speaker: str | None,  # noqa: ARG002 - the same
        language: str,  # noqa: ARG002 - the same
        speed: float = 1.0,  # noqa: ARG002 - the same
    ) -> AsyncIterator[Sound]:
        """Nobody speaks."""
        _refuse()
        yield Sound(pcm=b"", rate=0)  # it makes this a generator, as the protocol has it

    async def set_home(self, _grammar: HomeSentences) -> GrammarBuilt:
        """Nobody learns."""
        _refuse()

    def wake_words(self) -> tuple[WakeWordInfo, ...]:
        """None."""
        return ()

    def voices(self, _language: str) -> tuple[VoiceInfo, ...]:
        """None."""
        return ()

    def languages(self, _stage: Stage) -> tuple[str, ...]:
        """None."""
        return ()


def _refuse() -> NoReturn:
    raise HostUnavailableError("The configuration names no voice host")


def _nothing() -> None:
    """Nobody was listening."""
