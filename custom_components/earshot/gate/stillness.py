"""The ledger's file holds still while a backup copies it; the ledger itself goes on.

A database file that changes while it is copied is torn. To stop writing for the minutes that a backup takes would leave
whatever is said in them unwritten. So only the file holds still: see `Ledger.still`.
"""

import asyncio
from contextlib import ExitStack
import logging
from typing import Final

from homeassistant.core import HomeAssistant

from ..errors import EarshotError
from .storage import Storage

LOGGER = logging.getLogger(__name__)

LONGEST_SECONDS: Final = 2 * 3600.0
"""How long the file holds still without being told that the backup is over. Long enough for a backup of everything on a
slow board; short enough that the log beside it, which grows meanwhile, does not fill the disk."""


class Stillness:
    """From `begin` to `end`, or until it has lasted too long."""

    def __init__(self, hass: HomeAssistant, storage: Storage) -> None:
        self._hass = hass
        self._storage = storage
        self._held: ExitStack | None = None
        self._limit: asyncio.TimerHandle | None = None

    @property
    def holds(self) -> bool:
        """Whether the file holds still."""
        return self._held is not None

    async def begin(self) -> None:
        """Let the file hold still. A ledger that is ill does not keep a backup from being made."""
        if self._held is not None:
            return
        held = ExitStack()
        try:
            await self._hass.async_add_executor_job(held.enter_context, self._storage.ledger.still())
        except EarshotError as err:
            LOGGER.warning("A backup is made while the ledger cannot be read: %s", err.code)
            return
        self._held = held
        self._limit = self._hass.loop.call_later(LONGEST_SECONDS, self._too_long)

    async def end(self) -> None:
        """Let the file go on. Idempotent."""
        held, self._held = self._held, None
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None
        if held is not None:
            try:
                await self._hass.async_add_executor_job(held.close)
            except EarshotError as err:
                LOGGER.debug("The ledger had gone away meanwhile: %s", err.code)

    def _too_long(self) -> None:
        self._hass.async_create_background_task(self.end(), "earshot backup takes too long")
