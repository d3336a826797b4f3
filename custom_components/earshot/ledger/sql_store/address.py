"""The address of a database, as a person writes it."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from ...errors import LedgerUnavailableError


def parse_url(db_url: str) -> URL:
    """Return a database's address. The message of an error never repeats it: it may hold a password."""
    try:
        url = make_url(db_url)
    except ArgumentError as err:
        raise LedgerUnavailableError("the database's address is malformed") from err
    if url.get_backend_name() != "sqlite" or not url.database or url.query:
        raise LedgerUnavailableError("the database's address names no SQLite file")
    return url
