"""Telling the donors of clips that went into a data set: each gets a receipt that names it.

A data set is noted in one transaction, and its receipts are made some at a time: of a hundred thousand clips they take
longer than a bundle that comes in meanwhile may wait for the store. What broke off is gone on with at the next start.
"""

from typing import Final

from ..donation.desk.desk_store import Connection, data_sets
from ..donation.desk.desk_store.rows import ReceiptRow
from ..donation.receipts import ReceiptAction
from .opened import Opened
from .receipting import Receipts

TOGETHER: Final = 100
"""Clips that get their receipts in one transaction: some ten milliseconds."""


def announce(desk: Opened) -> list[ReceiptRow]:
    """Make the receipts of some clips that are in data sets and have none. Return them; none: all have theirs. Blocks.

    Raises DeskStoreError.
    """
    writing, at = Receipts(desk.keys.signing), desk.now()

    def write(connection: Connection) -> list[ReceiptRow]:
        return [
            writing.write(connection, donation_id, ReceiptAction.PUBLISHED, at, data_set=name)
            for donation_id, told in data_sets.untold(connection, ReceiptAction.PUBLISHED.value, TOGETHER)
            # A data set is made after the other, and so are their receipts.
            for name in data_sets.published_in(connection, donation_id)[told:]
        ]

    return desk.store.write(write)
