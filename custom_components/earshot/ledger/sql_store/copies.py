"""A copy of a database file that must not be changed and cannot be read as it is: it is of an earlier schema."""

from contextlib import closing
from pathlib import Path
import sqlite3
from tempfile import TemporaryDirectory
from urllib.parse import quote

from sqlalchemy import URL

from ...errors import LedgerCorruptError
from .migrations import prepare_schema
from .sqlite import SqliteFile


def read_only(path: Path) -> URL:
    """Return the address of a file that is only ever read."""
    # Without write access SQLite cannot make the index of a write-ahead log, and needs none if there is no log.
    log = path.with_name(path.name + "-wal")
    how = {"uri": "true", "mode": "ro"} | ({} if log.exists() else {"immutable": "1"})
    return URL.create("sqlite", database=f"file:{quote(str(path.absolute()))}", query=how)


class UpToDateCopy(SqliteFile):
    """A copy of a file, brought up to date, in a folder that only its owner can enter and that goes with it."""

    def __init__(self, path: Path) -> None:
        """Make the copy. The file itself stays as it is, byte by byte."""
        self._folder = TemporaryDirectory(prefix="earshot-")
        copy = Path(self._folder.name) / "ledger.db"
        super().__init__(URL.create("sqlite", database=str(copy)))
        engine = self.writer()
        try:
            with closing(_connect(path)) as source, closing(sqlite3.connect(copy)) as target:
                source.backup(target)
            prepare_schema(engine)
        except BaseException as err:
            engine.dispose()
            self.remove()
            if isinstance(err, sqlite3.Error):
                raise LedgerCorruptError("the database's file cannot be copied") from err
            raise
        engine.dispose()

    def remove(self) -> None:
        """Remove it."""
        self._folder.cleanup()


def _connect(path: Path) -> sqlite3.Connection:
    url = read_only(path)
    how = "&".join(f"{name}={value}" for name, value in url.query.items() if name != "uri")
    return sqlite3.connect(f"{url.database}?{how}", uri=True)
