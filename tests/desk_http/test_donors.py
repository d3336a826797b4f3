"""What donors' homes ask of a desk, and what strangers are told: over real connections, with real bundles."""

from collections.abc import AsyncIterator, Awaitable, Callable
import gzip
from http import HTTPStatus
import json
from random import Random
from typing import Any

from aiohttp import ClientError, ClientResponse
from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.earshot.donation.answers import MAX_REQUEST, parse_receipts, parse_withdrawal, write_request
from custom_components.earshot.donation.bundle import MAX_BUNDLE, new_secrets
from custom_components.earshot.donation.desk.quotas import Rate
from custom_components.earshot.donation.label import Label
from custom_components.earshot.donation.receipts import ReceiptAction, verify_receipt
from custom_components.earshot.donation.statement import SignedStatement, parse_statement
from custom_components.earshot.donation.tombstones import parse_tombstones
from custom_components.earshot.errors.desk import DeskStoreError
from custom_components.earshot.review_desk.shown import Asking
from tests.desk_http.conftest import Client
from tests.gate.house import House
from tests.people.household import add_person, make_reviewers
from tests.review_desk.house import give
from tests.review_desk.parts import SECRET, Given

STATEMENT = "/api/earshot/desk/statement"
BUNDLES = "/api/earshot/desk/bundles/"
RECEIPTS = "/api/earshot/desk/receipts"
WITHDRAWALS = "/api/earshot/desk/withdrawals"
TOMBSTONES = "/api/earshot/desk/tombstones"

type Ask = tuple[str, str, bytes | None]

EVERYTHING: tuple[Ask, ...] = (
    ("GET", STATEMENT, None),
    ("PUT", f"{BUNDLES}{'0' * 32}", b"{}"),
    ("POST", RECEIPTS, write_request(new_secrets())),
    ("POST", WITHDRAWALS, write_request(new_secrets())),
    ("GET", TOMBSTONES, None),
)


async def statement(client: Client) -> SignedStatement:
    async with client.get(STATEMENT) as response:
        assert response.status == HTTPStatus.OK
        return parse_statement(await response.read())


async def put(client: Client, given: Given, **how: Any) -> ClientResponse:
    return await client.put(BUNDLES + given.secrets.donation_id, **{"data": given.body} | how)


async def put_and_read(client: Client, given: Given, **how: Any) -> tuple[int, bytes]:
    async with await put(client, given, **how) as response:
        return response.status, await response.read()


async def test_a_donor_gives_is_told_who_listened_and_takes_back(
    hass: HomeAssistant, desk_house: House, stranger: Client
) -> None:
    desk = desk_house.runtime.desk
    assert desk is not None
    given = give(signed := await statement(stranger))
    assert await put_and_read(stranger, given) == (HTTPStatus.ACCEPTED, b"")
    # Again, because the answer did not arrive: it is there once.
    assert await put_and_read(stranger, given) == (HTTPStatus.ACCEPTED, b"")
    ria = await add_person(hass, "Ria")
    await make_reviewers(hass, desk_house, ria, second_factor=(ria,))
    shown = await desk.next_clip(ria.user)
    assert shown is not None
    await desk.label(shown.ticket, Label(words="a label", quality="good"), ria.user)
    assert await desk.next_clip(ria.user) is None
    request, public = write_request(given.secrets), signed.statement.signing_key
    async with stranger.post(RECEIPTS, data=request) as response:
        assert response.status == HTTPStatus.OK
        received = parse_receipts(await response.read())
    receipts = [verify_receipt(one.signed, public, given.secrets.donation_id) for one in received]
    assert [one.action for one in receipts] == [ReceiptAction.LISTENED, ReceiptAction.LABELLED]
    async with stranger.post(WITHDRAWALS, data=request) as response:
        assert response.status == HTTPStatus.ACCEPTED
        deleted = parse_withdrawal(await response.read())
    assert deleted is not None
    assert verify_receipt(deleted, public, given.secrets.donation_id).reason == "withdrawn"
    async with stranger.get(TOMBSTONES) as response:
        listed = parse_tombstones(await response.read(), public)
    # It was in no data set, so nobody has a copy to take it out of.
    assert listed.entries == ()


