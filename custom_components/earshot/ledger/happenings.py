"""Entries of some kinds, whatever they are about: newest first, page by page."""

from collections.abc import Collection

from ..errors import LedgerError
from .pages import opened
from .query import MAX_PAGE, Cursor, HappeningsPage
from .store import Snapshot


def read_happenings(snapshot: Snapshot, kinds: Collection[str], before: str | None, limit: int) -> HappeningsPage:
    """Return a page of entries of these kinds, which are among `sql_store.schema.HAPPENINGS`.

    Raises LedgerError for a page that makes no sense, LedgerCorruptError.
    """
    if not 1 <= limit <= MAX_PAGE:
        raise LedgerError(f"a page has 1 to {MAX_PAGE} entries")
    last = None if before is None else Cursor.parse(before)
    # Of each kind as many as there could be on the page, and one more that tells whether there is a next one.
    rows = [row for kind in set(kinds) for row in snapshot.newest(kind, last, limit + 1)]
    rows.sort(key=lambda row: (row.at or 0, row.index), reverse=True)
    shown = rows[:limit]
    following = str(Cursor(shown[-1].at or 0, shown[-1].index)) if len(rows) > limit else None
    return HappeningsPage(items=tuple(opened(row) for row in shown), next=following)
