"""Work of one utterance that goes on while the utterance does."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from homeassistant.core import HomeAssistant, callback

from ..const import LEDGER_PATIENCE


class UnderWay:
    """Tasks that were begun and are not over."""

    def __init__(self, hass: HomeAssistant, name: str) -> None:
        self._hass = hass
        self._name = name
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def tasks(self) -> tuple[asyncio.Task[None], ...]:
        """Those that are not over now."""
        return tuple(self._tasks)

    @callback
    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin some more."""
        task = self._hass.async_create_background_task(work, self._name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def over(self) -> None:
        """Return when what was begun so far is over, or when the disk has had its time."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=LEDGER_PATIENCE)
