"""Making the list of utterances anew from the entries, in pages, while others write.

The list is derived, so it is never the truth: where a verification finds that it says something else than the entries,
this puts it right. The entries are taken as they are; whether they are sound is what a verification says.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice

from .listing_check import rebuild
from .query import Cursor, Query
from .store import Snapshot, Transaction

ENTRIES = 1000
"""Entries whose utterances are looked at in one transaction: some hundred rows, which keeps nobody waiting for long."""
ROWS = 500
"""Rows that are looked at in one transaction."""


def put_right(transaction: Transaction, utterance_ids: Sequence[str]) -> int:
    """Make the rows of some utterances what their entries say. Return how many were something else.

    Raises LedgerCorruptError if an entry cannot be read.
    """
    transaction.drop_companies()
    known = transaction.utterance_rows(utterance_ids)
    made = rebuild(transaction.entries_of(utterance_ids))
    wrong = [row for name, row in made.items() if known.get(name) != row]
    invented = [name for name in known if name not in made]
    transaction.put_utterances(wrong, known)
    transaction.drop_utterances(invented)
    if wrong or invented:
        transaction.drop_companies()
    return len(wrong) + len(invented)


def parts(
    read: Callable[[], AbstractContextManager[Snapshot]], progress: Callable[[int, int], None]
) -> Iterator[tuple[str, ...]]:
    """Yield the identifiers of all utterances that have entries or are listed, in parts; some of them twice.

    Between two parts nothing is held open. What is entered meanwhile is in the list by itself. `progress` is called
    with the number of entries that were looked at and the number of all.
    """
    begin = 0
    with read() as snapshot:
        total = snapshot.size()
    while begin < total:
        with read() as snapshot:
            entries = list(islice(snapshot.entries(begin), ENTRIES))
        if not entries:
            break
        begin = entries[-1].index + 1
        if names := tuple({entry.utterance_id: None for entry in entries if entry.utterance_id is not None}):
            yield names
        progress(min(begin, total), total)
    yield from _listed(read)


def _listed(read: Callable[[], AbstractContextManager[Snapshot]]) -> Iterator[tuple[str, ...]]:
    query = Query(limit=ROWS)
    while True:
        with read() as snapshot:
            rows = snapshot.utterances(query)
        if not rows:
            return
        yield tuple(row.utterance_id for row in rows)
        query = Query(limit=ROWS, before=str(Cursor(rows[-1].at, rows[-1].first_index)))
