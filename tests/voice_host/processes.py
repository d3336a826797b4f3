"""The real voice host as a process of its own, as Home Assistant's side starts it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
import os
from pathlib import Path
import subprocess
import sys
from threading import Thread
import time
from typing import Final

HOST_ROOT: Final = Path(__file__).parents[2] / "custom_components" / "earshot" / "host"
_PATIENCE: Final = 60.0
"""Seconds until a test gives a process up; a start takes some two."""


@dataclass
class RunningHost:
    """A process, and what it logged."""

    process: subprocess.Popen[str]
    log: list[str]

    def wait_until_logged(self, words: str) -> None:
        """Wait for a log line with `words`; fails if the process ends before."""
        deadline = time.monotonic() + _PATIENCE
        while not any(words in line for line in self.log):
            assert self.process.poll() is None, "".join(self.log)
            assert time.monotonic() < deadline, "".join(self.log)
            time.sleep(0.02)

    def end(self) -> int:
        """Ask it to stop, and return its exit code."""
        self.process.terminate()
        return self.process.wait(_PATIENCE)


def command(*arguments: str, python: Path | str = sys.executable) -> list[str]:
    return [str(python), "-P", "-m", "voice_host", *arguments]


def environment() -> dict[str, str]:
    return dict(os.environ, PYTHONPATH=str(HOST_ROOT))


@contextmanager
def running(*arguments: str, **options: str) -> Iterator[RunningHost]:
    """Start a host with these arguments and wait until it serves; it is killed in the end if it still runs."""
    with subprocess.Popen(
        command(*arguments, **options), env=environment(), stderr=subprocess.PIPE, text=True, cwd="/"
    ) as process:
        log: list[str] = []
        assert process.stderr is not None
        reader = Thread(target=log.extend, args=(process.stderr,))
        reader.start()
        try:
            host = RunningHost(process, log)
            host.wait_until_logged("Ready")
            yield host
        finally:
            process.kill()
            process.wait()
            reader.join()


def finished(*arguments: str, code: str | None = None, python: Path | str = sys.executable) -> tuple[int, str, str]:
    """Run a host that ends by itself; return exit code, output and log. `code` runs instead of the module."""
    line = command(*arguments, python=python) if code is None else [str(python), "-P", "-c", code, *arguments]
    done = subprocess.run(
        line, env=environment(), capture_output=True, text=True, timeout=_PATIENCE, check=False, cwd="/"
    )
    return done.returncode, done.stdout, done.stderr
