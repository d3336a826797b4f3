"""A program that belongs to the home: started in a group of its own, and never left behind."""

from collections.abc import Callable, Mapping, Sequence
import os
from pathlib import Path
import signal
import subprocess
import time
from typing import Final

_GRACE: Final = 20.0
"""Seconds between asking and killing. Home Assistant takes 1 to 3 to write its state; a busy machine takes more."""


class Program:
    """One started program and all that it starts itself."""

    def __init__(
        self, command: Sequence[str | Path], *, log: Path, cwd: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        """Start it. Its output goes to `log`; it is asked to stop when this process ends in whatever way."""
        with log.open("ab") as output:
            self._process = subprocess.Popen(  # noqa: S603  our own programs
                # The kernel sends it the signal when its parent dies, be it by kill -9.
                ["/usr/bin/setpriv", "--pdeathsig", "TERM", *map(str, command)],
                cwd=cwd,
                env={**os.environ, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.log = log

    @property
    def pid(self) -> int:
        """The process id, also the id of its group."""
        return self._process.pid

    @property
    def ended(self) -> int | None:
        """Its exit status, or None while it runs."""
        return self._process.poll()

    def stop(self, grace: float = _GRACE) -> bool:
        """Ask it to end and wait, then end whatever is left of its group; return whether it ended when asked."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(grace)
        except subprocess.TimeoutExpired:
            asked = False
        else:
            asked = True
        self.kill()
        return asked

    def kill(self) -> None:
        """End it and its group at once."""
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        self._process.wait()

    def last_lines(self, count: int = 15) -> str:
        """Return the end of its output."""
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:])


def wait_until(what: str, condition: Callable[[], bool], seconds: float, every: float = 0.1) -> None:
    """Call `condition` until it is true; raises TimeoutError saying what did not happen."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(every)
