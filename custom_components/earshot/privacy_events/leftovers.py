"""What is told of the places where Home Assistant itself keeps words or sound: that there is something, and was not."""

from datetime import datetime

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect, async_dispatcher_send
from homeassistant.util import dt as dt_util

from ..runtime import RuntimeData, TraceFound
from ..traces.traces import SIGNAL_SURVEYED
from .looking import LOOK, look_now_and_then
from .told import SIGNAL_TOLD, Told


@callback
def follow_traces(hass: HomeAssistant, runtime: RuntimeData) -> CALLBACK_TYPE:
    """Look now and then, and tell of each place in which something is found, and nothing was at the look before.

    Whoever else looks, tells, too. What is found at the first look was there before anybody looked, and is not told;
    nor is what Home Assistant drops by itself before the next one. Returns what ends it.
    """
    known: dict[str, int] = {}

    @callback
    def surveyed(found: tuple[TraceFound, ...]) -> None:
        for one in found:
            if one.count is None:  # nobody can say; what was known before is still the last that was
                continue
            before, known[one.place] = known.get(one.place), one.count
            if before == 0 and one.count and not _goes_soon(one):
                facts = {"trace": one.place, "count": one.count, "size": one.size, "purgeable": one.purgeable}
                async_dispatcher_send(hass, SIGNAL_TOLD, Told("trace_found", dt_util.utcnow(), facts))

    async def look(_now: datetime) -> None:
        await runtime.traces.survey()

    stops = (async_dispatcher_connect(hass, SIGNAL_SURVEYED, surveyed), look_now_and_then(hass, look))

    @callback
    def stop() -> None:
        for one in stops:
            one()

    return stop


def _goes_soon(found: TraceFound) -> bool:
    return found.until is not None and found.until - dt_util.utcnow() <= LOOK
