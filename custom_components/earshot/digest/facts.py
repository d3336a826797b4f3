"""What a digest tells: numbers of whole days and how sure they are. Facts, never words, and no names of people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Final

from ..at_a_glance.answers import (
    GapShown,
    HouseVerdict,
    KeptNow,
    ListenedVerdict,
    Reason,
    ReasonKind,
    SentencePart,
    WatchedVerdict,
)
from ..at_a_glance.reasons import find_reasons
from ..at_a_glance.summary import summarize
from ..at_a_glance.sums import gaps_of
from ..at_a_glance.today import kept_now
from ..at_a_glance.verdict import judge
from ..ledger.circumstances import Listened
from ..ledger.day import DayFacts
from ..ledger.ledger import Ledger
from ..ledger.projection import UNHEARD
from ..ledger.totals import SatelliteCount
from ..models import EarKind
from ..vault.vault import Vault

BESIDES: Final = frozenset(
    {
        ReasonKind.SHARED,
        ReasonKind.CAPTURED,
        ReasonKind.DONATED,
        ReasonKind.ANNOUNCED,
        ReasonKind.STREAMED,
        ReasonKind.MORE,
    }
)
"""How something leaves the house that is not counted as an utterance that left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestDay:
    """One day in numbers."""

    day: str
    """In ISO 8601, as the calendar of the house has it."""
    said: int
    false_wakes: int
    left_house: int
    """Utterances of which something reached the internet."""
    maybe_left: int
    """Others of which something reached a place that nobody knows, or that went past Earshot without an end."""
    house: HouseVerdict
    unwatched_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseWakes:
    """How often a satellite woke for nothing."""

    satellite: str | None
    """Its entity id, or its label where it has none. None: nobody knows."""
    name: str | None
    """What it is called now."""
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestFacts:
    """Some whole days in numbers."""

    first: str
    last: str
    """This day is included."""
    said: int
    left_house: int
    maybe_left: int
    besides: HouseVerdict
    """Whether something left that is no utterance of these days: a stream, an announcement, what was handed on."""
    house: HouseVerdict
    """The worst of the days."""
    left_at: tuple[EarKind, ...]
    """At which stages something reached the internet."""
    listened: int
    """Utterances of which somebody heard or read something in these days, whenever they were said."""
    listened_verdict: ListenedVerdict
    """Whether that number is all. UNKNOWN: perhaps there were more. NOBODY_SEEN: as far as it was watched."""
    listened_at_least: bool
    """Whether there may be more of them."""
    blocked: int
    outside: int
    """Utterances that went past Earshot."""
    false_wakes: int
    by_satellite: tuple[FalseWakes, ...]
    """Those that woke for nothing at all, the most often first."""
    erased: int
    kept: KeptNow | None
    """What is kept in this moment, of whatever day. None: the vault does not answer."""
    unwatched_ms: int
    """How much of these days nobody watched. No number tells of that time."""
    witnessed: bool
    """Whether somebody outside ever compared a checkpoint that agreed."""
    days: tuple[DigestDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What is known beside the ledger, taken in the event loop."""

    now: datetime
    outages: tuple[tuple[str, datetime], ...]
    watching_since: datetime
    unentered: tuple[Listened, ...]
    """Streams of microphones that the ledger is told of within the hour."""
    vault: Vault | None
    """None: it does not answer."""
    names: Mapping[str, str]
    """What satellites are called now, by their entity ids."""


@dataclass(frozen=True, slots=True)
class _Day:
    facts: DayFacts
    gaps: Sequence[GapShown]
    reasons: Sequence[Reason]
    said: DigestDay


def gather(ledger: Ledger, first: date, last: date, zone: tzinfo, moment: Moment) -> DigestFacts | None:
    """Tell of the days from the first to the last, both included and both over. Blocks. Raises LedgerError.

    Days that were over when the ledger began are left out. None: all of them were.
    """
    days = [_day(ledger, first + timedelta(days=number), zone, moment) for number in range((last - first).days + 1)]
    # A ledger that has no entry yet knows since when Earshot watches.
    since = min(days[0].facts.known_since or moment.watching_since, moment.watching_since)
    days = [day for day in days if since < day.facts.ended]
    if not days:
        return None
    first = date.fromisoformat(days[0].said.day)
    summary = summarize(ledger, first, last, zone)
    reasons = [reason for day in days for reason in day.reasons]
    house, besides = [day.said.house for day in days], [reason for reason in reasons if _besides(reason)]
    opened = {name for day in days for name in _opened(day.facts)}
    at_least = any(_more_listened(reason) for reason in reasons)
    return DigestFacts(
        first=summary.first,
        last=summary.last,
        said=summary.all.said,
        left_house=sum(day.said.left_house for day in days),
        maybe_left=sum(day.said.maybe_left for day in days),
        besides=_worst([HouseVerdict(reason.says) for reason in besides]),
        house=_worst(house),
        left_at=tuple(sorted({reason.ear for reason in reasons if reason.ear and reason.says is HouseVerdict.LEFT})),
        listened=len(opened),
        listened_verdict=_listened(len(opened), at_least=at_least, gaps=any(day.gaps for day in days)),
        listened_at_least=at_least,
        blocked=summary.all.blocked,
        outside=sum(len(day.facts.outside) for day in days),
        false_wakes=summary.all.false_wakes,
        by_satellite=_false_wakes(summary.satellites, moment),
        erased=summary.erased,
        kept=None if moment.vault is None else kept_now(moment.vault),
        unwatched_ms=sum(day.said.unwatched_ms for day in days),
        witnessed=ledger.last_witnessed() is not None,
        days=tuple(day.said for day in days),
    )


def _day(ledger: Ledger, day: date, zone: tzinfo, moment: Moment) -> _Day:
    facts = ledger.day(day, zone)
    gaps = gaps_of(facts, moment.outages, moment.watching_since, moment.now)
    reasons = find_reasons(facts, gaps, [one for one in moment.unentered if facts.began <= one.began < facts.ended], ())
    watched = WatchedVerdict.IN_PART if gaps else WatchedVerdict.WHOLE
    said = DigestDay(
        day=day.isoformat(),
        said=facts.count.said,
        false_wakes=facts.count.false_wakes,
        left_house=facts.internet,
        maybe_left=facts.unknown + facts.unseen,
        house=judge(facts, reasons, watched).house,
        unwatched_ms=_unwatched(facts, gaps, moment.now),
    )
    return _Day(facts, gaps, reasons, said)


def _unwatched(facts: DayFacts, gaps: Iterable[GapShown], now: datetime) -> int:
    """Return how many milliseconds of a day are in gaps; each counts once."""
    total, reached, end = timedelta(), facts.began, min(facts.ended, now)
    for gap in gaps:
        since, until = max(reached, gap.began), min(end, gap.ended or end)
        total += max(timedelta(), until - since)
        reached = max(reached, until)
    return total // timedelta(milliseconds=1)


def _opened(facts: DayFacts) -> Iterator[str]:
    """Yield the utterances of which somebody heard or read something on a day.

    What a review desk of this house listened to is of others: it has no utterance here.
    """
    yield from (record.utterance_id for record in facts.accessed.records)
    for record in facts.reviewed.records:
        if record.utterance_id is not None and record.action not in UNHEARD:
            yield record.utterance_id


def _besides(reason: Reason) -> bool:
    return reason.part is SentencePart.HOUSE and reason.why in BESIDES


def _more_listened(reason: Reason) -> bool:
    return reason.part is SentencePart.LISTENED and reason.says is ListenedVerdict.UNKNOWN


def _worst(verdicts: Iterable[HouseVerdict]) -> HouseVerdict:
    return min(verdicts, key=tuple(HouseVerdict).index, default=HouseVerdict.NOTHING_LEFT)


def _listened(opened: int, *, at_least: bool, gaps: bool) -> ListenedVerdict:
    if opened:
        return ListenedVerdict.SOMEBODY
    if at_least:
        return ListenedVerdict.UNKNOWN
    return ListenedVerdict.NOBODY_SEEN if gaps else ListenedVerdict.NOBODY


def _false_wakes(satellites: Iterable[SatelliteCount], moment: Moment) -> tuple[FalseWakes, ...]:
    woke = sorted((one for one in satellites if one.count.false_wakes), key=lambda one: -one.count.false_wakes)
    return tuple(
        FalseWakes(
            satellite=one.satellite,
            name=None if one.satellite is None else moment.names.get(one.satellite, one.satellite),
            count=one.count.false_wakes,
        )
        for one in woke
    )
