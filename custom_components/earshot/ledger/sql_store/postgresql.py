"""PostgreSQL, by psycopg: flushed commits, snapshots of one moment, and a lock that keeps other writers out."""

from collections.abc import Mapping
from typing import Any, Final, override

from sqlalchemy import URL, Engine, create_engine, event, text
from sqlalchemy.pool import QueuePool

from ...errors import LedgerDurabilityError, LedgerEncodingError, LedgerInUseError, LedgerVersionError
from .database import Database

OLDEST: Final = 13_00_00
"""PostgreSQL 13, as the server numbers itself: the oldest that Debian still supports (bullseye)."""

LOCK_SECONDS: Final = 5
"""How long to wait for another writer to let go: it may be this Home Assistant's own connection that just broke."""

_LOCK: Final = 0x6561_7273
"""One half of the lock's number ("ears"); the other is the schema, so that two ledgers may share a database."""

_CONNECT: Final[Mapping[str, Any]] = {
    "connect_timeout": 5,  # seconds; the caretaker tries again every minute
    "keepalives_idle": 20,  # seconds, three times 10 more, and a dead server is noticed within a minute
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # milliseconds that data may wait to be acknowledged
    "client_encoding": "utf8",
    "application_name": "earshot",
}


class PostgresqlDatabase(Database):
    """A schema of a database on a PostgreSQL server."""

    erases = False
    begins = None

    def __init__(self, url: URL) -> None:
        self._url = url.set(drivername="postgresql+psycopg")

    @override
    def writer(self) -> Engine:
        engine = _engine(self._url, pool_size=1, max_overflow=0)
        event.listen(engine, "connect", _prepare_writer)
        return engine

    @override
    def reader(self) -> Engine:
        return _engine(self._url, isolation_level="REPEATABLE READ", execution_options={"postgresql_readonly": True})

    @override
    def scrub(self, reader: Engine) -> bool:
        # Dead rows are taken out of their pages, which the server writes over when it needs the room.
        engine = reader.execution_options(isolation_level="AUTOCOMMIT", postgresql_readonly=False)
        with engine.connect() as connection:
            # Without figures about a table that was just filled, entries of an utterance are not looked up by index.
            connection.execute(text("VACUUM (ANALYZE) entry, utterance"))
        return True


def _engine(url: URL, **options: Any) -> Engine:
    # A server that went away and came back has closed what the pool holds: ask before each use.
    return create_engine(
        url, poolclass=QueuePool, pool_pre_ping=True, connect_args=dict(_CONNECT), hide_parameters=True, **options
    )


def _prepare_writer(connection: Any, _: object) -> None:
    """Make a new connection the one that writes. Raises LedgerError if this server is not fit for it."""
    try:
        with connection.cursor() as cursor:
            _check_server(cursor, connection.info.server_version)
            _take_lock(cursor)
        connection.commit()
    except BaseException:
        connection.close()
        raise


def _check_server(cursor: Any, version: int) -> None:
    if version < OLDEST:
        raise LedgerVersionError("the server is too old", version=str(version // 10_000), oldest=str(OLDEST // 10_000))
    settings = {
        name: cursor.execute(f"SHOW {name}").fetchone()[0]
        for name in ("server_encoding", "fsync", "full_page_writes", "synchronous_commit")
    }
    if settings["server_encoding"] != "UTF8":
        raise LedgerEncodingError("the database does not keep text as UTF-8", encoding=settings["server_encoding"])
    for name in ("fsync", "full_page_writes"):
        if settings[name] != "on":
            raise LedgerDurabilityError("the server does not flush what it commits", setting=f"{name}=off")
    # This one is the session's own to decide. Stricter settings than "on" stay.
    if settings["synchronous_commit"] == "off":
        cursor.execute("SET SESSION synchronous_commit = on")


def _take_lock(cursor: Any) -> None:
    # The lock is the connection's: it ends with it, however it ends.
    cursor.execute(f"SET SESSION lock_timeout = '{LOCK_SECONDS}s'")
    statement = "SELECT pg_advisory_lock(%s, hashtext(current_schema()))"
    try:
        cursor.execute(statement, (_LOCK,))
    except Exception as err:
        if getattr(err, "sqlstate", None) == "55P03":  # lock_not_available
            raise LedgerInUseError("another Earshot writes to this database") from None
        raise
