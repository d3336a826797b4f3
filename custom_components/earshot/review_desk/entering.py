"""What is done at the desk, in the ledger of the house that the desk is in: an entry for each receipt.

A listening is entered before anybody hears. The rest is entered at once where that is possible, and else as soon as it
is; the store remembers what is not entered yet. What a process that died had entered and not noted is found by the hash
of the receipt, and not entered again.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from homeassistant.auth.models import User
from homeassistant.util import dt as dt_util

from ..donation.desk.desk_store.rows import ReceiptRow
from ..gate.storage import Storage
from ..ledger.giving import Reviewed
from ..ledger.ledger import Ledger
from ..ledger.query import MAX_PAGE
from ..ledger.record import SettingChanged
from ..models import Ear, EarKind, Evidence, Keeping, Place, Received
from .shown import Decision

REVIEWER_LABEL: Final = "Reviewer {}"

DATA_SET: Final = "desk_data_set"
"""Name of the setting under which it is entered that a data set was made, by its name."""

ALARM: Final = "desk_alarm"
"""And what somebody decided on an alarm: its number at the desk, and the decision."""

TOGETHER: Final = 128
"""Entries of one write: as many changes as the store writes at once."""


def in_ledger(ledger: Ledger, rows: Sequence[ReceiptRow]) -> list[ReceiptRow]:
    """Return those of some receipts that a ledger has. Raises LedgerError. Blocks."""
    wanted = {sha256(row.body).hexdigest(): row for row in rows}
    # Nothing is entered before it happened.
    first = datetime.fromtimestamp(min((row.at for row in rows), default=0) / 1000, UTC)
    found: list[ReceiptRow] = []
    before: str | None = None
    while len(found) < len(wanted):
        page = ledger.happenings((Reviewed.kind,), before, MAX_PAGE)
        records = [item.record for item in page.items if isinstance(item.record, Reviewed)]
        found += [wanted[record.receipt_sha256] for record in records if record.receipt_sha256 in wanted]
        before = page.next
        if before is None or records[-1].at < first:
            break
    return found


class Entering:
    """Enters receipts."""

    def __init__(self, storage: Storage, desk_name: str) -> None:
        self._storage = storage
        self._desk_name = desk_name

    @property
    def ledger(self) -> Ledger:
        """The house's ledger. Raises LedgerUnavailableError."""
        return self._storage.ledger

    async def enter(self, rows: Sequence[ReceiptRow]) -> bool:
        """Enter some receipts. Return whether that is on disk."""
        return not rows or await self._storage.write([self._entry(row) for row in rows])

    async def enter_data_set(self, name: str, user: User) -> None:
        """Enter that somebody made a data set."""
        await self._enter_deed(DATA_SET, name, user)

    async def enter_decision(self, number: int, decision: Decision, user: User) -> None:
        """Enter what somebody decided on an alarm."""
        await self._enter_deed(ALARM, f"{number} {decision.value}", user)

    async def _enter_deed(self, what: str, after: str, user: User) -> None:
        by = user.name or user.id
        await self._storage.write([SettingChanged(at=dt_util.utcnow(), setting=what, after=after, by=by)])

    def _entry(self, row: ReceiptRow) -> Reviewed:
        return Reviewed(
            at=dt_util.utcnow(),
            donation_id=row.donation_id,
            ear=self._ear(row),
            action=row.action,
            happened=datetime.fromtimestamp(row.at / 1000, UTC),
            receipt_sha256=sha256(row.body).hexdigest(),
        )

    def _ear(self, row: ReceiptRow) -> Ear:
        if row.reviewer is None:
            return _ear(self._desk_name, EarKind.STORAGE, Place.THIS_MACHINE, Evidence.OBSERVED, Received())
        # Where a reviewer's browser is, nobody knows, and whoever hears something may keep it in mind.
        got = Received(sound_ms=row.heard_ms) if row.heard_ms else Received()
        label = REVIEWER_LABEL.format(row.reviewer)
        return _ear(label, EarKind.REVIEWER, Place.UNKNOWN, Evidence.UNKNOWN, got)


def _ear(label: str, kind: EarKind, place: Place, evidence: Evidence, got: Received) -> Ear:
    keeps = Keeping.NOTHING if kind is EarKind.STORAGE else Keeping.UNKNOWN
    return Ear(label=label, kind=kind, place=place, evidence=evidence, got=got, keeps=keeps)
