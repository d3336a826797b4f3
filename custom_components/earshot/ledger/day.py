"""What the ledger tells of one day: what was said on it, and what happened on it to anything that was ever said.

All of it is found by indexes and bounded, so that a day costs the same however long the ledger is, and little more
where thousands of things were said on it. What is left out is told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import reduce
from operator import add
from typing import Final

from ..errors import LedgerCorruptError
from ..models import Outcome, Place, Satellite
from .body import read_body
from .circumstances import Announced, Listened
from .gaps import gaps_between
from .giving import Donated, Reviewed
from .plain import from_milliseconds
from .projection import LOOKED_THROUGH, PLACES, UtteranceRow
from .query import Query
from .record import Accessed, Contacted, Gap, Heard, Record, Shared
from .store import EntryRow, Snapshot, Tally
from .totals import Count, PlaceCount, count_places, count_tally, day_bounds
from .view import UtteranceView, build_view, listenings

MAX_LISTED: Final = 1000
"""Utterances of a day that are listed one by one: more than a line of a screen's width has points."""
MAX_EXAMINED: Final = 50
"""Utterances of each sort whose entries are read, to say who it was: some 10 ms in all. A home has three such engines
and not fifty."""
MAX_HAPPENINGS: Final = 2000
"""Entries of each kind that are read, some 30 ms. A microphone's streams are summed by the hour, so eighty of them fit.
A search is entered for each utterance that it looks through, which may be more."""


@dataclass(frozen=True, slots=True)
class Happenings[R: Record]:
    """Entries of one kind in a time."""

    records: tuple[R, ...]
    """The newest first."""
    more: bool
    """Whether there were more than were read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """One day as the ledger tells it. Instants are UTC."""

    began: datetime
    ended: datetime
    """When the next day begins."""
    known_since: datetime | None
    """The ledger's first entry. Of what was before it, it says nothing. None: it has no entry that was not redacted."""
    count: Count
    by_satellite: Mapping[str | None, int]
    """How many utterances, by the names that rows have for satellites."""
    places: tuple[PlaceCount, ...]
    """Those at which an utterance of the day had an ear, from the inside of the house to the outside."""
    internet: int
    """Utterances of which something reached the internet."""
    unknown: int
    """Others of which something reached a place that nobody knows."""
    unseen: int
    """Others that went past Earshot, and of which nobody told how they ended."""
    open: int
    """Utterances without an end yet."""
    listed: tuple[UtteranceRow, ...]
    """The newest utterances of the day, the newest first, `MAX_LISTED` at most."""
    outside: frozenset[str]
    """Those among them that went past Earshot."""
    satellites: Mapping[str | None, Satellite]
    """By the names that rows have: what a satellite was called when one of those was said to it."""
    newest: tuple[UtteranceView, ...]
    """The newest utterances of all, `MAX_EXAMINED` at most."""
    left: tuple[UtteranceView, ...]
    """The newest utterances of which something left the house, `MAX_EXAMINED` at most."""
    past: tuple[UtteranceView, ...]
    """The same of those that went past Earshot without an end that is known."""
    opened_later: tuple[Accessed | Reviewed, ...]
    """What a person or a reviewer did after the day with the newest utterances of the day that were heard or read, the
    newest utterance first. `MAX_EXAMINED` utterances at most."""
    accessed: Happenings[Accessed]
    """What happened on this day, whenever it was said. Of these, those by which somebody heard or read something."""
    shared: Happenings[Shared]
    donated: Happenings[Donated]
    reviewed: Happenings[Reviewed]
    announced: Happenings[Announced]
    streamed: Happenings[Listened]
    """Sums of up to an hour that begin on this day."""
    contacted: Happenings[Contacted]
    gaps: tuple[Gap, ...]
    """Those that have a part in this day, in order, with the bounds that they were entered with."""


def read_day(snapshot: Snapshot, day: date, zone: tzinfo) -> DayFacts:
    """Tell of one day, as the calendar of a time zone has it. Raises LedgerError, LedgerCorruptError."""
    began, ended = day_bounds(day, zone)
    since, until = from_milliseconds(began), from_milliseconds(ended)
    known_since = snapshot.began()
    tallies = snapshot.tally(began, ended)
    listed = snapshot.utterances(Query(limit=MAX_LISTED, since=since, until=until))
    firsts = snapshot.entries_at([row.first_index for row in listed])
    left, past, listened = (
        snapshot.utterances(query)
        for query in (
            Query(limit=MAX_EXAMINED, since=since, until=until, left_house=True),
            Query(limit=MAX_EXAMINED, since=since, until=until, outcome=Outcome.UNSEEN),
            Query(limit=MAX_EXAMINED, since=since, until=until, listened=True),
        )
    )
    newest = listed[:MAX_EXAMINED]
    records = _records(snapshot, (*newest, *left, *past, *listened))
    views = {name: build_view(name, told) for name, told in records.items()}
    return DayFacts(
        began=since,
        ended=until,
        known_since=None if known_since is None else from_milliseconds(known_since),
        count=reduce(add, map(count_tally, tallies), Count()),
        by_satellite=_by_satellite(tallies),
        places=count_places(tallies),
        internet=sum(tally.utterances for tally in tallies if _internet(tally)),
        unknown=sum(tally.utterances for tally in tallies if _unknown(tally)),
        unseen=sum(tally.utterances for tally in tallies if _unseen(tally)),
        open=sum(tally.utterances for tally in tallies if tally.outcome is None),
        listed=tuple(listed),
        outside=frozenset(_outside(firsts)),
        satellites=_satellites(listed, firsts),
        newest=tuple(views[row.utterance_id] for row in newest),
        left=tuple(views[row.utterance_id] for row in left),
        past=tuple(views[row.utterance_id] for row in past),
        opened_later=tuple(_opened_later(records, listened, until)),
        accessed=_accessed(snapshot, began, ended),
        shared=_happenings(snapshot, Shared, began, ended),
        donated=_happenings(snapshot, Donated, began, ended),
        reviewed=_happenings(snapshot, Reviewed, began, ended),
        announced=_happenings(snapshot, Announced, began, ended),
        streamed=_streamed(snapshot, began, ended),
        contacted=_happenings(snapshot, Contacted, began, ended),
        gaps=gaps_between(snapshot, began, ended),
    )


