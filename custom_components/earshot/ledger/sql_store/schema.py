"""The tables of a ledger as the newest schema version has them, on each kind of database."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    or_,
    true,
)
from sqlalchemy.dialects import mysql

from ..tree import HASH_BYTES, SALT_BYTES

SCHEMA_VERSION = 4

SCHEMA = MetaData()

COUNTED = (
    "satellite",
    "outcome",
    "left_house",
    "places",
    "listened",
    "sound_kept",
    "words_kept",
    "company",
)
"""What is asked for of utterances by itself or together."""

# MariaDB compares bytes, trailing spaces included, and flushes with a commit in this engine only.
MARIADB: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_nopad_bin",
    "mariadb_engine": "InnoDB",
    "mariadb_charset": "utf8mb4",
    "mariadb_collate": "utf8mb4_nopad_bin",
}


def _bytes(length: int) -> Any:
    """Return the type of so many bytes. MariaDB would keep its own kind of BLOB beside the row."""
    return LargeBinary(length).with_variant(mysql.VARBINARY(length), "mysql", "mariadb")


VERSION = Table("ledger_schema", SCHEMA, Column("version", Integer, primary_key=True, autoincrement=False), **MARIADB)

# What a redacted entry loses may be null; its index and its leaf stay for ever.
ENTRY = Table(
    "entry",
    SCHEMA,
    Column("index", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("kind", String(32)),
    Column("utterance_id", String(64)),
    Column("at", BigInteger),
    Column("salt", _bytes(SALT_BYTES)),
    Column("body", LargeBinary().with_variant(mysql.LONGBLOB(), "mysql", "mariadb")),
    Column("leaf", _bytes(HASH_BYTES), nullable=False),
    Index("entry_of_utterance", "utterance_id", "index"),
    **MARIADB,
)
NODE = Table(
    "node",
    SCHEMA,
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("index", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", _bytes(HASH_BYTES), nullable=False),
    sqlite_with_rowid=False,
    **MARIADB,
)
CHECKPOINT = Table(
    "checkpoint",
    SCHEMA,
    Column("number", Integer, primary_key=True),
    Column("note", Text, nullable=False),
    **MARIADB,
)
HEAD = Table(
    "head",
    SCHEMA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("note", Text, nullable=False),
    **MARIADB,
)
# Who was within earshot, for the many utterances that have just these ears in common; see `ledger.company`.
COMPANY = Table(
    "company",
    SCHEMA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    # MariaDB's own TEXT is too short for what a body may hold.
    Column("ears", Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb"), nullable=False),
    **MARIADB,
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
    Column("places", Integer),
    Column("listened", Boolean),
    Column("sound_kept", Boolean),
    Column("words_kept", Boolean),
    Column("response_kept", Boolean),
    # The number of a company. None: it has no ear.
    Column("company", Integer),
    # All that is counted and asked for, so that counting never leaves the index.
    Index("utterance_in_time", "at", "first_index", *COUNTED),
    # The narrowest, for what is passed over; with the one filter that has many values at once.
    Index("utterance_in_company_in_time", "at", "first_index", "company"),
    Index("utterance_by_company", "company", "at", "first_index"),
    Index("utterance_by_satellite", "satellite", "at", "first_index"),
    Index("utterance_by_outcome", "outcome", "at", "first_index"),
    Index("utterance_by_first_entry", "first_index"),
    sqlite_with_rowid=False,
    **MARIADB,
)


def _index_of(trait: Column[Any]) -> None:
    """Index the utterances that have a trait, and no others: most have none, and cost nothing when they are written.

    MariaDB has no index of a part, and gets one of all.
    """
    table = UTTERANCE.c
    name = f"utterance_by_{trait.name}"
    # As a query says it: SQLite takes the index of a part only for the very same condition.
    part = trait == true()
    Index(name, trait, table.at, table.first_index, sqlite_where=part, postgresql_where=part)


TRAITS = (UTTERANCE.c.left_house, UTTERANCE.c.listened, UTTERANCE.c.sound_kept, UTTERANCE.c.words_kept)
"""What can be asked for alone and few utterances have."""
for _trait in TRAITS:
    _index_of(_trait)

HAPPENINGS = ("accessed", "announced", "contacted", "donated", "gap", "listened", "reviewed", "shared")
"""Kinds of entries that are looked for by their time: what happened on a day, whatever it happened to."""
# Of the others there are many, and they cost nothing when they are written. MariaDB has no index of a part.
_happening = or_(*(ENTRY.c.kind == kind for kind in HAPPENINGS))
Index("entry_in_time", ENTRY.c.kind, ENTRY.c.at, sqlite_where=_happening, postgresql_where=_happening)

META = Table(
    "meta",
    SCHEMA,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
    **MARIADB,
)
