"""From each schema version that there ever was to the newest, on each kind of database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import BigInteger, Column, Connection, Engine, MetaData, String, Table, inspect

from custom_components.earshot.errors import LedgerForeignError, LedgerSchemaError
from custom_components.earshot.ledger.checkpoint import VerifyingKey
from custom_components.earshot.ledger.ledger import verify_file
from custom_components.earshot.ledger.sql_store import Address, SqlStore
from custom_components.earshot.ledger.sql_store.migrations import STEPS, Step, add_column, add_index, prepare_schema
from custom_components.earshot.ledger.sql_store.schema import SCHEMA, SCHEMA_VERSION
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import utterance

DATA = Path(__file__).parent / "data"
BINARY = {"salt", "body", "leaf", "hash"}
FORMER = sorted(int(path.stem.removeprefix("schema_")) for path in DATA.glob("schema_*.json"))


@dataclass(frozen=True)
class Stored:
    """A ledger as an earlier version wrote it: its tables on each kind of database, and their rows."""

    statements: dict[str, list[str]]
    rows: dict[str, list[dict[str, Any]]]

    def restore(self, home: LedgerHome) -> None:
        """Write it into an empty database."""
        with engine(home) as to, to.begin() as connection:
            for statement in self.statements[Address.parse(home.db_url).kind]:
                connection.exec_driver_sql(statement)
            there = inspect(connection)
            for name, rows in self.rows.items():
                columns = [column["name"] for column in there.get_columns(name)]
                # By name alone: the tables of the newest version are not those of this one.
                table = Table(name, MetaData(), *(Column(column) for column in columns))
                if rows:
                    connection.execute(table.insert(), [to_values(row) for row in rows])


def to_values(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: bytes.fromhex(value) if name in BINARY and value is not None else value for name, value in row.items()
    }


def stored(version: int) -> Stored:
    content = json.loads((DATA / f"schema_{version}.json").read_text(encoding="utf-8"))
    return Stored(content["statements"], content["rows"])


@contextmanager
def engine(home: LedgerHome) -> Iterator[Engine]:
    """Return the engine that writes, without a ledger around it."""
    made = Address.parse(home.db_url).database().writer()
    try:
        yield made
    finally:
        made.dispose()


def shape(connection: Connection) -> dict[str, tuple[list[tuple[str, str, bool]], set[tuple[str | None, ...]]]]:
    """Return the columns and the indexes of every table."""
    there = inspect(connection)
    return {
        name: (
            sorted((column["name"], str(column["type"]), column["nullable"]) for column in there.get_columns(name)),
            {tuple(index["column_names"]) for index in there.get_indexes(name)},
        )
        for name in there.get_table_names()
    }


def test_a_stored_ledger_of_every_version_is_there() -> None:
    # That of the present one may be there already; it becomes a former one with the next step.
    assert set(range(1, SCHEMA_VERSION)) <= set(FORMER)
    assert sorted(STEPS) == list(range(2, SCHEMA_VERSION + 1))


@pytest.mark.parametrize("version", FORMER)
def test_a_ledger_of_an_earlier_version_opens_goes_on_and_verifies(any_home: LedgerHome, version: int) -> None:
    former = stored(version)
    former.restore(any_home)
    with any_home.opened() as ledger:
        assert ledger.size() == len(former.rows["entry"])
        assert ledger.verify().ok
        assert ledger.append(utterance(900)).result().first_index == len(former.rows["entry"])
    assert any_home.sql("SELECT version FROM ledger_schema") == [(SCHEMA_VERSION,)]
    assert any_home.verdict().ok


@pytest.mark.parametrize("version", FORMER)
def test_a_ledger_that_was_brought_up_to_date_has_the_tables_of_a_new_one(any_home: LedgerHome, version: int) -> None:
    stored(version).restore(any_home)
    with engine(any_home) as to:
        prepare_schema(to)
        with to.connect() as connection:
            migrated = shape(connection)
        with to.begin() as connection:
            SCHEMA.drop_all(connection)
        prepare_schema(to)
        with to.connect() as connection:
            assert migrated == shape(connection)


def next_version(connection: Connection) -> None:
    add_column(connection, "utterance", Column("mood", String(16)))
    add_column(connection, "utterance", Column("since", BigInteger))
    add_index(connection, "utterance_by_mood", "utterance", "mood", "at")


def breaks_off(connection: Connection) -> None:
    add_column(connection, "utterance", Column("mood", String(16)))
    raise KeyboardInterrupt


def test_a_step_adds_columns_and_indexes_once(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        ledger.append(utterance(1)).result()
    steps: dict[int, Step] = dict(STEPS) | {SCHEMA_VERSION + 1: next_version}
    with engine(any_home) as to:
        for _ in range(2):
            prepare_schema(to, steps, SCHEMA_VERSION + 1)
        with to.begin() as connection:
            next_version(connection)
            columns, indexes = shape(connection)["utterance"]
    assert {"mood", "since"} <= {name for name, _, _ in columns}
    assert ("mood", "at") in indexes
    assert any_home.sql("SELECT mood FROM utterance") == [(None,)]


def test_a_step_that_breaks_off_leaves_the_version_and_can_be_done_again(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        ledger.append(utterance(1)).result()
    with engine(any_home) as to, pytest.raises(KeyboardInterrupt):
        prepare_schema(to, {SCHEMA_VERSION + 1: breaks_off}, SCHEMA_VERSION + 1)
    # As it is after the break, the version before still works with it.
    with any_home.opened() as ledger:
        assert ledger.append(utterance(2)).result().first_index == 4
        assert ledger.verify().ok
    with engine(any_home) as to:
        prepare_schema(to, {SCHEMA_VERSION + 1: next_version}, SCHEMA_VERSION + 1)
    assert any_home.sql("SELECT version FROM ledger_schema") == [(SCHEMA_VERSION + 1,)]


def test_a_newer_version_is_refused_and_left_alone(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        ledger.append(utterance(1)).result()
    any_home.sql(f"UPDATE ledger_schema SET version = {SCHEMA_VERSION + 1}")  # noqa: S608 - a number
    with pytest.raises(LedgerSchemaError, match=f"schema {SCHEMA_VERSION + 1}"), any_home.opened():
        pass
    assert any_home.sql("SELECT count(*) FROM entry") == [(4,)]


@pytest.mark.parametrize("version", FORMER)
def test_an_older_file_is_verified_without_changing_a_byte_of_it(
    home: LedgerHome, version: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    stored(version).restore(home)
    # Takes up the write-ahead log, as closing the last connection does.
    home.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    before = home.database.read_bytes()
    signers = next(row["value"] for row in stored(version).rows["meta"] if row["name"] == "signers")
    verdict = verify_file(home.database, [VerifyingKey.parse(line) for line in signers.split()])
    assert verdict.ok
    assert verdict.size == len(stored(version).rows["entry"])
    assert home.database.read_bytes() == before
    assert not list(elsewhere.iterdir())


def test_an_older_version_that_nobody_may_change_is_no_source_of_a_move(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(utterance(1)).result()
    home.sql("UPDATE ledger_schema SET version = 0")
    with pytest.raises(LedgerSchemaError, match="up to date"):
        SqlStore.open_source(home.db_url)


def test_a_making_that_was_broken_off_is_taken_up(any_home: LedgerHome) -> None:
    with any_home.opened():
        pass
    any_home.sql("DELETE FROM ledger_schema")
    any_home.sql("DROP TABLE utterance")
    with any_home.opened() as ledger:
        ledger.append(utterance(1)).result()
        assert ledger.verify().ok


def test_entries_without_a_version_are_not_taken_for_a_making_that_was_broken_off(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        ledger.append(utterance(1)).result()
    any_home.sql("DELETE FROM ledger_schema")
    with pytest.raises(LedgerForeignError), any_home.opened():
        pass
    assert any_home.sql("SELECT count(*) FROM entry") == [(4,)]


def test_a_database_of_something_else_is_refused_and_left_alone(any_home: LedgerHome) -> None:
    any_home.database.parent.mkdir(exist_ok=True)
    any_home.sql("CREATE TABLE states (state INTEGER)")
    with pytest.raises(LedgerForeignError), any_home.opened():
        pass
    with engine(any_home) as to, to.connect() as connection:
        assert inspect(connection).get_table_names() == ["states"]
