"""How many utterances there were, for charts: by day, by place and by satellite, counted in one bounded pass."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Self

from ..errors import LedgerError
from ..models import Outcome, Place
from .gaps import gaps_between, unwatched
from .plain import to_milliseconds
from .projection import PLACES
from .store import Snapshot, Tally

MAX_DAYS = 400
"""A year and what a chart of it needs at its edges. Each day is one look into an index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Utterances of one sort. An utterance may be in several of these numbers."""

    said: int = 0
    """All but the false wakes. One whose end is not known yet is counted here."""
    false_wakes: int = 0
    blocked: int = 0
    """Refused by a rule."""
    left_house: int = 0
    """Something of them reached the internet, or a place that nobody knows."""
    unseen: int = 0
    """Others, which went past Earshot, and nobody told how they ended: not known to have stayed in the house."""
    listened: int = 0
    """What was kept of them was heard or read by a person or a reviewer."""

    def __add__(self, other: Self) -> Count:
        return Count(
            said=self.said + other.said,
            false_wakes=self.false_wakes + other.false_wakes,
            blocked=self.blocked + other.blocked,
            left_house=self.left_house + other.left_house,
            unseen=self.unseen + other.unseen,
            listened=self.listened + other.listened,
        )


@dataclass(frozen=True, slots=True)
class DayCount:
    """Utterances of one day."""

    day: str
    """In ISO 8601, as the calendar of the time zone has it."""
    count: Count
    unwatched_ms: int
    """How much of the day was not watched: gaps that are entered, and the time before the ledger began. What has not
    been watched up to now, and what is not over yet, is not in it."""


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """Utterances that had an ear at a place. One that had ears at three places is in three of these."""

    place: Place
    count: Count


@dataclass(frozen=True, slots=True)
class SatelliteCount:
    """Utterances said to one satellite."""

    satellite: str | None
    """Its entity id, or its label where it has none. None: the ledger could not be written when it was heard."""
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Utterances of some days."""

    all: Count
    days: tuple[DayCount, ...]
    """Every day that was asked for, in order, also those on which nothing was said."""
    places: tuple[PlaceCount, ...]
    """Every place, from the inside of the house to the outside."""
    satellites: tuple[SatelliteCount, ...]
    """Those that heard anything, by name."""


def count_utterances(snapshot: Snapshot, first: date, last: date, zone: tzinfo) -> Totals:
    """Count the utterances that were heard from the first day to the last, both included, as the zone has them.

    A day ends when the next begins: it has 23 or 25 hours where clocks are changed. Raises LedgerError for a range
    that is none, or has more than MAX_DAYS days.
    """
    days: list[DayCount] = []
    places: dict[Place, Count] = dict.fromkeys(Place, Count())
    satellites: defaultdict[str | None, Count] = defaultdict(Count)
    times = tuple(_days(first, last, zone))
    known_since, gaps = snapshot.began(), gaps_between(snapshot, times[0][1], times[-1][2])
    for day, began, ended in times:
        of_day = Count()
        for tally in snapshot.tally(began, ended):
            counted = count_tally(tally)
            of_day += counted
            satellites[tally.satellite] += counted
            for place in _places(tally.places):
                places[place] += counted
        days.append(DayCount(day.isoformat(), of_day, unwatched(gaps, known_since, began, ended)))
    return Totals(
        all=sum((of_day.count for of_day in days), Count()),
        days=tuple(days),
        places=tuple(PlaceCount(place, places[place]) for place in Place),
        satellites=tuple(_by_name(satellites)),
    )


def _days(first: date, last: date, zone: tzinfo) -> Iterator[tuple[date, int, int]]:
    """Yield each day with the instants at which it begins and ends, in milliseconds since the epoch."""
    if not 0 <= (last - first).days < MAX_DAYS:
        raise LedgerError(f"a range has 1 to {MAX_DAYS} days")
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        yield day, *day_bounds(day, zone)


def day_bounds(day: date, zone: tzinfo) -> tuple[int, int]:
    """Return the instants at which a day and the next one begin, in milliseconds since the epoch.

    Raises LedgerError for a day at the end of the calendar.
    """
    try:
        return _midnight(day, zone), _midnight(day + timedelta(days=1), zone)
    except OverflowError as err:
        raise LedgerError("a day is at the end of the calendar") from err


def _midnight(day: date, zone: tzinfo) -> int:
    return to_milliseconds(datetime.combine(day, time(), zone).astimezone(UTC))


def count_tally(tally: Tally) -> Count:
    """Return in which numbers the utterances of a tally are."""
    number, false_wake = tally.utterances, tally.outcome == Outcome.FALSE_WAKE
    return Count(
        said=0 if false_wake else number,
        false_wakes=number if false_wake else 0,
        blocked=number if tally.outcome == Outcome.BLOCKED else 0,
        left_house=number if tally.left_house else 0,
        unseen=number if tally.outcome == Outcome.UNSEEN and not tally.left_house else 0,
        listened=number if tally.listened else 0,
    )


def count_places(tallies: Iterable[Tally]) -> tuple[PlaceCount, ...]:
    """Return the places at which any of these had an ear, from the inside of the house to the outside."""
    counted: dict[Place, Count] = {}
    for tally in tallies:
        for place in _places(tally.places):
            counted[place] = counted.get(place, Count()) + count_tally(tally)
    return tuple(PlaceCount(place, counted[place]) for place in Place if place in counted)


def _places(bits: int) -> Iterator[Place]:
    return (place for place, bit in PLACES.items() if bits & bit)


def _by_name(satellites: Mapping[str | None, Count]) -> Iterator[SatelliteCount]:
    for name in sorted(satellites, key=lambda name: (name is None, name or "")):
        yield SatelliteCount(name, satellites[name])
