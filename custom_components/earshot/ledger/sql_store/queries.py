"""The statements of queries: every filter and the order are served by one index."""

from typing import Any

from sqlalchemy import Select, false, func, literal, select, true

from ..plain import to_milliseconds
from ..query import Cursor, Query
from .schema import ENTRY, TRAITS, UTTERANCE


def utterance_query(query: Query) -> Select[Any]:
    """Return the statement of a query. Every filter and the order are served by one index."""
    table = UTTERANCE.c
    statement = select(UTTERANCE).order_by(table.at.desc(), table.first_index.desc()).limit(query.limit)
    if query.before is not None:
        last = Cursor.parse(query.before)
        earlier = (table.at < last.at) | (table.first_index < last.first_index)
        # The first condition is what an index can be entered by; the second only decides among equals.
        statement = statement.where(table.at <= last.at, earlier)
    if query.satellite is not None:
        statement = statement.where(table.satellite == query.satellite)
    if query.outcome is not None:
        statement = statement.where(table.outcome == query.outcome.value)
    for trait, wanted in zip(
        TRAITS, (query.left_house, query.listened, query.sound_kept, query.words_kept), strict=True
    ):
        if wanted is not None:
            statement = statement.where(trait == (true() if wanted else false()))
    if query.since is not None:
        statement = statement.where(table.at >= to_milliseconds(query.since))
    if query.until is not None:
        statement = statement.where(table.at < to_milliseconds(query.until))
    return statement


def tally_query(since: int, until: int) -> Select[Any]:
    """Return the statement that counts utterances of a time by what they have in common: one pass over an index."""
    table = UTTERANCE.c
    common = (table.satellite, table.outcome, table.left_house, table.places, table.listened)
    return select(*common, func.count()).where(table.at >= since, table.at < until).group_by(*common)


def happenings_query(kind: str, since: int, until: int | None, limit: int) -> Select[Any]:
    """Return the statement for the newest entries of a kind and a time; the kind is one of `HAPPENINGS`."""
    table = ENTRY.c
    # The kind stands in the statement itself: SQLite takes the index of a part only for the very same condition.
    statement = select(ENTRY).where(table.kind == literal(kind, literal_execute=True), table.at >= since)
    if until is not None:
        statement = statement.where(table.at < until)
    return statement.order_by(table.at.desc(), table.index.desc()).limit(limit)
