"""The ledger in a SQL database, by SQLAlchemy Core. SQLite in WAL mode, flushed to disk with every commit."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self, override
from urllib.parse import quote

from sqlalchemy import URL, Engine

from ...errors import LedgerError, LedgerUnavailableError
from ..database_file import prepare_file
from ..store import Snapshot, Store, Transaction
from .address import parse_url
from .failures import translated
from .reading import SqlSnapshot
from .schema import check_version, prepare_schema
from .sqlite import sqlite_engine, truncate_log
from .writing import SqlTransaction


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
        url = parse_url(db_url)
        with translated():
            prepare_file(Path(url.database or ""))
            store = cls(sqlite_engine(url, writes=True), sqlite_engine(url, writes=False))
            try:
                with store._writer.begin() as connection:
                    prepare_schema(connection)
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
        engine = sqlite_engine(url, writes=False)
        store = cls(engine, engine)
        with translated(), engine.begin() as connection:
            check_version(connection)
        return store

    @override
    @contextmanager
    def read(self) -> Iterator[Snapshot]:
        # An engine that is disposed of connects again, and would make the file anew if it is removed by then.
        if self._closed:
            raise LedgerUnavailableError("the ledger is closed")
        with translated(), self._reader.connect() as connection, connection.begin():
            yield SqlSnapshot(connection)

    @override
    @contextmanager
    def write(self) -> Iterator[Transaction]:
        try:
            with translated(), self._writer.begin() as connection:
                yield SqlTransaction(connection)
        except LedgerError:
            # After an I/O error a connection may keep a half-open state; the next write begins with a new one.
            self._writer.dispose()
            raise

    @override
    def scrub(self) -> bool:
        # Deleted cells are overwritten (secure_delete); what is left of them is in the log of earlier writes.
        with translated():
            return truncate_log(self._reader)

    @override
    def close(self) -> None:
        self._closed = True
        self._reader.dispose()
        self._writer.dispose()
