"""Data sets in the store: which clips were published in which, and which of them are gone since."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, insert, select

from .rows import State
from .schema import CLIP, DATA_SET, PUBLISHED, RECEIPT, REMOVED


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSetRow:
    """A data set that was made."""

    name: str
    layout: str
    made: int
    """Milliseconds since the epoch."""
    clips: int
    removed: int


def exists(connection: Connection, name: str) -> bool:
    """Return whether a name is taken."""
    return connection.scalar(select(DATA_SET.c.number).where(DATA_SET.c.name == name)) is not None


def publish(connection: Connection, name: str, layout: str, made: int, donation_ids: Sequence[str]) -> None:
    """Note a data set, and which clips are in it."""
    number = connection.execute(
        insert(DATA_SET).values(name=name, layout=layout, made=made).returning(DATA_SET.c.number)
    ).scalar_one()
    rows = [{"donation_id": donation_id, "data_set": number} for donation_id in donation_ids]
    if rows:
        connection.execute(insert(PUBLISHED), rows)


def published_in(connection: Connection, donation_id: str) -> tuple[str, ...]:
    """Return the names of the data sets that a clip is in, in the order in which they were made."""
    both = PUBLISHED.join(DATA_SET, PUBLISHED.c.data_set == DATA_SET.c.number)
    chosen = select(DATA_SET.c.name).select_from(both).where(PUBLISHED.c.donation_id == donation_id)
    return tuple(connection.scalars(chosen.order_by(DATA_SET.c.number)))


def untold(connection: Connection, action: str, most: int) -> list[tuple[str, int]]:
    """Return accepted clips that are in more data sets than they have receipts of this action, and how many these are.

    They are in the order of their identifiers, and at most so many.
    """
    told = (
        select(func.count())
        .where(RECEIPT.c.donation_id == PUBLISHED.c.donation_id, RECEIPT.c.action == action)
        .scalar_subquery()
    )
    chosen = (
        select(PUBLISHED.c.donation_id, told)
        .select_from(PUBLISHED.join(CLIP, PUBLISHED.c.donation_id == CLIP.c.donation_id))
        .where(CLIP.c.state == State.ACCEPTED)
        .group_by(PUBLISHED.c.donation_id)
        .having(func.count() > told)
        .order_by(PUBLISHED.c.donation_id)
        .limit(most)
    )
    return [(row[0], row[1]) for row in connection.execute(chosen)]


def removed_since(connection: Connection, layout: str) -> list[tuple[str, str, str]]:
    """Return what was in a data set of this layout and is not to be in one any more: identifier, day, reason."""
    both = PUBLISHED.join(CLIP, PUBLISHED.c.donation_id == CLIP.c.donation_id).join(
        DATA_SET, PUBLISHED.c.data_set == DATA_SET.c.number
    )
    chosen = (
        select(CLIP.c.donation_id, CLIP.c.gone_on, CLIP.c.reason)
        .select_from(both)
        .where(REMOVED, DATA_SET.c.layout == layout)
        .distinct()
        .order_by(CLIP.c.gone_on, CLIP.c.donation_id)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(chosen)]


def all_of_them(connection: Connection) -> list[DataSetRow]:
    """Return the data sets that were made, the oldest first."""
    clips = select(func.count()).where(PUBLISHED.c.data_set == DATA_SET.c.number).scalar_subquery()
    gone = (
        select(func.count())
        .select_from(PUBLISHED.join(CLIP, PUBLISHED.c.donation_id == CLIP.c.donation_id))
        .where(and_(PUBLISHED.c.data_set == DATA_SET.c.number, REMOVED))
        .scalar_subquery()
    )
    chosen = select(DATA_SET.c.name, DATA_SET.c.layout, DATA_SET.c.made, clips, gone).order_by(DATA_SET.c.number)
    return [
        DataSetRow(name=row[0], layout=row[1], made=row[2], clips=row[3], removed=row[4])
        for row in connection.execute(chosen)
    ]
