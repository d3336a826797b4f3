"""The ledger in a SQL database, by SQLAlchemy Core. SQLite in WAL mode, flushed to disk with every commit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
import sqlite3
from typing import Any, Self, override
from urllib.parse import quote

from sqlalchemy import (
    URL,
    BigInteger,
    Boolean,
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Select,
    String,
    Table,
    Text,
    create_engine,
    delete,
    event,
    func,
    insert,
    inspect,
    make_url,
    select,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool, StaticPool

from ..errors import LedgerCorruptError, LedgerError, LedgerSchemaError, LedgerUnavailableError
from .database_file import BUSY_MS, prepare_file, prepare_reader, prepare_writer
from .plain import to_milliseconds
from .projection import UtteranceRow
from .query import Cursor, Query
from .store import EntryRow, Snapshot, Store, Transaction
from .tree import HASH_BYTES, SALT_BYTES, Node

SCHEMA_VERSION = 1

CHUNK = 1000
"""Rows fetched at a time while walking the whole ledger: under a megabyte, and few round trips."""

_SCHEMA = MetaData()

_VERSION = Table("ledger_schema", _SCHEMA, Column("version", Integer, primary_key=True, autoincrement=False))

# What a redacted entry loses may be null; its index and its leaf stay for ever.
_ENTRY = Table(
    "entry",
    _SCHEMA,
    Column("index", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("kind", String(32)),
    Column("utterance_id", String(64)),
    Column("at", BigInteger),
    Column("salt", LargeBinary(SALT_BYTES)),
    Column("body", LargeBinary),
    Column("leaf", LargeBinary(HASH_BYTES), nullable=False),
    Index("entry_of_utterance", "utterance_id", "index"),
)
_NODE = Table(
    "node",
    _SCHEMA,
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("index", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary(HASH_BYTES), nullable=False),
    sqlite_with_rowid=False,
)
_CHECKPOINT = Table(
    "checkpoint",
    _SCHEMA,
    Column("number", Integer, primary_key=True),
    Column("note", Text, nullable=False),
)
_HEAD = Table(
    "head",
    _SCHEMA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("note", Text, nullable=False),
)
_UTTERANCE = Table(
    "utterance",
    _SCHEMA,
    Column("utterance_id", String(64), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("first_index", BigInteger, nullable=False),
    Column("satellite", String(255)),
    Column("outcome", String(32)),
    Column("left_house", Boolean),
    Index("utterance_by_time", "at", "first_index"),
    Index("utterance_by_satellite", "satellite", "at", "first_index"),
    Index("utterance_by_outcome", "outcome", "at", "first_index"),
    Index("utterance_by_first_entry", "first_index"),
    sqlite_with_rowid=False,
)
_META = Table(
    "meta",
    _SCHEMA,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)


_INSERT_ENTRY = str(insert(_ENTRY).compile(dialect=sqlite.dialect()))
_entry_values = attrgetter(*(column.name for column in _ENTRY.columns))


class SqlStore(Store):
    """A ledger's database: one connection that writes, and others that read and never wait for it."""

    def __init__(self, writer: Engine, reader: Engine) -> None:
        """Use `open` or `open_read_only`."""
        self._writer = writer
        self._reader = reader
        self._closed = False

    @classmethod
    def open(cls, db_url: str) -> Self:
        """Open the database and create what is missing.

        Raises LedgerSchemaError if it is of a newer Earshot or not a ledger, LedgerUnavailableError otherwise.
        """
        url = _parse_url(db_url)
        with _translated():
            prepare_file(Path(url.database or ""))
            store = cls(_engine(url, writes=True), _engine(url, writes=False))
            try:
                with store._writer.begin() as connection:
                    _prepare_schema(connection)
                store.scrub()
            except BaseException:
                store.close()
                raise
        return store

    @classmethod
    def open_read_only(cls, path: Path) -> Self:
        """Open a database file without changing anything, for a verifier. Raises as `open` does."""
        if not path.is_file():
            raise LedgerUnavailableError("there is no such database")
        # Without write access SQLite cannot make the index of a write-ahead log, and needs none if there is no log.
        log = path.with_name(path.name + "-wal")
        how = {"uri": "true", "mode": "ro"} | ({} if log.exists() else {"immutable": "1"})
        url = URL.create("sqlite", database=f"file:{quote(str(path.absolute()))}", query=how)
        engine = _engine(url, writes=False)
        store = cls(engine, engine)
        with _translated(), engine.begin() as connection:
            _check_version(connection)
        return store

    @override
    @contextmanager
    def read(self) -> Iterator[Snapshot]:
        # An engine that is disposed of connects again, and would make the file anew if it is removed by then.
        if self._closed:
            raise LedgerUnavailableError("the ledger is closed")
        with _translated(), self._reader.connect() as connection, connection.begin():
            yield _SqlSnapshot(connection)

    @override
    @contextmanager
    def write(self) -> Iterator[Transaction]:
        try:
            with _translated(), self._writer.begin() as connection:
                yield _SqlTransaction(connection)
        except LedgerError:
            # After an I/O error a connection may keep a half-open state; the next write begins with a new one.
            self._writer.dispose()
            raise

    @override
    def scrub(self) -> bool:
        # Deleted cells are overwritten (secure_delete); what is left of them is in the log of earlier writes.
        with _translated():
            connection = self._reader.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                return cursor.fetchone() == (0, 0, 0)
            finally:
                connection.close()

    @override
    def close(self) -> None:
        self._closed = True
        self._reader.dispose()
        self._writer.dispose()


