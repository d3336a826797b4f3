"""A database is tried before it is accepted: can it be reached and written, does it flush, and whose is it."""

from dataclasses import dataclass
from enum import StrEnum
import importlib
import socket
from typing import Final

from sqlalchemy import Column, Connection, Engine, Integer, MetaData, Table, func, insert, select
from sqlalchemy.exc import DBAPIError

from ...errors import LedgerDriverError, LedgerLoginError, LedgerPermissionError, LedgerUnreachableError
from .address import Address, Kind
from .failures import translated
from .migrations import check_newer, find_version
from .schema import ENTRY

CONNECT_SECONDS: Final = 5.0
"""A server in a home answers within milliseconds, one far away within one second."""

_MODULES: Final = {Kind.POSTGRESQL: "psycopg", Kind.MARIADB: "pymysql"}
_PORTS: Final = {Kind.POSTGRESQL: 5432, Kind.MARIADB: 3306}

_TRIAL: Final = Table("earshot_trial", MetaData(), Column("number", Integer, primary_key=True, autoincrement=False))


class Holds(StrEnum):
    """What a database holds."""

    NOTHING = "nothing"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class Tried:
    """A database that can hold a ledger."""

    holds: Holds
    entries: int


def driver_is_there(address: Address) -> bool:
    """Whether what reaches this kind of database can be imported."""
    try:
        _import_driver(address)
    except LedgerDriverError:
        return False
    return True


def try_database(address: Address) -> Tried:
    """Connect as the ledger would, and leave the database as it was. Blocks.

    Raises the error of the first thing that stands in the way, in this order: LedgerDriverError,
    LedgerUnreachableError, LedgerLoginError, LedgerVersionError, LedgerEncodingError, LedgerDurabilityError,
    LedgerInUseError, LedgerForeignError, LedgerSchemaError, LedgerPermissionError.
    """
    _import_driver(address)
    _reach(address)
    engine = address.database().writer()
    try:
        with translated():
            return _look(engine)
    finally:
        engine.dispose()


def knock(address: Address) -> None:
    """See whether a server is there and lets us in. Blocks. Raises LedgerUnreachableError or LedgerLoginError.

    A server that is just starting lets nobody in either: whoever asks a person because of this asks it twice.
    """
    _reach(address)
    engine = address.database().writer()
    try:
        engine.connect().close()
    except DBAPIError:
        raise LedgerLoginError("the server did not let us in") from None
    finally:
        engine.dispose()


def _import_driver(address: Address) -> None:
    if address.kind in _MODULES:
        try:
            importlib.import_module(_MODULES[address.kind])
        except ImportError as err:
            # Also where psycopg itself is there and the library below it is not.
            raise LedgerDriverError("the driver is not installed", driver=_MODULES[address.kind]) from err


def _reach(address: Address) -> None:
    """See that something listens there. The drivers do not tell that apart from a wrong password."""
    host = address.url.host
    if host is None or address.kind is Kind.SQLITE:
        return
    port = address.url.port or _PORTS[address.kind]
    try:
        socket.create_connection((host, port), CONNECT_SECONDS).close()
    except OSError as err:
        raise LedgerUnreachableError("nothing answers there", host=host, port=str(port)) from err


def _look(engine: Engine) -> Tried:
    try:
        connection = engine.connect()
    except DBAPIError:
        # Its message may name the user; the cause is not needed to set it right.
        raise LedgerLoginError("the server did not let us in") from None
    with connection:
        _TRIAL.drop(connection, checkfirst=True)
        connection.commit()
        version = find_version(connection)
        if version is None:
            _write(connection)
            return Tried(Holds.NOTHING, 0)
        check_newer(version)
        return Tried(Holds.LEDGER, connection.scalar(select(func.count()).select_from(ENTRY)) or 0)


def _write(connection: Connection) -> None:
    """Make a table, write a row, and take both back."""
    try:
        _TRIAL.create(connection)
        connection.execute(insert(_TRIAL), {"number": 1})
        _TRIAL.drop(connection)
        connection.commit()
    except DBAPIError:
        raise LedgerPermissionError("the user may not make tables") from None
