"""What the store needs to know of a kind of database."""

from typing import Protocol

from sqlalchemy import Engine


class Database(Protocol):
    """One database at an address. Its methods raise what SQLAlchemy raises, and LedgerError for what they find out."""

    erases: bool
    """Whether `scrub` leaves nothing of what was taken away. A server keeps logs and free pages of its own."""

    begins: str | None
    """How a write begins on a connection that is held for good, because it cannot be lost. None: on one that is asked
    for anew with each write, and is looked at whether its server is still there."""

    def writer(self) -> Engine:
        """Return the engine of the one connection that writes.

        Its connection is durable with every commit, and keeps every other writer out while it is open.
        """

    def reader(self) -> Engine:
        """Return the engine of connections that cannot write, and whose transactions see one moment."""

    def scrub(self, reader: Engine) -> bool:
        """Do what can be done so that nothing of what was taken away is left. Return whether that is done."""
