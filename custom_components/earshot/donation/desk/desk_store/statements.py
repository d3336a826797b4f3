"""The statements that were ever in force at this desk. The last one is."""

from sqlalchemy import Connection, func, insert, select

from .schema import STATEMENT


def current(connection: Connection) -> tuple[int, bytes] | None:
    """Return the version and the document of the statement in force; None before the first."""
    row = connection.execute(
        select(STATEMENT.c.version, STATEMENT.c.document).order_by(STATEMENT.c.version.desc()).limit(1)
    ).one_or_none()
    return None if row is None else (row[0], row[1])


def put(connection: Connection, sha256: str, version: int, document: bytes) -> None:
    """Put a new statement in force."""
    connection.execute(insert(STATEMENT).values(sha256=sha256, version=version, document=document))


def count(connection: Connection) -> int:
    """Return how many there were."""
    return connection.scalar(select(func.count()).select_from(STATEMENT)) or 0
