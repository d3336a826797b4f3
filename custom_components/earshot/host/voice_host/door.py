"""The door of a port: lets in who proves to know the pairing code, and counts who does not."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
import logging
import ssl
from typing import Final, override

from .contract import REFUSED_CODE, REFUSED_NO_TLS, REFUSED_TIMEOUT, REFUSED_TOO_MANY, Refused
from .limits import HANDSHAKE_SECONDS, MAX_STRANGERS, MAX_STRANGERS_EACH, STALL_SECONDS
from .pairing import server_context

LOGGER = logging.getLogger(__name__)

_NO_TLS: Final = frozenset({"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST", "PACKET_LENGTH_TOO_LONG"})
"""What OpenSSL calls bytes that are no TLS record."""


class UnreadProtocol(asyncio.StreamReaderProtocol):
    """A connection of which nothing is read before TLS begins: it would be lost to it."""

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Stop reading before it has begun."""
        if isinstance(transport, asyncio.ReadTransport):
            transport.pause_reading()
        super().connection_made(transport)


class Door:
    """Stands before every connection to a port. Nothing is asked of an engine, and nothing told, before it opens."""

    def __init__(
        self,
        secret: bytes,
        *,
        patience: float = HANDSHAKE_SECONDS,
        strangers: int = MAX_STRANGERS,
        strangers_each: int = MAX_STRANGERS_EACH,
    ) -> None:
        self._context = server_context(secret)
        self._patience = patience
        self._strangers = strangers
        self._strangers_each = strangers_each
        self._waiting: Counter[str] = Counter()
        self._refused: dict[str, Refused] = {}

    @property
    def refused(self) -> tuple[Refused, ...]:
        """Whom it did not let in, one value for each reason."""
        return tuple(self._refused.values())

    async def admit(self, writer: asyncio.StreamWriter) -> bool:
        """Return whether the other side proved it; everything after is encrypted. Otherwise the connection is over."""
        address = _address(writer)
        if self._waiting.total() >= self._strangers or self._waiting[address] >= self._strangers_each:
            return self._refuse(writer, REFUSED_TOO_MANY, address)
        try:
            with self._stranger(address):
                await writer.start_tls(
                    self._context, ssl_handshake_timeout=self._patience, ssl_shutdown_timeout=STALL_SECONDS
                )
        except ssl.SSLError as error:
            return self._refuse(writer, REFUSED_NO_TLS if error.reason in _NO_TLS else REFUSED_CODE, address)
        except OSError:  # it took too long, or went away
            return self._refuse(writer, REFUSED_TIMEOUT, address)
        return True

    @contextmanager
    def _stranger(self, address: str) -> Iterator[None]:
        self._waiting[address] += 1
        try:
            yield
        finally:
            self._waiting[address] -= 1
            if not self._waiting[address]:
                del self._waiting[address]

    def _refuse(self, writer: asyncio.StreamWriter, why: str, address: str) -> bool:
        writer.transport.abort()
        before = self._refused.get(why)
        self._refused[why] = refused = Refused(why=why, count=before.count + 1 if before else 1, last_from=address)
        # The first, the second, the fourth …: somebody who knocks all day does not fill the log.
        if refused.count & (refused.count - 1) == 0:
            LOGGER.warning("Refused a connection from %s (%s), %d so far", address, why, refused.count)
        return False


def _address(writer: asyncio.StreamWriter) -> str:
    peer = writer.get_extra_info("peername")
    return str(peer[0]) if peer else "?"  # gone before anybody looked
