"""Receipts in the store: numbered for each donation from 1, so that one that is kept back shows."""

from collections.abc import Sequence

from sqlalchemy import Connection, Row, func, insert, select, tuple_, update

from .rows import ReceiptRow
from .schema import RECEIPT

_COLUMNS = (
    RECEIPT.c.donation_id,
    RECEIPT.c.sequence,
    RECEIPT.c.action,
    RECEIPT.c.at,
    RECEIPT.c.reviewer,
    RECEIPT.c.heard_ms,
    RECEIPT.c.body,
    RECEIPT.c.signature,
    RECEIPT.c.label,
)


def next_sequence(connection: Connection, donation_id: str) -> int:
    """Return the number of the next receipt of a donation."""
    last = connection.scalar(select(func.max(RECEIPT.c.sequence)).where(RECEIPT.c.donation_id == donation_id))
    return (last or 0) + 1


def add(connection: Connection, receipt: ReceiptRow) -> None:
    """Put a receipt in, which the house's own ledger does not have yet."""
    connection.execute(
        insert(RECEIPT).values(
            donation_id=receipt.donation_id,
            sequence=receipt.sequence,
            action=receipt.action,
            at=receipt.at,
            reviewer=receipt.reviewer,
            heard_ms=receipt.heard_ms,
            body=receipt.body,
            signature=receipt.signature,
            label=receipt.label,
            entered=False,
        )
    )


def of_donation(connection: Connection, donation_id: str) -> list[ReceiptRow]:
    """Return the receipts of a donation in order."""
    chosen = select(*_COLUMNS).where(RECEIPT.c.donation_id == donation_id).order_by(RECEIPT.c.sequence)
    return [_receipt(row) for row in connection.execute(chosen)]


def last_of(connection: Connection, donation_id: str, action: str) -> ReceiptRow | None:
    """Return the last receipt of an action."""
    found = [receipt for receipt in of_donation(connection, donation_id) if receipt.action == action]
    return found[-1] if found else None


def to_enter(connection: Connection, most: int) -> list[ReceiptRow]:
    """Return receipts that the house's own ledger does not have."""
    chosen = select(*_COLUMNS).where(RECEIPT.c.entered.is_(False))
    ordered = chosen.order_by(RECEIPT.c.donation_id, RECEIPT.c.sequence).limit(most)
    return [_receipt(row) for row in connection.execute(ordered)]


def not_entered(connection: Connection, receipts: Sequence[ReceiptRow]) -> list[ReceiptRow]:
    """Return those of some receipts that the house's own ledger does not have, as far as is noted."""
    keys = [(receipt.donation_id, receipt.sequence) for receipt in receipts]
    those = tuple_(RECEIPT.c.donation_id, RECEIPT.c.sequence).in_(keys)
    left = select(RECEIPT.c.donation_id, RECEIPT.c.sequence).where(those, RECEIPT.c.entered.is_(False))
    found = {(row[0], row[1]) for row in connection.execute(left)}
    return [receipt for receipt in receipts if (receipt.donation_id, receipt.sequence) in found]


def note_entered(connection: Connection, receipts: Sequence[ReceiptRow]) -> None:
    """Note that the house's own ledger has some receipts."""
    keys = [(receipt.donation_id, receipt.sequence) for receipt in receipts]
    those = tuple_(RECEIPT.c.donation_id, RECEIPT.c.sequence).in_(keys)
    connection.execute(update(RECEIPT).where(those).values(entered=True))


def counts(connection: Connection) -> tuple[dict[str, int], int]:
    """Return how many receipts there are of each action, and the milliseconds that were handed out."""
    rows = connection.execute(
        select(RECEIPT.c.action, func.count(), func.coalesce(func.sum(RECEIPT.c.heard_ms), 0)).group_by(
            RECEIPT.c.action
        )
    ).all()
    return {row[0]: row[1] for row in rows}, sum(row[2] for row in rows)


def _receipt(row: Row[tuple[str, int, str, int, int | None, int | None, bytes, bytes, int | None]]) -> ReceiptRow:
    donation_id, sequence, action, at, reviewer, heard_ms, body, signature, label = row
    return ReceiptRow(
        donation_id=donation_id,
        sequence=sequence,
        action=action,
        at=at,
        reviewer=reviewer,
        heard_ms=heard_ms,
        body=body,
        signature=signature,
        label=label,
    )
