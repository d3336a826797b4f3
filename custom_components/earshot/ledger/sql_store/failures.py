"""The database's errors as those of the ledger."""

from collections.abc import Iterator
from contextlib import contextmanager
import sqlite3

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ...errors import LedgerCorruptError, LedgerDriverError, LedgerUnavailableError


@contextmanager
def translated() -> Iterator[None]:
    """Turn the database's errors into the ledger's."""
    try:
        yield
    except DBAPIError as err:
        code = getattr(err.orig, "sqlite_errorcode", None)
        if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            raise LedgerCorruptError("the database's file is damaged") from err
        failure = LedgerUnavailableError(f"the database refused: {type(err.orig).__name__} {code or _code(err.orig)}")
        # A server repeats values in its messages.
        raise failure from (err if code is not None else None)
    except ImportError as err:
        raise LedgerDriverError("the driver of this database is not installed", driver=err.name or "") from err
    except SQLAlchemyError as err:
        raise LedgerUnavailableError(f"the database does not answer: {type(err).__name__}") from err


def _code(error: BaseException | None) -> str:
    """Return the number that the server gave an error, without its message."""
    state = getattr(error, "sqlstate", None)
    first = error.args[0] if error is not None and error.args else None
    return str(state or (first if isinstance(first, int) else ""))
