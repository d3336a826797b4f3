"""A port with a door, in this process: who knows the code comes in, and everybody else is counted."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
import ssl

import pytest
from wyoming.event import Event, async_read_event, async_write_event

from tests.voice_host.conftest import wait_for
from tests.voice_host.fakes import FakeVoice
from voice_host.config import TcpAddress, UnixAddress
from voice_host.contract import REFUSED_CODE, REFUSED_NO_TLS, REFUSED_TIMEOUT, REFUSED_TOO_MANY
from voice_host.door import Door
from voice_host.listeners import listen
from voice_host.pairing import client_context, make_secret
from voice_host.server import Server
from voice_host.session import Services
from voice_host.workers import Workers

pytestmark = pytest.mark.usefixtures("socket_enabled")

type Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Guarded:
    door: Door
    secret: bytes
    port: int
    server: Server

    async def enter(self, context: ssl.SSLContext | None = None) -> Stream:
        """Connect by TLS, with the right code if no other context is given."""
        chosen = context or client_context(self.secret)
        return await asyncio.open_connection("127.0.0.1", self.port, ssl=chosen, server_hostname="")

    async def knock(self) -> Stream:
        """Connect without TLS."""
        return await asyncio.open_connection("127.0.0.1", self.port)

    def refused(self) -> dict[str, int]:
        return {each.why: each.count for each in self.door.refused}


@pytest.fixture
async def guarded(make_services: Callable[..., Services]) -> AsyncIterator[Callable[..., Awaitable[Guarded]]]:
    """Return how to open a guarded port with other limits."""
    workers = Workers()
    opened: list[Guarded] = []

    async def open_port(**limits: float) -> Guarded:
        secret = make_secret()
        door = Door(secret, **limits)  # type: ignore[arg-type]  # each test names its own
        server = Server(door=door)
        sockets = listen([TcpAddress("127.0.0.1", 0)])
        port = sockets[0].getsockname()[1]
        await server.open(sockets)
        server.ready(make_services(workers, voice=FakeVoice()))
        opened.append(Guarded(door, secret, port, server))
        return opened[-1]

    yield open_port
    for each in opened:
        await each.server.close()
    workers.stop()


async def ping(stream: Stream) -> str:
    reader, writer = stream
    await async_write_event(Event("ping", {"text": "?"}), writer)
    event = await async_read_event(reader)
    assert event is not None
    return event.type


async def closed(stream: Stream) -> bool:
    """Wait for the end of a connection; whether nothing came before it."""
    try:
        return await stream[0].read() == b""
    except ConnectionError:
        return True


async def test_who_knows_the_code_is_served_and_nobody_is_counted(guarded: Callable[..., Awaitable[Guarded]]) -> None:
    port = await guarded()
    streams = [await port.enter() for _ in range(3)]
    assert [await ping(stream) for stream in streams] == ["pong"] * 3
    tls = streams[0][1].get_extra_info("ssl_object")
    assert (tls.version(), tls.session_reused, tls.getpeercert()) == ("TLSv1.3", True, None)
    assert port.refused() == {}


async def test_another_code_is_refused_and_told_nothing(guarded: Callable[..., Awaitable[Guarded]]) -> None:
    port = await guarded()
    with pytest.raises((ConnectionError, ssl.SSLError)):
        await port.enter(client_context(make_secret()))
    assert port.refused() == {REFUSED_CODE: 1}
    assert port.door.refused[0].last_from == "127.0.0.1"
    assert await ping(await port.enter()) == "pong"


async def test_tls_without_a_key_is_refused(guarded: Callable[..., Awaitable[Guarded]]) -> None:
    port = await guarded()
    anybody = ssl.create_default_context()
    anybody.check_hostname = False
    anybody.verify_mode = ssl.CERT_NONE
    with pytest.raises((ConnectionError, ssl.SSLError)):
        await port.enter(anybody)
    assert port.refused() == {REFUSED_CODE: 1}


async def test_an_older_tls_with_the_right_key_is_refused(guarded: Callable[..., Awaitable[Guarded]]) -> None:
    port = await guarded()
    older = client_context(port.secret)
    older.minimum_version = older.maximum_version = ssl.TLSVersion.TLSv1_2
    older.set_ciphers("ECDHE-PSK-CHACHA20-POLY1305")
    with pytest.raises((ConnectionError, ssl.SSLError)):
        await port.enter(older)
    assert port.refused() == {REFUSED_CODE: 1}


@pytest.mark.parametrize(
    "said",
    [
        b'{"type": "describe"}\n',
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\xff\xff" + bytes(70_000),
        b"\x00" * 4096,
        b"\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00",
    ],
    ids=["wyoming", "http", "a record that is too long", "nothing at all", "half a greeting"],
)
async def test_what_is_no_tls_is_refused_and_counted_once(
    guarded: Callable[..., Awaitable[Guarded]], said: bytes
) -> None:
    port = await guarded()
    stream = await port.knock()
    stream[1].write(said)
    assert await closed(stream)
    await wait_for(lambda: sum(port.refused().values()) == 1)
    assert await ping(await port.enter()) == "pong"


async def test_plain_wyoming_is_called_what_it_is(guarded: Callable[..., Awaitable[Guarded]]) -> None:
    port = await guarded()
    stream = await port.knock()
    await async_write_event(Event("describe"), stream[1])
    assert await closed(stream)
    assert port.refused() == {REFUSED_NO_TLS: 1}


async def test_who_says_nothing_is_given_up_in_time(guarded: Callable[..., Awaitable[Guarded]]) -> None:
    port = await guarded(patience=0.05)
    assert await closed(await port.knock())
    assert port.refused() == {REFUSED_TIMEOUT: 1}


async def test_who_goes_away_before_it_was_let_in_is_counted(guarded: Callable[..., Awaitable[Guarded]]) -> None:
    port = await guarded()
    (await port.knock())[1].transport.abort()
    await wait_for(lambda: port.refused() == {REFUSED_TIMEOUT: 1})


async def test_strangers_are_bounded_and_leave_room_for_others(guarded: Callable[..., Awaitable[Guarded]]) -> None:
    port = await guarded(strangers=8, strangers_each=3)
    waiting = [await port.knock() for _ in range(3)]
    assert await closed(await port.knock())
    assert port.refused() == {REFUSED_TOO_MANY: 1}
    elsewhere = await asyncio.open_connection("127.0.0.1", port.port, local_addr=("127.0.0.2", 0))
    elsewhere[1].transport.abort()
    await wait_for(lambda: port.refused().get(REFUSED_TIMEOUT) == 1)
    waiting[0][1].transport.abort()
    await wait_for(lambda: port.refused().get(REFUSED_TIMEOUT) == 2)
    assert await ping(await port.enter()) == "pong"
    for _, writer in waiting:
        writer.transport.abort()


async def test_strangers_from_everywhere_are_bounded_too(guarded: Callable[..., Awaitable[Guarded]]) -> None:
    port = await guarded(strangers=2, strangers_each=2)
    waiting = [
        await asyncio.open_connection("127.0.0.1", port.port, local_addr=(f"127.0.0.{number}", 0)) for number in (2, 3)
    ]
    assert await closed(await port.knock())
    assert port.refused() == {REFUSED_TOO_MANY: 1}
    for _, writer in waiting:
        writer.transport.abort()


async def test_a_socket_file_has_no_door(
    guarded: Callable[..., Awaitable[Guarded]], socket_folder: Path, make_services: Callable[..., Services]
) -> None:
    path = socket_folder / "host.sock"
    server, workers = Server(door=Door(make_secret())), Workers()
    await server.open(listen([UnixAddress(path)]))
    server.ready(make_services(workers))
    stream = await asyncio.open_unix_connection(path)
    assert await ping(stream) == "pong"
    await server.close()
    workers.stop()
