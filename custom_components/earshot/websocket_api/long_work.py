"""Work in a thread that takes long: events tell how far it is, and whoever asked for it can break it off."""

import asyncio
from collections.abc import Callable

from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.core import HomeAssistant

from ..errors import EarshotError
from .answering import Message

type Progress = Callable[[int, int], None]


class _BrokenOff(Exception):  # noqa: N818 - it never leaves this module
    """Nobody waits for it any more."""


async def run_long[T](
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, work: Callable[[Progress], T]
) -> T | None:
    """Answer the message, run the work off the loop, and send its progress as events. Return what it came to.

    Return None if it was broken off, by unsubscribing or because the browser is gone, or if it failed: an event tells
    of that, because the message is answered already.
    """
    loop = asyncio.get_running_loop()
    waited_for = True

    def forget() -> None:
        nonlocal waited_for
        waited_for = False

    def send(done: int, total: int) -> None:
        if waited_for:
            connection.send_event(msg["id"], {"type": "progress", "done": done, "total": total})

    def progress(done: int, total: int) -> None:
        # Called in the thread that works.
        if not waited_for:
            raise _BrokenOff
        loop.call_soon_threadsafe(send, done, total)

    connection.subscriptions[msg["id"]] = forget
    connection.send_result(msg["id"])
    try:
        result = await hass.async_add_executor_job(work, progress)
    except _BrokenOff:
        return None
    except EarshotError as err:
        connection.send_event(msg["id"], {"type": "failed", "code": err.code, "placeholders": dict(err.placeholders)})
        return None
    # Work that was done before it was waited for comes back at once: what it told on its way is sent before.
    await asyncio.sleep(0)
    return result if waited_for else None
