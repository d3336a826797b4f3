"""What donors ask of the desk, of donations whose token they have. Others get nothing, and it takes as long."""

import hmac

from ..donation.answers import ReceivedReceipt
from ..donation.bundle import token_sha256
from ..donation.desk.desk_store import clips, receipts
from ..donation.desk.desk_store.rows import ReceiptRow
from ..donation.label import OpenedLabel
from ..donation.reply import seal_label
from ..errors import ReceiptError, VaultError
from .ending import Ending
from .opened import Opened
from .receipting import signed


def receipts_of(desk: Opened, donation_id: str, token: bytes) -> list[ReceivedReceipt]:
    """Return the receipts of a donation in order, with the labels that are left. Raises DeskStoreError. Blocks."""
    with desk.store.read() as connection:
        clip = clips.find(connection, donation_id)
        rows = receipts.of_donation(connection, donation_id)
        key = clips.reply_key(connection, donation_id)
    if not _has_token(None if clip is None else clip.token_sha256, token):
        return []
    return [_handed_out(row, _label(desk, row), key) for row in rows]


def withdraw(desk: Opened, ending: Ending, donation_id: str, token: bytes) -> ReceiptRow | None:
    """Erase a donation, and return the receipt of its deletion; None to whoever is not its donor.

    Raises DeskStoreError, VaultError: it is not done yet. Blocks.
    """
    with desk.store.read() as connection:
        clip = clips.find(connection, donation_id)
    if not _has_token(None if clip is None else clip.token_sha256, token):
        return None
    return ending.end(donation_id, "withdrawn")


def _has_token(known: str | None, token: bytes) -> bool:
    return hmac.compare_digest(known or "0" * 64, token_sha256(token))


def _handed_out(row: ReceiptRow, label: OpenedLabel | None, key: bytes | None) -> ReceivedReceipt:
    if label is None or key is None:
        return ReceivedReceipt(signed(row), label)
    try:
        return ReceivedReceipt(signed(row), sealed=seal_label(label, key, row.donation_id, row.sequence))
    except ReceiptError:  # it is no key, and so nobody's
        return ReceivedReceipt(signed(row))


def _label(desk: Opened, row: ReceiptRow) -> OpenedLabel | None:
    """Return the label that a receipt commits to. None: it was none, or its contents went with the clip."""
    if row.label is None:
        return None
    try:
        return desk.chest.label(row.donation_id, row.label)
    except VaultError:
        return None
