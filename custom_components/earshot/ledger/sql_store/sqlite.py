"""Connections to a SQLite file, and what is particular to it."""

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from ..database_file import BUSY_MS, prepare_reader, prepare_writer


def sqlite_engine(url: URL, *, writes: bool) -> Engine:
    """Return connections that write, one at a time, or that only read."""
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


def truncate_log(engine: Engine) -> bool:
    """Leave nothing of earlier writes in the write-ahead log. Return whether that is done: a reader can prevent it."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return cursor.fetchone() == (0, 0, 0)
    finally:
        connection.close()
