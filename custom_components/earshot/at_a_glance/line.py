"""The line of a day: a mark for each utterance, by satellite."""

from collections import defaultdict
from collections.abc import Iterator

from ..ledger.day import DayFacts
from ..ledger.plain import from_milliseconds
from ..ledger.projection import PLACES, UtteranceRow
from ..models import Outcome, Place
from .answers import Mark, MarkSort, SatelliteLine


def draw_lines(facts: DayFacts) -> tuple[SatelliteLine, ...]:
    """Return the lines of all satellites that something was said to, by label."""
    marks: defaultdict[str | None, list[Mark]] = defaultdict(list)
    for row in reversed(facts.listed):
        marks[row.satellite].append(_mark(row, outside=row.utterance_id in facts.outside))
    lines = [_line(facts, name, tuple(marks[name]), count) for name, count in facts.by_satellite.items()]
    return tuple(sorted(lines, key=lambda line: (line.name is None, (line.label or "").casefold(), line.name or "")))


def _line(facts: DayFacts, name: str | None, marks: tuple[Mark, ...], count: int) -> SatelliteLine:
    satellite = facts.satellites.get(name)
    # Without a mark there is no entry at hand that says what it was called.
    return SatelliteLine(
        name=name,
        entity_id=satellite.entity_id if satellite else None,
        label=satellite.label if satellite else name,
        area=satellite.area if satellite else None,
        count=count,
        marks=marks,
        more=count - len(marks),
    )


def _mark(row: UtteranceRow, *, outside: bool) -> Mark:
    sorts = tuple(_sorts(row, outside=outside))
    return Mark(
        utterance_id=row.utterance_id,
        at=from_milliseconds(row.at),
        sort=sorts[-1],
        sorts=sorts,
        open=row.outcome is None,
    )


def _sorts(row: UtteranceRow, *, outside: bool) -> Iterator[MarkSort]:
    yield MarkSort.FALSE_WAKE if row.outcome == Outcome.FALSE_WAKE else MarkSort.SAID
    if outside:
        yield MarkSort.OUTSIDE
    if row.outcome == Outcome.BLOCKED:
        yield MarkSort.BLOCKED
    if row.places & PLACES[Place.INTERNET]:
        yield MarkSort.LEFT_HOUSE
    elif row.left_house or row.places & PLACES[Place.UNKNOWN] or row.outcome == Outcome.UNSEEN:
        yield MarkSort.UNKNOWN
    if row.listened:
        yield MarkSort.LISTENED
