"""The tables of a desk's store. No word and no sound is in them, and nothing that says who gave a clip."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
    and_,
)

SCHEMA_VERSION = 1
SCHEMA = MetaData()

META = Table("meta", SCHEMA, Column("name", String(32), primary_key=True), Column("value", String(64), nullable=False))

# Every statement that was ever in force here: a bundle names the one that its donor was shown.
STATEMENT = Table(
    "statement",
    SCHEMA,
    Column("sha256", String(64), primary_key=True),
    Column("version", Integer, nullable=False, unique=True),
    Column("document", LargeBinary, nullable=False),
)

# What was given, and what is left of that when the clip is gone: its tombstone. Days and not instants: when a home
# gave something would say who was at home.
CLIP = Table(
    "clip",
    SCHEMA,
    Column("donation_id", String(32), primary_key=True),
    Column("bundle_sha256", String(64), nullable=False),
    Column("token_sha256", String(64), nullable=False),
    Column("statement_sha256", String(64), nullable=False),
    Column("purpose", String(64), nullable=False),
    Column("day", String(10), nullable=False),
    Column("size", Integer, nullable=False),
    Column("sound_ms", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    # What the draw of lots goes by.
    Column("lot", Integer, nullable=False),
    Column("labels", Integer, nullable=False),
    Column("reason", String(16)),
    Column("ended_by", String(16)),
    Column("gone_on", String(10)),
    sqlite_with_rowid=False,
)
Index("clip_by_lot", CLIP.c.state, CLIP.c.lot)
Index("clip_by_state", CLIP.c.state, CLIP.c.purpose)
REMOVED = and_(CLIP.c.state == "gone", CLIP.c.reason.in_(("withdrawn", "accident", "personal_data")))
# SQLite takes the index of a part where the query has its very condition, or one that it follows from.
Index("clip_removed", CLIP.c.gone_on, CLIP.c.donation_id, sqlite_where=CLIP.c.gone_on.is_not(None))

# What is told of a clip is sealed to, where its bundle had a key for that.
REPLY = Table(
    "reply",
    SCHEMA,
    Column("donation_id", ForeignKey("clip.donation_id"), primary_key=True),
    Column("key", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# What people found, without what they wrote: that is sealed, under the donation's identifier and this number.
LABEL = Table(
    "label",
    SCHEMA,
    Column("donation_id", ForeignKey("clip.donation_id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("reviewer", Integer, nullable=False),
    # Whether it counts towards an agreement. One that raises an alarm does not.
    Column("counts", Boolean, nullable=False),
    PrimaryKeyConstraint("donation_id", "number"),
    sqlite_with_rowid=False,
)
# Who has had a clip already and is not given it again.
TURN = Table(
    "turn",
    SCHEMA,
    Column("donation_id", ForeignKey("clip.donation_id"), nullable=False),
    Column("reviewer", Integer, nullable=False),
    PrimaryKeyConstraint("donation_id", "reviewer"),
    sqlite_with_rowid=False,
)
RECEIPT = Table(
    "receipt",
    SCHEMA,
    Column("donation_id", ForeignKey("clip.donation_id"), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("action", String(16), nullable=False),
    # Milliseconds since the epoch.
    Column("at", Integer, nullable=False),
    Column("reviewer", Integer),
    Column("heard_ms", Integer),
    Column("body", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    # The label that goes with it while there is one.
    Column("label", Integer),
    # Whether the house's own ledger has it.
    Column("entered", Boolean, nullable=False),
    PrimaryKeyConstraint("donation_id", "sequence"),
    sqlite_with_rowid=False,
)
Index("receipt_to_enter", RECEIPT.c.donation_id, RECEIPT.c.sequence, sqlite_where=RECEIPT.c.entered.is_(False))
Index("receipt_by_action", RECEIPT.c.action, RECEIPT.c.heard_ms)

# The number that stands for a user in receipts. Only this desk knows whose it is.
REVIEWER = Table(
    "reviewer",
    SCHEMA,
    Column("number", Integer, primary_key=True),
    Column("user_id", String(64), nullable=False, unique=True),
)
# How many clips somebody was given on a day of this house.
REVIEWER_DAY = Table(
    "reviewer_day",
    SCHEMA,
    Column("reviewer", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("clips", Integer, nullable=False),
    PrimaryKeyConstraint("reviewer", "day"),
    sqlite_with_rowid=False,
)
ALARM = Table(
    "alarm",
    SCHEMA,
    Column("number", Integer, primary_key=True),
    Column("donation_id", ForeignKey("clip.donation_id"), nullable=False),
    Column("raised", Integer, nullable=False),
    Column("reviewer", Integer, nullable=False),
    # "release", "deleted". Null: nobody has decided.
    Column("decision", String(16)),
)
DATA_SET = Table(
    "data_set",
    SCHEMA,
    Column("number", Integer, primary_key=True),
    Column("name", String(64), nullable=False),
    Column("layout", String(32), nullable=False),
    Column("made", Integer, nullable=False),
    UniqueConstraint("name"),
)
PUBLISHED = Table(
    "published",
    SCHEMA,
    Column("donation_id", ForeignKey("clip.donation_id"), nullable=False),
    Column("data_set", ForeignKey("data_set.number"), nullable=False),
    PrimaryKeyConstraint("donation_id", "data_set"),
    Index("published_in", "data_set", "donation_id"),
    sqlite_with_rowid=False,
)
