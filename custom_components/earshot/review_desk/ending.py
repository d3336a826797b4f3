"""The end of a clip: doomed, erased, and buried with a signed receipt.

From the first step on nobody gets it any more, and whatever breaks the others off, the next look finishes them.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from ..donation.desk.desk_store import Connection, clips, receipts
from ..donation.desk.desk_store.rows import ClipRow, ReceiptRow, State
from ..donation.receipts import DeletionReason, ReceiptAction
from .opened import Opened
from .receipting import Receipts


@dataclass(frozen=True, slots=True)
class Ending:
    """Ends clips. Blocks; raises DeskStoreError, VaultError."""

    desk: Opened
    receipts: Receipts

    def end(self, donation_id: str, reason: DeletionReason) -> ReceiptRow | None:
        """End a clip. Return the receipt of its deletion, be it one of before. None: there never was such a clip."""
        doomed = self.desk.store.write(lambda connection: clips.doom(connection, donation_id, reason, None))
        if doomed is None:
            return None
        return self.finish(doomed)

    def finish(self, doomed: ClipRow) -> ReceiptRow | None:
        """Erase a clip that is doomed, and bury it. Return the receipt of its deletion; None: it is not doomed."""
        self.desk.leases.drop(doomed.donation_id)
        if doomed.state is State.DOOMED:
            self.desk.chest.erase(doomed)
        found, size = self.desk.store.write(lambda connection: self._bury(connection, doomed, self.desk.now()))
        if doomed.state is State.DOOMED:
            self.desk.chest.told(doomed)
            self.desk.held.less(size)
        return found

    def _bury(self, connection: Connection, doomed: ClipRow, at: datetime) -> tuple[ReceiptRow | None, int | None]:
        donation_id = doomed.donation_id
        now = clips.find(connection, donation_id)
        if now is None or now.state is not State.DOOMED:  # somebody else was faster
            return receipts.last_of(connection, donation_id, ReceiptAction.DELETED.value), None
        size = clips.size_of(connection, donation_id)
        by = None if now.ended_by is None else int(now.ended_by)
        reason = cast("DeletionReason", now.reason)  # only `doom` writes it
        written = self.receipts.write(connection, donation_id, ReceiptAction.DELETED, at, reviewer=by, reason=reason)
        clips.bury(connection, donation_id, at.date())
        return written, size
