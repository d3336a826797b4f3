"""Recognising a ledger behind another address: its server has another name now, or its user another password."""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime

from ..errors import LedgerCorruptError, LedgerSchemaError
from .checkpoint import VerifyingKey, open_note
from .ledger import ALIVE, Ledger
from .plain import to_milliseconds
from .sql_store import SqlStore
from .store import MOVED, MOVING


def is_behind(ledger: Ledger, url: str, now: datetime) -> bool:
    """Whether this very ledger is behind an address, and not a copy of it: what is written to it shows there.

    Raises LedgerUnavailableError.
    """
    ledger.mark_alive(now)
    try:
        with closing(SqlStore.open_source(url)) as store, store.read() as snapshot:
            return snapshot.meta(ALIVE) == str(to_milliseconds(now))
    except LedgerSchemaError:
        return False


def is_signed(url: str, keys: Sequence[VerifyingKey]) -> bool:
    """Whether there is a whole ledger behind an address that was last signed by one of these keys.

    For when nobody can ask the ledger itself. Raises LedgerUnavailableError.
    """
    try:
        with closing(SqlStore.open_source(url)) as store, store.read() as snapshot:
            head = snapshot.head()
            if head is None or snapshot.meta(MOVING) or snapshot.meta(MOVED):
                return False
            return open_note(head, keys).size == snapshot.size()
    except LedgerSchemaError, LedgerCorruptError:
        return False
