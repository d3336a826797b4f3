"""Reading what strangers send: never more than was agreed on, never for long, and never too many at once."""

import asyncio
from collections import Counter
from http import HTTPStatus
from ipaddress import IPv6Address, ip_address
from typing import Final

from aiohttp import ClientError, StreamReader, web
from aiohttp.http_exceptions import HttpProcessingError

MOST: Final = 64
"""Bodies that are read at the same time. Each is held in memory until it is whole: with the largest of 4 MiB that is
256 MiB at the worst, and with ordinary ones some MiB."""
MOST_FROM_ONE: Final = 8
"""Of these, from one address: many homes can share one, behind a provider's or a proxy's, and nobody fills all."""

GRACE: Final = 10.0
"""Seconds in which something must have come."""
SLOWEST: Final = 16 * 1024
"""Bytes a second, on the average and after the grace, that a sender must keep up: an eighth of a slow uplink. The
largest bundle takes four and a half minutes by that."""

AGAIN: Final = 5
"""Seconds after which somebody may come again for whom there was no place."""

IPV6_NETWORK: Final = 64
"""Bits of an IPv6 address that are one customer's: whoever has them has all addresses in them."""


class BodyRefusedError(Exception):
    """What somebody sends is not read, or not to its end."""

    def __init__(self, status: HTTPStatus, retry_after: int | None = None, *, hang_up: bool = False) -> None:
        """`hang_up`: nothing more of it is to be taken from the network either."""
        super().__init__(status.phrase)
        self.status = status
        self.retry_after = retry_after
        self.hang_up = hang_up


class Bodies:
    """Everything that is being read from strangers."""

    def __init__(self, most: int = MOST, most_from_one: int = MOST_FROM_ONE, grace: float = GRACE) -> None:
        self._most = most
        self._most_from_one = most_from_one
        self._grace = grace
        self._reading: Counter[str] = Counter()

    async def read(self, request: web.Request, most: int) -> bytes:
        """Return the body of a request, of at most so many bytes. Raises BodyRefusedError."""
        # It would be unpacked while it is read: a thousand bytes to a million.
        if request.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
            raise BodyRefusedError(HTTPStatus.BAD_REQUEST, hang_up=True)
        if request.content_length is not None and request.content_length > most:
            raise BodyRefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        origin = origin_of(request.remote)
        if self._reading.total() >= self._most or self._reading[origin] >= self._most_from_one:
            raise BodyRefusedError(HTTPStatus.TOO_MANY_REQUESTS, AGAIN)
        self._reading[origin] += 1
        try:
            return await self._to_the_end(request.content, most)
        except TimeoutError as err:
            raise BodyRefusedError(HTTPStatus.REQUEST_TIMEOUT, hang_up=True) from err
        except (ClientError, ConnectionError, HttpProcessingError) as err:
            # It ended before its end, or is no body: nobody may be there to be told.
            raise BodyRefusedError(HTTPStatus.BAD_REQUEST, hang_up=True) from err
        finally:
            self._reading[origin] -= 1
            if not self._reading[origin]:
                del self._reading[origin]

    async def _to_the_end(self, content: StreamReader, most: int) -> bytes:
        begun = asyncio.get_running_loop().time()
        body = bytearray()
        while True:
            async with asyncio.timeout_at(begun + self._grace + len(body) / SLOWEST):
                part = await content.readany()
            if not part:
                return bytes(body)
            body += part
            if len(body) > most:
                raise BodyRefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, hang_up=True)


def sharer_of(remote: str | None) -> str | None:
    """Return by what it is counted how much of a desk's room a sender uses. None: it is not counted.

    That is nobody's address, and this machine's own: of whom a tunnel or a proxy on it brings something nobody says.
    """
    try:
        uncounted = ip_address(remote or "").is_loopback
    except ValueError:
        uncounted = True
    return None if uncounted else origin_of(remote)


def origin_of(remote: str | None) -> str:
    """Return by what a sender is counted: the address, of IPv6 the network."""
    try:
        address = ip_address(remote or "")
    except ValueError:
        return ""
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(int(address) >> (address.max_prefixlen - IPV6_NETWORK))
