"""From one schema version to the next, by steps that are functions of a connection and nothing else.

A step says what it does in SQL of its own: the tables in `schema` are those of the newest version, and will have
changed when somebody comes from the version before. SQLite and PostgreSQL do a whole step or nothing of it. MariaDB
makes every change of a table lasting at once, so a step must be able to find itself half done: `add_table`,
`add_column`, `add_index` and `drop_index` pass over what is done.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    func,
    insert,
    inspect,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects import mysql
from sqlalchemy.schema import CreateColumn

from ...errors import LedgerForeignError, LedgerSchemaError
from .refill import refill
from .schema import ENTRY, MARIADB, SCHEMA, SCHEMA_VERSION, VERSION

type Step = Callable[[Connection], None]


def _to_2(connection: Connection) -> None:
    """Tell of each utterance where its ears were, whether it was listened to, and what is kept of it."""
    add_column(connection, "utterance", Column("places", Integer))
    for trait in ("listened", "sound_kept", "words_kept"):
        add_column(connection, "utterance", Column(trait, Boolean))
    for trait in ("left_house", "listened", "sound_kept", "words_kept"):
        add_index(connection, f"utterance_by_{trait}", "utterance", trait, "at", "first_index", where=trait)
    counted = ("satellite", "outcome", "left_house", "places", "listened")
    add_index(connection, "utterance_in_time", "utterance", "at", "first_index", *counted)
    drop_index(connection, "utterance_by_time", "utterance")


def _to_3(connection: Connection) -> None:
    """Let entries of what happened on a day be found by their time."""
    kinds = ("accessed", "announced", "contacted", "donated", "gap", "listened", "reviewed", "shared")
    add_index(connection, "entry_in_time", "entry", "kind", "at", where="kind", values=kinds)


def _to_4(connection: Connection) -> None:
    """Tell of each utterance in whose company it was said, and of "listened to" only where something was kept."""
    add_table(
        connection,
        "company",
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("ears", Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb"), nullable=False),
    )
    add_column(connection, "utterance", Column("response_kept", Boolean))
    add_column(connection, "utterance", Column("company", Integer))
    refill(connection)
    drop_index(connection, "utterance_in_time", "utterance")
    counted = ("satellite", "outcome", "left_house", "places", "listened", "sound_kept", "words_kept", "company")
    add_index(connection, "utterance_in_time", "utterance", "at", "first_index", *counted)
    add_index(connection, "utterance_in_company_in_time", "utterance", "at", "first_index", "company")
    add_index(connection, "utterance_by_company", "utterance", "company", "at", "first_index")


STEPS: Mapping[int, Step] = {2: _to_2, 3: _to_3, 4: _to_4}
"""By the version that each leads to, from the one before."""


def prepare_schema(engine: Engine, steps: Mapping[int, Step] = STEPS, newest: int = SCHEMA_VERSION) -> None:
    """Create the tables in an empty database, and bring those of an older version up to the newest.

    Raises LedgerForeignError if the database is somebody else's, LedgerSchemaError if it is of a newer Earshot.
    """
    with engine.begin() as connection:
        version = _create(connection, newest)
    while version < newest:
        version += 1
        with engine.begin() as connection:
            steps[version](connection)
            connection.execute(update(VERSION), {"version": version})


def check_version(connection: Connection, newest: int = SCHEMA_VERSION) -> None:
    """Raise LedgerSchemaError if the database holds no ledger, or one of another version."""
    version = find_version(connection)
    if version is None:
        raise LedgerForeignError("the database is not a ledger")
    if version < newest:
        raise LedgerSchemaError(
            f"the ledger has schema {version}, and this Earshot knows {newest}: Home Assistant brings it up to date "
            "when Earshot is loaded"
        )
    check_newer(version, newest)


def find_version(connection: Connection) -> int | None:
    """Return the schema version of a ledger; None for a database without tables, or whose making was broken off.

    Raises LedgerForeignError if the tables are of something else.
    """
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if VERSION.name not in tables:
        raise LedgerForeignError("the database is not a ledger")
    version: int | None = connection.scalar(select(func.max(VERSION.c.version)))
    return version


def check_newer(version: int, newest: int = SCHEMA_VERSION) -> None:
    """Raise LedgerSchemaError if a version is newer than what this Earshot knows."""
    if version > newest:
        raise LedgerSchemaError(f"the ledger has schema {version}, and this Earshot knows {newest}")


def add_table(connection: Connection, name: str, *columns: Column[Any]) -> None:
    """Make a table, unless it is there."""
    Table(name, MetaData(), *columns, **MARIADB).create(connection, checkfirst=True)


def add_column(connection: Connection, table: str, column: Column[Any]) -> None:
    """Add a column that may be null, unless it is there."""
    if column.name in {known["name"] for known in inspect(connection).get_columns(table)}:
        return
    Table(table, MetaData(), column)
    definition = CreateColumn(column).compile(dialect=connection.dialect)
    name = connection.dialect.identifier_preparer.quote(table)
    connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN {definition}")


def add_index(
    connection: Connection, name: str, table: str, *columns: str, where: str | None = None, values: Sequence[str] = ()
) -> None:
    """Add an index, unless it is there.

    With `where`, of the rows in which that column is true, or is one of `values`, on a database that has such an index.
    """
    if name in {known["name"] for known in inspect(connection).get_indexes(table)}:
        return
    there = Table(table, MetaData(), autoload_with=connection)
    part = None if where is None else or_(*(there.c[where] == value for value in values or (true(),)))
    Index(name, *(there.c[column] for column in columns), sqlite_where=part, postgresql_where=part).create(connection)


def drop_index(connection: Connection, name: str, table: str) -> None:
    """Drop an index, if it is there."""
    there = Table(table, MetaData(), autoload_with=connection)
    for index in there.indexes:
        if index.name == name:
            index.drop(connection)


def _create(connection: Connection, newest: int) -> int:
    """Make the tables if there are none. Return the version that the database has now."""
    version = find_version(connection)
    if version is None:
        # MariaDB keeps each table at once, so the version is written last: without one, the others were never used.
        VERSION.create(connection, checkfirst=True)
        _drop_unused(connection)
        SCHEMA.create_all(connection)
        connection.execute(insert(VERSION), {"version": newest})
        return newest
    check_newer(version, newest)
    return version


def _drop_unused(connection: Connection) -> None:
    """Remove what a making that was broken off left. Raises LedgerForeignError if it is more than that."""
    others = [table for table in SCHEMA.sorted_tables if table is not VERSION]
    there = set(inspect(connection).get_table_names())
    if ENTRY.name in there and connection.scalar(select(func.count()).select_from(ENTRY)):
        raise LedgerForeignError("the database has entries and no version")
    SCHEMA.drop_all(connection, tables=others)
