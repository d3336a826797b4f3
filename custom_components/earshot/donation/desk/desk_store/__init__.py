"""The store of a review desk: which clips there are, how far each is, and the receipts. Nothing that anybody said.

One thread writes for everybody, many changes in one transaction when many wait; each resolves when it is durable.
Readings see one moment and wait for nobody. The modules beside this one are functions of a connection.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from ....errors.desk import DeskStoreError
from .file import engine, make_tables, prepare
from .writer import Writer

__all__ = ["Connection", "DeskStore"]


class DeskStore:
    """One store. Every method may be called from any thread; trouble with the disk is a DeskStoreError."""

    def __init__(self, path: Path) -> None:
        """Use `open`."""
        self._reader = engine(path, writes=False)
        self._engine = engine(path, writes=True)
        self._writer: Writer | None = None

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file, and make it the first time. Raises DeskStoreError, DeskStoreNewerError. Blocks."""
        try:
            prepare(path)
            store = cls(path)
            try:
                with store._engine.begin() as connection:
                    make_tables(connection)
            except BaseException:
                store.close()
                raise
        except (OSError, SQLAlchemyError) as err:
            raise DeskStoreError(f"the store cannot be opened: {type(err).__name__}") from err
        store._writer = Writer(store._engine)
        return store

    def submit[T](self, work: Callable[[Connection], T]) -> Future[T]:
        """Have something written. The future resolves when it is durable, or fails with DeskStoreError.

        What `work` itself raises is the future's error too, and nothing that it did is written then.
        """
        if self._writer is None:
            raise DeskStoreError("the store is not open")
        return self._writer.submit(work)

    def write[T](self, work: Callable[[Connection], T]) -> T:
        """Have something written, and wait for it. Raises DeskStoreError, and what `work` raises. Blocks."""
        return self.submit(work).result()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one moment and cannot write. Raises DeskStoreError. Blocks."""
        try:
            with self._reader.connect() as connection, connection.begin():
                yield connection
        except SQLAlchemyError as err:
            raise DeskStoreError(f"the store cannot be read: {type(err).__name__}") from err

    def scrub(self) -> None:
        """Leave nothing of what was taken away in the log of earlier writes either. Blocks."""
        connection = self._reader.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()

    def close(self) -> None:
        """Write what waits, and let go of the file. Blocks."""
        if self._writer is not None:
            self._writer.close()
        self._reader.dispose()
        self._engine.dispose()
