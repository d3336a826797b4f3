"""The Wyoming package's client, with the limits that the package does not set.

The host is sandboxed because its models and their libraries are not trusted; so what it sends is not trusted
either, and must not be able to fill Home Assistant's memory.
"""

import asyncio
from typing import Final, override

from wyoming.client import AsyncClient
from wyoming.event import Event

from ..errors import HostProtocolError, HostUnavailableError
from ..host.voice_host.contract import MAX_DATA_BYTES, MAX_HEADER_BYTES
from .ways import Way

CONNECT_TIMEOUT_SECONDS: Final = 5
"""A host of the same house connects at once; one whose event loop hangs for longer is as good as gone."""
WRITE_TIMEOUT_SECONDS: Final = 10
"""For the host to take what the socket's buffer does not hold: it reads all the time, whatever its engines do."""


class _BoundedReader(asyncio.StreamReader):
    """Refuses a header line or a block that is longer than the contract allows."""

    def __init__(self) -> None:
        super().__init__(limit=MAX_HEADER_BYTES)

    @override
    async def readexactly(self, n: int) -> bytes:
        if n > MAX_DATA_BYTES:
            raise HostProtocolError(f"It announced a block of {n} bytes")
        return await super().readexactly(n)


class BoundedClient(AsyncClient):
    """One connection. Every failure of it is a HostError."""

    def __init__(self, way: Way) -> None:
        super().__init__(connect_timeout=CONNECT_TIMEOUT_SECONDS)
        self._way = way

    @override
    async def connect(self) -> None:
        """Connect, or raise HostUnavailableError."""
        reader = _BoundedReader()
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT_SECONDS):
                self._writer = await self._way.open(reader)
        except OSError as err:
            raise HostUnavailableError("The voice host does not accept a connection") from err
        self._reader = reader

    @override
    async def disconnect(self) -> None:
        """Close, without waiting for what the host has not taken. Never raises."""
        writer, self._writer, self._reader = self._writer, None, None
        if writer is not None:
            writer.transport.abort()

    @override
    async def write_event(self, event: Event) -> None:
        """Write, or raise HostUnavailableError."""
        try:
            async with asyncio.timeout(WRITE_TIMEOUT_SECONDS):
                await super().write_event(event)
        except OSError as err:  # TimeoutError is one
            raise HostUnavailableError("The voice host takes no more") from err

    async def next_event(self, patience: float | None = None) -> Event:
        """Read the next event, for at most `patience` seconds.

        Raises HostUnavailableError when the host is gone or does not answer, HostProtocolError for anything
        that is no event. The package reports a closed connection and a bad header line alike, as None.
        """
        try:
            async with asyncio.timeout(patience):
                event = await super().read_event()
        except TimeoutError as err:
            raise HostUnavailableError("The voice host does not answer") from err
        except (OSError, EOFError) as err:
            raise HostUnavailableError("The voice host closed the connection") from err
        except (KeyError, TypeError, AttributeError, RecursionError) as err:
            raise HostProtocolError("What the voice host sent is no event") from err
        if event is None:
            raise HostUnavailableError("The voice host closed the connection")
        kind: object = event.type
        data: object = event.data
        if not isinstance(kind, str) or not isinstance(data, dict):  # the package believes what it reads
            raise HostProtocolError("What the voice host sent is no event")
        return event
