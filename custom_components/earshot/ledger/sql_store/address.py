"""The address of a database, as a person writes it: which kind it is, and what it must not ask for."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from ...errors import LedgerAddressError
from .database import Database
from .mariadb import MariadbDatabase
from .postgresql import PostgresqlDatabase
from .sqlite import SqliteFile


class Kind(StrEnum):
    """What can hold a ledger."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"
    MARIADB = "mariadb"


DRIVERS: Final = {
    Kind.POSTGRESQL: ("psycopg==3.3.9", "psycopg-binary==3.3.9"),
    Kind.MARIADB: ("pymysql==1.2.4",),
}
"""What Home Assistant installs when such an address is chosen. The versions are those of the tests."""

_KINDS: Final = {
    "sqlite": Kind.SQLITE,
    "postgresql": Kind.POSTGRESQL,
    "postgres": Kind.POSTGRESQL,
    "mariadb": Kind.MARIADB,
    "mysql": Kind.MARIADB,  # as Home Assistant's recorder is told of it
}
_DATABASES: Final[dict[Kind, type[SqliteFile | PostgresqlDatabase | MariadbDatabase]]] = {
    Kind.SQLITE: SqliteFile,
    Kind.POSTGRESQL: PostgresqlDatabase,
    Kind.MARIADB: MariadbDatabase,
}
# How to reach a server, and nothing that would change what a connection does or reads from the disk.
_OPTIONS: Final[dict[Kind, frozenset[str]]] = {
    Kind.SQLITE: frozenset(),
    Kind.POSTGRESQL: frozenset({"host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey"}),
    Kind.MARIADB: frozenset(
        {"charset", "unix_socket", "ssl", "ssl_ca", "ssl_cert", "ssl_key", "ssl_verify_cert", "ssl_verify_identity"}
    ),
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is. Its text form holds no password."""

    kind: Kind
    url: URL = field(repr=False)

    @classmethod
    def parse(cls, db_url: str) -> Self:
        """Read an address. Raises LedgerAddressError, whose message never repeats it: it may hold a password."""
        try:
            url = make_url(db_url)
        except ArgumentError, ValueError:
            raise LedgerAddressError("the database's address is malformed") from None
        kind = _KINDS.get(url.drivername.partition("+")[0])
        if kind is None:
            raise LedgerAddressError("the database's address names no database that Earshot knows")
        if not url.database or url.database == ":memory:" or not url.query.keys() <= _OPTIONS[kind]:
            raise LedgerAddressError("the database's address names no database, or asks for too much")
        return cls(kind, url)

    def __str__(self) -> str:
        return self.url.render_as_string(hide_password=True)

    @property
    def drivers(self) -> tuple[str, ...]:
        """The requirements of the packages that reach it; none if Python brings them."""
        return DRIVERS.get(self.kind, ())

    def database(self) -> Database:
        """Return what is there."""
        return _DATABASES[self.kind](self.url)
