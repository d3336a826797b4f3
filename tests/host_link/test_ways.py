"""The way to a port: nothing is said to it before it has proved that it knows the secret."""

import asyncio
from collections.abc import Awaitable, Callable
import ssl

import pytest

from custom_components.earshot.errors import HostIdentityError, HostUnavailableError
from custom_components.earshot.host_link import bounded
from custom_components.earshot.host_link.client import HostClient
from custom_components.earshot.host_link.ways import GuardedPort, HostAddress
from tests.host_link.guarded_hosts import guarded_host
from voice_host.contract import REFUSED_CODE
from voice_host.pairing import code_of, make_secret, server_context

pytestmark = pytest.mark.usefixtures("socket_enabled")

type Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def to_port(port: int) -> GuardedPort:
    return GuardedPort(HostAddress("127.0.0.1", port, make_secret()))


async def ask_a_stranger(serve: Serve, context: ssl.SSLContext | None = None) -> None:
    """Ask for a report where something else listens."""
    async with await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context) as server:
        await HostClient(to_port(server.sockets[0].getsockname()[1])).report()


async def test_a_host_that_shares_the_secret_answers_and_its_address_is_known() -> None:
    async with guarded_host() as host:
        way = GuardedPort(host.address)
        assert way.met_at is None
        assert (await HostClient(way).report()).enforced
        assert way.met_at == "127.0.0.1"


async def test_a_host_with_another_secret_is_told_apart_from_one_that_is_away() -> None:
    async with guarded_host() as host:
        with pytest.raises(HostIdentityError):
            await HostClient(to_port(host.address.port)).report()
        assert [each.why for each in host.door.refused] == [REFUSED_CODE]
    with pytest.raises(HostUnavailableError) as away:
        await HostClient(GuardedPort(host.address)).report()
    assert type(away.value) is HostUnavailableError


async def test_nothing_readable_goes_to_something_that_speaks_no_tls() -> None:
    received = bytearray()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        received.extend(await reader.read(4096))
        writer.write(b'{"type": "earshot-report", "data": {"protocol": 1}}\n')
        writer.close()

    with pytest.raises(HostIdentityError):
        await ask_a_stranger(serve)
    assert received.startswith(b"\x16\x03"), "a TLS greeting"
    assert b"earshot-report" not in received


async def test_a_host_that_opens_with_another_key_is_not_believed() -> None:
    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    with pytest.raises(HostIdentityError):
        await ask_a_stranger(serve, server_context(make_secret()))


async def test_something_that_accepts_and_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "CONNECT_TIMEOUT_SECONDS", 0.05)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    with pytest.raises(HostUnavailableError) as silent:
        await ask_a_stranger(serve)
    assert type(silent.value) is HostUnavailableError


def test_an_address_is_kept_with_its_code_and_shown_without() -> None:
    address = HostAddress("attic.local", 10700, make_secret())
    data = address.to_data()
    assert HostAddress.from_data(dict(data)) == address
    assert data["code"] == code_of(address.secret)
    shown = f"{address!r} {address}"
    assert "attic.local" in shown
    assert code_of(address.secret) not in shown
    assert address.secret.hex() not in shown
    assert str(address.secret) not in shown
