"""A ledger in a folder of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
import sqlite3

import pytest

from custom_components.earshot.ledger.key_files import trusted
from custom_components.earshot.ledger.ledger import Ledger, verify_file
from custom_components.earshot.ledger.verify import Verdict

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

    @contextmanager
    def opened(self) -> Iterator[Ledger]:
        ledger = Ledger.open(f"sqlite:///{self.database}", keys=self.keys, origin=ORIGIN)
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


@pytest.fixture
def home(tmp_path: Path) -> LedgerHome:
    return LedgerHome(tmp_path)


@pytest.fixture
def ledger(home: LedgerHome) -> Iterator[Ledger]:
    with home.opened() as opened:
        yield opened
