"""The database's file on disk, before any database touches it."""

import os
from pathlib import Path

from ..errors import LedgerUnavailableError


def prepare_file(path: Path) -> None:
    """Make the folder and the file for their owner only; SQLite gives its side files the same mode.

    Raises LedgerUnavailableError.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        path.chmod(0o600)
    except OSError as err:
        raise LedgerUnavailableError("the database's file cannot be made or opened") from err
