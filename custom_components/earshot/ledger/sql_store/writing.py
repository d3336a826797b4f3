"""Writes that become durable together, on the one connection that writes."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import override

from sqlalchemy import Connection, delete, exists, insert, update

from ..projection import UtteranceRow
from ..store import EntryRow, Transaction, Values
from ..tree import Node
from .companies import Companies
from .driver import insert_values, update_head, update_utterances
from .reading import SqlSnapshot
from .schema import CHECKPOINT, COMPANY, ENTRY, HEAD, META, NODE, SCHEMA, UTTERANCE, VERSION

_entry_values = attrgetter(*(column.name for column in ENTRY.columns))
_node_values = attrgetter(*(column.name for column in NODE.columns))
_utterance_values = attrgetter(*(column.name for column in UTTERANCE.columns if column is not UTTERANCE.c.company))


class SqlTransaction(SqlSnapshot, Transaction):
    """Writes on the one connection that writes."""

    def __init__(self, connection: Connection, companies: Companies) -> None:
        super().__init__(connection)
        self._companies = companies

    @override
    def add_entries(self, rows: Sequence[EntryRow]) -> None:
        self.add_entry_values([_entry_values(row) for row in rows])

    @override
    def add_entry_values(self, rows: Sequence[Values]) -> None:
        insert_values(self._connection, ENTRY.name, rows)

    @override
    def add_nodes(self, nodes: Sequence[Node]) -> None:
        insert_values(self._connection, NODE.name, [_node_values(node) for node in nodes])

    @override
    def put_utterances(self, rows: Iterable[UtteranceRow], known: Iterable[str]) -> None:
        there, every = set(known), list(rows)
        if new := [self._values(row) for row in every if row.utterance_id not in there]:
            insert_values(self._connection, UTTERANCE.name, new)
        if changed := [self._values(row) for row in every if row.utterance_id in there]:
            update_utterances(self._connection, changed)

    def _values(self, row: UtteranceRow) -> Values:
        return (*_utterance_values(row), self._companies.number(self._connection, row.company))

    @override
    def drop_utterances(self, utterance_ids: Sequence[str]) -> None:
        self._connection.execute(delete(UTTERANCE).where(UTTERANCE.c.utterance_id.in_(utterance_ids)))

    @override
    def forget(self, utterance_ids: Sequence[str]) -> None:
        nothing = dict.fromkeys(("kind", "utterance_id", "at", "salt", "body"))
        self._connection.execute(update(ENTRY).where(ENTRY.c.utterance_id.in_(utterance_ids)), nothing)
        self._connection.execute(delete(UTTERANCE).where(UTTERANCE.c.utterance_id.in_(utterance_ids)))
        # Nothing may be left that tells who heard what nobody is to know of any more.
        self.drop_companies()

    @override
    def drop_companies(self) -> None:
        used = exists().where(UTTERANCE.c.company == COMPANY.c.number)
        self._connection.execute(delete(COMPANY).where(~used))
        self._companies.forget()

    @override
    def add_checkpoint(self, note: str) -> None:
        self._connection.execute(insert(CHECKPOINT), {"note": note})

    @override
    def put_head(self, note: str) -> None:
        if not update_head(self._connection, note):
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
        self._companies.forget()
