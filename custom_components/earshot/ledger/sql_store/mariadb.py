"""MariaDB, by PyMySQL: flushed commits, snapshots of one moment, and a lock that keeps other writers out."""

from collections.abc import Mapping
from typing import Any, Final, override

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from ...errors import LedgerDurabilityError, LedgerInUseError, LedgerVersionError
from .database import Database

OLDEST: Final = (10, 6)
"""The oldest that its makers still maintain; it knows every collation that is used here."""

LOCK_SECONDS: Final = 5
"""How long to wait for another writer to let go: it may be this Home Assistant's own connection that just broke."""

IDLE_SECONDS: Final = 600
"""After this the server closes a connection that says nothing, and its lock is free. A sign of life is written every
minute, so only a connection whose other end is gone is that silent."""

_CONNECT: Final[Mapping[str, Any]] = {
    "connect_timeout": 5,  # seconds; the caretaker tries again every minute
    "write_timeout": 30,  # seconds without any progress of one statement on its way
    "charset": "utf8mb4",
    # Refuses what does not fit instead of cutting it off, whatever the server's own setting is.
    "sql_mode": "TRADITIONAL",
}


class MariadbDatabase(Database):
    """A database on a MariaDB server."""

    erases = False
    begins = None

    def __init__(self, url: URL) -> None:
        query = {name: value for name, value in url.query.items() if name != "charset"}
        self._url = url.set(drivername="mariadb+pymysql", query=query)

    @override
    def writer(self) -> Engine:
        # Longer than any write takes, a change of the schema on a slow disk included.
        engine = _engine(self._url, read_timeout=300, pool_size=1, max_overflow=0)
        event.listen(engine, "connect", _prepare_writer)
        return engine

    @override
    def reader(self) -> Engine:
        # A count over a million entries on a slow disk is the longest that a reader waits for its first row.
        engine = _engine(self._url, read_timeout=120, isolation_level="REPEATABLE READ")
        event.listen(engine, "connect", _prepare_reader)
        return engine

    @override
    def scrub(self, reader: Engine) -> bool:
        # A purge thread removes the old versions within moments. Rebuilding the tables would stop everything else.
        return True


def _engine(url: URL, *, read_timeout: int, **options: Any) -> Engine:
    # A server that went away and came back has closed what the pool holds: ask before each use.
    return create_engine(
        url,
        poolclass=QueuePool,
        pool_pre_ping=True,
        connect_args={**_CONNECT, "read_timeout": read_timeout},
        hide_parameters=True,
        **options,
    )


def _prepare_reader(connection: Any, _: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET SESSION TRANSACTION READ ONLY")


def _prepare_writer(connection: Any, _: object) -> None:
    """Make a new connection the one that writes. Raises LedgerError if this server is not fit for it."""
    try:
        with connection.cursor() as cursor:
            _check_server(cursor)
            cursor.execute("SET SESSION wait_timeout = %s", (IDLE_SECONDS,))
            _take_lock(cursor)
    except BaseException:
        connection.close()
        raise


def _check_server(cursor: Any) -> None:
    cursor.execute(
        "SELECT VERSION(), @@innodb_flush_log_at_trx_commit, @@innodb_flush_method, @@log_bin, @@sync_binlog"
    )
    version, flush, method, binary_log, sync_binary_log = cursor.fetchone()
    if "mariadb" not in version.lower() or _numbers(version) < OLDEST:
        raise LedgerVersionError("the server is too old", version=version, oldest=".".join(map(str, OLDEST)))
    if flush not in {1, 3}:
        raise LedgerDurabilityError("a commit is not flushed", setting=f"innodb_flush_log_at_trx_commit={flush}")
    if "nosync" in str(method).lower():
        raise LedgerDurabilityError("nothing is ever flushed", setting=f"innodb_flush_method={method}")
    # After a crash the server takes back what its binary log has not.
    if binary_log and sync_binary_log != 1:
        raise LedgerDurabilityError("the binary log is not flushed", setting=f"sync_binlog={sync_binary_log}")


def _numbers(version: str) -> tuple[int, ...]:
    """Return the first two numbers of "10.11.6-MariaDB-0+deb12u1"."""
    return tuple(int(part) for part in version.removeprefix("5.5.5-").split("-")[0].split(".")[:2])


def _take_lock(cursor: Any) -> None:
    # The lock is the connection's: it ends with it, however it ends.
    cursor.execute("SELECT GET_LOCK(CONCAT('earshot:', SHA1(DATABASE())), %s)", (LOCK_SECONDS,))
    if cursor.fetchone()[0] != 1:
        raise LedgerInUseError("another Earshot writes to this database")
