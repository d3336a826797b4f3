"""SQLite: one file, in WAL mode, flushed to disk with every commit."""

from pathlib import Path
from typing import override

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from ..database_file import BUSY_MS, prepare_file, prepare_reader, prepare_writer
from .database import Database
from .driver import DriverCursor

_BEGIN = "BEGIN IMMEDIATE"


class SqliteFile(Database):
    """A database file."""

    erases = True
    begins = _BEGIN

    def __init__(self, url: URL) -> None:
        self._url = url

    @override
    def writer(self) -> Engine:
        prepare_file(Path(self._url.database or ""))
        return _engine(self._url, writes=True)

    @override
    def reader(self) -> Engine:
        return _engine(self._url, writes=False)

    @override
    def scrub(self, reader: Engine) -> bool:
        # Deleted cells are overwritten (secure_delete); what is left of them is in the log of earlier writes.
        connection = reader.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return cursor.fetchone() == (0, 0, 0)
        finally:
            connection.close()


def _engine(url: URL, *, writes: bool) -> Engine:
    engine = create_engine(
        url,
        poolclass=StaticPool if writes else QueuePool,
        connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000},
        # A statement's values never reach a log or a message.
        hide_parameters=True,
    )
    event.listen(engine, "connect", prepare_writer if writes else prepare_reader)
    event.listen(engine, "begin", _begin_writing if writes else _begin_reading)
    return engine


def _begin_writing(connection: Connection) -> None:
    with DriverCursor(connection) as cursor:
        cursor.execute(_BEGIN)


def _begin_reading(connection: Connection) -> None:
    with DriverCursor(connection) as cursor:
        cursor.execute("BEGIN")
