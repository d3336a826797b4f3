"""Which utterances are to be erased or redacted, as one value that both understand, and its evaluation in pages."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import batched

from ..errors import SelectionUnclearError
from .plain import to_milliseconds
from .projection import UtteranceRow
from .query import Cursor, Query
from .store import Snapshot

PAGE = 200
"""Utterances taken together: one transaction of some thousand rows, which keeps nobody waiting noticeably."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Utterances by their names, or by time and satellite, or all there are.

    Names stand alone. Of the others, those that are given must all hold. A selection that says nothing is refused:
    it is never taken to mean everything. Utterances that come in while it is worked on are not meant.
    """

    utterance_ids: tuple[str, ...] = ()
    since: datetime | None = None
    """Heard at this instant or later."""
    until: datetime | None = None
    """Heard before this instant."""
    satellite: str | None = None
    """The satellite's entity id, or its label where it has none."""
    everything: bool = False
    known: int | None = None
    """Only utterances that begin before this entry: those that were there when somebody chose. None: all there are."""

    def __post_init__(self) -> None:
        """Refuse, with SelectionUnclearError, a selection that says nothing or two things at once."""
        restricted = (self.since, self.until, self.satellite) != (None, None, None)
        if [bool(self.utterance_ids), restricted, self.everything].count(True) != 1:
            raise SelectionUnclearError("a selection names utterances, or a time or satellite, or everything")

    def means(self, row: UtteranceRow) -> bool:
        """Whether an utterance is one of those that are meant."""
        if self.utterance_ids:
            return row.utterance_id in self.utterance_ids
        return (
            (self.known is None or row.first_index < self.known)
            and (self.since is None or row.at >= to_milliseconds(self.since))
            and (self.until is None or row.at < to_milliseconds(self.until))
            and (self.satellite is None or row.satellite == self.satellite)
        )


def pages(read: Callable[[], AbstractContextManager[Snapshot]], selection: Selection) -> Iterator[tuple[str, ...]]:
    """Yield the identifiers of the utterances that are meant, in pages, without holding them all.

    Between two pages nothing is held open, so the utterances of a page may be changed or taken away meanwhile.
    Raises LedgerUnavailableError.
    """
    if selection.utterance_ids:
        yield from batched(dict.fromkeys(selection.utterance_ids), PAGE, strict=False)
        return
    query = Query(limit=PAGE, since=selection.since, until=selection.until, satellite=selection.satellite)
    while True:
        with read() as snapshot:
            rows: Sequence[UtteranceRow] = snapshot.utterances(query)
        if not rows:
            return
        yield tuple(row.utterance_id for row in rows if selection.means(row))
        query = replace(query, before=str(Cursor(rows[-1].at, rows[-1].first_index)))
