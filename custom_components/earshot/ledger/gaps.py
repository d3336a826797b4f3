"""Times that were not watched, as the ledger tells them: those entered as gaps, and the time before its first entry."""

from collections.abc import Iterable
import re
from typing import Final

from ..errors import LedgerCorruptError
from .body import read_body
from .plain import from_milliseconds, to_milliseconds
from .record import Gap, Record
from .store import EntryRow, Snapshot

MAX_GAPS: Final = 5_000
"""Gaps after the beginning of a day that are looked at for it: some 30 ms at the worst."""
TOO_MANY_GAPS: Final = "too_many_gaps"
"""Reason of the gap that stands for a whole time of which nobody can say quickly when it was watched."""


def gaps_between(snapshot: Snapshot, began: int, ended: int) -> tuple[Gap, ...]:
    """Return the gaps that have a part in a time, in order.

    A gap is entered when it is over, however long that is after it began, so all later ones are looked at. A house that
    is restarted every day has a thousand in three years.
    """
    since, until = from_milliseconds(began), from_milliseconds(ended)
    rows = snapshot.happenings(Gap.kind, began, None, MAX_GAPS + 1)
    if len(rows) > MAX_GAPS:
        return (Gap(at=until, began=since, ended=until, reason=TOO_MANY_GAPS),)
    found = (record for row in rows if _began(row) < ended and isinstance(record := _opened(row), Gap))
    return tuple(sorted((gap for gap in found if gap.began < until and gap.ended > since), key=lambda gap: gap.began))


def unwatched(gaps: Iterable[Gap], known_since: int | None, began: int, ended: int) -> int:
    """Return how many milliseconds of a time are in gaps, in their order, or before the ledger began; each counts once.

    `known_since`: the instant of the ledger's first entry. None: it has none, and tells nothing.
    """
    if known_since is None:
        return ended - began
    reached = min(max(began, known_since), ended)
    total = reached - began
    for gap in gaps:
        since, until = max(reached, to_milliseconds(gap.began)), min(ended, to_milliseconds(gap.ended))
        total += max(0, until - since)
        reached = max(reached, until)
    return total


_BEGAN: Final = re.compile(rb'"began":(-?[0-9]+)')
"""In a canonical body a quotation mark within a string has a backslash before it, so this is always the field."""


def _began(row: EntryRow) -> int:
    """Return when a gap began, in milliseconds: to read all of an entry takes ten times as long."""
    found = _BEGAN.search(row.body or b"")
    if found is None:
        raise LedgerCorruptError(f"entry {row.index} is no gap")
    return int(found[1])


def _opened(row: EntryRow) -> Record:
    if row.body is None:
        raise LedgerCorruptError(f"entry {row.index} has no body")
    return read_body(row.body)
