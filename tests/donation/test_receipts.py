from dataclasses import fields, replace
from typing import Any

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.donation.label import Label, OpenedLabel, open_label
from custom_components.earshot.donation.receipts import (
    MAX_RECEIPT,
    Receipt,
    ReceiptAction,
    SignedReceipt,
    missing,
    sign_receipt,
    verify_label,
    verify_receipt,
)
from custom_components.earshot.donation.signing import Context, SigningKey
from custom_components.earshot.errors import ReceiptError
from tests.donation.protocol_samples import LABEL, RECEIPTS, SECRETS, SIGNING_KEY

IDS = [str(receipt.action) for receipt in RECEIPTS]


def test_there_is_a_sample_of_each_action() -> None:
    assert {receipt.action for receipt in RECEIPTS} == set(ReceiptAction)


@pytest.mark.parametrize("receipt", RECEIPTS, ids=IDS)
def test_a_receipt_comes_back_as_it_was_signed(receipt: Receipt) -> None:
    signed = sign_receipt(receipt, SIGNING_KEY)
    assert verify_receipt(signed, SIGNING_KEY.public) == receipt
    assert verify_receipt(signed, SIGNING_KEY.public, SECRETS.donation_id) == receipt


def test_a_receipt_of_another_donation_is_refused() -> None:
    signed = sign_receipt(RECEIPTS[0], SIGNING_KEY)
    with pytest.raises(ReceiptError, match="another donation"):
        verify_receipt(signed, SIGNING_KEY.public, "00" * 16)


def test_a_forged_receipt_is_refused() -> None:
    signed = sign_receipt(RECEIPTS[0], SIGNING_KEY)
    for forged in (
        sign_receipt(RECEIPTS[0], SigningKey.new()),
        replace(signed, signature=bytes(64)),
        replace(signed, signature=b""),
        replace(signed, body=signed.body.replace(b"6000", b"6001")),
        replace(signed, signature=SIGNING_KEY.sign(Context.STATEMENT, signed.body)),
    ):
        with pytest.raises(ReceiptError):
            verify_receipt(forged, SIGNING_KEY.public)
    with pytest.raises(ReceiptError):
        verify_receipt(signed, b"no key")


@pytest.mark.parametrize("receipt", RECEIPTS, ids=IDS)
@pytest.mark.parametrize(
    "changes",
    [
        {"reason": "withdrawn"},
        {"reason": "boredom"},
        {"published": ("a set",)},
        {"label_commitment": "00" * 32},
        {"heard_ms": 1},
        {"reviewer": None},
    ],
)
def test_each_action_says_what_belongs_to_it_and_nothing_else(receipt: Receipt, changes: dict[str, Any]) -> None:
    deleted, published = receipt.action is ReceiptAction.DELETED, receipt.action is ReceiptAction.PUBLISHED
    allowed = {
        "reason": deleted and changes.get("reason") == "withdrawn",
        "published": deleted or published,
        "label_commitment": receipt.action is ReceiptAction.LABELLED,
        "heard_ms": receipt.action is ReceiptAction.LISTENED,
        "reviewer": deleted or published,
    }[next(iter(changes))]
    if allowed:
        sign_receipt(replace(receipt, **changes), SIGNING_KEY)
    else:
        with pytest.raises(ReceiptError):
            sign_receipt(replace(receipt, **changes), SIGNING_KEY)


@pytest.mark.parametrize("changes", [{"published": ()}, {"published": ("one", "two")}, {"reviewer": "2"}])
def test_a_publication_names_the_one_data_set_and_nobody(changes: dict[str, Any]) -> None:
    receipt = next(one for one in RECEIPTS if one.action is ReceiptAction.PUBLISHED)
    with pytest.raises(ReceiptError):
        sign_receipt(replace(receipt, **changes), SIGNING_KEY)


@pytest.mark.parametrize(
    "changes",
    [
        {"receipt_id": "A0" * 16},
        {"receipt_id": "a0"},
        {"sequence": 0},
        {"sequence": 257},
        {"reviewer": "Anna"},
        {"reviewer": "0"},
        {"heard_ms": -1},
        {"heard_ms": 1_200_001},
        {"heard_ms": None},
        {"action": "overheard"},
    ],
)
def test_what_no_receipt_says_is_not_signed(changes: dict[str, Any]) -> None:
    with pytest.raises(ReceiptError):
        sign_receipt(replace(RECEIPTS[0], **changes), SIGNING_KEY)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400) | st.just(b"[" * MAX_RECEIPT) | st.just(b" " * (MAX_RECEIPT + 1)))
def test_whatever_a_desk_signs_is_a_receipt_or_one_error(body: bytes) -> None:
    with pytest.raises(ReceiptError):
        verify_receipt(SignedReceipt(body, SIGNING_KEY.sign(Context.RECEIPT, body)), SIGNING_KEY.public)


def test_a_label_is_the_one_that_was_committed_to() -> None:
    labelled = RECEIPTS[1]
    assert verify_label(labelled, LABEL)
    assert not verify_label(labelled, OpenedLabel(bytes(32), LABEL.label))
    others: dict[str, Any] = {
        "words": "turn off the hall light",
        "wake_word": None,
        "quality": "noisy",
        "accident": True,
        "personal_data": True,
        "danger": True,
    }
    assert others.keys() == {field.name for field in fields(Label)}
    for name, value in others.items():
        changes: dict[str, Any] = {name: value}
        assert not verify_label(labelled, OpenedLabel(LABEL.salt, replace(LABEL.label, **changes)))
    assert not verify_label(RECEIPTS[0], LABEL)


def test_each_label_has_a_salt_of_its_own() -> None:
    assert open_label(LABEL.label).commitment != open_label(LABEL.label).commitment


def test_a_missing_receipt_shows() -> None:
    assert missing(RECEIPTS) == ()
    assert missing([RECEIPTS[0], RECEIPTS[4]]) == (2, 3, 4)
    assert missing([]) == ()
