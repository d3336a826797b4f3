"""Statements that go straight to the driver, for what every append does.

SQLAlchemy takes as long for one statement as SQLite for writing a whole utterance. It still writes the statements, in
the words of each database, and keeps the connections and the transactions.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Connection, Engine, bindparam, insert, update
from sqlalchemy.exc import DBAPIError

from ..store import Values
from .failures import translated
from .queries import LISTED
from .schema import ENTRY, HEAD, NODE, UTTERANCE

_TABLES = {table.name: table for table in (ENTRY, NODE, UTTERANCE)}
_TRUTHS = tuple(number for number, column in enumerate(UTTERANCE.columns) if isinstance(column.type, Boolean))
"""Columns of an utterance that hold a truth value. Two of the three databases give a number for it."""

MOST_NAMES = 512
"""Utterances that one statement asks for. Statements are made for powers of two, so that there are few of them."""


def insert_values(connection: Connection, table: str, rows: Sequence[Values]) -> None:
    """Insert rows, each with a value for every column of the table in order."""
    with DriverCursor(connection) as cursor:
        cursor.executemany(_insert(_dialect(connection), table), rows)


def update_utterances(connection: Connection, rows: Iterable[Values]) -> None:
    """Replace rows of utterances, each found by its first value."""
    with DriverCursor(connection) as cursor:
        cursor.executemany(_update_utterance(_dialect(connection)), [(*row[1:], row[0]) for row in rows])


def update_head(connection: Connection, note: str) -> bool:
    """Replace the note of the head. Return whether there was one."""
    with DriverCursor(connection) as cursor:
        cursor.execute(_update_head(_dialect(connection)), (note,))
        return bool(cursor.rowcount)


def find_utterances(connection: Connection, names: Sequence[str]) -> Iterator[Values]:
    """Yield the rows of some utterances."""
    for first in range(0, len(names), MOST_NAMES):
        some = names[first : first + MOST_NAMES]
        marks = 1 << (len(some) - 1).bit_length()
        with DriverCursor(connection) as cursor:
            again = [some[-1]] * (marks - len(some))
            cursor.execute(_find_utterances(_dialect(connection), marks), (*some, *again))
            rows = cursor.fetchall()
        for row in rows:
            values = list(row)
            for number in _TRUTHS:
                values[number] = None if values[number] is None else bool(values[number])
            yield values


class _DriverErrors:
    """Makes the driver's errors in a block the ledger's. A class: a generator takes as long as some statements do."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _raise(self, err: BaseException | None) -> None:
        if isinstance(err, self._connection.dialect.loaded_dbapi.Error):
            with translated():
                raise DBAPIError(None, None, err) from err


class DriverCursor(_DriverErrors):
    """A cursor of the driver's within the connection's transaction, for a block."""

    __slots__ = ("_cursor",)

    def __enter__(self) -> Any:
        self._cursor = self._connection.connection.cursor()
        return self._cursor

    def __exit__(self, kind: object, err: BaseException | None, trace: object) -> None:
        self._cursor.close()
        self._raise(err)


def hold(engine: Engine) -> Connection:
    """Return a connection that is kept. Its transactions are begun and ended by `HeldTransaction` alone."""
    connection = engine.connect()
    # Or else SQLAlchemy would begin one with the first statement.
    connection.begin()
    connection.connection.rollback()
    return connection


class HeldTransaction(_DriverErrors):
    """A transaction on a connection that is kept, for a block. SQLAlchemy's own would be a tenth of an append."""

    __slots__ = ("_begin",)

    def __init__(self, connection: Connection, begin: str) -> None:
        super().__init__(connection)
        self._begin = begin

    def __enter__(self) -> Connection:
        with DriverCursor(self._connection) as cursor:
            cursor.execute(self._begin)
        return self._connection

    def __exit__(self, kind: object, err: BaseException | None, trace: object) -> None:
        try:
            if err is None:
                self._connection.connection.commit()
            else:
                self._connection.connection.rollback()
        except self._connection.dialect.loaded_dbapi.Error as failure:
            self._raise(failure)


def _dialect(connection: Connection) -> Any:
    return type(connection.dialect)


@cache
def _insert(dialect: Any, table: str) -> str:
    return _text(dialect, insert(_TABLES[table]))


@cache
def _update_utterance(dialect: Any) -> str:
    key, *others = UTTERANCE.columns
    values: dict[str, Any] = {column.name: bindparam(f"new_{column.name}") for column in others}
    return _text(dialect, update(UTTERANCE).where(key == bindparam("name")).values(values))


@cache
def _update_head(dialect: Any) -> str:
    return _text(dialect, update(HEAD).values(note=bindparam("new_note")))


@cache
def _find_utterances(dialect: Any, marks: int) -> str:
    names: list[Any] = [bindparam(f"name_{number}") for number in range(marks)]
    return _text(dialect, LISTED.where(UTTERANCE.c.utterance_id.in_(names)))


def _text(dialect: Any, statement: Any) -> str:
    """Return a statement in the words of a database, with a mark for each value in order."""
    style = "qmark" if dialect.name == "sqlite" else "format"
    return str(statement.compile(dialect=dialect(paramstyle=style)))
