"""The database's file on disk, before anything is asked of it: its mode, and how SQLite is to treat it."""

import os
from pathlib import Path
import sqlite3

from ..errors import LedgerUnavailableError

BUSY_MS = 5000
"""How long to wait for another process that holds the database, such as a backup or a person with a tool."""


def prepare_file(path: Path) -> None:
    """Make the folder and the file for their owner only; SQLite gives its side files the same mode.

    Raises LedgerUnavailableError.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        path.chmod(0o600)
    except OSError as err:
        raise LedgerUnavailableError("the database's file cannot be made or opened") from err


def prepare_writer(connection: sqlite3.Connection, _: object) -> None:
    """Make a new connection one that writes: durable with every commit, and what it deletes is overwritten."""
    # The driver's own transactions begin too late for a consistent read before the first write.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def prepare_reader(connection: sqlite3.Connection, _: object) -> None:
    """Make a new connection one that cannot write."""
    connection.isolation_level = None
    connection.execute("PRAGMA query_only=ON")
