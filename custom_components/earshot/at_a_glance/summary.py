"""Some days in a few numbers, for whoever wants them outside the panel."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from ..ledger.ledger import Ledger
from ..ledger.query import Query
from ..ledger.totals import Count, SatelliteCount


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What was said in some days, and what came of it. No number is of words."""

    first: str
    """In ISO 8601, as the calendar of the house has it."""
    last: str
    """This day is included."""
    all: Count
    satellites: tuple[SatelliteCount, ...]
    """Those that heard anything, by name."""
    sound_kept: int
    """Utterances of these days whose sound is still in the vault, as far as the ledger knows."""
    words_kept: int
    """The same of their words."""
    erased: int
    """Utterances of which something was made unreadable in these days, whenever they were said. Those that were
    redacted afterwards are not among them."""
    unwatched_ms: int
    """How much of these days was not watched, as far as that is over and entered. No number tells of that time."""


def summarize(ledger: Ledger, first: date, last: date, zone: tzinfo) -> Summary:
    """Sum the days from the first to the last, both included. Blocks. Raises LedgerError as `Ledger.totals` does."""
    totals = ledger.totals(first, last, zone)
    since = datetime.combine(first, time(), zone)
    until = datetime.combine(last + timedelta(days=1), time(), zone)
    return Summary(
        first=first.isoformat(),
        last=last.isoformat(),
        all=totals.all,
        satellites=totals.satellites,
        sound_kept=ledger.count(Query(since=since, until=until, sound_kept=True)),
        words_kept=ledger.count(Query(since=since, until=until, words_kept=True)),
        erased=ledger.erased(since, until),
        unwatched_ms=sum(day.unwatched_ms for day in totals.days),
    )
