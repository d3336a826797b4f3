"""The ledger in a SQL database, by SQLAlchemy Core: a SQLite file, or a database of a PostgreSQL or MariaDB server."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Self, override

from sqlalchemy import Connection, Engine

from ...errors import LedgerError, LedgerMovedError, LedgerUnavailableError, LedgerUnfinishedError
from ..store import MOVED, MOVING, Snapshot, Store, Transaction
from .address import Address
from .companies import Companies
from .copies import UpToDateCopy, read_only
from .database import Database
from .driver import HeldTransaction, hold
from .failures import translated
from .migrations import check_version, find_version, prepare_schema
from .reading import SqlSnapshot
from .schema import SCHEMA_VERSION
from .sqlite import SqliteFile
from .writing import SqlTransaction

__all__ = ["Address", "SqlStore"]


class SqlStore(Store):
    """A ledger's database: one connection that writes, and others that read and never wait for it."""

    def __init__(self, database: Database, *, writes: bool = True) -> None:
        """Use `open` or `open_read_only`."""
        self._database = database
        self._reader: Engine = database.reader()
        self._writer: Engine = database.writer() if writes else self._reader
        self._held: Connection | None = None
        self._closed = False
        self._companies = Companies()

    @classmethod
    def open(cls, db_url: str, *, whole: bool = True) -> Self:
        """Open the database, create what is missing, and bring an older schema up to date.

        `whole`: only a ledger that is whole and at home here; not a copy that is being made, nor one that was left.

        Raises LedgerSchemaError if it is of a newer Earshot or not a ledger, LedgerInUseError if another writer has
        it, LedgerUnfinishedError and LedgerMovedError as said above, the other errors of `errors` below
        LedgerUnavailableError if the server is not fit, and that one otherwise.
        """
        with translated():
            store = cls(Address.parse(db_url).database())
            try:
                prepare_schema(store._writer)
                if whole:
                    store._refuse_copies()
                store.scrub()
            except BaseException:
                store.close()
                raise
        return store

    @classmethod
    def open_source(cls, db_url: str) -> Self:
        """Open a database for reading beside the one that writes it. Raises as `open` does."""
        with translated():
            store = cls(Address.parse(db_url).database(), writes=False)
            try:
                with store._reader.begin() as connection:
                    check_version(connection)
            except BaseException:
                store.close()
                raise
        return store

    @classmethod
    def open_read_only(cls, path: Path) -> Self:
        """Open a database file without changing anything, for a verifier. Raises as `open` does.

        One of an earlier schema is copied first, into a temporary folder, and the copy is brought up to date.
        """
        if not path.is_file():
            raise LedgerUnavailableError("there is no such database")
        store = cls(SqliteFile(read_only(path)), writes=False)
        with translated():
            with store._reader.begin() as connection:
                version = find_version(connection)
            if version is not None and version < SCHEMA_VERSION:
                store.close()
                store = cls(UpToDateCopy(path), writes=False)
            with store._reader.begin() as connection:
                check_version(connection)
        return store

    @property
    @override
    def erases(self) -> bool:
        return self._database.erases

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
            with translated(), self._transaction() as connection:
                yield SqlTransaction(connection, self._companies)
        except BaseException as err:
            # What it wrote is not there, a new company neither.
            self._companies.forget()
            if isinstance(err, LedgerError):
                # After an I/O error a connection may keep a half-open state; the next write begins with a new one.
                self._let_go()
            raise

    def _transaction(self) -> AbstractContextManager[Connection]:
        if self._database.begins is None:
            return self._writer.begin()
        if self._held is None:
            self._held = hold(self._writer)
        return HeldTransaction(self._held, self._database.begins)

    def _let_go(self) -> None:
        """Close the connection that writes."""
        held, self._held = self._held, None
        if held is not None:
            held.invalidate()
            held.close()
        self._writer.dispose()

    @override
    def scrub(self) -> bool:
        with translated():
            return self._database.scrub(self._reader)

    def _refuse_copies(self) -> None:
        with self.read() as snapshot:
            if snapshot.meta(MOVING):
                raise LedgerUnfinishedError("a ledger is being moved here, and is not whole yet")
            if where := snapshot.meta(MOVED):
                raise LedgerMovedError("the ledger has moved to another database", where=where)

    @override
    def close(self) -> None:
        self._closed = True
        self._reader.dispose()
        self._let_go()
        if isinstance(self._database, UpToDateCopy):
            self._database.remove()
