"""Clips in the store: coming in, being found, going."""

from collections.abc import Iterator, Sequence
from datetime import date
import secrets
from typing import Any

from sqlalchemy import Connection, Row, case, delete, func, insert, select, update

from .rows import ClipRow, NewClip, State
from .schema import ALARM, CLIP, LABEL, PUBLISHED, REMOVED, REPLY, TURN

_LOTS = 1 << 62
"""So many different lots: two clips hardly ever have the same, and a number of SQLite's holds them."""

_COLUMNS = (
    CLIP.c.donation_id,
    CLIP.c.bundle_sha256,
    CLIP.c.token_sha256,
    CLIP.c.purpose,
    CLIP.c.state,
    CLIP.c.labels,
    CLIP.c.sound_ms,
    CLIP.c.reason,
    CLIP.c.ended_by,
)


def add(connection: Connection, clip: NewClip) -> str:
    """Put a clip in, to wait. Return the hash of the bundle that is there: another's, if the identifier was taken."""
    there = connection.scalar(select(CLIP.c.bundle_sha256).where(CLIP.c.donation_id == clip.donation_id))
    if there is not None:
        return str(there)
    connection.execute(
        insert(CLIP).values(
            donation_id=clip.donation_id,
            bundle_sha256=clip.bundle_sha256,
            token_sha256=clip.token_sha256,
            statement_sha256=clip.statement_sha256,
            purpose=clip.purpose,
            day=clip.day,
            size=clip.size,
            sound_ms=clip.sound_ms,
            state=State.WAITING,
            lot=secrets.randbelow(_LOTS),
            labels=0,
        )
    )
    if clip.reply_key is not None:
        connection.execute(insert(REPLY).values(donation_id=clip.donation_id, key=clip.reply_key))
    return clip.bundle_sha256


def reply_key(connection: Connection, donation_id: str) -> bytes | None:
    """Return what labels of a clip are sealed to. None: its bundle had no such key, or it is gone."""
    return connection.scalar(select(REPLY.c.key).where(REPLY.c.donation_id == donation_id))


def find(connection: Connection, donation_id: str) -> ClipRow | None:
    """Return a clip, be it gone."""
    row = connection.execute(select(*_COLUMNS).where(CLIP.c.donation_id == donation_id)).one_or_none()
    return None if row is None else _clip(row)


def draw(connection: Connection, reviewer: int, without: Sequence[str]) -> ClipRow | None:
    """Return a random clip that waits, that this reviewer has not had, and that is not among `without`."""
    had = select(TURN.c.donation_id).where(TURN.c.donation_id == CLIP.c.donation_id, TURN.c.reviewer == reviewer)
    # One is drawn when the clip comes in and one now: the next above it, and else the first of all.
    lot = secrets.randbelow(_LOTS)
    fitting = (
        select(*_COLUMNS)
        .where(CLIP.c.state == "waiting", ~had.exists(), CLIP.c.donation_id.not_in(without))
        .order_by(CLIP.c.lot)
        .limit(1)
    )
    row = connection.execute(fitting.where(CLIP.c.lot >= lot)).one_or_none()
    row = row or connection.execute(fitting.where(CLIP.c.lot < lot)).one_or_none()
    return None if row is None else _clip(row)


def move(connection: Connection, donation_id: str, state: State) -> None:
    """Say how far a clip is."""
    connection.execute(update(CLIP).where(CLIP.c.donation_id == donation_id).values(state=state))


def doom(connection: Connection, donation_id: str, reason: str, ended_by: int | None) -> ClipRow | None:
    """Let a clip be erased. Return it as it is now: the first reason stays. None: there is no such clip."""
    by = None if ended_by is None else str(ended_by)
    here = CLIP.c.state.in_((State.WAITING, State.ACCEPTED, State.HELD))
    change = update(CLIP).where(CLIP.c.donation_id == donation_id, here)
    connection.execute(change.values(state=State.DOOMED, reason=reason, ended_by=by))
    return find(connection, donation_id)


