"""Why the sentence of a day says what it says: facts of the ledger and of this moment, as reasons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from ..ledger.circumstances import Listened
from ..ledger.day import DayFacts
from ..ledger.projection import UNHEARD
from ..ledger.record import Accessed
from ..ledger.view import UtteranceView
from ..models import Ear, EarKind, Evidence, Place
from .answers import GapShown, HouseVerdict, ListenedVerdict, Reason, ReasonKind, SentencePart, WatchedVerdict

MOST_IDS: Final = 20
"""Utterances that a reason names: what fits on a screen. The list of utterances has them all."""

CAPTURE: Final = "capture"
"""How contents went that somebody got who captured a microphone, as `Shared` names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamNow:
    """A microphone that streams to an engine in this moment."""

    satellite: str
    """Its label."""
    engine: str
    place: Place
    evidence: Evidence
    since: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topic:
    """What is told together, as one reason."""

    part: SentencePart
    says: HouseVerdict | ListenedVerdict | WatchedVerdict
    why: ReasonKind
    who: str = ""
    ear: EarKind | None = None
    place: Place | None = None
    evidence: Evidence | None = None
    how: str | None = None


@dataclass(slots=True)
class _Told:
    count: int = 0
    at_least: bool = False
    ids: dict[str, None] = field(default_factory=dict)
    last_at: datetime | None = None


class _Reasons:
    """Reasons while they come together."""

    def __init__(self) -> None:
        self._told: dict[_Topic, _Told] = {}

    def add(self, topic: _Topic, at: datetime | None, utterance_id: str | None = None) -> _Told:
        """Take in one more utterance, entry or gap."""
        told = self._told.setdefault(topic, _Told())
        told.count += 1
        if utterance_id is not None and len(told.ids) < MOST_IDS:
            told.ids[utterance_id] = None
        if at is not None:
            told.last_at = at if told.last_at is None else max(at, told.last_at)
        return told

    def all(self) -> Iterator[Reason]:
        for topic, told in self._told.items():
            said: dict[str, Any] = {one.name: getattr(topic, one.name) for one in fields(topic)}
            yield Reason(
                **said,
                count=told.count,
                at_least=told.at_least,
                utterance_ids=tuple(told.ids),
                last_at=told.last_at,
            )


def find_reasons(
    facts: DayFacts, gaps: Sequence[GapShown], unentered: Iterable[Listened], streams: Iterable[StreamNow]
) -> tuple[Reason, ...]:
    """Return the reasons of a day, the worst first, part by part.

    `unentered` are sums of streams that the ledger is told within the hour; `streams` go on in this moment.
    """
    found = _Reasons()
    _utterances(found, facts)
    _handed_over(found, facts)
    _announced(found, facts)
    _streamed(found, (*facts.streamed.records, *unentered), streams)
    _listeners(found, facts)
    for gap in gaps:
        found.add(
            _Topic(part=SentencePart.WATCHED, says=WatchedVerdict.IN_PART, why=ReasonKind.GAP, how=gap.reason),
            gap.ended,
        )
    return tuple(sorted(found.all(), key=_order))


_VERDICTS: Final[Mapping[SentencePart, tuple[StrEnum, ...]]] = {
    SentencePart.HOUSE: tuple(HouseVerdict),
    SentencePart.LISTENED: tuple(ListenedVerdict),
    SentencePart.WATCHED: tuple(WatchedVerdict),
}
"""Part by part, each from the worst to the best."""


def _order(reason: Reason) -> tuple[int, int]:
    return tuple(_VERDICTS).index(reason.part), _VERDICTS[reason.part].index(reason.says)


def says_of(place: Place) -> HouseVerdict:
    """Return what an ear at a place means for the house."""
    match place:
        case Place.INTERNET:
            return HouseVerdict.LEFT
        case Place.UNKNOWN:
            return HouseVerdict.UNKNOWN
        case _:
            return HouseVerdict.NOTHING_LEFT


def _utterances(found: _Reasons, facts: DayFacts) -> None:
    """Tell which ears got the utterances of the day, and which utterances nobody can follow."""
    more = {
        HouseVerdict.LEFT: facts.internet + facts.unknown > len(facts.left),
        HouseVerdict.UNKNOWN: facts.internet + facts.unknown > len(facts.left),
        HouseVerdict.NOTHING_LEFT: facts.count.said + facts.count.false_wakes > len(facts.newest),
    }
    # What was handed over on the day is told of with the others that were, whenever those were said.
    told = {_name(record.ear) for one in (facts.shared, facts.donated, facts.reviewed) for record in one.records}
    newest = {view.utterance_id for view in facts.newest}
    for view in {view.utterance_id: view for view in (*facts.newest, *facts.left)}.values():
        for ear in _once(view):
            says = says_of(ear.place)
            stays = says is HouseVerdict.NOTHING_LEFT
            if _name(ear) not in told and (not stays or view.utterance_id in newest):
                topic = _house(says, ReasonKind.EAR, **_of(ear))
                found.add(topic, view.at, view.utterance_id).at_least = more[says]
    unseen = _Topic(
        part=SentencePart.HOUSE,
        says=HouseVerdict.UNKNOWN,
        why=ReasonKind.UNSEEN,
        place=Place.UNKNOWN,
        evidence=Evidence.UNKNOWN,
    )
    for view in (*facts.past, *facts.left):
        if not any(ear.place.leaves_house for ear in view.ears):
            found.add(unseen, view.at, view.utterance_id).at_least = facts.unseen > len(facts.past)


