from collections.abc import Iterator
import os
from pathlib import Path
import stat
import subprocess
import sys
from tempfile import TemporaryDirectory

import pytest

from custom_components.earshot.errors import LedgerCorruptError, LedgerError, LedgerSchemaError, LedgerUnavailableError
from custom_components.earshot.ledger.ledger import Ledger
from tests.ledger.conftest import LedgerHome
from tests.ledger.core_only import ROOT
from tests.ledger.samples import utterance, utterance_id

PROGRAM = "tests.ledger.open_read_only"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_every_file_is_for_its_owner_only(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(utterance(1)).result()
        files = [path for path in home.folder.rglob("*") if path.is_file()]
        assert {path.name for path in files} >= {"ledger.db", "ledger.db-wal", "ledger-signing.key"}
        assert {mode(path) for path in files} == {0o600}
        assert {mode(home.database.parent), mode(home.keys)} == {0o700}


def test_a_commit_reaches_the_disk_before_it_is_acknowledged(ledger: Ledger) -> None:
    # The one that writes has nothing to write by then.
    ledger.append(utterance(1)).result()
    with ledger._store.write() as transaction:
        connection = transaction._connection  # type: ignore[attr-defined]  # the connection that writes
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}


def test_a_reader_sees_one_moment_while_others_write(ledger: Ledger) -> None:
    ledger.append(utterance(1)).result()
    with ledger._store.read() as snapshot:
        assert snapshot.size() == 4
        ledger.append(utterance(2)).result()
        assert snapshot.size() == 4
    assert ledger.size() == 8


def test_a_newer_schema_is_refused_and_left_alone(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(utterance(1)).result()
    home.sql("UPDATE ledger_schema SET version = 99")
    with pytest.raises(LedgerSchemaError, match="schema 99"), home.opened():
        pass
    with pytest.raises(LedgerSchemaError):
        home.verdict()
    assert home.sql("SELECT count(*) FROM entry") == [(4,)]


def test_a_database_of_something_else_is_refused_and_left_alone(home: LedgerHome) -> None:
    home.database.parent.mkdir()
    home.sql("CREATE TABLE states (state TEXT)")
    with pytest.raises(LedgerSchemaError), home.opened():
        pass
    assert home.sql("SELECT name FROM sqlite_master") == [("states",)]


def test_a_file_that_is_no_database_is_refused_and_left_alone(home: LedgerHome) -> None:
    home.database.parent.mkdir()
    home.database.write_text("a shopping list" * 100)
    with pytest.raises(LedgerCorruptError), home.opened():
        pass
    assert home.database.read_text() == "a shopping list" * 100


def test_a_folder_that_cannot_be_made_is_no_ledger(home: LedgerHome) -> None:
    (home.folder / "earshot").write_text("a file where the folder should be")
    with pytest.raises(LedgerUnavailableError), home.opened():
        pass


@pytest.fixture
def open_home() -> Iterator[LedgerHome]:
    """Return a ledger's home that another user of this machine can look into, unlike the folders that pytest makes."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        home = LedgerHome(Path(folder))
        yield home
        home.database.parent.chmod(0o700)


def test_a_read_only_database_is_refused_and_still_verifies(open_home: LedgerHome) -> None:
    with open_home.opened() as ledger:
        ledger.append(utterance(1)).result()
    command = [sys.executable, "-m", PROGRAM, str(open_home.folder)]
    program = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    assert program.stdout.split() == ["LedgerUnavailableError", "True"]


def test_the_database_holds_no_statement_values_in_its_errors(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(utterance(1)).result()
        with ledger._store.read() as snapshot:
            rows = snapshot.utterance_rows([utterance_id(1)]).values()
        with pytest.raises(LedgerError) as caught, ledger._store.write() as transaction:
            transaction.put_utterances(rows, [])
    assert utterance_id(1) not in str(caught.value)
    assert utterance_id(1) not in str(caught.value.__cause__)
    assert os.fspath(home.database) not in str(caught.value)
