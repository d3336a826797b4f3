"""Several voice hosts as one: each satellite has its own, and another where that one fails."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Callable, Sequence
import hashlib
import logging

from homeassistant.core import callback

from ..errors import HostError
from ..host.voice_host.contract import GrammarBuilt, HostReport
from ..models import Place, Stage
from .answers import Sound, Transcribed, VoiceInfo, WakeDetected, WakeWordInfo
from .interface import HomeSentences, Host

LOGGER = logging.getLogger(__name__)


class HostPool:
    """What a single host does, done by the one that a satellite belongs to.

    Who serves whom follows from their names alone (rendezvous hashing): a host that goes gives up its own satellites
    and no others, and has them again when it comes back, with what it has learned of each speaker.
    """

    def __init__(self, members: Sequence[Host]) -> None:
        """At least one."""
        self.members = tuple(members)

    @property
    def title(self) -> str | None:
        """The name of whoever would be asked now."""
        return self._any().title

    @property
    def place(self) -> Place | None:
        """The place of whoever would be asked now."""
        return self._any().place

    @property
    def available(self) -> bool:
        """Whether one of them is there."""
        return any(member.available for member in self.members)

    @property
    def failures(self) -> int:
        """Failures of the best of them: while one is there, somebody answers."""
        return min(member.failures for member in self.members)

    @property
    def refused(self) -> bool:
        """Whether one of them was refused, or refused us."""
        return any(member.refused for member in self.members)

    @property
    def report(self) -> HostReport | None:
        """What the one that would be asked now says of itself."""
        return self._any().report

    @property
    def grammar_built(self) -> GrammarBuilt | None:
        """What the one that would be asked now made of the home's sentences."""
        return self._any().grammar_built

    async def begin(self) -> None:
        """Begin with all of them, and go on when one can be asked or is known. Raises when none is."""
        outcomes = await asyncio.gather(*(member.begin() for member in self.members), return_exceptions=True)
        failures = {member: it for member, it in zip(self.members, outcomes, strict=True) if it is not None}
        unexpected = [failure for failure in failures.values() if not isinstance(failure, HostError)]
        if unexpected or len(failures) == len(self.members):
            await self.stop()
            raise unexpected[0] if unexpected else failures[self.members[0]]
        for member, failure in failures.items():
            LOGGER.warning("The voice host %s is not there yet: %s", member.title or "of this machine", failure)
            member.begin_in_background()

    def begin_in_background(self) -> None:
        """Let all of them begin as they can."""
        for member in self.members:
            member.begin_in_background()

    async def stop(self) -> None:
        """End all of them. Idempotent."""
        await asyncio.gather(*(member.stop() for member in self.members))

    @callback
    def retry(self) -> None:
        """Let all that are away be tried now."""
        for member in self.members:
            member.retry()

    @callback
    def add_listener(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` whenever one of them changes; returns how to stop that."""
        stops = [member.add_listener(listener) for member in self.members]

        def stop() -> None:
            for each in stops:
                each()

        return stop

    async def wait_until_available(self, seconds: float) -> bool:
        """Wait for the first that is there, but not longer than that; return whether there is one now."""
        waiting = [asyncio.ensure_future(member.wait_until_available(seconds)) for member in self.members]
        try:
            for first in asyncio.as_completed(waiting):
                if await first:
                    return True
        finally:
            for each in waiting:
                each.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
        return False

    @callback
    def nearest(self, key: str, stage: Stage, without: frozenset[Host] = frozenset()) -> Host:
        """Choose who serves a satellite: of those that are there and can do the stage, its own first."""
        return max(
            self.members,
            key=lambda member: (
                member.available and member not in without,
                bool(member.languages(stage)),
                _weight(member, key),
            ),
        )

    async def detect(self, names: Sequence[str], stream: AsyncIterable[tuple[bytes, int]]) -> WakeDetected | None:
        """Listen for wake words with any of them."""
        return await self.nearest("", Stage.WAKE_WORD).detect(names, stream)

    async def transcribe(
        self, stream: AsyncIterable[bytes], *, language: str, satellite: str, answer: bool = False, times: bool = False
    ) -> Transcribed:
        """Turn speech into words with the satellite's own."""
        chosen = self.nearest(satellite, Stage.SPEECH_TO_TEXT)
        return await chosen.transcribe(stream, language=language, satellite=satellite, answer=answer, times=times)

    def synthesize(
        self,
        text: AsyncIterable[str],
        *,
        voice: str | None,
        speaker: str | None,
        language: str,
        speed: float = 1.0,
    ) -> AsyncIterator[Sound]:
        """Say `text` with any of them."""
        chosen = self.nearest("", Stage.TEXT_TO_SPEECH)
        return chosen.synthesize(text, voice=voice, speaker=speaker, language=language, speed=speed)

    async def set_home(self, grammar: HomeSentences) -> GrammarBuilt:
        """Teach all of them. Those that are away remember it, like a single one. Raises when none has learned it."""
        lessons = await asyncio.gather(*(each.set_home(grammar) for each in self.members), return_exceptions=True)
        learned = [built for built in lessons if isinstance(built, GrammarBuilt)]
        for lesson in lessons:
            if isinstance(lesson, HostError) and learned:
                LOGGER.warning("One of the voice hosts did not take the home's sentences: %s", lesson)
            elif isinstance(lesson, BaseException):
                raise lesson
        return learned[0]

    def wake_words(self) -> tuple[WakeWordInfo, ...]:
        """Wake words that one of them can listen for."""
        words = {word.name: word for member in reversed(self.members) for word in member.wake_words()}
        return tuple(words.values())

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """Voices of all of them, each once."""
        voices: dict[str, VoiceInfo] = {}
        for member in self.members:
            for voice in member.voices(language):
                voices.setdefault(voice.name, voice)
        return tuple(voices.values())

    def languages(self, stage: Stage) -> tuple[str, ...]:
        """Languages that one of them can do `stage` in."""
        return tuple(sorted({language for member in self.members for language in member.languages(stage)}))

    def _any(self) -> Host:
        return next((member for member in self.members if member.available), self.members[0])


def _weight(member: Host, key: str) -> bytes:
    return hashlib.sha256(f"{member.title or ''}\0{key}".encode()).digest()
