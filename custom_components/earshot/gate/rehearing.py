"""Sound that a second engine can hear from its beginning, when the first one fails in the middle of it."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable
import contextlib

from .sound import BYTES_PER_SECOND, LONGEST_KEPT_SECONDS


class Rehearing:
    """The sound of one utterance, held in memory until it is over, for as long as somebody could hear it again.

    Whoever hears it may be broken off at any time: the read that is under way then is the next one's.
    """

    def __init__(self, stream: AsyncIterable[bytes]) -> None:
        self._iterator = aiter(stream)
        self._held: list[bytes] = []
        self._room = LONGEST_KEPT_SECONDS * BYTES_PER_SECOND
        """Bytes that may still be held. No host hears more of one utterance."""
        self._ended = False
        self._read: asyncio.Task[bytes | None] | None = None

    async def from_the_beginning(self) -> AsyncGenerator[bytes]:
        """Hand on what came so far, and what comes. Raises what the stream raises."""
        for pcm in tuple(self._held):
            yield pcm
        while not self._ended:
            if (heard := await self._next()) is not None:
                yield heard

    async def close(self) -> None:
        """Let go of the sound, and stop a read that nobody waits for any more."""
        self._held.clear()
        self._ended = True
        if self._read is not None:
            self._read.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait({self._read})

    async def _next(self) -> bytes | None:
        read = self._read = self._read or asyncio.create_task(self._anext())
        # Who is broken off here leaves the read as it is, also one that has just ended.
        await asyncio.wait({read})
        pcm = read.result()
        if self._read is read:
            self._read = None
            self._hold(pcm)
        return pcm

    def _hold(self, pcm: bytes | None) -> None:
        if pcm is None:
            self._ended = True
        elif len(pcm) <= self._room:
            self._room -= len(pcm)
            self._held.append(pcm)

    async def _anext(self) -> bytes | None:
        return await anext(self._iterator, None)
