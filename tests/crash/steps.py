"""Death at a chosen step: before the n-th thing that a life does to its disk.

A step is a file opened for writing, renamed or removed, a flush (before and after it), or a statement of SQLite's. What
happens within a step, above all within SQLite's own commit, is hit by those who are killed from outside at some time.
"""

from itertools import count
import os
import signal
import sqlite3
from sqlite3 import dbapi2
import sys
from typing import Any

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.truncate"}


class Steps:
    """Counts from the moment at which its phase begins."""

    def __init__(self, phase: str | None, deadly: int) -> None:
        """Die before step `deadly` of `phase`; never, if there is none."""
        self.phase = phase
        self._deadly = deadly
        self._numbers: count[int] | None = None

    def install(self) -> None:
        """Begin to notice. For the rest of this process: what notices cannot be taken away."""
        fsync, connect = os.fsync, dbapi2.connect

        def noticed(fd: Any) -> None:
            self.step()
            fsync(fd)
            self.step()

        def connected(*args: Any, **how: Any) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*args, **how)
            connection.set_trace_callback(lambda _: self.step())
            return connection

        os.fsync = noticed
        dbapi2.connect = connected  # type: ignore[assignment]  # SQLAlchemy calls it just so
        sys.addaudithook(self._audit)

    def begin(self, phase: str) -> None:
        """Say that a phase begins."""
        if phase == self.phase and self._numbers is None:
            self._numbers = count(1)

    def step(self) -> None:
        """Take a step, which may be the last."""
        if self._numbers is not None and next(self._numbers) >= self._deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    def _audit(self, name: str, args: tuple[Any, ...]) -> None:
        if name in _CHANGES or (name == "open" and args[2] & _WRITES):
            self.step()