def _house(says: HouseVerdict, why: ReasonKind, **more: Any) -> _Topic:
    return _Topic(part=SentencePart.HOUSE, says=says, why=why, **more)


def _listened(says: ListenedVerdict, why: ReasonKind, **more: Any) -> _Topic:
    return _Topic(part=SentencePart.LISTENED, says=says, why=why, **more)


def _once(view: UtteranceView) -> Iterator[Ear]:
    """Yield the ears of an utterance, each once."""
    return iter({(_name(ear), ear.kind, ear.evidence): ear for ear in view.ears}.values())


def _name(ear: Ear) -> tuple[str, Place]:
    return ear.label, ear.place


def _of(ear: Ear) -> dict[str, Any]:
    return {"who": ear.label, "ear": ear.kind, "place": ear.place, "evidence": ear.evidence}


def _handed_over(found: _Reasons, facts: DayFacts) -> None:
    """Tell what was given to others on the day, whenever it was said."""
    for shared in facts.shared.records:
        why = ReasonKind.CAPTURED if shared.how == CAPTURE else ReasonKind.SHARED
        who = _of(shared.ear) | {"how": shared.how}
        topics = [_listened(ListenedVerdict.UNKNOWN, why, **who)]
        if shared.ear.place.leaves_house:
            topics.append(_house(says_of(shared.ear.place), why, **who))
        for topic in topics:
            found.add(topic, shared.at, shared.utterance_id).at_least = facts.shared.more
    for donated in facts.donated.records:
        says = says_of(donated.ear.place)
        topic = _house(says, ReasonKind.DONATED, **_of(donated.ear))
        found.add(topic, donated.at, donated.utterance_id).at_least = facts.donated.more


def _announced(found: _Reasons, facts: DayFacts) -> None:
    """Tell what left the house to be said, and was no answer."""
    for announced in facts.announced.records:
        if announced.ear.place.leaves_house:
            says = says_of(announced.ear.place)
            found.add(_house(says, ReasonKind.ANNOUNCED, **_of(announced.ear)), announced.at)
    for kind, one in (("announced", facts.announced), ("listened", facts.streamed)):
        if one.more:
            found.add(_house(HouseVerdict.UNKNOWN, ReasonKind.MORE, how=kind), None).at_least = True


def _streamed(found: _Reasons, sums: Iterable[Listened], streams: Iterable[StreamNow]) -> None:
    """Tell which microphones streamed out of the house, or do now."""
    for listened in sums:
        if listened.ear.place.leaves_house:
            who = _of(listened.ear) | {"how": listened.satellite.label}
            topic = _house(says_of(listened.ear.place), ReasonKind.STREAMED, **who)
            found.add(topic, listened.ended)
    for stream in streams:
        if stream.place.leaves_house:
            topic = _house(
                says_of(stream.place),
                ReasonKind.STREAMS_NOW,
                who=stream.engine,
                ear=EarKind.WAKE_WORD,
                place=stream.place,
                evidence=stream.evidence,
                how=stream.satellite,
            )
            found.add(topic, stream.since)


def _listeners(found: _Reasons, facts: DayFacts) -> None:
    """Tell who opened something on the day, or something of the day later."""
    for record in (*facts.accessed.records, *facts.reviewed.records, *facts.opened_later):
        if isinstance(record, Accessed):
            topic = _Topic(
                part=SentencePart.LISTENED,
                says=ListenedVerdict.SOMEBODY,
                why=ReasonKind.ACCESSED,
                who=record.who,
                how=record.how,
            )
        else:
            # What a review desk of this house listens to is of others: it has no utterance here.
            if record.action in UNHEARD or record.utterance_id is None:
                continue
            who = _of(record.ear) | {"how": record.action}
            topic = _listened(ListenedVerdict.SOMEBODY, ReasonKind.REVIEWED, **who)
        found.add(topic, record.at, record.utterance_id)
    for kind, one in (("accessed", facts.accessed), ("reviewed", facts.reviewed)):
        if one.more:
            found.add(_listened(ListenedVerdict.UNKNOWN, ReasonKind.MORE, how=kind), None).at_least = True
