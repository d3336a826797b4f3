"""A ledger in a folder of its own, or on a server."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
import sqlite3
from typing import override

import pytest

from custom_components.earshot.ledger.key_files import trusted
from custom_components.earshot.ledger.ledger import Ledger, verify_file
from custom_components.earshot.ledger.verify import Verdict
from tests.servers import Server, allow_loopback

ORIGIN = "earshot/test"


@dataclass(frozen=True)
class LedgerHome:
    """Where one ledger lives."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "earshot" / "ledger.db"

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    @property
    def db_url(self) -> str:
        return f"sqlite:///{self.database}"

    @contextmanager
    def opened(self) -> Iterator[Ledger]:
        ledger = Ledger.open(self.db_url, keys=self.keys, origin=ORIGIN)
        try:
            yield ledger
        finally:
            ledger.close()

    def sql(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """Do to the closed database what Earshot never would."""
        connection = sqlite3.connect(self.database)
        try:
            rows: list[tuple[object, ...]] = connection.execute(statement, values).fetchall()
            connection.commit()
        finally:
            connection.close()
        return rows

    def verdict(self) -> Verdict:
        return verify_file(self.database, trusted(self.keys))


@dataclass(frozen=True)
class ServerHome(LedgerHome):
    """Where a ledger lives whose database is on a server."""

    address: str
    server: Server

    @property
    @override
    def db_url(self) -> str:
        return self.address

    @override
    def sql(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        assert not values
        return self.server.run(statement, self.address.rpartition("/")[2])

    @override
    def verdict(self) -> Verdict:
        with self.opened() as ledger:
            return ledger.verify()


BACKENDS = ("sqlite", "postgresql", "mariadb")


@pytest.fixture(params=BACKENDS)
def any_home(request: pytest.FixtureRequest, tmp_path: Path) -> LedgerHome:
    """Return a home on each kind of database."""
    if request.param == "sqlite":
        return LedgerHome(tmp_path)
    allow_loopback()
    server: Server = request.getfixturevalue(request.param)
    return ServerHome(tmp_path, server.make_database(), server)


@pytest.fixture
def home(tmp_path: Path) -> LedgerHome:
    return LedgerHome(tmp_path)


@pytest.fixture
def ledger(home: LedgerHome) -> Iterator[Ledger]:
    with home.opened() as opened:
        yield opened
