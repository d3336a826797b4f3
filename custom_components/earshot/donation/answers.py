"""What goes over the wire beside bundles and statements: how a donor asks, and how a desk answers.

These are not signed themselves, so any spacing is read; the receipts in them are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
import json
from typing import Final

from ..errors import DonationRequestError, ReceiptError
from .bundle import ID_BYTES, TOKEN_BYTES, DonationSecrets
from .documents import Fields, Plain, read_json, write_document
from .encoding import from_base64url, to_base64url
from .label import OpenedLabel, plain_opened, read_opened
from .receipts import MAX_RECEIPT, MAX_SEQUENCE, SignedReceipt
from .reply import MAX_SEALED
from .signed import pack, take

MAX_REQUEST: Final = 512
"""Bytes of a request. One has about 150."""
MAX_RECEIPTS_ANSWER: Final = 1024 * 1024
"""Bytes of an answer with receipts: 256 of them, each with a sentence as its label."""
MAX_WITHDRAWAL_ANSWER: Final = 8 * 1024
"""Bytes of the answer to a withdrawal: one receipt of at most 4 KiB in base64url."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """By what a donor shows that a donation is theirs."""

    donation_id: str
    token: bytes = field(repr=False)
    """32 bytes, of which the desk has had only the hash so far."""


@dataclass(frozen=True, slots=True)
class ReceivedReceipt:
    """A receipt as it came, not verified, and the label that it may commit to."""

    signed: SignedReceipt
    label: OpenedLabel | None = None
    sealed: bytes | None = None
    """The label as `reply.seal_label` sealed it, where the bundle had a key for that."""


def write_request(secrets: DonationSecrets) -> bytes:
    """Return the body with which a donor asks for receipts, or withdraws."""
    return write_document({"donation_id": secrets.donation_id, "token": secrets.token.hex()}, MAX_REQUEST)


def parse_request(data: bytes) -> Credentials:
    """Return who asks. Raises DonationRequestError."""
    try:
        fields = Fields(read_json(data, MAX_REQUEST))
        asked = Credentials(
            fields.hexadecimal("donation_id", ID_BYTES), bytes.fromhex(fields.hexadecimal("token", TOKEN_BYTES))
        )
        fields.done()
    except ValueError as err:
        raise DonationRequestError(str(err)) from None
    return asked


def write_receipts(receipts: Iterable[ReceivedReceipt]) -> bytes:
    """Return the answer with a donation's receipts; of none, for whoever is not its donor."""
    items: list[Plain] = [_packed(one) for one in receipts]
    return write_document({"receipts": items}, MAX_RECEIPTS_ANSWER)


def parse_receipts(data: bytes) -> tuple[ReceivedReceipt, ...]:
    """Return the receipts of an answer, not verified. Raises ReceiptError."""
    try:
        fields = Fields(read_json(data, MAX_RECEIPTS_ANSWER))
        found = tuple(_received(Fields(item)) for item in fields.array("receipts", MAX_SEQUENCE))
        fields.done()
    except ValueError as err:
        raise ReceiptError(str(err)) from None
    return found


def write_withdrawal(receipt: SignedReceipt | None) -> bytes:
    """Return the answer to a withdrawal; with null while it is not done yet, and for whoever is not the donor."""
    packed = None if receipt is None else pack(receipt.body, receipt.signature)
    return json.dumps({"receipt": packed}, sort_keys=True, separators=(",", ":")).encode()


def parse_withdrawal(data: bytes) -> SignedReceipt | None:
    """Return the receipt of a deletion, not verified; None if there is none yet. Raises ReceiptError."""
    try:
        answer = read_json(data, MAX_WITHDRAWAL_ANSWER)
        fields = Fields(answer)
        value: object = fields.value("receipt")
        fields.done()
        if value is None:
            return None
        packed = Fields(answer["receipt"])
        signed = SignedReceipt(*take(packed, MAX_RECEIPT))
        packed.done()
    except ValueError as err:
        raise ReceiptError(str(err)) from None
    return signed


def _packed(one: ReceivedReceipt) -> dict[str, Plain]:
    packed = pack(one.signed.body, one.signed.signature)
    if one.label is not None:
        packed["label"] = plain_opened(one.label)
    if one.sealed is not None:
        packed["sealed_label"] = to_base64url(one.sealed)
    return packed


def _received(fields: Fields) -> ReceivedReceipt:
    signed = SignedReceipt(*take(fields, MAX_RECEIPT))
    label = read_opened(fields.value("label")) if fields.has("label") else None
    sealed = from_base64url(fields.string("sealed_label")) if fields.has("sealed_label") else None
    fields.done()
    if sealed is not None and (label is not None or len(sealed) > MAX_SEALED):
        raise ValueError("a label is too long, or there twice")
    return ReceivedReceipt(signed, label, sealed)
