"""The downloads that are under way while Earshot is loaded."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from homeassistant.core import HomeAssistant

from ...errors import ModelCancelledError
from .catalogue import Model
from .download import Downloaded


class Downloads:
    """Runs downloads in tasks of their own, and breaks them off when Earshot is unloaded."""

    def __init__(self) -> None:
        """Begin with none."""
        self._tasks: set[asyncio.Task[Downloaded]] = set()
        self._fetched = False

    @property
    def due(self) -> bool:
        """Whether the voice host should start again: something was fetched, and nothing more is on its way."""
        return self._fetched and not self._tasks

    async def run(self, hass: HomeAssistant, model: Model, work: Coroutine[Any, Any, Downloaded]) -> Downloaded:
        """Await a download. Raises what it raises, and ModelCancelledError when it was broken off by `close`."""
        task = hass.async_create_background_task(work, f"earshot model {model.name}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        try:
            await asyncio.wait({task})
        finally:
            task.cancel()
        if task.cancelled():
            raise ModelCancelledError(title=model.title)
        done = task.result()
        self._fetched |= done.received_bytes > 0
        return done

    async def close(self) -> None:
        """Break off what is under way, and return when each has noted whom it contacted."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