def _by_satellite(tallies: Iterable[Tally]) -> Mapping[str | None, int]:
    counted: defaultdict[str | None, int] = defaultdict(int)
    for tally in tallies:
        counted[tally.satellite] += tally.utterances
    return counted


def _internet(tally: Tally) -> bool:
    return bool(tally.places & PLACES[Place.INTERNET])


def _unknown(tally: Tally) -> bool:
    return not _internet(tally) and (bool(tally.places & PLACES[Place.UNKNOWN]) or bool(tally.left_house))


def _unseen(tally: Tally) -> bool:
    return tally.outcome == Outcome.UNSEEN and not _internet(tally) and not _unknown(tally)


def _outside(firsts: Iterable[EntryRow]) -> Iterator[str]:
    # In a canonical body a quotation mark within a string has a backslash before it, so this is always the field.
    for row in firsts:
        if row.kind == Heard.kind and row.utterance_id and row.body and b'"outside":"' in row.body:
            yield row.utterance_id


def _satellites(listed: Sequence[UtteranceRow], firsts: Iterable[EntryRow]) -> Mapping[str | None, Satellite]:
    by_index = {row.index: row for row in firsts}
    found: dict[str | None, Satellite] = {}
    for row in listed:
        if row.satellite not in found:
            first = by_index.get(row.first_index)
            record = None if first is None else _opened(first)
            if isinstance(record, Heard):
                found[row.satellite] = record.satellite
    return found


def _records(snapshot: Snapshot, rows: Sequence[UtteranceRow]) -> Mapping[str, Sequence[Record]]:
    records: dict[str, list[Record]] = defaultdict(list)
    names = {row.utterance_id for row in rows}
    for entry in snapshot.entries_of(tuple(names)) if names else ():
        records[entry.utterance_id or ""].append(_opened(entry))
    if names - records.keys():
        raise LedgerCorruptError("an utterance is listed that has no entries")
    return records


def _opened_later(
    records: Mapping[str, Sequence[Record]], rows: Iterable[UtteranceRow], until: datetime
) -> Iterator[Accessed | Reviewed]:
    for row in rows:
        yield from (record for record in listenings(records[row.utterance_id]) if record.at >= until)


def _happenings[R: Record](snapshot: Snapshot, kind: type[R], began: int, ended: int) -> Happenings[R]:
    rows = snapshot.happenings(kind.kind, began, ended, MAX_HAPPENINGS + 1)
    records = (_opened(row) for row in rows[:MAX_HAPPENINGS])
    return Happenings(tuple(record for record in records if isinstance(record, kind)), len(rows) > MAX_HAPPENINGS)


def _accessed(snapshot: Snapshot, began: int, ended: int) -> Happenings[Accessed]:
    """Return the accesses of a day by which somebody heard or read something: it was kept then.

    Of the newest utterances that is looked up in their entries. Of more, those count that were ever heard or read.
    """
    found = _happenings(snapshot, Accessed, began, ended)
    opened = [record for record in found.records if record.how != LOOKED_THROUGH]
    rows = snapshot.utterance_rows(tuple({record.utterance_id for record in opened}))
    ever = {name: row for name, row in rows.items() if row.listened}
    names = [name for name in dict.fromkeys(record.utterance_id for record in opened) if name in ever]
    records = _records(snapshot, [ever[name] for name in names[:MAX_EXAMINED]])
    heard = {name: tuple(listenings(told)) for name, told in records.items()}
    counted = (record for record in opened if record.utterance_id in ever)
    return Happenings(
        tuple(record for record in counted if record in heard.get(record.utterance_id, (record,))), found.more
    )


def _streamed(snapshot: Snapshot, began: int, ended: int) -> Happenings[Listened]:
    """Return the sums of a day: the last one is entered when the next day has begun."""
    found = _happenings(snapshot, Listened, began, ended + _LATEST_SUM)
    since, until = from_milliseconds(began), from_milliseconds(ended)
    return Happenings(tuple(record for record in found.records if since <= record.began < until), found.more)


_LATEST_SUM: Final = 2 * 60 * 60 * 1000
"""Milliseconds after its beginning in which a sum is entered: an hour, and as much for a disk that is slow."""


def _opened(row: EntryRow) -> Record:
    if row.body is None:
        raise LedgerCorruptError(f"entry {row.index} has no body")
    return read_body(row.body)
