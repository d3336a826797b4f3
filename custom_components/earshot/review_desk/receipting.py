"""A receipt for everything that happens to a donation: signed, numbered, in the same transaction as what happened."""

from dataclasses import dataclass
from datetime import datetime
import secrets
from typing import Final

from ..donation.desk.desk_store import Connection, data_sets, receipts
from ..donation.desk.desk_store.rows import ReceiptRow
from ..donation.receipts import (
    MAX_PUBLISHED,
    MAX_SEQUENCE,
    DeletionReason,
    Receipt,
    ReceiptAction,
    SignedReceipt,
    sign_receipt,
)
from ..donation.signing import SigningKey
from ..errors.desk import ClipOverError

LAST_BUT_ENDING: Final = MAX_SEQUENCE - 16 - MAX_PUBLISHED
"""Number of the last receipt that anybody's listening gets. The rest is for what a label, the data sets that a clip
goes into, and its end need."""


@dataclass(frozen=True, slots=True)
class Receipts:
    """Writes receipts with the desk's key."""

    key: SigningKey

    def write(  # noqa: PLR0913 - what a receipt can say
        self,
        connection: Connection,
        donation_id: str,
        action: ReceiptAction,
        at: datetime,
        *,
        reviewer: int | None = None,
        heard_ms: int | None = None,
        reason: DeletionReason | None = None,
        label: int | None = None,
        label_commitment: str | None = None,
        data_set: str | None = None,
    ) -> ReceiptRow:
        """Sign the next receipt of a donation and put it into the store, within a transaction of it.

        Raises ClipOverError where so much has happened to it that there is room left only for its end.
        """
        sequence = receipts.next_sequence(connection, donation_id)
        if sequence > LAST_BUT_ENDING and action in {ReceiptAction.LISTENED, ReceiptAction.SKIPPED}:
            raise ClipOverError
        published: tuple[str, ...] = () if data_set is None else (data_set,)
        if action is ReceiptAction.DELETED:
            published = data_sets.published_in(connection, donation_id)
        signed = sign_receipt(
            Receipt(
                receipt_id=secrets.token_hex(16),
                donation_id=donation_id,
                action=action,
                at=at,
                reviewer=None if reviewer is None else str(reviewer),
                heard_ms=heard_ms,
                reason=reason,
                published=published,
                label_commitment=label_commitment,
                sequence=sequence,
            ),
            self.key,
        )
        row = ReceiptRow(
            donation_id=donation_id,
            sequence=sequence,
            action=action.value,
            at=int(at.timestamp() * 1000),
            reviewer=reviewer,
            heard_ms=heard_ms,
            body=signed.body,
            signature=signed.signature,
            label=label,
        )
        receipts.add(connection, row)
        return row


def signed(row: ReceiptRow) -> SignedReceipt:
    """Return a receipt as it is handed out."""
    return SignedReceipt(row.body, row.signature)
