"""Run uv, follow how far it is, and understand why it failed.

uv is a requirement of Home Assistant, which calls it in the same way: `python -m uv`.
"""

import asyncio
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import Counter, deque
from collections.abc import Callable, Sequence
import contextlib
import logging
import os
from pathlib import Path
import re
import signal
import sys
from typing import Final

from ..errors import (
    HostInstallCompilerError,
    HostInstallError,
    HostInstallNetworkError,
    HostInstallPackageError,
    HostInstallSpaceError,
)

LOGGER = logging.getLogger(__name__)

TIMEOUT_SECONDS: Final = 30 * 60
"""For one run of uv. 200 MB over a slow line is 10 minutes, and pocketsphinx builds for 5 on a small board."""
KEPT_LINES: Final = 200
"""Lines of uv's output that are searched for the cause. A failed build prints some 100."""

FORGOTTEN_VARIABLES: Final = frozenset(
    {"UV_PYTHON", "UV_SYSTEM_PYTHON", "UV_PROJECT_ENVIRONMENT", "VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH"}
)
"""They would lead uv to Home Assistant's own environment. All others stay: they name proxies and indexes."""

_CAUSES: Final[tuple[tuple[re.Pattern[str], type[HostInstallError]], ...]] = (
    # Searched in this order: a build that fails for want of space or network is not the compiler's fault.
    (re.compile(r"No space left on device|Disk quota exceeded"), HostInstallSpaceError),
    (
        re.compile(r"Failed to fetch|error sending request|dns error|network was disabled|Could not connect|timed out"),
        HostInstallNetworkError,
    ),
    (re.compile(r"Failed to build"), HostInstallCompilerError),
    (re.compile(r"No solution found|no version of|no wheels with|not found in the package"), HostInstallPackageError),
)

_STEP: Final = re.compile(r"^\s*(Downloading|Downloaded|Building|Built) ")
_BEGIN, _MIDDLE, _END = 0.1, 0.5, 0.9
"""uv looks packages up before the first, downloads until the second, builds until the third (pocketsphinx has no
wheel: a minute on two cores), and links files after it."""


class _Follower:
    """Reads uv's messages: keeps the last ones, and turns them into a fraction that never falls."""

    def __init__(self, progress: Callable[[float], None] | None) -> None:
        self.lines: deque[str] = deque(maxlen=KEPT_LINES)
        self._progress = progress
        self._steps: Counter[str] = Counter()
        self._fraction = 0.0

    async def follow(self, stream: asyncio.StreamReader) -> None:
        while True:
            try:
                raw = await stream.readline()
            except ValueError:  # a line beyond asyncio's 64 KiB: no message of uv's
                continue
            if not raw:
                return
            self._take(raw.decode(errors="replace").rstrip())

    def _take(self, line: str) -> None:
        LOGGER.debug("uv: %s", line)
        self.lines.append(line)
        if step := _STEP.match(line):
            self._steps[step[1]] += 1
        downloaded = self._steps["Downloaded"] / max(1, self._steps["Downloading"])
        built = self._steps["Built"] / max(1, self._steps["Building"])
        fraction = _BEGIN + (_MIDDLE - _BEGIN) * min(1.0, downloaded) + (_END - _MIDDLE) * min(1.0, built)
        if self._progress is not None and fraction > self._fraction:
            self._fraction = fraction
            self._progress(fraction)

    def cause(self) -> type[HostInstallError]:
        text = "\n".join(self.lines)
        return next((error for pattern, error in _CAUSES if pattern.search(text)), HostInstallError)


async def run_uv(arguments: Sequence[str], folder: Path, *, progress: Callable[[float], None] | None) -> None:
    """Run `uv` in `folder` to its end. Raises the HostInstallError that fits its last words."""
    follower = _Follower(progress)
    try:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "uv", "--color", "never", *arguments),
            cwd=folder,
            env={name: value for name, value in os.environ.items() if name not in FORGOTTEN_VARIABLES},
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=PIPE,
            start_new_session=True,
        )
    except OSError as err:
        raise HostInstallError(f"uv could not be started: {err.strerror}") from err
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            if process.stderr is not None:
                await follower.follow(process.stderr)
            status = await process.wait()
    except TimeoutError as err:
        raise HostInstallNetworkError("uv did not end in time") from err
    finally:
        await _end(process)
    if status != 0:
        LOGGER.error("Installing the voice host's packages failed: %s", "; ".join(list(follower.lines)[:3]))
        raise follower.cause()(f"uv ended with status {status}")


async def _end(process: Process) -> None:
    """Leave no uv and none of its compilers running, also when this task is being cancelled."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