async def test_another_bundle_of_the_same_identifier_is_refused(stranger: Client) -> None:
    signed = await statement(stranger)
    first, other = give(signed), give(signed)
    assert (await put_and_read(stranger, first))[0] == HTTPStatus.ACCEPTED
    # One that is signed for its own identifier, under the address of the first.
    refused = Given(first.secrets, other.body, other.payload)
    assert await put_and_read(stranger, refused) == (HTTPStatus.BAD_REQUEST, b'{"code":"malformed"}')


async def test_who_has_no_donation_here_gets_what_a_donor_of_whom_nothing_was_heard_gets(stranger: Client) -> None:
    given = give(await statement(stranger))
    await put_and_read(stranger, given)
    nobody = new_secrets()
    wrong_token = json.dumps({"donation_id": given.secrets.donation_id, "token": nobody.token.hex()}).encode()
    answers: dict[str, set[tuple[int, bytes, tuple[str, ...]]]] = {RECEIPTS: set(), WITHDRAWALS: set()}
    for path, told in answers.items():
        for request in (write_request(nobody), wrong_token):
            async with stranger.post(path, data=request) as response:
                told.add((response.status, await response.read(), tuple(sorted(response.headers))))
    async with stranger.post(RECEIPTS, data=write_request(given.secrets)) as response:
        answers[RECEIPTS].add((response.status, await response.read(), tuple(sorted(response.headers))))
    assert {path: len(told) for path, told in answers.items()} == {RECEIPTS: 1, WITHDRAWALS: 1}
    assert {body for told in answers.values() for _, body, _ in told} == {b'{"receipts":[]}', b'{"receipt":null}'}


async def test_without_a_desk_there_are_no_such_addresses(
    hass: HomeAssistant, house: House, hass_client_no_auth: ClientSessionGenerator
) -> None:
    client = await hass_client_no_auth()
    for method, path, body in (*EVERYTHING, ("GET", "/api/earshot/nowhere", None)):
        async with client.request(method, path, data=body) as response:
            assert (response.status, await response.text()) == (HTTPStatus.NOT_FOUND, "404: Not Found"), path


async def test_when_the_desk_is_gone_nothing_is_answered_any_more(
    stranger: Client, remove_desk: Callable[[], Awaitable[None]]
) -> None:
    await remove_desk()
    for method, path, body in EVERYTHING:
        async with stranger.request(method, path, data=body) as response:
            assert (response.status, await response.read()) == (HTTPStatus.NOT_FOUND, b""), path


async def test_a_login_that_is_none_is_not_counted_as_one_that_failed(desk_house: House, stranger: Client) -> None:
    for method, path, body in EVERYTHING:
        headers = {"Authorization": "Bearer nothing"}
        async with stranger.request(method, path, data=body, headers=headers) as response:
            assert response.status != HTTPStatus.UNAUTHORIZED, path
            assert "WWW-Authenticate" not in response.headers


async def test_what_is_no_identifier_is_no_address(stranger: Client) -> None:
    for wrong in ("", "0", "G" * 32, "A" * 32, "0" * 33):
        async with stranger.put(BUNDLES + wrong, data=b"x") as response:
            assert response.status == HTTPStatus.NOT_FOUND, wrong


async def test_what_is_larger_than_any_bundle_is_refused_before_it_is_read(stranger: Client) -> None:
    given = give(await statement(stranger))
    large = Given(given.secrets, b"\0" * (MAX_BUNDLE + 1), b"")
    status, body = await put_and_read(stranger, large)
    assert (status, body) == (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, b'{"code":"too_large"}')


async def test_what_does_not_say_how_large_it_is_is_read_as_far_as_a_bundle_goes(stranger: Client) -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"\0" * 65_536

    given = give(await statement(stranger))
    try:
        status, _ = await put_and_read(stranger, given, data=endless())
    except ClientError:
        # The desk has hung up while we were still sending.
        return
    assert status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE


async def test_what_is_packed_is_not_unpacked(stranger: Client) -> None:
    bomb = gzip.compress(b"\0" * 10_000_000)
    given = give(await statement(stranger))
    for encoding in ("gzip", "deflate", "br", "gzip, gzip", "anything"):
        headers = {"Content-Encoding": encoding}
        async with await put(stranger, given, data=bomb, headers=headers) as response:
            assert response.status == HTTPStatus.BAD_REQUEST, encoding
        for path in (RECEIPTS, WITHDRAWALS):
            async with stranger.post(path, data=bomb[:400], headers=headers) as response:
                assert response.status == HTTPStatus.BAD_REQUEST, encoding


