"""Reads of one moment, on one connection."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, override

from sqlalchemy import Column, Connection, Row, Table, func, select

from ..projection import UtteranceRow
from ..query import Query
from ..store import EntryRow, Snapshot, Tally, Values
from .driver import find_utterances
from .queries import happenings_query, tally_query, utterance_query
from .schema import CHECKPOINT, ENTRY, HEAD, META, NODE, UTTERANCE
from .values import fetch_values, walk_values

CHUNK = 1000
"""Rows fetched at a time while walking the whole ledger: under a megabyte, and few round trips."""


class SqlSnapshot(Snapshot):
    """Reads on one connection within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @override
    def size(self) -> int:
        last: int | None = self._connection.scalar(select(func.max(ENTRY.c.index)))
        return 0 if last is None else last + 1

    @override
    def hashes(self, level: int, begin: int, count: int) -> Sequence[bytes]:
        end = begin + count
        if level == 0:
            query = select(ENTRY.c.leaf).where(ENTRY.c.index >= begin, ENTRY.c.index < end).order_by(ENTRY.c.index)
        else:
            nodes = select(NODE.c.hash).where(NODE.c.level == level).order_by(NODE.c.index)
            query = nodes.where(NODE.c.index >= begin, NODE.c.index < end)
        return [value for (value,) in fetch_values(self._connection, query)]

    @override
    def entries(self, begin: int = 0) -> Iterator[EntryRow]:
        return (EntryRow(*row) for row in self._walk(ENTRY, ENTRY.c.index, begin))

    @override
    def entry_values(self, begin: int = 0) -> Iterator[Sequence[Values]]:
        return walk_values(self._connection, ENTRY, ENTRY.c.index, begin)

    @override
    def entries_of(self, utterance_ids: Sequence[str]) -> Sequence[EntryRow]:
        query = select(ENTRY).where(ENTRY.c.utterance_id.in_(utterance_ids)).order_by(ENTRY.c.index)
        return [EntryRow(*row) for row in fetch_values(self._connection, query)]

    @override
    def entries_at(self, indexes: Sequence[int]) -> Sequence[EntryRow]:
        query = select(ENTRY).where(ENTRY.c.index.in_(indexes)).order_by(ENTRY.c.index)
        return [EntryRow(*row) for row in fetch_values(self._connection, query)]

    @override
    def happenings(self, kind: str, since: int, until: int | None, limit: int) -> Sequence[EntryRow]:
        query = happenings_query(kind, since, until, limit)
        return [EntryRow(*row) for row in fetch_values(self._connection, query)]

    @override
    def began(self) -> int | None:
        known = select(ENTRY.c.at).where(ENTRY.c.at.is_not(None))
        return self._connection.scalar(known.order_by(ENTRY.c.index).limit(1))

    @override
    def utterances(self, query: Query) -> Sequence[UtteranceRow]:
        statement = utterance_query(query)
        return [UtteranceRow(*row) for row in self._connection.execute(statement)]

    @override
    def first_heard(self, since: int) -> int | None:
        later = select(UTTERANCE.c.first_index).where(UTTERANCE.c.at >= since)
        return self._connection.scalar(later.order_by(UTTERANCE.c.at, UTTERANCE.c.first_index).limit(1))

    @override
    def tally(self, since: int, until: int) -> Sequence[Tally]:
        return [Tally(*row) for row in self._connection.execute(tally_query(since, until))]

    @override
    def all_utterances(self) -> Iterator[UtteranceRow]:
        return (UtteranceRow(*row) for row in self._walk(UTTERANCE, UTTERANCE.c.first_index, 0))

    @override
    def utterance_values(self, of: Sequence[str] | None = None) -> Iterator[Sequence[Values]]:
        if of is not None:
            query = select(UTTERANCE).where(UTTERANCE.c.utterance_id.in_(of))
            return iter([fetch_values(self._connection, query)])
        return walk_values(self._connection, UTTERANCE, UTTERANCE.c.first_index, 0)

    @override
    def utterance_rows(self, utterance_ids: Sequence[str]) -> Mapping[str, UtteranceRow]:
        rows = (UtteranceRow(*values) for values in find_utterances(self._connection, utterance_ids))
        return {row.utterance_id: row for row in rows}

    @override
    def count_utterances(self) -> int:
        return self._connection.scalar(select(func.count(ENTRY.c.utterance_id.distinct()))) or 0

    @override
    def first_entries(self) -> tuple[int, int]:
        index, name = ENTRY.c.index, ENTRY.c.utterance_id
        firsts = select(func.min(index).label("first")).where(name.is_not(None)).group_by(name).subquery()
        count, total = self._connection.execute(
            select(func.count(), func.sum(firsts.c.first)).select_from(firsts)
        ).one()
        return count, int(total or 0)

    @override
    def count_listed(self) -> int:
        return self._connection.scalar(select(func.count()).select_from(UTTERANCE)) or 0

    @override
    def count_nodes(self) -> int:
        return self._connection.scalar(select(func.count()).select_from(NODE)) or 0

    @override
    def checkpoints(self) -> Sequence[str]:
        notes = select(CHECKPOINT.c.note).order_by(CHECKPOINT.c.number)
        return [note for (note,) in fetch_values(self._connection, notes)]

    @override
    def latest_checkpoint(self) -> str | None:
        return self._connection.scalar(select(CHECKPOINT.c.note).order_by(CHECKPOINT.c.number.desc()).limit(1))

    @override
    def head(self) -> str | None:
        return next((note for (note,) in fetch_values(self._connection, select(HEAD.c.note))), None)

    @override
    def indexes_of(self, utterance_ids: Sequence[str]) -> Sequence[int]:
        of_those = ENTRY.c.utterance_id.in_(utterance_ids)
        return self._connection.scalars(select(ENTRY.c.index).where(of_those).order_by(ENTRY.c.index)).all()

    @override
    def meta(self, name: str) -> str | None:
        return self._connection.scalar(select(META.c.value).where(META.c.name == name))

    @override
    def all_meta(self) -> Mapping[str, str]:
        rows = self._connection.execute(select(META.c.name, META.c.value))
        return {row.name: row.value for row in rows}

    def _walk(self, table: Table, place: Column[int], begin: int) -> Iterator[Row[Any]]:
        """Yield the rows of a table by a number that each has for itself."""
        # Piece by piece, and not as one long result: on one connection MariaDB answers nothing else before its end.
        at = list(table.columns).index(place)
        query = select(table).order_by(place).limit(CHUNK)
        while rows := self._connection.execute(query.where(place >= begin)).all():
            yield from rows
            begin = rows[-1][at] + 1
