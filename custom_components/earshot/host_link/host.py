"""The voice host that Earshot starts itself, on this machine and behind a socket that nobody else reaches."""

from pathlib import Path
from typing import override

from homeassistant.core import HomeAssistant

from .environment import HOST_ROOT, HostEnvironment
from .kept import KeptHost, Life
from .process import HostCommand, HostProcess
from .remembered import RememberedHost


class VoiceHost(KeptHost):
    """Keeps one host process running."""

    def __init__(
        self, hass: HomeAssistant, environment: HostEnvironment, models: Path, *, root: Path = HOST_ROOT
    ) -> None:
        super().__init__(hass, RememberedHost(hass, environment, models))
        self._environment = environment
        self._models = models
        self._root = root
        self._process: HostProcess | None = None

    @property
    def pid(self) -> int | None:
        """Process id of the present host."""
        return self._process.pid if self._process is not None and self._life is self._process else None

    @override
    async def _prepare(self) -> None:
        """Install its packages, should an update have changed them."""
        if await self._hass.async_add_executor_job(self._environment.find) is None:
            await self._environment.install(self._hass, lambda _: None)

    @override
    def _new_life(self) -> Life:
        arguments = ("--models", str(self._models))
        command = HostCommand(python=self._environment.python, root=self._root, arguments=arguments)
        self._process = HostProcess(self._hass, command)
        return self._process
