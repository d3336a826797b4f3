"""Runs that wait for a wake word while Earshot is loaded anew."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED, ConfigEntry, ConfigEntryChange, ConfigEntryState
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect


@asynccontextmanager
async def until_loaded_anew(hass: HomeAssistant, entry: ConfigEntry) -> AsyncIterator[None]:
    """Break off what is done within when the entry was unloaded and is loaded again; the block then just ends.

    Not before: a satellite that always listens begins its next run as soon as one ends, and while Earshot's entities
    are not there that run would fail, after which Home Assistant begins none for it any more. And not later: nothing
    of what was unloaded comes back, so the satellite would wait for a wake word that nobody listens for.
    """
    gone = entry.state is not ConfigEntryState.LOADED
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(None) as limit:

            @callback
            def changed(_change: ConfigEntryChange, which: ConfigEntry) -> None:
                nonlocal gone
                if which is not entry:
                    return
                loaded = which.state is ConfigEntryState.LOADED
                if gone and loaded and not limit.expired():
                    limit.reschedule(loop.time())
                gone = not loaded

            forget = async_dispatcher_connect(hass, SIGNAL_CONFIG_ENTRY_CHANGED, changed)
            try:
                yield
            finally:
                forget()
    except TimeoutError:
        if not limit.expired():
            raise
