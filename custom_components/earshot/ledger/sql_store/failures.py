"""The database's errors as those of the ledger."""

from collections.abc import Iterator
from contextlib import contextmanager
import sqlite3

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ...errors import LedgerCorruptError, LedgerUnavailableError


@contextmanager
def translated() -> Iterator[None]:
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
