"""Sound that flows by: it is measured and let go."""

from collections.abc import AsyncGenerator, AsyncIterable
from typing import Final

from homeassistant.components.assist_pipeline.const import SAMPLE_CHANNELS, SAMPLE_RATE, SAMPLE_WIDTH

from ..models import Received

BYTES_PER_SECOND: Final = SAMPLE_RATE * SAMPLE_WIDTH * SAMPLE_CHANNELS
"""Assist hands every engine the same sound, whatever the microphone: 16 bit mono at 16 kHz."""


class SoundMeter:
    """Counts the sound that one ear was given, and keeps none of it."""

    def __init__(self) -> None:
        self._size = 0

    @property
    def got(self) -> Received:
        """What has flowed by so far, as 16 bit mono sound at 16 kHz."""
        return received_sound(self._size)

    @property
    def size(self) -> int:
        """Bytes that have flowed by so far."""
        return self._size

    def count(self, pcm: bytes) -> None:
        """Count one piece of sound."""
        self._size += len(pcm)

    async def through(self, stream: AsyncIterable[bytes]) -> AsyncGenerator[bytes]:
        """Hand on `stream` unchanged, counting it."""
        async for pcm in stream:
            self.count(pcm)
            yield pcm


def received_sound(size: int) -> Received:
    """Say how much sound `size` bytes are."""
    return Received(sound_ms=size * 1000 // BYTES_PER_SECOND, sound_bytes=size)
