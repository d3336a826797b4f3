"""The tables of the store, and opening the file."""

from pathlib import Path
import sqlite3
from typing import Final

VERSION: Final = "1"

_TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('version', '1');
CREATE TABLE statement (sha256 TEXT PRIMARY KEY, signed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE consent_receipt (sha256 TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE consent (
    consent_id TEXT PRIMARY KEY, purpose TEXT NOT NULL, satellite_key TEXT NOT NULL, satellite TEXT NOT NULL,
    statement_sha256 TEXT NOT NULL, desk TEXT NOT NULL, address TEXT NOT NULL, desk_key_sha256 TEXT NOT NULL,
    receipt_sha256 TEXT NOT NULL, given INTEGER NOT NULL, until INTEGER NOT NULL, by TEXT NOT NULL,
    ended INTEGER, "end" TEXT
);
CREATE TABLE offer (
    offer_id TEXT PRIMARY KEY, utterance_id TEXT NOT NULL, consent_id TEXT NOT NULL, purpose TEXT NOT NULL,
    desk TEXT NOT NULL, address TEXT NOT NULL, satellite TEXT NOT NULL, said INTEGER NOT NULL, at INTEGER NOT NULL,
    state TEXT NOT NULL, until INTEGER, drop_at INTEGER NOT NULL, by_hand INTEGER NOT NULL,
    times_unknown INTEGER NOT NULL, contents TEXT NOT NULL, revision INTEGER NOT NULL, sha256 TEXT,
    size INTEGER NOT NULL, sound_ms INTEGER NOT NULL, strength REAL NOT NULL, waited_ms INTEGER NOT NULL,
    by TEXT NOT NULL, failure TEXT
);
CREATE INDEX offer_by_utterance ON offer (utterance_id);
CREATE INDEX offer_by_state ON offer (state);
CREATE INDEX offer_by_time ON offer (at);
CREATE TABLE donation (
    donation_id TEXT PRIMARY KEY, offer_id TEXT NOT NULL UNIQUE, token BLOB NOT NULL, "key" BLOB NOT NULL,
    statement_sha256 TEXT NOT NULL, made INTEGER NOT NULL, size INTEGER NOT NULL, until INTEGER, entered INTEGER,
    delivered INTEGER, withdraw_asked INTEGER, withdraw_by TEXT, asked INTEGER, unanswered INTEGER NOT NULL
);
CREATE TABLE review (
    receipt_sha256 TEXT PRIMARY KEY, donation_id TEXT NOT NULL, sequence INTEGER NOT NULL, signed BLOB NOT NULL,
    entered INTEGER NOT NULL, has_label INTEGER NOT NULL
);
CREATE INDEX review_by_donation ON review (donation_id, sequence);
"""


_OVER: Final = "CREATE TABLE IF NOT EXISTS over (offer_id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID"
"""Offers that came to nothing, until the ledger has it. Stores of before it have none of them."""


def open_database(path: Path) -> sqlite3.Connection:
    """Open the file, and make it the first time, readable by its owner only. Raises sqlite3.Error, OSError, ValueError.

    What is deleted is overwritten. Every transaction is on the disk when it is over.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    # No statement holds another one up for long: five seconds are a disk that is ill.
    database = sqlite3.connect(path, timeout=5.0, isolation_level=None, check_same_thread=False)
    try:
        database.execute("PRAGMA journal_mode = TRUNCATE")
        database.execute("PRAGMA synchronous = EXTRA")
        database.execute("PRAGMA secure_delete = ON")
        if not database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchone():
            database.executescript(f"BEGIN IMMEDIATE;{_TABLES}COMMIT;")
        _check_version(database)
        database.execute(_OVER)
    except BaseException:
        database.close()
        raise
    return database


def _check_version(database: sqlite3.Connection) -> None:
    (version,) = database.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
    if version != VERSION:
        raise ValueError("the store of donations was written by another Earshot")
