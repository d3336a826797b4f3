"""What somebody sends to a desk who is no donor, or sends it twice."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
import json
import ssl
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from custom_components.earshot.donation.bundle import DonationSecrets, new_secrets, seal_bundle
from custom_components.earshot.donation.clip import Clip, encode_clip, week_of
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.statement import SignedStatement, parse_statement
from scripts.home.authority import Authority

from .parties import Desk

type Send = Callable[[str, str, bytes | None], tuple[int, bytes]]


@pytest.fixture
def send(desk: Desk, authority: Authority) -> Send:
    """Speak with the desk as anybody can."""
    context = ssl.create_default_context(cafile=authority.file)

    def send(method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        url = f"{desk.home.url}/api/earshot/desk/{path}"
        request = Request(url, data=body, method=method, headers={"Content-Type": "application/octet-stream"})  # noqa: S310 - https, by the fixture
        try:
            with urlopen(request, timeout=30, context=context) as response:  # noqa: S310 - the same
                return response.status, response.read()
        except HTTPError as error:
            return error.code, error.read()

    return send


@pytest.fixture
def statement(send: Send) -> SignedStatement:
    """Read what the desk says."""
    return parse_statement(send("GET", "statement", None)[1])


def bundle(statement: SignedStatement, secrets: DonationSecrets, ahead: timedelta = timedelta(0)) -> bytes:
    """Seal a clip of words as a donor's home does whose clock goes wrong by so much."""
    day = (datetime.now(UTC) + ahead).date()
    clip = Clip(purpose=Purpose.SPEECH, week=week_of(day), language="en", words="close the curtains")
    return seal_bundle(encode_clip(clip), statement=statement, purpose=Purpose.SPEECH, secrets=secrets, made_on=day)


def test_a_bundle_that_is_sent_again_is_there_once(desk: Desk, send: Send, statement: SignedStatement) -> None:
    secrets, before = new_secrets(), desk.waiting()
    sealed = bundle(statement, secrets)

    answers = [send("PUT", f"bundles/{secrets.donation_id}", sealed) for _ in range(3)]

    assert answers == [(HTTPStatus.ACCEPTED, b"")] * 3
    assert desk.waiting() == before + 1


def test_another_bundle_of_the_same_name_is_refused(send: Send, statement: SignedStatement) -> None:
    secrets = new_secrets()
    send("PUT", f"bundles/{secrets.donation_id}", bundle(statement, secrets))

    status, _ = send("PUT", f"bundles/{secrets.donation_id}", bundle(statement, secrets))

    assert status == HTTPStatus.CONFLICT


@pytest.mark.parametrize("days", [-40, 4])
def test_a_bundle_of_another_time_is_refused(desk: Desk, send: Send, statement: SignedStatement, days: int) -> None:
    secrets, before = new_secrets(), desk.waiting()

    status, _ = send("PUT", f"bundles/{secrets.donation_id}", bundle(statement, secrets, timedelta(days=days)))

    assert 400 <= status < 500
    assert desk.waiting() == before


def test_one_changed_byte_is_refused(desk: Desk, send: Send, statement: SignedStatement) -> None:
    secrets, before = new_secrets(), desk.waiting()
    sealed = bytearray(bundle(statement, secrets))
    sealed[-100] ^= 1

    status, _ = send("PUT", f"bundles/{secrets.donation_id}", bytes(sealed))

    assert 400 <= status < 500
    assert desk.waiting() == before


def test_who_has_not_the_token_learns_and_deletes_nothing(desk: Desk, send: Send, statement: SignedStatement) -> None:
    secrets, before = new_secrets(), desk.waiting()
    send("PUT", f"bundles/{secrets.donation_id}", bundle(statement, secrets))
    wrong = json.dumps({"donation_id": secrets.donation_id, "token": "00" * 32}).encode()
    nobodys = json.dumps({"donation_id": "0" * 32, "token": "00" * 32}).encode()

    assert send("POST", "receipts", wrong) == send("POST", "receipts", nobodys)
    assert send("POST", "withdrawals", wrong) == send("POST", "withdrawals", nobodys)
    assert desk.waiting() == before + 1
