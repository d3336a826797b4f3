"""A voice host that somebody else runs: an app or a container beside Home Assistant, or another machine."""

from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from typing import override

from homeassistant.core import HomeAssistant

from ..errors import HostProtocolError
from ..gate.whereabouts import own_machine
from ..host.voice_host.contract import PROTOCOL, HostReport
from ..models import Place
from ..policy.addresses import Machine, literal, place_of_address
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
        written = literal(address.host)
        self._place = place_of_address(written, Machine()) if written else Place.UNKNOWN

    @property
    @override
    def title(self) -> str:
        return self._title

    @property
    @override
    def place(self) -> Place:
        """Where it was met last. Before the first time, only an address that is written in figures says anything."""
        return self._place

    async def forget(self) -> None:
        """Take away what is remembered of it."""
        await self._remembered.forget()

    @override
    async def _prepare(self) -> None:
        """Nothing is installed here."""

    @override
    def _new_life(self) -> Life:
        return _Meeting(HostClient(self._way), self._find_place)

    async def _find_place(self) -> None:
        machine = await self._hass.async_add_executor_job(own_machine)
        # What stands before a %: an IPv6 address of a link names the interface after it.
        address = ip_address((self._way.met_at or "").partition("%")[0])
        self._place = place_of_address(address, machine)


class _Meeting:
    """From a connection that was made to the one that ended."""

    def __init__(self, client: HostClient, on_met: Callable[[], Awaitable[None]]) -> None:
        self.client = client
        self._on_met = on_met

    async def start(self) -> HostReport:
        """Ask for its report. Raises HostUnavailableError, HostIdentityError or HostProtocolError."""
        report = await self.client.report()
        if report.protocol != PROTOCOL:
            raise HostProtocolError(f"It speaks version {report.protocol}, not {PROTOCOL}")
        await self._on_met()
        return report

    async def wait(self) -> None:
        """Wait until the host is gone."""
        await self.client.until_gone()

    async def stop(self) -> None:
        """Nothing of it is here."""