class _SqlSnapshot(Snapshot):
    """Reads on one connection within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @override
    def size(self) -> int:
        last: int | None = self._connection.scalar(select(func.max(_ENTRY.c.index)))
        return 0 if last is None else last + 1

    @override
    def hashes(self, level: int, begin: int, count: int) -> Sequence[bytes]:
        end = begin + count
        if level == 0:
            query = select(_ENTRY.c.leaf).where(_ENTRY.c.index >= begin, _ENTRY.c.index < end).order_by(_ENTRY.c.index)
        else:
            nodes = select(_NODE.c.hash).where(_NODE.c.level == level).order_by(_NODE.c.index)
            query = nodes.where(_NODE.c.index >= begin, _NODE.c.index < end)
        return self._connection.scalars(query).all()

    @override
    def entries(self, begin: int = 0) -> Iterator[EntryRow]:
        query = select(_ENTRY).where(_ENTRY.c.index >= begin).order_by(_ENTRY.c.index)
        return (EntryRow(*row) for row in self._walk(query))

    @override
    def entries_of(self, utterance_ids: Sequence[str]) -> Sequence[EntryRow]:
        query = select(_ENTRY).where(_ENTRY.c.utterance_id.in_(utterance_ids)).order_by(_ENTRY.c.index)
        return [EntryRow(*row) for row in self._connection.execute(query)]

    @override
    def utterances(self, query: Query) -> Sequence[UtteranceRow]:
        statement = _utterance_query(query)
        return [UtteranceRow(*row) for row in self._connection.execute(statement)]

    @override
    def all_utterances(self) -> Iterator[UtteranceRow]:
        return (UtteranceRow(*row) for row in self._walk(select(_UTTERANCE).order_by(_UTTERANCE.c.first_index)))

    @override
    def utterance_rows(self, utterance_ids: Sequence[str]) -> Mapping[str, UtteranceRow]:
        query = select(_UTTERANCE).where(_UTTERANCE.c.utterance_id.in_(utterance_ids))
        rows = (UtteranceRow(*row) for row in self._connection.execute(query))
        return {row.utterance_id: row for row in rows}

    @override
    def count_utterances(self) -> int:
        return self._connection.scalar(select(func.count(_ENTRY.c.utterance_id.distinct()))) or 0

    @override
    def count_nodes(self) -> int:
        return self._connection.scalar(select(func.count()).select_from(_NODE)) or 0

    @override
    def checkpoints(self) -> Sequence[str]:
        return self._connection.scalars(select(_CHECKPOINT.c.note).order_by(_CHECKPOINT.c.number)).all()

    @override
    def latest_checkpoint(self) -> str | None:
        return self._connection.scalar(select(_CHECKPOINT.c.note).order_by(_CHECKPOINT.c.number.desc()).limit(1))

    @override
    def head(self) -> str | None:
        return self._connection.scalar(select(_HEAD.c.note))

    @override
    def indexes_of(self, utterance_ids: Sequence[str]) -> Sequence[int]:
        of_those = _ENTRY.c.utterance_id.in_(utterance_ids)
        return self._connection.scalars(select(_ENTRY.c.index).where(of_those).order_by(_ENTRY.c.index)).all()

    @override
    def meta(self, name: str) -> str | None:
        return self._connection.scalar(select(_META.c.value).where(_META.c.name == name))

    def _walk(self, query: Select[Any]) -> Iterator[Any]:
        result = self._connection.execution_options(yield_per=CHUNK).execute(query)
        return iter(result)


class _SqlTransaction(_SqlSnapshot, Transaction):
    """Writes on the one connection that writes."""

    @override
    def add_entries(self, rows: Sequence[EntryRow]) -> None:
        # Values of a row go to the driver as they are: thousands at a time, they need nothing of what SQLAlchemy does.
        self._connection.exec_driver_sql(_INSERT_ENTRY, [_entry_values(row) for row in rows])

    @override
    def add_nodes(self, nodes: Sequence[Node]) -> None:
        self._connection.execute(insert(_NODE), [_columns(node) for node in nodes])

    @override
    def put_utterances(self, rows: Iterable[UtteranceRow], known: Iterable[str]) -> None:
        there, every = set(known), list(rows)
        if new := [_columns(row) for row in every if row.utterance_id not in there]:
            self._connection.execute(insert(_UTTERANCE), new)
        for row in every:
            if row.utterance_id in there:
                same = _UTTERANCE.c.utterance_id == row.utterance_id
                self._connection.execute(update(_UTTERANCE).where(same), _columns(row))

    @override
    def forget(self, utterance_ids: Sequence[str]) -> None:
        nothing = dict.fromkeys(("kind", "utterance_id", "at", "salt", "body"))
        self._connection.execute(update(_ENTRY).where(_ENTRY.c.utterance_id.in_(utterance_ids)), nothing)
        self._connection.execute(delete(_UTTERANCE).where(_UTTERANCE.c.utterance_id.in_(utterance_ids)))

    @override
    def add_checkpoint(self, note: str) -> None:
        self._connection.execute(insert(_CHECKPOINT), {"note": note})

    @override
    def put_head(self, note: str) -> None:
        if self._connection.execute(update(_HEAD), {"note": note}).rowcount == 0:
            self._connection.execute(insert(_HEAD), {"number": 1, "note": note})

    @override
    def put_meta(self, name: str, value: str) -> None:
        if self._connection.execute(update(_META).where(_META.c.name == name), {"value": value}).rowcount == 0:
            self._connection.execute(insert(_META), {"name": name, "value": value})


def _columns(row: EntryRow | UtteranceRow | Node) -> dict[str, Any]:
    """Return a row's values by its columns. `asdict` would copy each of them."""
    return {field.name: getattr(row, field.name) for field in fields(row)}


