"""Where the hosts are that configurations name: asked for in the background, and unknown until then."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from ipaddress import IPv6Network, ip_address
import socket
from typing import Final

from homeassistant.core import HomeAssistant, callback
import ifaddr

from ..const import RESOLVE_INTERVAL, RESOLVE_PATIENCE
from ..models import Place
from ..policy.addresses import Machine, literal, place_of_address

type Resolver = Callable[[str], Awaitable[Iterable[str]]]
"""Returns the addresses of a host's name. Raises OSError."""


class Whereabouts:
    """Places of hosts, kept fresh while it runs."""

    def __init__(self, hass: HomeAssistant, wanted: Callable[[], Iterable[str]], resolve: Resolver | None) -> None:
        """`wanted` names the hosts that matter now."""
        self._hass = hass
        self._wanted = wanted
        self._resolve: Final = resolve or self._ask
        self._machine = Machine()
        self._resolved: dict[str, tuple[Place, ...]] = {}
        self._stale = asyncio.Event()
        self._asking = asyncio.Lock()
        self._work: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Learn the addresses of this machine, and begin to ask for names."""
        self._machine = await self._hass.async_add_executor_job(own_machine)
        self._work = self._hass.async_create_background_task(self._keep_fresh(), "earshot resolves names")

    async def stop(self) -> None:
        """Ask no more. Idempotent."""
        if self._work is not None:
            self._work.cancel()
            await asyncio.wait({self._work})
            self._work = None

    @callback
    def places(self, host: str) -> tuple[Place, ...]:
        """Say where a host is, one place for each of its addresses; unknown while nobody has answered."""
        if (address := literal(host)) is not None:
            return (place_of_address(address, self._machine),)
        return self._resolved.get(host) or (Place.UNKNOWN,)

    @callback
    def forget(self) -> None:
        """Ask for all names anew, soon: a configuration changed."""
        self._stale.set()

    async def refresh(self) -> None:
        """Ask for all names now, and say where each one is when all have answered."""
        async with self._asking:  # an older answer must not come after a newer one
            self._machine = await self._hass.async_add_executor_job(own_machine)
            names = sorted({host for host in self._wanted() if literal(host) is None})
            places = await asyncio.gather(*(self._places_of(name) for name in names))
            self._resolved = dict(zip(names, places, strict=True))

    async def _keep_fresh(self) -> None:
        while True:
            self._stale.clear()
            await self.refresh()
            with suppress(TimeoutError):
                async with asyncio.timeout(RESOLVE_INTERVAL.total_seconds()):
                    await self._stale.wait()

    async def _places_of(self, name: str) -> tuple[Place, ...]:
        try:
            async with asyncio.timeout(RESOLVE_PATIENCE):
                addresses = await self._resolve(name)
            return tuple({place_of_address(ip_address(address), self._machine) for address in addresses})
        except OSError, ValueError:  # a TimeoutError is one, and what is no name at all is a UnicodeError
            return ()

    async def _ask(self, name: str) -> Iterable[str]:
        answers = await self._hass.loop.getaddrinfo(name, None, type=socket.SOCK_STREAM)
        return [str(answer[4][0]) for answer in answers]


def own_machine() -> Machine:
    """Return this machine's addresses and IPv6 links. Asks the operating system, so not in the event loop."""
    try:
        found = [ip for adapter in ifaddr.get_adapters() for ip in adapter.ips]
    except OSError:  # then nothing is known to be this machine but what is so by its form
        return Machine()
    texts = [(ip.ip if isinstance(ip.ip, str) else ip.ip[0], ip.network_prefix) for ip in found]
    return Machine(
        addresses=frozenset(ip_address(text.partition("%")[0]) for text, _ in texts),
        links=tuple(
            IPv6Network((text.partition("%")[0], prefix), strict=False) for text, prefix in texts if ":" in text
        ),
    )