def bury(connection: Connection, donation_id: str, day: date) -> None:
    """Leave nothing of an erased clip but its tombstone. Its receipts stay, without the labels that they speak of."""
    for table in (LABEL, TURN, REPLY):
        connection.execute(delete(table).where(table.c.donation_id == donation_id))
    connection.execute(
        update(CLIP)
        .where(CLIP.c.donation_id == donation_id)
        .values(state=State.GONE, gone_on=day.isoformat(), size=0, sound_ms=0, lot=0, ended_by=None)
    )
    undecided = (ALARM.c.donation_id == donation_id) & ALARM.c.decision.is_(None)
    connection.execute(update(ALARM).where(undecided).values(decision="deleted"))


def in_state(connection: Connection, state: State) -> Iterator[ClipRow]:
    """Yield the clips that are so far."""
    for row in connection.execute(select(*_COLUMNS).where(CLIP.c.state == state)):
        yield _clip(row)


def accepted(connection: Connection, purposes: Sequence[str]) -> list[ClipRow]:
    """Return the accepted clips that were given for these purposes, by their identifiers."""
    chosen = (CLIP.c.state == State.ACCEPTED) & CLIP.c.purpose.in_(purposes)
    return [_clip(row) for row in connection.execute(select(*_COLUMNS).where(chosen).order_by(CLIP.c.donation_id))]


def here(connection: Connection) -> set[str]:
    """Return the identifiers of all clips of which there are contents."""
    return set(connection.scalars(select(CLIP.c.donation_id).where(CLIP.c.state != State.GONE)))


def held(connection: Connection) -> tuple[int, int]:
    """Return how many clips there are, and the bytes of their payloads."""
    found = connection.execute(
        select(func.count(), func.coalesce(func.sum(CLIP.c.size), 0)).where(CLIP.c.state != State.GONE)
    ).one()
    return int(found[0]), int(found[1])


def size_of(connection: Connection, donation_id: str) -> int:
    """Return the bytes of a clip's payload; 0 for one that is gone or never was."""
    return connection.scalar(select(CLIP.c.size).where(CLIP.c.donation_id == donation_id)) or 0


def removed(connection: Connection, most: int) -> list[tuple[str, str, str]]:
    """Return the newest tombstones that concern whoever has a copy, as identifier, day and reason, the oldest first.

    Of what was never published nobody has one, and how many people take back what, and when, is nobody's business.
    """
    newest = (
        select(CLIP.c.donation_id, CLIP.c.gone_on, CLIP.c.reason)
        .where(REMOVED, select(PUBLISHED.c.donation_id).where(PUBLISHED.c.donation_id == CLIP.c.donation_id).exists())
        .order_by(CLIP.c.gone_on.desc(), CLIP.c.donation_id)
        .limit(most)
    )
    return [(row[0], row[1], row[2]) for row in reversed(connection.execute(newest).all())]


def counts(connection: Connection) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Return how many clips are how far, what those that are here were given for, and why the others are gone."""
    kind = case((CLIP.c.state == State.GONE, CLIP.c.reason), else_=CLIP.c.purpose)
    rows = connection.execute(select(CLIP.c.state, kind, func.count()).group_by(CLIP.c.state, kind)).all()
    states: dict[str, int] = {}
    purposes: dict[str, int] = {}
    gone: dict[str, int] = {}
    for state, what, count in rows:
        states[state] = states.get(state, 0) + count
        part = gone if state == State.GONE else purposes
        part[what] = part.get(what, 0) + count
    return states, purposes, gone


def received_on(connection: Connection, day: date) -> int:
    """Return how many clips came on a day (UTC)."""
    return connection.scalar(select(func.count()).where(CLIP.c.day == day.isoformat())) or 0


def _clip(row: Row[Any]) -> ClipRow:
    donation_id, bundle_sha256, token_sha256, purpose, state, labels, sound_ms, reason, ended_by = row
    return ClipRow(
        donation_id=donation_id,
        bundle_sha256=bundle_sha256,
        token_sha256=token_sha256,
        purpose=purpose,
        state=State(state),
        labels=labels,
        sound_ms=sound_ms,
        reason=reason,
        ended_by=ended_by,
    )
