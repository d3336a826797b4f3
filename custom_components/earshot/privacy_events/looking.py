"""Looking now and then at what nobody tells of when it changes."""

from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any, Final

from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later, async_track_time_interval
from homeassistant.helpers.start import async_at_started

FIRST: Final = timedelta(minutes=1)
"""From when Home Assistant has started until the first look: automations are at work by then, and the start is over."""
LOOK: Final = timedelta(hours=1)
"""From one look to the next. What is looked for stays for days."""


@callback
def look_now_and_then(hass: HomeAssistant, look: Callable[[datetime], Coroutine[Any, Any, None]]) -> CALLBACK_TYPE:
    """Call `look` a minute after Home Assistant has started, and every hour. Returns what ends that."""
    stops = [async_track_time_interval(hass, look, LOOK, cancel_on_shutdown=True)]

    @callback
    def started(_hass: HomeAssistant) -> None:
        stops.append(async_call_later(hass, FIRST, HassJob(look, cancel_on_shutdown=True)))

    stops.append(async_at_started(hass, started))

    @callback
    def stop() -> None:
        for one in stops:
            one()

    return stop
