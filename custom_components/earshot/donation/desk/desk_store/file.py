"""The store's file: SQLite in WAL mode, flushed with every commit, and what is deleted is overwritten."""

import os
from pathlib import Path
import sqlite3
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, select
from sqlalchemy.pool import QueuePool, StaticPool

from ....errors.desk import DeskStoreNewerError
from .schema import META, SCHEMA, SCHEMA_VERSION

BUSY_SECONDS = 5.0
"""How long to wait for another process that holds the file, such as a backup."""

_VERSION = "schema"


def prepare(path: Path) -> None:
    """Make the folder and the file, for their owner only. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)


def engine(path: Path, *, writes: bool) -> Engine:
    """Return the engine of the one connection that writes, or of those that only read."""
    made = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=StaticPool if writes else QueuePool,
        connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
        # A statement's values never reach a log or a message.
        hide_parameters=True,
    )
    event.listen(made, "connect", _prepare_writer if writes else _prepare_reader)
    event.listen(made, "begin", _begin_writing if writes else _begin_reading)
    return made


def make_tables(connection: Connection) -> None:
    """Make what is missing. Raises DeskStoreNewerError."""
    SCHEMA.create_all(connection)
    found = connection.scalar(select(META.c.value).where(META.c.name == _VERSION))
    if found is None:
        connection.execute(insert(META).values(name=_VERSION, value=str(SCHEMA_VERSION)))
    elif int(found) > SCHEMA_VERSION:
        raise DeskStoreNewerError


def _prepare_writer(connection: sqlite3.Connection, _: object) -> None:
    # The driver's own transactions begin too late for a consistent read before the first write.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_reader(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only=ON")


def _begin_writing(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")
