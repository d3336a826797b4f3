"""Accepts connections, runs a session for each, and gives up those that stall."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
import logging
import socket
import time

from .contract import ERROR_BUSY, MAX_CONNECTIONS
from .door import Door, UnreadProtocol
from .faults import RefusedError, error_event
from .framing import encode
from .limits import READ_BYTES, SWEEP_SECONDS
from .session import Services, Session

LOGGER = logging.getLogger(__name__)


class Server:
    """Listens from `open` on. Sessions wait for `ready`, which is told when the models are loaded."""

    def __init__(self, *, door: Door | None = None, max_connections: int = MAX_CONNECTIONS) -> None:
        self._door = door
        """Stands before what is no socket file. None: everybody of this machine may enter."""
        self._max_connections = max_connections
        self._ready: asyncio.Future[Services] = asyncio.get_running_loop().create_future()
        self._sessions: dict[asyncio.Task[None], Session] = {}
        self._servers: list[asyncio.Server] = []
        self._sweeper: asyncio.Task[None] | None = None
        self._closed = False

    async def open(self, sockets: Iterable[socket.socket]) -> None:
        """Accept connections. Needs sockets of its own for nothing afterwards."""
        for each in sockets:
            if each.family == socket.AF_UNIX or self._door is None:
                self._servers.append(await asyncio.start_server(self._accept, sock=each, limit=READ_BYTES))
            else:
                loop = asyncio.get_running_loop()
                self._servers.append(await loop.create_server(self._stranger, sock=each))
        self._sweeper = asyncio.create_task(self._sweep())

    def ready(self, services: Services) -> None:
        """Let the sessions begin."""
        self._ready.set_result(services)

    async def close(self) -> None:
        """Accept nothing more and end every session."""
        self._closed = True
        for server in self._servers:
            server.close()
        if self._sweeper is not None:
            self._sweeper.cancel()
        for task, session in list(self._sessions.items()):
            session.close()
            task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*self._sessions, return_exceptions=True)

    def _stranger(self) -> asyncio.Protocol:
        return UnreadProtocol(asyncio.StreamReader(limit=READ_BYTES), self._let_in)

    async def _let_in(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._door is None or not await self._door.admit(writer):
            return
        if self._closed:  # meanwhile
            writer.transport.abort()
            return
        await self._accept(reader, writer)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if len(self._sessions) >= self._max_connections:
            refused = RefusedError(f"There are {self._max_connections} connections already.", code=ERROR_BUSY)
            LOGGER.warning("Refused (%s): %s", refused.code, refused)
            writer.write(encode(error_event(refused)))
            writer.close()
            return
        session = Session(reader, writer, self._ready)
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("a connection is accepted in a task")
        self._sessions[task] = session
        try:
            await session.run()
        finally:
            del self._sessions[task]

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            now = time.monotonic()
            for session in list(self._sessions.values()):
                if session.expire(now):
                    LOGGER.info("Closed a connection that was silent or stalled")
