"""Writes that become durable together, on the one connection that writes."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, override

from sqlalchemy import Dialect, delete, insert, update

from ..projection import UtteranceRow
from ..store import EntryRow, Transaction
from ..tree import Node
from .reading import SqlSnapshot
from .schema import CHECKPOINT, ENTRY, HEAD, META, NODE, SCHEMA, UTTERANCE, VERSION


@cache
def _insert_entry(dialect: type[Dialect]) -> str:
    """Return the statement with a mark for each column in order, as the drivers take rows."""
    plain: Any = dialect
    style = "qmark" if dialect.name == "sqlite" else "format"
    return str(insert(ENTRY).compile(dialect=plain(paramstyle=style)))


_entry_values = attrgetter(*(column.name for column in ENTRY.columns))


class SqlTransaction(SqlSnapshot, Transaction):
    """Writes on the one connection that writes."""

    @override
    def add_entries(self, rows: Sequence[EntryRow]) -> None:
        insert_entry = _insert_entry(type(self._connection.dialect))  # type: ignore[arg-type]  # a class can be hashed
        # Values of a row go to the driver as they are: thousands at a time, they need nothing of what SQLAlchemy does.
        self._connection.exec_driver_sql(insert_entry, [_entry_values(row) for row in rows])

    @override
    def add_nodes(self, nodes: Sequence[Node]) -> None:
        self._connection.execute(insert(NODE), [_columns(node) for node in nodes])

    @override
    def put_utterances(self, rows: Iterable[UtteranceRow], known: Iterable[str]) -> None:
        there, every = set(known), list(rows)
        if new := [_columns(row) for row in every if row.utterance_id not in there]:
            self._connection.execute(insert(UTTERANCE), new)
        for row in every:
            if row.utterance_id in there:
                same = UTTERANCE.c.utterance_id == row.utterance_id
                self._connection.execute(update(UTTERANCE).where(same), _columns(row))

    @override
    def drop_utterances(self, utterance_ids: Sequence[str]) -> None:
        self._connection.execute(delete(UTTERANCE).where(UTTERANCE.c.utterance_id.in_(utterance_ids)))

    @override
    def forget(self, utterance_ids: Sequence[str]) -> None:
        nothing = dict.fromkeys(("kind", "utterance_id", "at", "salt", "body"))
        self._connection.execute(update(ENTRY).where(ENTRY.c.utterance_id.in_(utterance_ids)), nothing)
        self._connection.execute(delete(UTTERANCE).where(UTTERANCE.c.utterance_id.in_(utterance_ids)))

    @override
    def add_checkpoint(self, note: str) -> None:
        self._connection.execute(insert(CHECKPOINT), {"note": note})

    @override
    def put_head(self, note: str) -> None:
        if self._connection.execute(update(HEAD), {"note": note}).rowcount == 0:
            self._connection.execute(insert(HEAD), {"number": 1, "note": note})

    @override
    def put_meta(self, name: str, value: str) -> None:
        if self._connection.execute(update(META).where(META.c.name == name), {"value": value}).rowcount == 0:
            self._connection.execute(insert(META), {"name": name, "value": value})

    @override
    def clear(self) -> None:
        for table in SCHEMA.sorted_tables:
            if table is not VERSION:
                self._connection.execute(delete(table))


def _columns(row: EntryRow | UtteranceRow | Node) -> dict[str, Any]:
    """Return a row's values by its columns. `asdict` would copy each of them."""
    return {field.name: getattr(row, field.name) for field in fields(row)}
