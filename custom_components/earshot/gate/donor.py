"""Who is handed what could be given away when an utterance is over. The gate decides and keeps nothing of it."""

from collections import deque
from collections.abc import AsyncGenerator, AsyncIterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Protocol

from homeassistant.core import callback

from ..donation.redaction import WordTime
from ..models import Outcome, Satellite
from .sound import BYTES_PER_SECOND, SoundBuffer

WAKE_SECONDS: Final = 2
"""How much is held of what was heard before a wake word was: the longest of them takes a second and a half, and is
known half a second late. What else is in it was said before anybody spoke to the house."""


@dataclass(slots=True, kw_only=True, eq=False)
class Collected:
    """An utterance that is over and entered, and what of it was held in memory. Whoever gets it lets go of it."""

    utterance_id: str
    said: datetime
    satellite: Satellite
    place: str
    """The key of its satellite among the settings."""
    outcome: Outcome
    discreet: bool
    """Whether it was off the record, if only for a moment."""
    wake_word: str | None
    language: str
    words: str | None = field(repr=False)
    word_times: tuple[WordTime, ...] | None = field(repr=False)
    sound: bytearray = field(repr=False)
    """Of the command: 16 bit mono at 16 kHz. Empty: none was held."""
    wake_sound: bytearray = field(repr=False)
    """The last seconds before the wake word was heard, and the wake word. Empty: none was held."""

    def let_go(self) -> None:
        """Overwrite the sound. Copies that Python made while it grew may stay in memory for a while."""
        for sound in (self.sound, self.wake_sound):
            sound[:] = bytes(len(sound))
        self.words = None


class Donor(Protocol):
    """Says what is to be held, and takes it."""

    @callback
    def covers(self, place: str) -> bool:
        """Whether what is said to a satellite now may be offered, so that its sound is to be held in memory."""

    @callback
    def asks(self) -> bool:
        """Whether anything is to be handed over at all, be it that it is not offered."""

    @callback
    def take(self, collected: Collected) -> None:
        """Take an utterance that is over."""


class Nobody:
    """Nobody donates: nothing is held and nothing handed over."""

    @callback
    def covers(self, place: str) -> bool:  # noqa: ARG002 - what a donor is asked
        """Return no."""
        return False

    @callback
    def asks(self) -> bool:
        """Return no."""
        return False

    @callback
    def take(self, collected: Collected) -> None:
        """Let go of it."""
        collected.let_go()


class LastSeconds:
    """Holds the last seconds of a microphone's sound in memory, and nowhere else."""

    def __init__(self) -> None:
        self._pieces: deque[bytes] = deque()
        self._size = 0

    def add(self, pcm: bytes) -> None:
        """Go on by a piece, and forget what is too old."""
        self._pieces.append(pcm)
        self._size += len(pcm)
        while self._size - len(self._pieces[0]) >= WAKE_SECONDS * BYTES_PER_SECOND:
            self._size -= len(self._pieces.popleft())

    def take(self) -> bytearray:
        """Return what is held, and hold it no more."""
        taken = bytearray(b"".join(self._pieces))
        self.let_go()
        return taken

    def let_go(self) -> None:
        """Hold nothing."""
        self._pieces.clear()
        self._size = 0


class Gift:
    """What of one utterance is held for a donor: nothing, unless a consent covers it from its beginning to its end."""

    def __init__(self, donor: Donor, place: str) -> None:
        self._donor = donor
        self._place = place
        self._wake = LastSeconds()
        self._sound: SoundBuffer | None = None
        self.covered = False
        """Whether its sound is held. It is once the utterance has begun, until something speaks against it."""

    def begin(self, *, discreet: bool) -> None:
        """Decide whether anything is held, before there is anything to hold."""
        self.covered = not discreet and self._donor.covers(self._place)
        if not self.covered:
            self._wake.let_go()

    def look(self, *, discreet: bool) -> None:
        """Drop everything at once if it went off the record, or is not covered any more."""
        if self.covered and (discreet or not self._donor.covers(self._place)):
            self.let_go()

    async def listened(self, stream: AsyncIterable[tuple[bytes, int]]) -> AsyncGenerator[tuple[bytes, int]]:
        """Hand on what a wake word is listened for in, and hold its last seconds where it may be offered."""
        async for pcm, timestamp in stream:
            if self._donor.covers(self._place):
                self._wake.add(pcm)
            else:
                self._wake.let_go()
            yield pcm, timestamp

    def recorded(self, stream: AsyncIterable[bytes]) -> AsyncIterable[bytes]:
        """Hand on the sound, and hold a copy where it may be offered."""
        if not self.covered:
            return stream
        self._sound = SoundBuffer()
        return self._sound.through(stream)

    def take(self) -> tuple[bytearray, bytearray]:
        """Return the sound of the command and that of the wake word, and hold neither any more."""
        sound = bytearray(self._sound.pcm) if self._sound is not None else bytearray()
        wake_sound = self._wake.take()
        self.let_go()
        return sound, wake_sound

    def let_go(self) -> None:
        """Drop everything."""
        self.covered = False
        if self._sound is not None:
            self._sound.let_go()
            self._sound = None
        self._wake.let_go()
