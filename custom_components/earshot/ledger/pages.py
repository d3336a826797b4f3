"""Utterances as they are read from a snapshot: whole, with all that their entries tell."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ..errors import LedgerCorruptError, LedgerError
from .body import decode_body
from .query import MAX_PAGE, MAX_SKIP, Cursor, Page, Query
from .record import Record
from .store import EntryRow, Snapshot
from .view import StoredEntry, UtteranceView, build_view


def read_page(snapshot: Snapshot, query: Query) -> Page:
    """Return a page of utterances, newest first. Raises LedgerError for a query that makes no sense."""
    if not 1 <= query.limit <= MAX_PAGE or not 0 <= query.skip <= MAX_SKIP:
        raise LedgerError(f"a page has 1 to {MAX_PAGE} utterances")
    # One more than asked for tells whether there is a next page.
    rows = snapshot.utterances(replace(query, limit=query.limit + 1))
    shown = rows[: query.limit]
    views = read_views(snapshot, [row.utterance_id for row in shown])
    if len(views) < len(shown):
        raise LedgerCorruptError("an utterance is listed that has no entries")
    last = str(Cursor(shown[-1].at, shown[-1].first_index)) if len(rows) > query.limit else None
    return Page(views, last)


def read_views(snapshot: Snapshot, utterance_ids: Sequence[str]) -> tuple[UtteranceView, ...]:
    """Return some utterances in this order. Unknown ones are passed over. Raises LedgerCorruptError."""
    records: dict[str, list[Record]] = defaultdict(list)
    for row in snapshot.entries_of(utterance_ids):
        entry = opened(row)
        records[entry.record.utterance_id or ""].append(entry.record)
    return tuple(build_view(name, records[name]) for name in utterance_ids if name in records)


def opened(row: EntryRow) -> StoredEntry:
    """Return an entry that is not redacted. Raises LedgerCorruptError if it is not what its row says."""
    if row.body is None:
        raise LedgerCorruptError(f"entry {row.index} has no body")
    index, record = decode_body(row.body)
    if index != row.index:
        raise LedgerCorruptError(f"entry {row.index} is not at its place")
    return StoredEntry(index=index, record=record, leaf_hash=row.leaf.hex())
