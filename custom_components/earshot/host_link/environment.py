"""The voice host's own Python environment: where it is, whether it is complete, and how it is made.

It is separate from Home Assistant's, because Home Assistant pins other versions of some of the same packages
and because a package with native code that crashes must not take the house down.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
import hashlib
import json
import logging
import os
from pathlib import Path
import platform
import shutil
import sys
import sysconfig
import tempfile
from typing import Final, Self
from urllib.parse import urlsplit

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..errors import HostInstallError, HostUnsupportedError
from .installer import run_uv

LOGGER = logging.getLogger(__name__)

HOST_ROOT: Final = Path(__file__).parent.parent / "host"
"""Source root of the voice host: what its PYTHONPATH is."""
REQUIREMENTS: Final = HOST_ROOT / "requirements.txt"
"""Every package of the environment with its version, exported from the project's lock file."""
STAMP: Final = ".earshot-requirements"
"""Written last: the SHA-256 of the requirements that are wholly installed."""

CONTACT: Final = ".earshot-contact"
"""Beside the stamp until the ledger has an entry of it: when the packages were fetched, and from whom."""
INDEX_VARIABLES: Final = ("UV_DEFAULT_INDEX", "UV_INDEX_URL")
"""Where a person names the index that uv asks. Otherwise uv has its own, or one from a file: that is not known here."""

ARCHITECTURES: Final = frozenset({"x86_64", "aarch64"})
"""The two that all of the engines' packages have wheels for."""
PYTHON: Final = (3, 14)
"""The version that the requirements were locked for; a wheel with native code belongs to one version."""

type Progress = Callable[[float], None]
"""Told how far the work is, from 0 to 1. Called in the event loop."""


@dataclass(frozen=True, slots=True)
class Contact:
    """The packages were fetched from an index."""

    at: datetime
    host: str | None
    """The index, if it is known."""


class HostEnvironment:
    """The environment in one folder, made from one file of requirements. The folder may be a symlink."""

    def __init__(self, folder: Path, requirements: Path = REQUIREMENTS) -> None:
        self._folder = folder
        self._requirements = requirements

    @classmethod
    def of(cls, hass: HomeAssistant) -> Self:
        """Return the one of this Home Assistant. It lies in the cache, so that no backup carries it."""
        return cls(Path(hass.config.cache_path(DOMAIN, "host-env")))

    @property
    def python(self) -> Path:
        """The environment's interpreter, whether it is there or not."""
        return self._folder / "bin" / "python"

    def why_unsupported(self) -> str | None:
        """Say why the engines cannot run on this system, as a translation key; None where they can.

        `musl`: there is no onnxruntime for Alpine, so for Home Assistant's own container and operating system.
        Python reads its build settings from a file the first time: not for the event loop.
        """
        if sys.platform != "linux":
            return "system"
        if "musl" in str(sysconfig.get_config_var("SOABI")):
            return "musl"
        if platform.machine() not in ARCHITECTURES or sys.maxsize < 2**32:
            return "architecture"
        if sys.version_info[:2] != PYTHON:
            return "python"
        return None

    def find(self) -> Path | None:
        """Return the interpreter if the environment is complete. Reads files: not for the event loop."""
        try:
            stamp = (self._folder / STAMP).read_text().strip()
            wanted = self.stamp()
        except FileNotFoundError, NotADirectoryError:
            return None
        # A new Python under Home Assistant leaves the environment's link to the old one dangling.
        return self.python if stamp == wanted and self.python.exists() else None

    async def install(self, hass: HomeAssistant, progress: Progress) -> None:
        """Make the environment anew, in place of an incomplete one.

        Raises HostUnsupportedError, or a HostInstallError that says what stood in the way. A failure or a
        cancellation leaves nothing behind, and an older environment as it was.
        """
        if reason := await hass.async_add_executor_job(self.why_unsupported):
            raise HostUnsupportedError(f"The engines do not run here: {reason}", reason=reason)
        fresh = await hass.async_add_executor_job(self._make_room)
        try:
            await self._fill(fresh, progress)
            await hass.async_add_executor_job(self._put_in_place, fresh)
        finally:
            await hass.async_add_executor_job(_remove_folder, fresh)
        progress(1.0)

    def contact(self) -> Contact | None:
        """Return the installation that is in no ledger yet, or None. Reads a file."""
        try:
            noted = json.loads((self._folder / CONTACT).read_text())
            return Contact(datetime.fromisoformat(noted["at"]), noted["host"])
        except OSError, ValueError, KeyError, TypeError:
            return None

    def contact_entered(self) -> None:
        """Forget the installation: the ledger has it. Removes a file."""
        (self._folder / CONTACT).unlink(missing_ok=True)

    def stamp(self) -> str:
        """Return the SHA-256 of the requirements that a complete environment has. Reads a file."""
        return hashlib.sha256(self._requirements.read_bytes()).hexdigest()

    def _make_room(self) -> Path:
        """Make an empty folder beside the target, so that the last step is a rename."""
        try:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            for left_over in self._folder.parent.glob(f"{self._folder.name}.new-*"):
                _remove_folder(left_over)
            return Path(tempfile.mkdtemp(prefix=f"{self._folder.name}.new-", dir=self._folder.parent))
        except OSError as err:
            raise HostInstallError(f"No folder for the environment: {err.strerror}") from err

    async def _fill(self, fresh: Path, progress: Progress) -> None:
        # Relocatable, because it is renamed when it is whole.
        venv = ("venv", "--relocatable", "--no-project", "--allow-existing", "--python", sys.executable, str(fresh))
        await run_uv(venv, fresh.parent, progress=None)
        progress(0.05)
        # Compiled now: the host's sandbox lets it write nothing, so it would compile all of them at each start.
        install = ("pip", "install", "--no-deps", "--compile-bytecode", "--python", str(fresh / "bin" / "python"))
        # All dependencies are in the file. Resolving them would bring what openwakeword names and the host never loads.
        await run_uv((*install, "-r", str(self._requirements)), fresh.parent, progress=progress)

    def _put_in_place(self, fresh: Path) -> None:
        (fresh / CONTACT).write_text(json.dumps({"at": dt_util.utcnow().isoformat(), "host": _index_host()}))
        with (fresh / STAMP).open("w") as file:
            file.write(self.stamp())
            file.flush()
            os.fsync(file.fileno())
        if self._folder.is_symlink():
            self._folder.unlink()  # only the link: what it points to is somebody's own environment
        else:
            _remove_folder(self._folder)
        fresh.rename(self._folder)


def _index_host() -> str | None:
    named = next((value for name in INDEX_VARIABLES if (value := os.environ.get(name))), "")
    try:
        return urlsplit(named).hostname
    except ValueError:  # a name that is no address: uv made something of it
        return None


def _remove_folder(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
