"""What reviewers wrote is sealed to the donation's own key: for one receipt of one donation, and for nobody else."""

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.donation.label import Label, OpenedLabel
from custom_components.earshot.donation.reply import MAX_SEALED, ReplyKey, seal_label
from custom_components.earshot.donation.texts import MAX_WORDS
from custom_components.earshot.errors import ReceiptError
from tests.donation.protocol_samples import LABEL, REPLY_KEY, SECRETS

NAME = SECRETS.donation_id
SEALED = seal_label(LABEL, REPLY_KEY.public, NAME, 2)


def test_what_was_sealed_is_what_the_donor_opens() -> None:
    assert REPLY_KEY.open(SEALED, NAME, 2) == LABEL
    assert ReplyKey.from_bytes(REPLY_KEY.to_bytes()).open(SEALED, NAME, 2) == LABEL
    assert b"hall light" not in SEALED


def test_it_opens_for_no_other_receipt_donation_or_key() -> None:
    for key, name, sequence in ((REPLY_KEY, NAME, 3), (REPLY_KEY, "00" * 16, 2), (ReplyKey.new(), NAME, 2)):
        with pytest.raises(ReceiptError):
            key.open(SEALED, name, sequence)


def test_the_longest_label_fits() -> None:
    longest = OpenedLabel(bytes(32), Label(words="\U0001f642" * MAX_WORDS, wake_word="wrong", quality="unusable"))
    sealed = seal_label(longest, REPLY_KEY.public, NAME, 256)
    assert len(sealed) <= MAX_SEALED
    assert REPLY_KEY.open(sealed, NAME, 256) == longest


@pytest.mark.parametrize("public", [b"", bytes(31), bytes(32), (1).to_bytes(32, "little")])
def test_to_what_is_no_key_nothing_is_sealed(public: bytes) -> None:
    with pytest.raises(ReceiptError):
        seal_label(LABEL, public, NAME, 2)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_whatever_comes_is_a_label_or_one_error(sealed: bytes) -> None:
    with pytest.raises(ReceiptError):
        REPLY_KEY.open(sealed, NAME, 2)