def _utterance_query(query: Query) -> Select[Any]:
    """Return the statement of a query. Every filter and the order are served by one index."""
    table = _UTTERANCE.c
    statement = select(_UTTERANCE).order_by(table.at.desc(), table.first_index.desc()).limit(query.limit)
    if query.before is not None:
        last = Cursor.parse(query.before)
        earlier = (table.at < last.at) | (table.first_index < last.first_index)
        # The first condition is what an index can be entered by; the second only decides among equals.
        statement = statement.where(table.at <= last.at, earlier)
    if query.satellite is not None:
        statement = statement.where(table.satellite == query.satellite)
    if query.outcome is not None:
        statement = statement.where(table.outcome == query.outcome.value)
    if query.since is not None:
        statement = statement.where(table.at >= to_milliseconds(query.since))
    if query.until is not None:
        statement = statement.where(table.at < to_milliseconds(query.until))
    return statement


def _parse_url(db_url: str) -> URL:
    """Return a database's address. The message of an error never repeats it: it may hold a password."""
    try:
        url = make_url(db_url)
    except ArgumentError as err:
        raise LedgerUnavailableError("the database's address is malformed") from err
    if url.get_backend_name() != "sqlite" or not url.database or url.query:
        raise LedgerUnavailableError("the database's address names no SQLite file")
    return url


def _engine(url: URL, *, writes: bool) -> Engine:
    engine = create_engine(
        url,
        poolclass=StaticPool if writes else QueuePool,
        connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000},
        # A statement's values never reach a log or a message.
        hide_parameters=True,
    )
    event.listen(engine, "connect", prepare_writer if writes else prepare_reader)
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _prepare_schema(connection: Connection) -> None:
    """Create the tables in an empty database; refuse one that is not ours."""
    if not inspect(connection).get_table_names():
        _SCHEMA.create_all(connection)
        connection.execute(insert(_VERSION), {"version": SCHEMA_VERSION})
    _check_version(connection)


def _check_version(connection: Connection) -> None:
    if not inspect(connection).has_table(_VERSION.name):
        raise LedgerSchemaError("the database is not a ledger")
    version: int | None = connection.scalar(select(func.max(_VERSION.c.version)))
    if version != SCHEMA_VERSION:
        raise LedgerSchemaError(f"the ledger has schema {version}, and this Earshot knows {SCHEMA_VERSION}")


@contextmanager
def _translated() -> Iterator[None]:
    """Turn the database's errors into the ledger's."""
    try:
        yield
    except DBAPIError as err:
        code = getattr(err.orig, "sqlite_errorcode", None)
        if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            raise LedgerCorruptError("the database's file is damaged") from err
        raise LedgerUnavailableError(f"the database refused: {type(err.orig).__name__} {code}") from err
    except SQLAlchemyError as err:
        raise LedgerUnavailableError(f"the database does not answer: {type(err).__name__}") from err
