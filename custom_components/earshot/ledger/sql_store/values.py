"""Rows as the driver gives them, also where somebody changed them into something that no ledger would write.

SQLAlchemy's own rows cost more than verifying what is in them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
import sqlite3
from typing import Any

from sqlalchemy import Column, Connection, Select
from sqlalchemy.exc import DBAPIError

from ..store import Values
from .failures import translated

CHUNK = 256
"""Rows handed on at a time. A quarter of a megabyte with what Python adds is still in the processor's cache when each
column is compared, also where others use it too: 512 rows take up to a tenth longer, 2,048 half as long again."""

PIECE = 64 * CHUNK
"""Rows that a server is asked for at a time: some megabytes."""

_NO_TEXT = "Could not decode to UTF-8"
"""How Python's sqlite3 begins the error for text that is none. It has no code."""


def walk_values(
    connection: Connection, rows: Select[Any], place: Column[int], begin: int
) -> Iterator[Sequence[Values]]:
    """Yield the rows of a statement in the order of a number that each has for itself, `CHUNK` at a time.

    Raises LedgerUnavailableError or LedgerCorruptError.
    """
    rest = _Rest(rows, place, begin)
    while not rest.over:
        rest.over = True
        yield from _chunks(connection, rest)


class _Rest:
    """The rows of a statement that were not handed on yet."""

    def __init__(self, rows: Select[Any], place: Column[int], begin: int) -> None:
        self.over = False
        """Whether there are no more, as far as is known."""
        self._rows = rows
        self._place = place
        self._begin = begin
        self._at = list(rows.selected_columns).index(place)

    def query(self, connection: Connection) -> Select[Any]:
        # A server answers in pieces: on one connection MariaDB answers nothing else before the end. SQLite does.
        piece = None if connection.dialect.name == "sqlite" else PIECE
        return self._rows.where(self._place >= self._begin).order_by(self._place).limit(piece)

    def hand_on(self, rows: Sequence[Values]) -> Sequence[Values]:
        last = rows[-1][self._at]
        # SQLite lets a number's column hold text, behind all numbers. Whoever compares the rows finds it.
        self.over = type(last) is not int
        self._begin = last if self.over else last + 1
        return rows


def fetch_values(connection: Connection, query: Select[Any]) -> Sequence[Values]:
    """Return the rows of a query. Raises LedgerUnavailableError or LedgerCorruptError.

    Text that is not UTF-8 comes with replacement characters: it is for the caller to find that it is not what it was.
    """
    try:
        return _fetch(connection, query)
    except _NotTextError:
        with _replacing(connection):
            return _fetch(connection, query)


def _chunks(connection: Connection, rest: _Rest) -> Iterator[Sequence[Values]]:
    """Yield rows, or a first part of them: up to some that only `_replacing` can read."""
    try:
        with _cursor(connection, rest.query(connection)) as cursor:
            while rows := cursor.fetchmany(CHUNK):
                yield rest.hand_on(rows)
    except _NotTextError:
        with _replacing(connection), _cursor(connection, rest.query(connection)) as cursor:
            rows = cursor.fetchmany(CHUNK)
        yield rest.hand_on(rows)


def _fetch(connection: Connection, query: Select[Any]) -> Sequence[Values]:
    with _cursor(connection, query) as cursor:
        rows: Sequence[Values] = cursor.fetchall()
    return rows


@contextmanager
def _cursor(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    """Give the driver's own cursor on a query's rows, and its errors as the ledger's."""
    # An option that somebody set on the connection would make SQLAlchemy read ahead of us.
    result = connection.execute(query, execution_options={"yield_per": None, "stream_results": False})
    try:
        yield result.cursor
    except connection.dialect.loaded_dbapi.Error as err:
        if isinstance(err, sqlite3.OperationalError) and str(err).startswith(_NO_TEXT):
            raise _NotTextError from err
        with translated():
            raise DBAPIError(None, None, err) from err
    finally:
        result.close()


@contextmanager
def _replacing(connection: Connection) -> Iterator[None]:
    driver: Any = connection.connection.dbapi_connection
    before, driver.text_factory = driver.text_factory, partial(str, encoding="utf-8", errors="replace")
    try:
        yield
    finally:
        driver.text_factory = before


class _NotTextError(Exception):
    """SQLite holds text that is not UTF-8."""
