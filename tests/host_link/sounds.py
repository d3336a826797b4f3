"""Sound for the tests of the voice host: 16 kHz, 16 bit, mono."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path
import wave

CHUNK = 1280 * 2
"""80 ms, as a Wyoming satellite sends it."""
WAKE = Path(__file__).parents[1] / "voice_host" / "data" / "hey_jarvis.wav"


def recording(path: Path) -> bytes:
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (16_000, 2, 1)
        return bytes(file.readframes(file.getnframes()))


def silence(seconds: float) -> bytes:
    return bytes(2 * int(16_000 * seconds))


async def stream(pcm: bytes) -> AsyncGenerator[bytes]:
    for start in range(0, len(pcm), CHUNK):
        yield pcm[start : start + CHUNK]
        await asyncio.sleep(0)


async def timed(pcm: bytes) -> AsyncGenerator[tuple[bytes, int]]:
    position = 0
    async for chunk in stream(pcm):
        yield chunk, position // 32
        position += len(chunk)


class Microphone:
    """A stream that goes on until it is told to end, and knows whether somebody broke a read off."""

    def __init__(self, pcm: bytes) -> None:
        self._pcm = pcm
        self.broken_off = False
        self.yielded = 0
        self.begun = asyncio.Event()

    async def __call__(self) -> AsyncGenerator[tuple[bytes, int]]:
        sound = self._pcm
        while True:
            chunk, sound = (sound[:CHUNK], sound[CHUNK:]) if sound else (bytes(CHUNK), b"")
            self.begun.set()
            yield chunk, self.yielded * 80
            self.yielded += 1
            try:
                await asyncio.sleep(0.01)
            except asyncio.CancelledError, GeneratorExit:
                self.broken_off = True
                raise


async def said(*parts: str) -> AsyncGenerator[str]:
    for part in parts:
        yield part


async def sound_of(microphone: Microphone) -> AsyncGenerator[bytes]:
    async for chunk, _ in microphone():
        yield chunk
