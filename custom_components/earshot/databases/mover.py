"""Moving the ledger to another database while people go on speaking."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
import logging
from threading import Event
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..gate.storage import LEDGER_ILL, Storage
from ..ledger.checkpoint import VerifyingKey
from ..ledger.moving import CHUNK, Found, Move
from ..ledger.recognition import is_behind, is_signed
from ..ledger.sql_store import SqlStore
from ..ledger.sql_store.address import Address
from .choice import LedgerDatabase

LOGGER = logging.getLogger(__name__)

ROUNDS: Final = 20
"""Rounds of copying before the last one. Each takes a small part of the time of the one before; a second round mostly
finds nothing. Whoever says something faster than it can be copied is not a household."""

type Keys = tuple[VerifyingKey, ...]
type ShowProgress = Callable[[float], None]
"""Told how much is done, from 0 to 1. Called in the event loop."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move came to."""

    entries: int | None
    """How many were moved; None if the ledger was there already, and only its address is another one."""


class Mover:
    """Moves the ledger, one move at a time, until it is closed."""

    def __init__(self, hass: HomeAssistant, storage: Storage, database: LedgerDatabase) -> None:
        self._hass = hass
        self._storage = storage
        self._database = database
        self._moving = asyncio.Lock()
        self._switching: asyncio.Task[int] | None = None
        self._stopped = Event()

    async def close(self) -> None:
        """Break off what is under way, and wait until it has let go. It can be taken up again."""
        self._stopped.set()
        if self._switching is not None:
            await asyncio.wait({self._switching})
        async with self._moving:
            pass

    async def is_here(self, typed: str) -> bool:
        """Whether the ledger is behind this address already, so that there is nothing to move.

        If nobody can ask the ledger, because its server is gone, the one behind the address must bear our signature.
        Raises LedgerError.
        """
        url, storage = self._database.resolve(typed), self._storage
        if LEDGER_ILL in storage.outages:
            return await self._hass.async_add_executor_job(lambda: is_signed(url, self._database.keys))
        return await self._hass.async_add_executor_job(is_behind, storage.ledger, url, dt_util.utcnow())

    async def move(self, typed: str, show: ShowProgress) -> Moved:
        """Move the ledger to the database that a person chose, or use the new address if it is there already.

        Until the end the ledger goes on where it is, and if this fails, it stays there. Raises LedgerError.
        """
        async with self._moving:
            self._stopped = stopped = Event()
            if await self.is_here(typed):
                async with self._storage.held():
                    self._database.settle(typed)
                return Moved(None)
            keys = self._storage.ledger.keys
            await self._database.plan(typed)
            url, progress = self._database.resolve(typed), _in_loop(self._hass.loop, show)
            copying = self._hass.async_add_executor_job(self._copy_most, url, keys, stopped, progress)
            found = await _to_its_end(copying, stopped)
            # Nobody who loses patience may stop this half-way.
            self._switching = self._hass.async_create_task(
                self._switch(typed, url, keys, found), "earshot switches to another database"
            )
            size = await asyncio.shield(self._switching)
        LOGGER.info("The ledger has moved to another database, with %d entries", size)
        return Moved(size)

    async def _switch(self, typed: str, url: str, keys: Keys, found: Found) -> int:
        async with self._storage.held():
            size = await self._hass.async_add_executor_job(self._finish, url, keys, found)
            self._database.settle(typed)
        return size

    def _copy_most(self, url: str, keys: Keys, stopped: Event, progress: ShowProgress) -> Found:
        """Copy until next to nothing is missing, and verify that."""
        with closing(SqlStore.open_source(self._database.url)) as source, closing(_target(url)) as target:
            move = Move(source, target, keys, stopped.is_set)
            found = move.prepare()
            if found is Found.AHEAD:
                return found
            for _ in range(ROUNDS):
                if move.copy(lambda done, total: progress(_part(done, total) / 2)) < CHUNK:
                    break
            move.check(lambda done, total: progress(0.5 + _part(done, total) / 2))
            return found

    def _finish(self, url: str, keys: Keys, found: Found) -> int:
        """Copy the rest while the ledger is closed, and let go of where it was."""
        where = Address.parse(url).kind.value
        with closing(SqlStore.open(self._database.url)) as source, closing(_target(url)) as target:
            move = Move(source, target, keys, lambda: False)
            # Since it was looked at, the ledger has gone on: what was ahead of it may be another one by now.
            if found is not Found.AHEAD or move.prepare() is not Found.AHEAD:
                move.copy(lambda _done, _total: None)
            with target.read() as snapshot:
                size = snapshot.size()
            move.finish(where)
        return size


def _target(url: str) -> SqlStore:
    return SqlStore.open(url, whole=False)


def _part(done: int, total: int) -> float:
    return done / total if total else 1.0


def _in_loop(loop: asyncio.AbstractEventLoop, show: ShowProgress) -> ShowProgress:
    """Return what shows progress from another thread, once for each hundredth."""
    shown = -1

    def progress(part: float) -> None:
        nonlocal shown
        if int(part * 100) > shown:
            shown = int(part * 100)
            loop.call_soon_threadsafe(show, part)

    return progress


async def _to_its_end[T](work: asyncio.Future[T], stopped: Event) -> T:
    """Wait for a thread. If nobody wants it any more, tell it so, and wait until it has heard."""
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        stopped.set()
        await asyncio.wait({work})
        raise
