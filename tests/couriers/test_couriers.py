"""A courier at a real desk: over TLS, through a proxy, and where everything goes wrong."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from aiohttp import ClientTimeout, web
from homeassistant.core import HomeAssistant
from homeassistant.util import ssl as ssl_util
import pytest

from custom_components.earshot import couriers
from custom_components.earshot.couriers import Courier
from custom_components.earshot.donation.answers import ReceivedReceipt, parse_request, write_receipts, write_withdrawal
from custom_components.earshot.donation.bundle import SIZES, seal_bundle
from custom_components.earshot.donation.choices import Choices
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.receipts import sign_receipt
from custom_components.earshot.donation.statement import sign_statement
from custom_components.earshot.donation.tombstones import sign_tombstones
from custom_components.earshot.errors import (
    DeskAnswerError,
    DeskBusyError,
    DeskError,
    DeskInsecureError,
    DeskRefusedError,
    DeskUnreachableError,
    StatementError,
)
from scripts.home.authority import Authority, Certificate
from tests.couriers.little_desk import always, little_desk, little_proxy
from tests.donation.protocol_samples import (
    AT,
    LABEL,
    MADE_ON,
    RECEIPTS,
    SECRETS,
    SIGNING_KEY,
    STATEMENT,
    TOMBSTONES,
    signed_statement,
)

BUNDLE = seal_bundle(b"clip", statement=signed_statement(), purpose=Purpose.SPEECH, secrets=SECRETS, made_on=MADE_ON)
BUNDLE_PATH = f"/api/earshot/desk/bundles/{SECRETS.donation_id}"


@pytest.fixture
def certificate(tmp_path: Path, socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Certificate]:
    """Make an authority that Home Assistant believes, and a certificate of it for this machine."""
    authority = Authority(tmp_path)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority.file))
    ssl_util._client_context.cache_clear()
    # Here, because reading the file would block the loop.
    ssl_util.get_default_context()
    yield authority.certify("desk")
    ssl_util._client_context.cache_clear()


@pytest.fixture
def courier(hass: HomeAssistant) -> Courier:
    return Courier(hass, Choices())


async def test_a_statement_is_fetched_and_is_of_the_address_that_it_came_from(
    courier: Courier, certificate: Certificate
) -> None:
    async with little_desk(certificate, always(200)) as desk:
        own = sign_statement(replace(STATEMENT, address=desk.address), SIGNING_KEY)
        desk.answer = always(200, own.to_bytes())
        assert await courier.fetch_statement(desk.address + "/") == own
        assert desk.requests == [("GET", "/api/earshot/desk/statement", b"")]
        desk.answer = always(200, signed_statement().to_bytes())
        with pytest.raises(StatementError, match="another address"):
            await courier.fetch_statement(desk.address)
        desk.answer = always(200, b"<html>")
        with pytest.raises(StatementError):
            await courier.fetch_statement(desk.address)


async def test_a_bundle_arrives_as_it_is_and_may_come_twice(courier: Courier, certificate: Certificate) -> None:
    async with little_desk(certificate, always(202)) as desk:
        await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        assert desk.requests == [("PUT", BUNDLE_PATH, BUNDLE)] * 2


async def test_the_largest_bundle_arrives_whole(courier: Courier, certificate: Certificate) -> None:
    async with little_desk(certificate, always(202)) as desk:
        await courier.deliver(desk.address, bytes(SIZES[-1]), SECRETS.donation_id)
        assert len(desk.requests[0][2]) == SIZES[-1]
        assert desk.headers[0]["Content-Length"] == str(SIZES[-1])


async def test_a_request_says_nothing_of_the_home_and_keeps_no_cookie(
    courier: Courier, certificate: Certificate
) -> None:
    async with little_desk(certificate, always(202, Set_Cookie="home=1; Path=/")) as desk:
        await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
    assert desk.headers[0] == desk.headers[1]
    assert desk.headers[0] == {
        "Host": desk.address.removeprefix("https://"),
        "User-Agent": "Earshot",
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "Connection": "close",
        "Content-Type": "application/octet-stream",
        "Content-Length": str(len(BUNDLE)),
    }


async def test_receipts_and_withdrawals_are_asked_for_with_the_token(
    courier: Courier, certificate: Certificate
) -> None:
    received = [ReceivedReceipt(sign_receipt(RECEIPTS[1], SIGNING_KEY), LABEL)]
    async with little_desk(certificate, always(200, write_receipts(received))) as desk:
        assert await courier.fetch_receipts(desk.address, SECRETS) == tuple(received)
        method, path, body = desk.requests[0]
        assert (method, path) == ("POST", "/api/earshot/desk/receipts")
        assert parse_request(body).token == SECRETS.token
        deletion = sign_receipt(RECEIPTS[4], SIGNING_KEY)
        desk.answer = always(202, write_withdrawal(deletion))
        assert await courier.withdraw(desk.address, SECRETS) == deletion
        desk.answer = always(202, write_withdrawal(None))
        assert await courier.withdraw(desk.address, SECRETS) is None
        assert desk.requests[1][:2] == ("POST", "/api/earshot/desk/withdrawals")
        assert SECRETS.token.hex() not in desk.requests[1][1]


async def test_tombstones_are_of_that_desk(courier: Courier, certificate: Certificate) -> None:
    async with little_desk(certificate, always(200, sign_tombstones(TOMBSTONES, SIGNING_KEY, AT))) as desk:
        feed = await courier.fetch_tombstones(desk.address, SIGNING_KEY.public)
        assert feed.entries == tuple(sorted(TOMBSTONES))
        with pytest.raises(DeskAnswerError):
            await courier.fetch_tombstones(desk.address, bytes(32))


@pytest.mark.parametrize("body", [b"", b"[]", b"[" * 9000, b'{"receipts":[{}]}', b'{"receipt":{}}', b"\xff"])
async def test_an_answer_that_is_none_is_one_error(courier: Courier, certificate: Certificate, body: bytes) -> None:
    async with little_desk(certificate, always(200, body)) as desk:
        for ask in (courier.fetch_receipts, courier.withdraw):
            with pytest.raises(DeskAnswerError):
                await ask(desk.address, SECRETS)


@pytest.mark.parametrize(
    "address",
    ["http://desk.example.org", "http://192.168.1.5:8123", "ftp://127.0.0.1", "https://u:p@127.0.0.1", "", "https://"],
)
async def test_nothing_is_sent_to_an_address_that_is_not_safe(
    hass: HomeAssistant, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    courier = Courier(hass, Choices(proxy="http://127.0.0.1:1"))
    for contact in (
        courier.deliver(address, BUNDLE, SECRETS.donation_id),
        courier.fetch_statement(address),
        courier.fetch_receipts(address, SECRETS),
        courier.withdraw(address, SECRETS),
    ):
        with pytest.raises(DeskInsecureError):
            await contact


async def test_plain_http_is_for_this_machine_and_goes_through_no_proxy(
    hass: HomeAssistant, socket_enabled: None
) -> None:
    async with little_desk(None, always(202)) as desk, little_proxy() as proxy:
        courier = Courier(hass, Choices(proxy=proxy.address))
        await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        await courier.deliver(desk.address.replace("127.0.0.1", "localhost"), BUNDLE, SECRETS.donation_id)
        assert len(desk.requests) == 2
        assert not proxy.asked


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("scheme", ["http", "https", ""])
async def test_a_redirect_is_not_followed(courier: Courier, certificate: Certificate, status: int, scheme: str) -> None:
    async with (
        little_desk(certificate if scheme == "https" else None, always(202)) as other,
        little_desk(certificate, always(202)) as desk,
    ):
        desk.answer = always(status, Location=other.address + "/x" if scheme else "/elsewhere")
        with pytest.raises(DeskInsecureError):
            await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        with pytest.raises(DeskInsecureError):
            await courier.withdraw(desk.address, SECRETS)
        assert len(desk.requests) == 2
        assert not other.requests


async def test_a_certificate_that_nobody_believes_gets_no_bundle(
    hass: HomeAssistant, courier: Courier, certificate: Certificate, tmp_path: Path
) -> None:
    # The desk's own side of a handshake that was broken off is told to whoever runs the loop.
    hass.loop.set_exception_handler(lambda *_: None)
    tmp_path.joinpath("other").mkdir()
    foreign = Authority(tmp_path / "other").certify("desk")
    async with little_desk(foreign, always(202)) as desk:
        with pytest.raises(DeskInsecureError):
            await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        assert not desk.requests
        assert not desk.begun.is_set()


async def test_what_speaks_no_tls_gets_no_bundle(courier: Courier, certificate: Certificate) -> None:
    async with little_desk(None, always(202)) as desk:
        with pytest.raises(DeskError):
            await courier.deliver(desk.address.replace("http:", "https:"), BUNDLE, SECRETS.donation_id)
        assert not desk.requests


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, DeskRefusedError),
        (409, DeskRefusedError),
        (413, DeskRefusedError),
        (429, DeskBusyError),
        (503, DeskBusyError),
        (408, DeskUnreachableError),
        (502, DeskUnreachableError),
        (504, DeskUnreachableError),
        (201, DeskAnswerError),
        (204, DeskAnswerError),
        (401, DeskAnswerError),
        (403, DeskAnswerError),
        (404, DeskAnswerError),
        (500, DeskAnswerError),
    ],
)
async def test_each_answer_is_one_error(
    courier: Courier, certificate: Certificate, status: int, error: type[DeskError]
) -> None:
    async with little_desk(certificate, always(status)) as desk:
        with pytest.raises(DeskError) as raised:
            await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        assert type(raised.value) is error
        if isinstance(raised.value, DeskRefusedError):
            assert raised.value.status == status


@pytest.mark.parametrize(
    ("header", "least", "most"),
    [
        ("120", 120, 120),
        ("0", 0, 0),
        pytest.param(
            format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True), 3600, 7200, id="in two hours"
        ),  # each worker collects it in a moment of its own, and must call it the same
        ("Sun, 06 Nov 1994 08:49:37 GMT", 0, 0),
        ("9" * 5000, 10**7, 10**7),
    ],
)
async def test_how_long_a_desk_asks_to_wait_is_told(
    courier: Courier, certificate: Certificate, header: str, least: float, most: float
) -> None:
    async with little_desk(certificate, always(503, Retry_After=header)) as desk:
        with pytest.raises(DeskBusyError) as raised:
            await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        assert raised.value.retry_after is not None
        assert least <= raised.value.retry_after <= most


@pytest.mark.parametrize("header", ["soon", "-5", "1.5", "\u0661", "", "Sun, 99 Foo 1994 08:49:37 GMT"])
async def test_a_wish_that_is_none_is_passed_over(courier: Courier, certificate: Certificate, header: str) -> None:
    async with little_desk(certificate, always(429, Retry_After=header)) as desk:
        with pytest.raises(DeskBusyError) as raised:
            await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        assert raised.value.retry_after is None


async def test_a_desk_that_never_stops_talking_is_left(courier: Courier, certificate: Certificate) -> None:
    left = asyncio.Event()

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            while True:
                await response.write(b" " * 65_536)
        except OSError:
            left.set()
        return response

    async with little_desk(certificate, endless) as desk:
        for ask in (courier.fetch_receipts, courier.withdraw):
            with pytest.raises(DeskAnswerError, match="too long"):
                await ask(desk.address, SECRETS)
        with pytest.raises(DeskAnswerError, match="too long"):
            await courier.fetch_statement(desk.address)
        # Of the answer to a bundle nothing matters but its status.
        await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        await left.wait()


async def test_an_answer_that_is_packed_is_not_unpacked(courier: Courier, certificate: Certificate) -> None:
    async with little_desk(certificate, always(200, b"\x1f\x8b", Content_Encoding="gzip")) as desk:
        with pytest.raises(DeskAnswerError):
            await courier.fetch_statement(desk.address)


async def test_a_desk_that_says_nothing_is_left(courier: Courier, certificate: Certificate) -> None:
    short = ClientTimeout(total=0.2)
    done = asyncio.Event()

    async def silent(_: web.Request) -> web.StreamResponse:
        await done.wait()
        return web.Response()

    async with little_desk(certificate, silent) as desk:
        with pytest.raises(DeskUnreachableError):
            await courier._ask(desk.address, couriers._Question("GET", "/statement", 1, timeout=short))
        done.set()


async def test_nobody_there_is_one_error(courier: Courier, certificate: Certificate) -> None:
    async with little_desk(certificate, always(202)) as desk:
        address = desk.address
    with pytest.raises(DeskUnreachableError):
        await courier.deliver(address, BUNDLE, SECRETS.donation_id)


async def test_a_broken_connection_is_taken_up_with_the_same_bytes(courier: Courier, certificate: Certificate) -> None:
    whole = False

    async def breaks(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        if not whole:
            request.transport.abort()
        return web.Response(status=202)

    async with little_desk(certificate, breaks) as desk:
        with pytest.raises(DeskUnreachableError):
            await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        whole = True
        await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        assert len(desk.requests) > 1
        assert set(desk.requests) == {("PUT", BUNDLE_PATH, BUNDLE)}


async def test_an_upload_that_is_stopped_is_over(courier: Courier, certificate: Certificate) -> None:
    """What switching donation off does: the connection is closed, and the desk has got no whole bundle."""
    async with little_desk(certificate, always(202)) as desk:
        upload = asyncio.create_task(courier.deliver(desk.address, bytes(SIZES[-1]), SECRETS.donation_id))
        await desk.begun.wait()
        upload.cancel()
        with pytest.raises(asyncio.CancelledError):
            await upload
    assert not desk.requests


async def test_a_proxy_carries_what_it_cannot_read(hass: HomeAssistant, certificate: Certificate) -> None:
    async with little_desk(certificate, always(202)) as desk, little_proxy() as proxy:
        courier = Courier(hass, Choices(proxy=proxy.address.replace("://", "://user:pass@")))
        await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        assert desk.requests == [("PUT", BUNDLE_PATH, BUNDLE)]
    assert len(proxy.asked) == 1
    assert proxy.asked[0].startswith(f"CONNECT {desk.address.removeprefix('https://')} ")
    assert "Proxy-Authorization: Basic" in proxy.asked[0]
    assert SECRETS.donation_id not in proxy.asked[0]
    assert len(proxy.passed) > len(BUNDLE)
    assert SECRETS.donation_id.encode() not in proxy.passed


@pytest.mark.parametrize("refusal", [b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n", b"no http\r\n\r\n"])
async def test_a_proxy_that_leads_nowhere_is_not_gone_round(
    hass: HomeAssistant, certificate: Certificate, refusal: bytes
) -> None:
    async with little_desk(certificate, always(202)) as desk, little_proxy(refusal) as proxy:
        with pytest.raises(DeskError):
            await Courier(hass, Choices(proxy=proxy.address)).deliver(desk.address, BUNDLE, SECRETS.donation_id)
        assert proxy.asked
        assert not desk.requests
    with pytest.raises(DeskUnreachableError):
        await Courier(hass, Choices(proxy=proxy.address)).deliver(desk.address, BUNDLE, SECRETS.donation_id)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9050", "127.0.0.1:3128", "http://", "file:///etc/passwd"])
async def test_what_is_no_proxy_sends_nothing(hass: HomeAssistant, proxy: str) -> None:
    with pytest.raises(DeskInsecureError):
        await Courier(hass, Choices(proxy=proxy)).deliver("https://127.0.0.1:1", BUNDLE, SECRETS.donation_id)


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        (b'{"code":"statement_outdated"}', "statement_outdated"),
        (b"", None),
        (b"[]", None),
        (b'{"code":5}', None),
        (b'{"code":"Look at <b>this</b>"}', None),
        (b"[" * 250, None),
    ],
)
async def test_why_a_desk_refuses_is_told_if_it_is_a_word(
    courier: Courier, certificate: Certificate, body: bytes, refusal: str | None
) -> None:
    async with little_desk(certificate, always(400, body)) as desk:
        with pytest.raises(DeskRefusedError) as raised:
            await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)
        assert raised.value.refusal == refusal
        desk.answer = always(400, b" " * 257)
        with pytest.raises(DeskAnswerError):
            await courier.deliver(desk.address, BUNDLE, SECRETS.donation_id)


async def test_a_courier_does_nothing_by_itself(hass: HomeAssistant) -> None:
    before = asyncio.all_tasks()
    courier = Courier(hass, Choices())
    await hass.async_block_till_done()
    assert asyncio.all_tasks() == before
    assert courier is not None


async def test_a_refusal_says_nothing_of_what_was_sent(
    courier: Courier, certificate: Certificate, caplog: pytest.LogCaptureFixture
) -> None:
    async with little_desk(certificate, always(400, b"your secret is " + SECRETS.token.hex().encode())) as desk:
        with pytest.raises(DeskRefusedError) as raised:
            await courier.withdraw(desk.address, SECRETS)
    assert SECRETS.token.hex() not in str(raised.value)
    assert SECRETS.token.hex() not in caplog.text
