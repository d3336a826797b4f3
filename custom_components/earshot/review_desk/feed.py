"""The signed list of donations that are to be taken out of every copy. It is made once for each change of it."""

from datetime import date
from threading import Lock
from typing import cast

from ..donation.desk.desk_store import clips
from ..donation.receipts import DeletionReason
from ..donation.tombstones import MAX_TOMBSTONES, Tombstone, sign_tombstones
from .opened import Opened


class Feed:
    """The list as it is published. For several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._document: bytes | None = None

    def get(self, desk: Opened) -> bytes:
        """Return the list of what was published and is to be taken out of every copy. Raises DeskStoreError. Blocks.

        What was erased because its time was over is not in it: nobody asked for copies to be taken back.
        """
        with self._lock:
            if self._document is None:
                self._document = self._make(desk)
            return self._document

    def forget(self) -> None:
        """Make it anew the next time."""
        with self._lock:
            self._document = None

    @staticmethod
    def _make(desk: Opened) -> bytes:
        with desk.store.read() as connection:
            rows = clips.removed(connection, MAX_TOMBSTONES)
        entries = (Tombstone(row[0], date.fromisoformat(row[1]), cast("DeletionReason", row[2])) for row in rows)
        return sign_tombstones(entries, desk.keys.signing, desk.now())
