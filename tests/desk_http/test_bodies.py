"""Reading from strangers: how much, how long, and how many at once; over real connections that behave badly."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from aiohttp import web
from aiohttp.test_utils import TestServer
from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.desk_http.answering import answer, refused
from custom_components.earshot.desk_http.bodies import SLOWEST, Bodies, BodyRefusedError, origin_of, sharer_of

MOST = 1000
SHORT = 0.05
"""Seconds of grace where a test waits for it to run out."""


class Desk:
    """A server that reads bodies, and nothing else."""

    def __init__(self, bodies: Bodies) -> None:
        self.bodies = bodies
        self.read: list[bytes] = []
        self.reading = asyncio.Event()
        self.over = asyncio.Event()

    async def handle(self, request: web.Request) -> web.Response:
        self.reading.set()
        try:
            self.read.append(await self.bodies.read(request, MOST))
        except BodyRefusedError as err:
            return await refused(request, err)
        finally:
            self.over.set()
        return answer(HTTPStatus.OK)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[tuple[str, int]]:
        app = web.Application()
        app.router.add_put("/", self.handle)
        async with TestServer(app) as server:
            assert server.port is not None
            yield "127.0.0.1", server.port


pytestmark = pytest.mark.usefixtures("socket_enabled")


def head(*headers: str) -> bytes:
    return "\r\n".join(["PUT / HTTP/1.1", "Host: desk", *headers, "", ""]).encode()


async def ask(address: tuple[str, int], *parts: bytes, end: bool = False) -> int | None:
    """Send something, and return the status of the answer; None: the desk hung up without one."""
    reader, writer = await asyncio.open_connection(*address)
    try:
        for part in parts:
            writer.write(part)
            await writer.drain()
        if end:
            writer.write_eof()
        line = await reader.readline()
        return int(line.split()[1]) if line else None
    except ConnectionError:
        return None
    finally:
        writer.close()


@pytest.mark.parametrize("size", [0, 1, MOST])
async def test_what_is_small_enough_is_read_to_its_end(size: int) -> None:
    desk = Desk(Bodies())
    async with desk.open() as address:
        assert await ask(address, head(f"Content-Length: {size}"), b"x" * size) == HTTPStatus.OK
        chunk = f"{size:x}\r\n".encode() + b"x" * size + b"\r\n" if size else b""
        assert await ask(address, head("Transfer-Encoding: chunked"), chunk + b"0\r\n\r\n") == HTTPStatus.OK
    assert desk.read == [b"x" * size] * 2


async def test_what_says_that_it_is_too_large_is_not_read() -> None:
    desk = Desk(Bodies())
    async with desk.open() as address:
        assert await ask(address, head(f"Content-Length: {MOST + 1}")) == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert not desk.read


async def test_what_is_too_large_without_saying_so_is_read_no_further() -> None:
    desk = Desk(Bodies())
    chunk = f"{MOST + 1:x}\r\n".encode() + b"x" * (MOST + 1) + b"\r\n"
    async with desk.open() as address:
        status = await ask(address, head("Transfer-Encoding: chunked"), chunk)
    assert status in {HTTPStatus.REQUEST_ENTITY_TOO_LARGE, None}
    assert not desk.read


async def test_what_ends_before_its_end_is_not_taken() -> None:
    desk = Desk(Bodies())
    async with desk.open() as address:
        await ask(address, head("Content-Length: 10"), b"half", end=True)
        await desk.over.wait()
    assert not desk.read


@pytest.mark.parametrize(
    "chunk", [b"zz\r\n", b"-1\r\nx\r\n", b"5\r\nx\r\n", b"ffffffffffffffffff\r\n", b"1\r\nxx\r\n0\r\n\r\n"]
)
async def test_parts_that_are_none_are_not_taken(chunk: bytes) -> None:
    desk = Desk(Bodies(grace=SHORT))
    async with desk.open() as address:
        assert await ask(address, head("Transfer-Encoding: chunked"), chunk, end=True) in {
            HTTPStatus.BAD_REQUEST,
            HTTPStatus.REQUEST_TIMEOUT,
            None,
        }
    assert not desk.read


async def test_who_sends_nothing_is_let_go_and_makes_room() -> None:
    desk = Desk(Bodies(most=1, grace=SHORT))
    async with desk.open() as address:
        assert await ask(address, head("Content-Length: 10"), b"x") == HTTPStatus.REQUEST_TIMEOUT
        assert await ask(address, head("Content-Length: 1"), b"x") == HTTPStatus.OK


def test_the_largest_bundle_at_the_slowest_pace_takes_minutes_and_not_hours() -> None:
    assert (4 << 20) / SLOWEST < 300


@pytest.mark.parametrize("bodies", [Bodies(most=1), Bodies(most_from_one=1)], ids=["of all", "of one address"])
async def test_who_is_one_too_many_is_told_when_to_come_again(bodies: Bodies) -> None:
    desk = Desk(bodies)
    async with desk.open() as address:
        reader, writer = await asyncio.open_connection(*address)
        writer.write(head("Content-Length: 2") + b"x")
        await desk.reading.wait()
        assert await ask(address, head("Content-Length: 1"), b"x") == HTTPStatus.TOO_MANY_REQUESTS
        writer.write(b"x")
        assert (await reader.readline()).split()[1] == b"200"
        writer.close()
        assert await ask(address, head("Content-Length: 1"), b"x") == HTTPStatus.OK


async def test_many_who_behave_badly_leave_nothing_behind() -> None:
    bodies = Bodies(grace=SHORT)
    desk = Desk(bodies)
    async with desk.open() as address:
        await asyncio.gather(
            *(
                ask(address, head("Content-Length: 10"), b"x" * (number % 10), end=number % 2 == 0)
                for number in range(12)
            )
        )
    assert bodies._reading.total() == 0
    assert not bodies._reading


@pytest.mark.parametrize(
    ("first", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("fe80::1%eth0", "fe80::2%eth0", True),
        (None, "no address", True),
    ],
)
def test_of_one_address_is_who_comes_from_one_network_of_ipv6(first: str | None, other: str, same: object) -> None:
    assert (origin_of(first) == origin_of(other)) is same


@pytest.mark.parametrize("remote", [None, "no address", "127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_this_machine_itself_is_not_counted(remote: str | None) -> None:
    assert sharer_of(remote) is None


@pytest.mark.parametrize("remote", ["192.0.2.1", "10.0.0.1", "2001:db8::1"])
def test_who_comes_from_elsewhere_is_counted_by_their_origin(remote: str) -> None:
    assert sharer_of(remote) == origin_of(remote)


@given(st.none() | st.text() | st.ip_addresses().map(str))
def test_every_sender_is_of_some_origin(remote: str | None) -> None:
    assert isinstance(origin_of(remote), str)
