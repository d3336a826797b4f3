from dataclasses import replace
import json
from typing import Any

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.donation.answers import (
    MAX_RECEIPTS_ANSWER,
    MAX_WITHDRAWAL_ANSWER,
    ReceivedReceipt,
    parse_receipts,
    parse_request,
    parse_withdrawal,
    write_receipts,
    write_request,
    write_withdrawal,
)
from custom_components.earshot.donation.receipts import MAX_RECEIPT, MAX_SEQUENCE, SignedReceipt, sign_receipt
from custom_components.earshot.donation.reply import MAX_SEALED, seal_label
from custom_components.earshot.errors import DonationRequestError, ReceiptError
from tests.donation.protocol_samples import LABEL, RECEIPTS, REPLY_KEY, SECRETS, SIGNING_KEY

SIGNED = [sign_receipt(receipt, SIGNING_KEY) for receipt in RECEIPTS]
RECEIVED = tuple(ReceivedReceipt(signed, LABEL if number == 1 else None) for number, signed in enumerate(SIGNED))


def test_who_asks_comes_back() -> None:
    asked = parse_request(write_request(SECRETS))
    assert (asked.donation_id, asked.token) == (SECRETS.donation_id, SECRETS.token)
    assert SECRETS.token.hex() not in repr(asked)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"null",
        b"[" * 600,
        b"[" * 400,
        json.dumps({"donation_id": SECRETS.donation_id}).encode(),
        json.dumps({"donation_id": SECRETS.donation_id, "token": None}).encode(),
        json.dumps({"donation_id": SECRETS.donation_id, "token": "zz" * 32}).encode(),
        json.dumps({"donation_id": 1, "token": SECRETS.token.hex()}).encode(),
        json.dumps({"donation_id": SECRETS.donation_id, "token": SECRETS.token.hex(), "more": 1}).encode(),
    ],
)
def test_a_request_that_is_none_is_one_error(data: bytes) -> None:
    with pytest.raises(DonationRequestError):
        parse_request(data)


def test_receipts_come_back() -> None:
    assert parse_receipts(write_receipts(RECEIVED)) == RECEIVED
    assert parse_receipts(b'{ "receipts": [] }') == ()


def test_a_sealed_label_comes_back_and_nothing_of_it_is_in_the_answer() -> None:
    sealed = seal_label(LABEL, REPLY_KEY.public, SECRETS.donation_id, 2)
    received = (RECEIVED[0], ReceivedReceipt(SIGNED[1], sealed=sealed))
    answer = write_receipts(received)
    assert parse_receipts(answer) == received
    assert b"hall light" not in answer


@pytest.mark.parametrize("change", [{"label": LABEL}, {"sealed": bytes(MAX_SEALED + 1)}])
def test_a_label_is_there_once_and_of_bounded_size(change: dict[str, Any]) -> None:
    answer = write_receipts([replace(ReceivedReceipt(SIGNED[1], sealed=bytes(64)), **change)])
    with pytest.raises(ReceiptError):
        parse_receipts(answer)


def test_as_many_receipts_as_a_donation_can_have_fit_into_an_answer() -> None:
    many = [RECEIVED[1]] * MAX_SEQUENCE
    assert len(parse_receipts(write_receipts(many))) == MAX_SEQUENCE
    with pytest.raises(ReceiptError):
        parse_receipts(write_receipts([*many, RECEIVED[1]]))


def test_an_answer_over_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(ReceiptError, match="large"):
        parse_receipts(b" " * MAX_RECEIPTS_ANSWER + b"{}")
    with pytest.raises(ReceiptError, match="large"):
        parse_withdrawal(b" " * MAX_WITHDRAWAL_ANSWER + b"{}")


def test_a_withdrawal_is_answered_with_a_receipt_or_with_none_yet() -> None:
    assert parse_withdrawal(write_withdrawal(SIGNED[4])) == SIGNED[4]
    assert parse_withdrawal(write_withdrawal(None)) is None
    largest = SignedReceipt(bytes(MAX_RECEIPT), bytes(64))
    assert parse_withdrawal(write_withdrawal(largest)) == largest


@given(
    st.binary(max_size=300)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["receipts", "receipt", "body", "signature", "label", "salt"]), inner, max_size=4
            )
        ),
        max_leaves=8,
    ).map(lambda value: json.dumps(value).encode())
)
def test_whatever_a_desk_answers_is_one_error_or_nothing(data: bytes) -> None:
    for parse in (parse_receipts, parse_withdrawal):
        try:
            answer = parse(data)
        except ReceiptError:
            continue
        assert not answer