async def test_a_request_that_is_longer_than_any_is_refused(stranger: Client) -> None:
    for path in (RECEIPTS, WITHDRAWALS):
        async with stranger.post(path, data=b" " * (MAX_REQUEST + 1)) as response:
            assert response.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE


async def test_too_many_who_ask_are_told_when_to_come_again(desk_house: House, stranger: Client) -> None:
    desk = desk_house.runtime.desk
    assert desk is not None
    desk._asking = dict.fromkeys(Asking, Rate(lambda: 0.0, burst=0))
    for path in (RECEIPTS, WITHDRAWALS):
        async with stranger.post(path, data=write_request(new_secrets())) as response:
            assert (response.status, response.headers["Retry-After"]) == (HTTPStatus.TOO_MANY_REQUESTS, "5")


async def test_a_desk_whose_store_is_ill_says_to_come_again_and_not_why(
    desk_house: House, stranger: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    desk = desk_house.runtime.desk
    assert desk is not None
    given = give(await statement(stranger))

    async def ill(*_: object) -> None:
        raise DeskStoreError("/secret/path is not there")

    for name in ("receipts", "withdraw", "tombstones"):
        monkeypatch.setattr(type(desk), name, ill)
    for method, path, body in EVERYTHING[2:]:
        async with stranger.request(method, path, data=body) as response:
            assert (response.status, await response.read()) == (HTTPStatus.SERVICE_UNAVAILABLE, b"")
            assert int(response.headers["Retry-After"]) > 0
    await desk.close()
    async with await put(stranger, given) as response:
        assert (response.status, await response.json()) == (HTTPStatus.SERVICE_UNAVAILABLE, {"code": "closed"})
    async with stranger.get(STATEMENT) as response:
        assert response.status == HTTPStatus.SERVICE_UNAVAILABLE
    assert "/secret/path" not in caplog.text


BROKEN = 150
"""Requests of each kind: enough to hit every branch some times, in some seconds."""


async def test_no_bundle_however_broken_is_taken_or_stops_the_desk(
    hass: HomeAssistant, stranger: Client, caplog: pytest.LogCaptureFixture
) -> None:
    whims = Random(7)  # noqa: S311 - it is to be the same each time
    whole = give(await statement(stranger))
    for _ in range(BROKEN):
        body = bytearray(whole.body)
        for _ in range(whims.randint(1, 8)):
            body[whims.randrange(len(body))] = whims.randrange(256)
        cut = bytes(body[: whims.choice([len(body), whims.randrange(len(body)), 0])])
        broken = cut if cut != whole.body else b""
        status, _ = await put_and_read(stranger, Given(whole.secrets, broken, b""))
        assert status == HTTPStatus.BAD_REQUEST
    assert (await put_and_read(stranger, whole))[0] == HTTPStatus.ACCEPTED
    assert "Traceback" not in caplog.text
    assert SECRET not in caplog.text


async def test_no_request_however_broken_is_more_than_refused(
    stranger: Client, caplog: pytest.LogCaptureFixture
) -> None:
    whims = Random(8)  # noqa: S311 - the same
    whole = write_request(new_secrets())
    values: tuple[object, ...] = (None, 1, [], {}, "x", True, "0" * 32, "a" * 64, "\ud800", 1e999)
    for path in (RECEIPTS, WITHDRAWALS):
        for _ in range(BROKEN):
            body = bytearray(whole)
            body[whims.randrange(len(body))] = whims.randrange(256)
            named = {whims.choice(["donation_id", "token", "more"]): whims.choice(values) for _ in range(3)}
            typed = json.dumps(whims.choice([named, whims.choice(values)])).encode()
            sent = whims.choice([bytes(body), typed, b"[" * 500, b"\xff" * 20, b""])
            async with stranger.post(path, data=sent) as response:
                # A changed figure of an identifier or a token is another's, of whom nobody knows here.
                assert response.status in {HTTPStatus.BAD_REQUEST, HTTPStatus.OK, HTTPStatus.ACCEPTED}
                assert len(await response.read()) < 20
    assert "Traceback" not in caplog.text
