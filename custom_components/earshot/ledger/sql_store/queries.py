"""The statements of queries: every filter and the order are served by one index, and counting never leaves it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, case, exists, false, func, literal, literal_column, select, true

from ..company import of_label, of_place
from ..plain import to_milliseconds
from ..query import Cursor, Query
from .schema import COMPANY, ENTRY, TRAITS, UTTERANCE

FEW = 10_000
"""Utterances that are found by who heard them, and then sorted: a hundredth of a second. More are come upon soon enough
by going through all of them in time."""

_nobody: ColumnElement[str] = literal_column("''")
_ears = case((UTTERANCE.c.company.is_(None), _nobody), else_=COMPANY.c.ears)
"""What a row without a company is in, and None where there is no company of its number."""

LISTED: Select[Any] = select(*(_ears if column is UTTERANCE.c.company else column for column in UTTERANCE.columns))
LISTED = LISTED.select_from(UTTERANCE.outerjoin(COMPANY, COMPANY.c.number == UTTERANCE.c.company))
"""Rows of utterances in the order of `UtteranceRow`: with their company itself in the place of its number."""


def utterance_query(query: Query, *, few: bool = True) -> Select[Any]:
    """Return the statement of a query. Every filter and the order are served by one index.

    `few`: whether those that `by_company` finds are.
    """
    return _page(LISTED, query, few=few, alone=True).limit(query.limit)


def place_query(query: Query, *, few: bool = True) -> Select[Any]:
    """Return the statement that finds the place behind what a query skips."""
    place = select(UTTERANCE.c.at, UTTERANCE.c.first_index)
    return _page(place, query, few=few, alone=_alone(query)).limit(1).offset(query.skip)


def count_query(query: Query, *, few: bool = True) -> Select[Any]:
    """Return the statement that counts what a query finds on all pages."""
    alone = _alone(query)
    # What is counted needs no order, so by itself a company's own index serves however many they are.
    return select(func.count()).select_from(UTTERANCE).where(*_conditions(query, few=few or alone, alone=alone))


def few_query(query: Query) -> Select[Any] | None:
    """Return the statement that counts, up to FEW and one, those in the company that is asked for. None: in any."""
    if (company := _companies(query)) is None:
        return None
    some = select(literal(1)).where(UTTERANCE.c.company.in_(company), *_times(query)).limit(FEW + 1).subquery()
    return select(func.count()).select_from(some)


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


def newest_query(kind: str, last: Cursor | None, limit: int) -> Select[Any]:
    """Return the statement for the newest entries of a kind, behind `last`; the kind is one of `HAPPENINGS`."""
    table = ENTRY.c
    statement = select(ENTRY).where(table.kind == literal(kind, literal_execute=True))
    if last is not None:
        # As for utterances: an index is entered by the first condition, and the second decides among equals.
        earlier = (table.at < last.at) | (table.index < last.first_index)
        statement = statement.where(table.at <= last.at, earlier)
    return statement.order_by(table.at.desc(), table.index.desc()).limit(limit)


def affected_query(kind: str, begin: int, since: int, until: int) -> Select[Any]:
    """Return the statement that counts the utterances of which entries of a kind tell: one pass from an index on."""
    table = ENTRY.c
    # Not the column itself: for that SQLite goes through all of the index that has it in order.
    name = func.coalesce(table.utterance_id, "")
    meant = (table.index >= begin, table.kind == kind, table.at >= since, table.at < until)
    return select(func.count(name.distinct())).where(*meant)


def next_satellite(after: str | None) -> Select[Any]:
    """Return the statement that finds the first satellite by name, or the one behind another."""
    first = select(func.min(UTTERANCE.c.satellite))
    return first if after is None else first.where(UTTERANCE.c.satellite > after)


def companies_in_use() -> Select[Any]:
    """Return the statement that finds the companies that any utterance has."""
    return select(COMPANY.c.ears).where(exists().where(UTTERANCE.c.company == COMPANY.c.number))


def _page(statement: Select[Any], query: Query, *, few: bool, alone: bool) -> Select[Any]:
    table = UTTERANCE.c
    statement = statement.where(*_conditions(query, few=few, alone=alone))
    if query.before is not None:
        last = Cursor.parse(query.before)
        earlier = (table.at < last.at) | (table.first_index < last.first_index)
        # The first condition is what an index can be entered by; the second only decides among equals.
        statement = statement.where(table.at <= last.at, earlier)
    return statement.order_by(table.at.desc(), table.first_index.desc())


def _alone(query: Query) -> bool:
    """Whether one filter's own index is the way to what a query finds, and not a pass over all in time."""
    traits = (query.left_house, query.listened, query.sound_kept, query.words_kept)
    asked = [query.satellite, query.outcome, query.place or query.heard_by, *traits]
    # What few utterances are is found by that, whatever else is asked.
    return True in traits or sum(one is not None for one in asked) < 2  # noqa: PLR2004 - one is alone


def _conditions(query: Query, *, few: bool, alone: bool) -> Iterator[ColumnElement[bool]]:
    table = UTTERANCE.c
    if (companies := _companies(query)) is not None:
        # As a sum it has no index of its own, and what is come upon in time is held to it.
        yield (table.company if few else table.company + 0).in_(companies)
        alone = False
    for column, wanted in ((table.satellite, query.satellite), (table.outcome, query.outcome and query.outcome.value)):
        if wanted is not None:
            yield (column if alone else func.coalesce(column, "")) == wanted
    for trait, asked in zip(
        TRAITS, (query.left_house, query.listened, query.sound_kept, query.words_kept), strict=True
    ):
        if asked is not None:
            yield trait == (true() if asked else false())
    yield from _times(query)


def _times(query: Query) -> Iterator[ColumnElement[bool]]:
    if query.since is not None:
        yield UTTERANCE.c.at >= to_milliseconds(query.since)
    if query.until is not None:
        yield UTTERANCE.c.at < to_milliseconds(query.until)


def _companies(query: Query) -> Select[Any] | None:
    """Return the statement that finds the companies that are asked for. None: none are."""
    company = COMPANY.alias("asked").c
    parts = [] if query.place is None else [of_place(query.place)]
    parts += [] if query.heard_by is None else [of_label(query.heard_by)]
    # Not LIKE: on SQLite that takes small and capital letters for the same.
    having = [func.replace(company.ears, part, "") != company.ears for part in parts]
    return select(company.number).where(*having) if having else None
