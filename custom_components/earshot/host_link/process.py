"""One life of the voice host's process: spawn it, wait until it answers, relay its log, end it without a trace."""

import asyncio
from asyncio.subprocess import DEVNULL, PIPE, Process
import contextlib
from dataclasses import dataclass
import logging
import os
from pathlib import Path
import shutil
import signal
import tempfile
from typing import Final

from homeassistant.core import HomeAssistant

from ..errors import HostError, HostProtocolError, HostStartError
from ..host.voice_host.contract import PROTOCOL, HostReport
from .client import HostClient
from .host_log import HostLog
from .ways import SocketFile

LOGGER = logging.getLogger(__name__)

START_TIMEOUT_SECONDS: Final = 60
"""From the spawn to the first report. It takes 3 s on a desktop; a small board with a slow card some 20 s."""
POLL_SECONDS: Final = 0.05
"""Between two looks for the socket: nothing to see in a start of seconds, nothing to feel for the processor."""
STOP_TIMEOUT_SECONDS: Final = 5
"""Between SIGTERM and SIGKILL. The host ends in under a second; Home Assistant gives its whole shutdown 20 s."""
MAX_SOCKET_PATH_BYTES: Final = 107
"""`sun_path` of unix(7): 108 bytes with the closing zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostCommand:
    """How to start a host, but for its socket."""

    python: Path
    """Interpreter of the host's own environment."""
    root: Path
    """Folder that has the package `voice_host`."""
    arguments: tuple[str, ...] = ()

    def line(self, uri: str) -> tuple[str, ...]:
        """Return the command line. `-P` and `-s` keep the current folder and the user's packages off its path.

        The host ends when its parent is gone, however that went.
        """
        own = ("--uri", uri, "--parent", str(os.getpid()))
        return (str(self.python), "-P", "-s", "-m", "voice_host", *own, *self.arguments)

    def environment(self) -> dict[str, str]:
        """Return all of the process's environment: none of Home Assistant's variables, which may hold secrets."""
        return {
            "PATH": os.defpath,
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(self.root),
            "PYTHONUNBUFFERED": "1",
            "PYTHONFAULTHANDLER": "1",
        }


class HostProcess:
    """A running host, from `start` to `stop`. Its socket lies in a 0700 folder that goes when it goes."""

    def __init__(self, hass: HomeAssistant, command: HostCommand) -> None:
        self._hass = hass
        self._command = command
        self._folder: Path | None = None
        self._process: Process | None = None
        self._log = HostLog()
        self._relay: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """Its process id, once it was spawned."""
        return self._process.pid if self._process else None

    @property
    def client(self) -> HostClient:
        """Whom to ask. Only after `start`."""
        if self._folder is None:
            raise HostStartError("The voice host was not started")
        return HostClient(SocketFile(self._folder / "host.sock"))

    async def start(self) -> HostReport:
        """Spawn it and wait for its first report.

        Raises HostStartError (it ended, did not come to answer, or could not be spawned) or HostProtocolError
        (it speaks another version), and leaves nothing behind then.
        """
        try:
            self._folder = await self._hass.async_add_executor_job(_make_folder)
            self._process = await self._spawn(self._folder)
            self._relay = self._hass.async_create_background_task(self._relay_log(), "earshot voice host log")
            report = await self._first_report()
        except OSError as err:
            await self.stop()
            raise HostStartError(f"Its folder could not be made: {err.strerror}", reason=err.strerror or "") from err
        except BaseException:
            await self.stop()
            raise
        self._log.quiet()
        return report

    async def wait(self) -> int:
        """Wait until it has ended, and return its status: negative for a signal."""
        if self._process is None:
            raise HostStartError("The voice host was not started")
        return await self._process.wait()

    async def stop(self) -> None:
        """End it: ask, wait, kill. Nothing of it is left then. Idempotent."""
        if self._process is not None:
            await _end(self._process)
        if self._relay is not None:
            # What it still wrote is in the pipe; a grandchild that holds the pipe open must not hold us up.
            await asyncio.wait({self._relay}, timeout=1)
            self._relay.cancel()
            self._relay = None
        if self._folder is not None:
            await self._hass.async_add_executor_job(_remove_folder, self._folder)
            self._folder = None

    async def _spawn(self, folder: Path) -> Process:
        try:
            return await asyncio.create_subprocess_exec(
                *self._command.line(f"unix://{folder / 'host.sock'}"),
                cwd="/",
                env=self._command.environment(),
                stdin=DEVNULL,
                stdout=DEVNULL,
                stderr=PIPE,
                start_new_session=True,  # a Ctrl-C on Home Assistant's terminal is not for it
                umask=0o077,
            )
        except OSError as err:
            raise HostStartError(f"It could not be spawned: {err.strerror}", reason=err.strerror or "") from err

    async def _relay_log(self) -> None:
        if self._process is not None and self._process.stderr is not None:
            await self._log.relay(self._process.stderr)

    async def _first_report(self) -> HostReport:
        try:
            async with asyncio.timeout(START_TIMEOUT_SECONDS):
                report = await self._ask_until_answered()
        except TimeoutError as err:
            reason = self._log.last or f"no answer within {START_TIMEOUT_SECONDS} s"
            raise HostStartError("It did not come to answer", reason=reason) from err
        if report.protocol != PROTOCOL:
            raise HostProtocolError(f"It speaks version {report.protocol}, not {PROTOCOL}")
        return report

    async def _ask_until_answered(self) -> HostReport:
        socket = Path(self._folder or "") / "host.sock"
        while True:
            if self._process is not None and self._process.returncode is not None:
                await self._raise_early_end(self._process.returncode)
            if await self._hass.async_add_executor_job(socket.exists):
                with contextlib.suppress(HostError):
                    return await self.client.report()
            await asyncio.sleep(POLL_SECONDS)

    async def _raise_early_end(self, status: int) -> None:
        if self._relay is not None:
            await asyncio.wait({self._relay}, timeout=1)  # its last line says why
        reason = self._log.last or f"exit status {status}"
        raise HostStartError(f"It ended with status {status} before it answered", reason=reason)


async def _end(process: Process) -> None:
    for signal_number, patience in ((signal.SIGTERM, STOP_TIMEOUT_SECONDS), (signal.SIGKILL, None)):
        if process.returncode is not None:
            break
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal_number)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await process.wait()


def _make_folder() -> Path:
    """Make a 0700 folder whose name leaves room for a socket's path, which the kernel limits."""
    for parent in (None, "/tmp"):  # noqa: S108 - mkdtemp makes the name, and the folder is for its owner only
        folder = Path(tempfile.mkdtemp(prefix="earshot-", dir=parent))
        if len(os.fsencode(folder / "host.sock")) <= MAX_SOCKET_PATH_BYTES:
            return folder
        folder.rmdir()
    raise HostStartError("No folder has a short enough path for a socket", reason="path too long")


def _remove_folder(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
