"""Who reviews: their numbers, what they had, what they found, and the alarms that they raised."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from .rows import AlarmRow, LabelRow
from .schema import ALARM, CLIP, LABEL, REVIEWER, REVIEWER_DAY, TURN


def number_of(connection: Connection, user_id: str) -> int:
    """Return the number of a user, and give them the next one the first time."""
    if (number := known_number(connection, user_id)) is not None:
        return number
    number = (connection.scalar(select(func.max(REVIEWER.c.number))) or 0) + 1
    connection.execute(insert(REVIEWER).values(number=number, user_id=user_id))
    return number


def known_number(connection: Connection, user_id: str) -> int | None:
    """Return the number of a user; None if they have none yet."""
    return connection.scalar(select(REVIEWER.c.number).where(REVIEWER.c.user_id == user_id))


def given_on(connection: Connection, reviewer: int, day: str) -> int:
    """Return how many clips somebody was given on a day of this house."""
    one = (REVIEWER_DAY.c.reviewer == reviewer) & (REVIEWER_DAY.c.day == day)
    return connection.scalar(select(REVIEWER_DAY.c.clips).where(one)) or 0


def count_given(connection: Connection, reviewer: int, day: str) -> None:
    """Count one more."""
    first = upsert(REVIEWER_DAY).values(reviewer=reviewer, day=day, clips=1)
    key = (REVIEWER_DAY.c.reviewer, REVIEWER_DAY.c.day)
    connection.execute(first.on_conflict_do_update(index_elements=key, set_={"clips": REVIEWER_DAY.c.clips + 1}))


def end_turn(connection: Connection, donation_id: str, reviewer: int) -> None:
    """Note that somebody is done with a clip and is not given it again."""
    turn = upsert(TURN).values(donation_id=donation_id, reviewer=reviewer)
    connection.execute(turn.on_conflict_do_nothing())


def add_label(connection: Connection, donation_id: str, label: LabelRow) -> None:
    """Note that somebody labelled a clip."""
    connection.execute(
        insert(LABEL).values(donation_id=donation_id, number=label.number, reviewer=label.reviewer, counts=label.counts)
    )
    connection.execute(update(CLIP).where(CLIP.c.donation_id == donation_id).values(labels=label.number))


def labels(connection: Connection, donation_id: str) -> list[LabelRow]:
    """Return the labels of a clip, in the order in which they were given."""
    chosen = select(LABEL.c.number, LABEL.c.reviewer, LABEL.c.counts).where(LABEL.c.donation_id == donation_id)
    rows = connection.execute(chosen.order_by(LABEL.c.number))
    return [LabelRow(number=row[0], reviewer=row[1], counts=row[2]) for row in rows]


def label_names(connection: Connection) -> Iterator[tuple[str, int]]:
    """Yield every label that there is, as donation and number."""
    for row in connection.execute(select(LABEL.c.donation_id, LABEL.c.number)):
        yield row[0], row[1]


def labelled_by(connection: Connection, reviewer: int) -> int:
    """Return how many labels of somebody there are."""
    return connection.scalar(select(func.count()).where(LABEL.c.reviewer == reviewer)) or 0


def waiting_for(connection: Connection, reviewer: int | None) -> int:
    """Return how many clips wait for a label of somebody. None: of somebody who has not had any."""
    waiting = select(func.count()).select_from(CLIP).where(CLIP.c.state == "waiting")
    if reviewer is not None:
        had = select(TURN.c.donation_id).where(TURN.c.donation_id == CLIP.c.donation_id, TURN.c.reviewer == reviewer)
        waiting = waiting.where(~had.exists())
    return connection.scalar(waiting) or 0


def reviewers(connection: Connection) -> int:
    """Return how many people have a number."""
    return connection.scalar(select(func.count()).select_from(REVIEWER)) or 0


def raise_alarm(connection: Connection, donation_id: str, reviewer: int, raised: int) -> None:
    """Note that somebody may be in danger. `raised` is in milliseconds since the epoch."""
    connection.execute(insert(ALARM).values(donation_id=donation_id, reviewer=reviewer, raised=raised))


def alarms(connection: Connection) -> list[AlarmRow]:
    """Return the alarms that nobody has decided on, the oldest first."""
    columns = (ALARM.c.number, ALARM.c.donation_id, ALARM.c.raised, ALARM.c.reviewer)
    rows = connection.execute(select(*columns).where(ALARM.c.decision.is_(None)).order_by(ALARM.c.number))
    return [AlarmRow(number=row[0], donation_id=row[1], raised=row[2], reviewer=row[3]) for row in rows]


def decide_alarms(connection: Connection, donation_id: str, decision: str) -> None:
    """Note what was decided on the alarms of a clip."""
    undecided = (ALARM.c.donation_id == donation_id) & ALARM.c.decision.is_(None)
    connection.execute(update(ALARM).where(undecided).values(decision=decision))
