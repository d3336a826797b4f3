"""Review receipts: what a desk did with a donation, signed. They are how a donor knows that a person listened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
import re
from typing import Final, Literal, cast

from ..errors import ReceiptError
from .bundle import ID_BYTES
from .clip import MAX_SOUND_MS
from .documents import FORMAT, Fields, Plain, instant_text, read_document, write_document
from .label import OpenedLabel
from .signing import Context, SigningKey, verify
from .texts import checked_text

type DeletionReason = Literal["withdrawn", "retention", "accident", "personal_data", "rejected"]
DELETION_REASONS: Final[tuple[DeletionReason, ...]] = (
    "withdrawn",
    "retention",
    "accident",
    "personal_data",
    "rejected",
)

MAX_RECEIPT: Final = 4 * 1024
"""Bytes of a body. One has about 250; a deletion that names sixteen data sets has 2,000."""
MAX_HEARD_MS: Final = 10 * MAX_SOUND_MS
"""A reviewer may play a clip several times; ten times the longest."""
MAX_PUBLISHED: Final = 16
MAX_SEQUENCE: Final = 256
"""Receipts of one donation. Three people who listen, label and perhaps skip make fewer than ten; a desk that has come
so far shows the clip to nobody more, and its last one is the deletion."""

_REVIEWER: Final = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
_MAX_DATA_SET: Final = 100


class ReceiptAction(StrEnum):
    """What happened at the desk."""

    LISTENED = "listened"
    LABELLED = "labelled"
    SKIPPED = "skipped"
    DELETED = "deleted"
    PUBLISHED = "published"
    """It went into a data set, which other people get copies of."""
    RAISED_DANGER = "raised_danger"
    """A reviewer said that somebody may be in danger, and the desk went the way that its statement describes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One thing that happened."""

    receipt_id: str
    """Random, 32 hexadecimal digits."""
    donation_id: str
    sequence: int
    """Counts the receipts of this donation, from 1: one that is missing shows."""
    action: ReceiptAction
    at: datetime
    """Whole seconds, by the desk's clock."""
    reviewer: str | None = None
    """A number that stands for one person at that desk. None: the desk itself."""
    heard_ms: int | None = None
    """How much a reviewer heard, in milliseconds. None: this is no listening."""
    reason: DeletionReason | None = None
    """Of a deletion, and of nothing else."""
    published: tuple[str, ...] = ()
    """Of a deletion: the data sets that it already was in, which other people may have copies of. Of a publication: the
    one that it went into."""
    label_commitment: str | None = None
    """Of a label, and of nothing else: `OpenedLabel.commitment`."""


@dataclass(frozen=True, slots=True)
class SignedReceipt:
    """A receipt's bytes and the desk's signature over them, not verified yet."""

    body: bytes
    signature: bytes

    @property
    def sha256(self) -> str:
        """Hash of the body in hexadecimal, as the ledger keeps it."""
        return sha256(self.body).hexdigest()


def sign_receipt(receipt: Receipt, key: SigningKey) -> SignedReceipt:
    """Return a receipt, signed. Raises ReceiptError if something in it is not allowed."""
    try:
        body = write_document(_plain(receipt), MAX_RECEIPT)
        _read(body)
    except ValueError as err:
        raise ReceiptError(str(err)) from None
    return SignedReceipt(body, key.sign(Context.RECEIPT, body))


def verify_receipt(signed: SignedReceipt, public: bytes, donation_id: str | None = None) -> Receipt:
    """Return what a receipt says, if the desk's signing key signed it, and it is of the donation that was asked for.

    Raises ReceiptError. The signature comes first: it is over at most 4 KiB.
    """
    if len(signed.body) > MAX_RECEIPT or not verify(public, Context.RECEIPT, signed.body, signed.signature):
        raise ReceiptError("a receipt is not as that desk signed it")
    try:
        receipt = _read(signed.body)
    except ValueError as err:
        raise ReceiptError(str(err)) from None
    if donation_id is not None and receipt.donation_id != donation_id:
        raise ReceiptError("a receipt is of another donation")
    return receipt


def verify_label(receipt: Receipt, opened: OpenedLabel) -> bool:
    """Return whether this is the label that a receipt commits to."""
    return receipt.label_commitment == opened.commitment


def missing(receipts: Iterable[Receipt]) -> tuple[int, ...]:
    """Return the numbers that are missing among the receipts of one donation, up to the last that is there."""
    there = {receipt.sequence for receipt in receipts}
    return tuple(number for number in range(1, max(there, default=0)) if number not in there)


def _plain(receipt: Receipt) -> dict[str, Plain]:
    plain: dict[str, Plain] = {
        "format": FORMAT,
        "receipt_id": receipt.receipt_id,
        "donation_id": receipt.donation_id,
        "sequence": receipt.sequence,
        "action": str(receipt.action),
        "at": instant_text(receipt.at),
    }
    optional: dict[str, Plain | None] = {
        "reviewer": receipt.reviewer,
        "heard_ms": receipt.heard_ms,
        "reason": receipt.reason,
        "published": list(receipt.published) or None,
        "label_commitment": receipt.label_commitment,
    }
    return plain | {name: value for name, value in optional.items() if value is not None}


def _read(body: bytes) -> Receipt:
    """Return what a body says. Raises ValueError."""
    fields = Fields(read_document(body, MAX_RECEIPT))
    fields.format()
    receipt = Receipt(
        receipt_id=fields.hexadecimal("receipt_id", ID_BYTES),
        donation_id=fields.hexadecimal("donation_id", ID_BYTES),
        sequence=fields.number("sequence", 1, MAX_SEQUENCE),
        action=fields.choice("action", ReceiptAction),
        at=fields.instant("at"),
        reviewer=fields.matching("reviewer", _REVIEWER) if fields.has("reviewer") else None,
        heard_ms=fields.number("heard_ms", 0, MAX_HEARD_MS) if fields.has("heard_ms") else None,
        reason=cast("DeletionReason", fields.one_of("reason", DELETION_REASONS)) if fields.has("reason") else None,
        published=_published(fields) if fields.has("published") else (),
        label_commitment=fields.hexadecimal("label_commitment", 32) if fields.has("label_commitment") else None,
    )
    fields.done()
    return _consistent(receipt)


def _published(fields: Fields) -> tuple[str, ...]:
    names = fields.array("published", MAX_PUBLISHED)
    if not names:
        raise ValueError("published is left out if there is none")
    return tuple(checked_text(name if isinstance(name, str) else "", "published", _MAX_DATA_SET) for name in names)


def _consistent(receipt: Receipt) -> Receipt:
    """Return a receipt that says what its action demands, and nothing that belongs to another. Raises ValueError."""
    deleted, published = receipt.action is ReceiptAction.DELETED, receipt.action is ReceiptAction.PUBLISHED
    if (receipt.reason is not None) != deleted:
        raise ValueError("a reason belongs to a deletion, and to nothing else")
    if not deleted and len(receipt.published) != published:
        raise ValueError("a publication names one data set, a deletion all, and nothing else any")
    if (receipt.label_commitment is not None) != (receipt.action is ReceiptAction.LABELLED):
        raise ValueError("a commitment belongs to a label, and to nothing else")
    if (receipt.heard_ms is not None) != (receipt.action is ReceiptAction.LISTENED):
        raise ValueError("what was heard belongs to a listening, and to nothing else")
    if (receipt.reviewer is None and not (deleted or published)) or (receipt.reviewer is not None and published):
        raise ValueError("only a deletion and a publication are done by the desk itself")
    return receipt
