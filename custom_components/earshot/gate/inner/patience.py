"""How long an engine of somebody else may take. Without a limit, a run would stay open for as long as it hangs."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator
import contextlib

from ...errors import EngineSilentError


class Limit:
    """The time that is left to an engine. It may be counted from later on."""

    def __init__(self, timeout: asyncio.Timeout) -> None:
        self._timeout = timeout
        self._open = True

    def end(self) -> None:
        """Let nobody change it any more."""
        self._open = False

    async def from_the_end_of[T](self, stream: AsyncIterable[T], seconds: float) -> AsyncGenerator[T]:
        """Hand on `stream`, and count from its end."""
        async for piece in stream:
            yield piece
        # An engine that answered before it had heard everything may read on, or close this, when its time is over.
        if self._open:
            self._timeout.reschedule(asyncio.get_running_loop().time() + seconds)


@contextlib.asynccontextmanager
async def limited(seconds: float) -> AsyncIterator[Limit]:
    """Break off the block after so many seconds, unless they are counted anew. Raises EngineSilentError then."""
    limit: Limit | None = None
    timeout = asyncio.timeout(seconds)
    try:
        async with timeout:
            limit = Limit(timeout)
            try:
                yield limit
            finally:
                limit.end()
    except TimeoutError as err:
        # The engine may have had a limit of its own, which is its own error.
        if timeout.expired():
            raise EngineSilentError from err
        raise


async def flowing(stream: AsyncGenerator[bytes], seconds: float) -> AsyncGenerator[bytes]:
    """Hand on `stream` while each piece comes in time. Raises EngineSilentError otherwise."""
    async with contextlib.aclosing(stream):
        while True:
            try:
                async with limited(seconds):
                    piece = await anext(stream)
            except StopAsyncIteration:
                return
            yield piece
