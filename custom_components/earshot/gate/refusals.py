"""Who knocked at a voice host in vain: entered as the host tells it, once a minute at the most.

A host counts from its own start; what of that is in the ledger already is kept across Home Assistant's.
"""

import asyncio
from collections.abc import Callable
from typing import Final, TypedDict

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.storage import Store
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..host_link.interface import Host, Hosts
from ..ledger.record import Record, TurnedAway
from .storage import Storage

STORE_KEY: Final = f"{DOMAIN}.refusals"
STORE_VERSION: Final = 1

INTERVAL_SECONDS: Final = 60.0
"""Between two looks: somebody who knocks all day makes at most one entry a minute for each host and reason."""


class _Entered(TypedDict):
    """What is in the ledger of one run of one host."""

    run: str
    counts: dict[str, int]


class Refusals:
    """Enters them, between `start` and `stop`."""

    def __init__(self, hass: HomeAssistant, storage: Storage, hosts: Hosts) -> None:
        self._hass = hass
        self._storage = storage
        self._hosts = hosts
        self._store: Store[dict[str, _Entered]] = Store(hass, STORE_VERSION, STORE_KEY, private=True)
        self._entered: dict[str, _Entered] = {}
        self._told = asyncio.Event()
        self._forget: Callable[[], None] | None = None
        self._work: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to follow what the hosts tell."""
        self._entered = await self._store.async_load() or {}
        self._forget = self._hosts.add_listener(self._note)
        self._told.set()
        self._work = self._hass.async_create_background_task(self._follow(), "earshot enters refusals")

    async def stop(self) -> None:
        """Follow no more. Idempotent."""
        if self._forget is not None:
            self._forget()
            self._forget = None
        work, self._work = self._work, None
        if work is not None:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)

    async def enter(self) -> bool:
        """Enter what is new, and return whether there was anything. What cannot be written now is entered later."""
        anything = False
        for host in self._hosts.members:
            now = dict(self._counts(host))
            if host.report is None or not now:
                continue
            known = self._known(host)
            records: list[Record] = [
                TurnedAway(
                    at=dt_util.utcnow(),
                    label=host.title or "",
                    why=refused.why,
                    count=refused.count - known.get(refused.why, 0),
                    last_from=refused.last_from,
                )
                for refused in host.report.refused
                if refused.count > known.get(refused.why, 0)
            ]
            anything = anything or bool(records)
            if records and await self._storage.write(records):
                self._entered[host.title or ""] = _Entered(run=host.report.run, counts=now)
                await self._store.async_save(self._entered)
        return anything

    @callback
    def _note(self) -> None:
        self._told.set()

    async def _follow(self) -> None:
        while True:
            await self._told.wait()
            self._told.clear()
            if await self.enter():
                await asyncio.sleep(INTERVAL_SECONDS)

    def _known(self, host: Host) -> dict[str, int]:
        entered = self._entered.get(host.title or "")
        same = entered is not None and host.report is not None and entered["run"] == host.report.run
        return entered["counts"] if entered and same else {}

    @staticmethod
    def _counts(host: Host) -> list[tuple[str, int]]:
        return [(refused.why, refused.count) for refused in host.report.refused] if host.report else []


async def forget_refusals(hass: HomeAssistant) -> None:
    """Take away what is remembered of them, with the integration."""
    await Store[dict[str, _Entered]](hass, STORE_VERSION, STORE_KEY).async_remove()
