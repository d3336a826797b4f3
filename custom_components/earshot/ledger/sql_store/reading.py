"""Reads of one moment, on one connection."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, override

from sqlalchemy import Column, Connection, Row, Select, func, select

from ..company import labels_of
from ..projection import UtteranceRow
from ..query import MAX_LABELS, Cursor, Labels, Query
from ..store import EntryRow, Snapshot, Tally, Values
from .driver import find_utterances
from .queries import (
    FEW,
    LISTED,
    affected_query,
    companies_in_use,
    count_query,
    few_query,
    happenings_query,
    newest_query,
    next_satellite,
    place_query,
    tally_query,
    utterance_query,
)
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
        return (EntryRow(*row) for row in self._walk(select(ENTRY), ENTRY.c.index, begin))

    @override
    def entry_values(self, begin: int = 0) -> Iterator[Sequence[Values]]:
        return walk_values(self._connection, select(ENTRY), ENTRY.c.index, begin)

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
    def newest(self, kind: str, last: Cursor | None, limit: int) -> Sequence[EntryRow]:
        return [EntryRow(*row) for row in fetch_values(self._connection, newest_query(kind, last, limit))]

    @override
    def began(self) -> int | None:
        known = select(ENTRY.c.at).where(ENTRY.c.at.is_not(None))
        return self._connection.scalar(known.order_by(ENTRY.c.index).limit(1))

    @override
    def utterances(self, query: Query) -> Sequence[UtteranceRow]:
        few = self._are_few(query)
        if query.skip:
            place = self._connection.execute(place_query(query, few=few)).first()
            if place is None:
                return []
            query = replace(query, before=str(Cursor(place.at, place.first_index + 1)))
        return [UtteranceRow(*row) for row in self._connection.execute(utterance_query(query, few=few))]

    @override
    def count(self, query: Query) -> int:
        return self._connection.scalar(count_query(query, few=self._are_few(query))) or 0

    @override
    def labels(self) -> Labels:
        satellites: list[str] = []
        while len(satellites) < MAX_LABELS:
            found = self._connection.scalar(next_satellite(satellites[-1] if satellites else None))
            if found is None:
                break
            satellites.append(found)
        ears: set[str] = set()
        for (company,) in self._connection.execute(companies_in_use()):
            ears.update(labels_of(company))
            if len(ears) >= MAX_LABELS:
                break
        return Labels(satellites=tuple(satellites), ears=tuple(sorted(ears)[:MAX_LABELS]))

    @override
    def affected(self, kind: str, begin: int, since: int, until: int) -> int:
        return self._connection.scalar(affected_query(kind, begin, since, until)) or 0

    @override
    def first_heard(self, since: int) -> int | None:
        later = select(UTTERANCE.c.first_index).where(UTTERANCE.c.at >= since)
        return self._connection.scalar(later.order_by(UTTERANCE.c.at, UTTERANCE.c.first_index).limit(1))

    @override
    def tally(self, since: int, until: int) -> Sequence[Tally]:
        return [Tally(*row) for row in self._connection.execute(tally_query(since, until))]

    @override
    def all_utterances(self) -> Iterator[UtteranceRow]:
        return (UtteranceRow(*row) for row in self._walk(LISTED, UTTERANCE.c.first_index, 0))

    @override
    def utterance_values(self, of: Sequence[str] | None = None) -> Iterator[Sequence[Values]]:
        if of is not None:
            query = LISTED.where(UTTERANCE.c.utterance_id.in_(of))
            return iter([fetch_values(self._connection, query)])
        return walk_values(self._connection, LISTED, UTTERANCE.c.first_index, 0)

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

    def _are_few(self, query: Query) -> bool:
        counting = few_query(query)
        return counting is None or (self._connection.scalar(counting) or 0) <= FEW

    def _walk(self, rows: Select[Any], place: Column[int], begin: int) -> Iterator[Row[Any]]:
        """Yield rows by a number that each has for itself."""
        # Piece by piece, and not as one long result: on one connection MariaDB answers nothing else before its end.
        at = list(rows.selected_columns).index(place)
        query = rows.order_by(place).limit(CHUNK)
        while found := self._connection.execute(query.where(place >= begin)).all():
            yield from found
            begin = found[-1][at] + 1
