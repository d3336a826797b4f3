"""What a day's entries come to: streams of microphones, announcements, contacts of Earshot's own, and the gaps."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from ..gate.streamed import Running
from ..ledger.circumstances import Announced, Listened
from ..ledger.day import DayFacts
from ..ledger.record import Contacted
from .answers import AnnouncementSum, ContactSum, GapShown, StreamSum

OK: Final = "ok"
"""The status of an announcement that was spoken."""
BEFORE_EARSHOT: Final = "before_earshot"
"""Reason of the gap that ends where the ledger begins."""


def sum_streams(records: Iterable[Listened], running: Iterable[Running]) -> tuple[StreamSum, ...]:
    """Sum the streams of a day by satellite and engine. `running` are those that are not entered yet."""
    sums: dict[tuple[str, ...], StreamSum] = {}
    parts = [(record, False) for record in records] + [(one.so_far, one.going_on) for one in running]
    for record, going_on in parts:
        one = _stream(record, going_on=going_on)
        key = (one.name, one.engine, one.place, one.evidence)
        known = sums.get(key)
        sums[key] = one if known is None else _added(known, one)
    return tuple(sorted(sums.values(), key=lambda one: (one.label.casefold(), one.name, one.engine)))


def _stream(record: Listened, *, going_on: bool) -> StreamSum:
    satellite, got = record.satellite, record.ear.got
    return StreamSum(
        name=satellite.entity_id or satellite.label,
        entity_id=satellite.entity_id,
        label=satellite.label,
        area=satellite.area,
        engine=record.ear.label,
        place=record.ear.place,
        evidence=record.ear.evidence,
        sound_ms=got.sound_ms or 0,
        sound_bytes=got.sound_bytes or 0,
        wakes=record.wakes,
        since=record.began,
        until=record.ended,
        going_on=going_on,
    )


def _added(one: StreamSum, other: StreamSum) -> StreamSum:
    """Add two sums. What a satellite is called is taken from the later one."""
    later = max(one, other, key=lambda stream: stream.until)
    return replace(
        later,
        sound_ms=one.sound_ms + other.sound_ms,
        sound_bytes=one.sound_bytes + other.sound_bytes,
        wakes=one.wakes + other.wakes,
        since=min(one.since, other.since),
        going_on=one.going_on or other.going_on,
    )


def sum_announcements(records: Iterable[Announced]) -> tuple[AnnouncementSum, ...]:
    """Sum the announcements of a day by voice."""
    sums: dict[tuple[str, ...], AnnouncementSum] = {}
    for record in records:
        key = (record.ear.label, record.ear.place, record.ear.evidence)
        known = sums.get(key) or AnnouncementSum(
            engine=record.ear.label,
            place=record.ear.place,
            evidence=record.ear.evidence,
            count=0,
            words=0,
            failed=0,
            last_at=record.at,
        )
        sums[key] = replace(
            known,
            count=known.count + 1,
            words=known.words + (record.ear.got.words or 0),
            failed=known.failed + (record.status != OK),
            last_at=max(known.last_at, record.at),
        )
    return tuple(sorted(sums.values(), key=lambda one: one.engine.casefold()))


def sum_contacts(records: Iterable[Contacted]) -> tuple[ContactSum, ...]:
    """Sum what Earshot itself asked for on a day."""
    sums: dict[tuple[str, str, str | None], ContactSum] = {}
    for record in records:
        key = (record.purpose, record.label, record.host)
        known = sums.get(key)
        before = 0 if known is None else known.received_bytes
        counted = None if before is None or record.received_bytes is None else before + record.received_bytes
        sums[key] = ContactSum(
            purpose=record.purpose,
            label=record.label,
            host=record.host,
            count=(known.count if known else 0) + 1,
            received_bytes=counted,
            last_at=max(record.at, known.last_at) if known else record.at,
        )
    return tuple(sums.values())


def gaps_of(
    facts: DayFacts, outages: Sequence[tuple[str, datetime]], watching_since: datetime, now: datetime
) -> tuple[GapShown, ...]:
    """Return the times of a day that were not watched, in order.

    `outages` go on, each with its reason and its beginning. `watching_since`: from when on Earshot has watched in this
    run, for a ledger that has no entry yet.
    """
    until = min(facts.ended, now)
    shown = [GapShown(began=gap.began, ended=gap.ended, reason=gap.reason) for gap in facts.gaps]
    known_since = min(facts.known_since or watching_since, watching_since)
    if known_since > facts.began and until > facts.began:
        shown.append(GapShown(began=facts.began, ended=min(known_since, until), reason=BEFORE_EARSHOT))
    shown += [GapShown(began=began, ended=None, reason=kind) for kind, began in outages if began < until]
    return tuple(sorted(shown, key=lambda gap: gap.began))
