"""Sound that flows by: it is measured and let go, or held in memory where a person wants it kept."""

from collections.abc import AsyncGenerator, AsyncIterable
from typing import Final

from homeassistant.components.assist_pipeline.const import SAMPLE_CHANNELS, SAMPLE_RATE, SAMPLE_WIDTH
from homeassistant.components.stt import AudioCodecs, SpeechMetadata

from ..models import Received

BYTES_PER_SECOND: Final = SAMPLE_RATE * SAMPLE_WIDTH * SAMPLE_CHANNELS
"""Assist hands every engine the same sound, whatever the microphone: 16 bit mono at 16 kHz."""


LONGEST_KEPT_SECONDS: Final = 60
"""How much of an utterance's sound is held for keeping: as much as the voice host hears of one, 1.9 MB. A command takes
some seconds; a microphone that goes on and on must not fill the memory. What is said after that is not kept."""


class SoundMeter:
    """Counts the sound that one ear was given, and keeps none of it."""

    def __init__(self, bytes_per_second: int | None = BYTES_PER_SECOND) -> None:
        self._size = 0
        self.bytes_per_second = bytes_per_second
        """How much of it is a second; None for sound whose length its size does not tell."""

    @property
    def got(self) -> Received:
        """What has flowed by so far."""
        if self.bytes_per_second is None:
            return Received(sound_bytes=self._size)
        return Received(sound_ms=self._size * 1000 // self.bytes_per_second, sound_bytes=self._size)

    @property
    def size(self) -> int:
        """Bytes that have flowed by so far."""
        return self._size

    def count(self, pcm: bytes) -> None:
        """Count one piece of sound."""
        self._size += len(pcm)

    def add(self, size: int) -> None:
        """Count sound that another meter has counted, in bytes."""
        self._size += size

    async def through(self, stream: AsyncIterable[bytes]) -> AsyncGenerator[bytes]:
        """Hand on `stream` unchanged, counting it."""
        async for pcm in stream:
            self.count(pcm)
            yield pcm


class SoundBuffer:
    """Holds the sound of one utterance in memory, and nowhere else, until it is sealed or let go."""

    def __init__(self) -> None:
        self._pcm = bytearray()
        self._open = True

    @property
    def pcm(self) -> bytearray:
        """What is held: 16 bit mono sound at 16 kHz. Belongs to the buffer, which overwrites it when it lets go."""
        return self._pcm

    async def through(self, stream: AsyncIterable[bytes]) -> AsyncGenerator[bytes]:
        """Hand on `stream` unchanged, and hold a copy of its beginning."""
        async for pcm in stream:
            if self._open:
                self._pcm += pcm[: LONGEST_KEPT_SECONDS * BYTES_PER_SECOND - len(self._pcm)]
            yield pcm

    def let_go(self) -> None:
        """Overwrite what is held, and hold nothing from now on.

        Copies that Python made while it grew may stay in memory for a while, and in swap if the machine swaps.
        """
        self._open = False
        self._pcm[:] = bytes(len(self._pcm))
        self._pcm = bytearray()


def bytes_per_second(metadata: SpeechMetadata) -> int | None:
    """Say how much sound of this form is a second; None if it is compressed. Only a direct call sends other forms."""
    if metadata.codec is not AudioCodecs.PCM:
        return None
    return metadata.sample_rate * metadata.channel * metadata.bit_rate // 8


def received_sound(size: int) -> Received:
    """Say how much sound `size` bytes are."""
    return Received(sound_ms=size * 1000 // BYTES_PER_SECOND, sound_bytes=size)
