"""What the voice host said that it can do, kept so that Home Assistant's start need not wait until it says so again.

Only its engines, wake words and voices: no sentence of the home and no word that anybody said. What the host says of
its walls is not kept: that they stand, only a running host can say.
"""

from abc import ABC, abstractmethod
import hashlib
import logging
from pathlib import Path
from typing import Any, Final, TypedDict, override

from homeassistant.core import HomeAssistant
from homeassistant.helpers.storage import Store
from homeassistant.loader import async_get_integration
from wyoming.event import Event
from wyoming.info import Info

from ..const import DOMAIN
from .environment import HostEnvironment

LOGGER = logging.getLogger(__name__)

STORE_VERSION: Final = 1
STORE_KEY: Final = f"{DOMAIN}.voice_host"


class _Said(TypedDict):
    """What is in the store."""

    fingerprint: str
    """Of all that decides what a host can do."""
    info: dict[str, Any]
    """The data of Wyoming's `info` event."""


class Remembered(ABC):
    """The last description that one host gave of itself."""

    def __init__(self, hass: HomeAssistant, key: str) -> None:
        self._hass = hass
        self._store: Store[_Said] = Store(hass, STORE_VERSION, key, private=True)
        self._said: _Said | None = None

    @abstractmethod
    async def fingerprint(self) -> str | None:
        """Hash all that is known here of what decides what the host can do; None if it cannot be there now."""

    async def version(self) -> str:
        """Return this Earshot's version."""
        return str((await async_get_integration(self._hass, DOMAIN)).version)

    async def recall(self) -> Info | None:
        """Return what a host would say now; None if that is not known, or the host's packages are not installed."""
        said = await self._load()
        if said is None or said.get("fingerprint") != await self.fingerprint():
            return None
        try:
            return Info.from_event(Event("info", said["info"]))
        except (KeyError, TypeError, ValueError, AttributeError) as err:
            LOGGER.debug("What is remembered of the voice host cannot be read (%s)", type(err).__name__)
            return None

    async def remember(self, info: Info, fingerprint: str | None) -> None:
        """Keep what a host said that was started when the fingerprint was this one. Writes only what is new."""
        if fingerprint is None:
            return
        said = _Said(fingerprint=fingerprint, info=info.event().data)
        if said != await self._load():
            self._said = said
            await self._store.async_save(said)

    async def forget(self) -> None:
        """Take it away, with the integration."""
        self._said = None
        await self._store.async_remove()

    async def _load(self) -> _Said | None:
        if self._said is None:
            self._said = await self._store.async_load()
        return self._said


class RememberedHost(Remembered):
    """Of the host that Earshot starts itself."""

    def __init__(self, hass: HomeAssistant, environment: HostEnvironment, models: Path) -> None:
        super().__init__(hass, STORE_KEY)
        self._environment = environment
        self._models = models

    @override
    async def fingerprint(self) -> str | None:
        """Hash this Earshot's version, its host's packages, and the folder of models; None if there are no packages."""
        return await self._hass.async_add_executor_job(self._fingerprint, await self.version())

    def _fingerprint(self, version: str) -> str | None:
        try:
            if self._environment.find() is None:
                return None
            parts = [version, self._environment.stamp(), *_listing(self._models)]
        except OSError:  # a file that went while it was looked at: the next start looks again
            return None
        return hashlib.sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()


class RememberedRemote(Remembered):
    """Of a host elsewhere. What it can do now, only itself knows: what it said last stands until it speaks again."""

    def __init__(self, hass: HomeAssistant, name: str) -> None:
        super().__init__(hass, f"{STORE_KEY}.{name}")

    @override
    async def fingerprint(self) -> str | None:
        """Return this Earshot's version."""
        return await self.version()


def _listing(models: Path) -> list[str]:
    """Name every file with its size and time: a voice that was replaced may speak another language."""
    found = []
    for file in sorted(models.rglob("*")):
        if file.is_file():
            facts = file.stat()
            found.append(f"{file.relative_to(models)}:{facts.st_size}:{facts.st_mtime_ns}")
    return found
