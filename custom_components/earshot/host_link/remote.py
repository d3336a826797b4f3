"""A voice host that somebody else runs: an app or a container beside Home Assistant, or another machine."""

from typing import override

from homeassistant.core import HomeAssistant

from ..errors import HostProtocolError
from ..host.voice_host.contract import PROTOCOL, HostReport
from .client import HostClient
from .kept import KeptHost, Life
from .remembered import RememberedRemote
from .ways import GuardedPort, HostAddress


class RemoteHost(KeptHost):
    """Keeps in touch with one host elsewhere. It cannot be started from here: it is there or it is not."""

    def __init__(self, hass: HomeAssistant, address: HostAddress, title: str) -> None:
        super().__init__(hass, RememberedRemote(hass, address.name))
        self._title = title
        self._way = GuardedPort(address)

    @property
    @override
    def title(self) -> str:
        return self._title

    @property
    @override
    def address(self) -> str:
        """The IP address at which it was met last; before the first time, nothing that anybody could place."""
        return self._way.met_at or ""

    @override
    async def _prepare(self) -> None:
        """Nothing is installed here."""

    @override
    def _new_life(self) -> Life:
        return _Meeting(HostClient(self._way))


class _Meeting:
    """From a connection that was made to the one that ended."""

    def __init__(self, client: HostClient) -> None:
        self.client = client

    async def start(self) -> HostReport:
        """Ask for its report. Raises HostUnavailableError, HostIdentityError or HostProtocolError."""
        report = await self.client.report()
        if report.protocol != PROTOCOL:
            raise HostProtocolError(f"It speaks version {report.protocol}, not {PROTOCOL}")
        return report

    async def wait(self) -> None:
        """Wait until the host is gone."""
        await self.client.until_gone()

    async def stop(self) -> None:
        """Nothing of it is here."""
