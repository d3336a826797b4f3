"""The ledger's two files in the keys folder: its private key, and the public keys that it trusts.

The keys folder is the root of trust: a database is believed because a key in this folder signed it, never
because of a key that lies in the database.
"""

from collections.abc import Iterable
import os
from pathlib import Path

from .checkpoint import SigningKey, VerifyingKey

SIGNING_KEY = "ledger-signing.key"
"""The private key; mode 0600."""
TRUSTED_KEYS = "ledger-trusted.vkeys"
"""One verifying key a line, oldest first. Whoever checks this ledger elsewhere needs a copy of this file."""


def load_or_create(folder: Path, origin: str) -> SigningKey:
    """Return the ledger's private key; make it the first time. Once made, it keeps its name.

    Raises LedgerCorruptError if the file is not a key, OSError if the folder cannot be used.
    """
    path = folder / SIGNING_KEY
    if not path.exists():
        _write(path, SigningKey.generate(origin).dump())
    key = SigningKey.parse(path.read_text())
    add_trusted(folder, [key.verifying])
    return key


def trusted(folder: Path) -> tuple[VerifyingKey, ...]:
    """Return the keys whose signatures are believed. Raises LedgerCorruptError."""
    path = folder / TRUSTED_KEYS
    return tuple(VerifyingKey.parse(line) for line in path.read_text().split()) if path.exists() else ()


def add_trusted(folder: Path, keys: Iterable[VerifyingKey]) -> None:
    """Believe these keys from now on."""
    known = trusted(folder)
    new = [key for key in keys if key not in known]
    if new:
        _write(folder / TRUSTED_KEYS, "".join(f"{key.text}\n" for key in (*known, *new)))


def _write(path: Path, text: str) -> None:
    """Replace a file as a whole and durably, readable by its owner only; make its folder the first time."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a new or renamed file's name durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
