"""Work in a thread that takes long: events tell how far it is, and whoever asked for it can break it off."""

import asyncio
from collections.abc import Callable
from typing import Any

from homeassistant.core import HomeAssistant

from ..errors import EarshotError
from .events import Events, Failed, Progress as Step

type Progress = Callable[[int, int], None]


class _BrokenOff(Exception):  # noqa: N818 - it never leaves this module
    """Nobody waits for it any more."""


async def run_long[T](hass: HomeAssistant, events: Events[Any], work: Callable[[Progress], T]) -> T | None:
    """Answer the command, run the work off the loop, and send its progress as events. Return what it came to.

    Return None if it was broken off, by unsubscribing or because the browser is gone, or if it failed: an event tells
    of that, because the command is answered already. The events are `Progress` and `Failed`.
    """
    loop = asyncio.get_running_loop()

    def send(done: int, total: int) -> None:
        events.send(Step(done=done, total=total))

    def progress(done: int, total: int) -> None:
        # Called in the thread that works.
        if not events.wanted:
            raise _BrokenOff
        loop.call_soon_threadsafe(send, done, total)

    events.begin()
    try:
        result = await hass.async_add_executor_job(work, progress)
    except _BrokenOff:
        return None
    except EarshotError as err:
        events.send(Failed.of(err))
        return None
    # Work that was done before it was waited for comes back at once: what it told on its way is sent before.
    await asyncio.sleep(0)
    return result if events.wanted else None
