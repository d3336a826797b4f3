"""The tables of a ledger, as they are since the newest schema version, and the check of what a database holds."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    func,
    insert,
    inspect,
    select,
)

from ...errors import LedgerSchemaError
from ..tree import HASH_BYTES, SALT_BYTES

SCHEMA_VERSION = 1

SCHEMA = MetaData()

VERSION = Table("ledger_schema", SCHEMA, Column("version", Integer, primary_key=True, autoincrement=False))

# What a redacted entry loses may be null; its index and its leaf stay for ever.
ENTRY = Table(
    "entry",
    SCHEMA,
    Column("index", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("kind", String(32)),
    Column("utterance_id", String(64)),
    Column("at", BigInteger),
    Column("salt", LargeBinary(SALT_BYTES)),
    Column("body", LargeBinary),
    Column("leaf", LargeBinary(HASH_BYTES), nullable=False),
    Index("entry_of_utterance", "utterance_id", "index"),
)
NODE = Table(
    "node",
    SCHEMA,
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("index", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary(HASH_BYTES), nullable=False),
    sqlite_with_rowid=False,
)
CHECKPOINT = Table(
    "checkpoint",
    SCHEMA,
    Column("number", Integer, primary_key=True),
    Column("note", Text, nullable=False),
)
HEAD = Table(
    "head",
    SCHEMA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("note", Text, nullable=False),
)
UTTERANCE = Table(
    "utterance",
    SCHEMA,
    Column("utterance_id", String(64), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("first_index", BigInteger, nullable=False),
    Column("satellite", String(255)),
    Column("outcome", String(32)),
    Column("left_house", Boolean),
    Index("utterance_by_time", "at", "first_index"),
    Index("utterance_by_satellite", "satellite", "at", "first_index"),
    Index("utterance_by_outcome", "outcome", "at", "first_index"),
    Index("utterance_by_first_entry", "first_index"),
    sqlite_with_rowid=False,
)
META = Table(
    "meta",
    SCHEMA,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)


def prepare_schema(connection: Connection) -> None:
    """Create the tables in an empty database; refuse one that is not ours."""
    if not inspect(connection).get_table_names():
        SCHEMA.create_all(connection)
        connection.execute(insert(VERSION), {"version": SCHEMA_VERSION})
    check_version(connection)


def check_version(connection: Connection) -> None:
    """Raise LedgerSchemaError if the database holds no ledger, or one of another version."""
    if not inspect(connection).has_table(VERSION.name):
        raise LedgerSchemaError("the database is not a ledger")
    version: int | None = connection.scalar(select(func.max(VERSION.c.version)))
    if version != SCHEMA_VERSION:
        raise LedgerSchemaError(f"the ledger has schema {version}, and this Earshot knows {SCHEMA_VERSION}")
