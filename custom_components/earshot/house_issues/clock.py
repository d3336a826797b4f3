"""A clock that is set while Home Assistant runs: times in the ledger do not fit one another then."""

from datetime import datetime, timedelta
import time
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.event import async_track_time_interval
from homeassistant.util import dt as dt_util

from ..const import CARE_INTERVAL, DOMAIN
from ..runtime import EarshotConfigEntry

JUMPED: Final = "clock_jumped"

TOLERANCE: Final = timedelta(minutes=2)
"""How far the clock on the wall may be from the time that went by. Clocks that are put right bit by bit stay within
seconds; two minutes are what the ledger itself takes for a gap."""

_GOES_BY: Final = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Linux's clock that also counts while the machine sleeps, so that waking up is no jump. Elsewhere the next best."""


@callback
def watch_clock(hass: HomeAssistant, _entry: EarshotConfigEntry) -> CALLBACK_TYPE:
    """Show when the clock is set, until it is set back, somebody has seen it, or the returned function is called."""
    first = usual = _origin()

    @callback
    def look(_: datetime) -> None:
        nonlocal usual
        origin = _origin()
        if abs(origin - usual) < TOLERANCE:
            return
        before, usual = usual, origin
        if abs(origin - first) < TOLERANCE:
            ir.async_delete_issue(hass, DOMAIN, JUMPED)
        else:
            _show(hass, origin - before)

    forget = async_track_time_interval(hass, look, CARE_INTERVAL, cancel_on_shutdown=True)

    @callback
    def stop() -> None:
        forget()
        ir.async_delete_issue(hass, DOMAIN, JUMPED)

    return stop


def _origin() -> datetime:
    """Return when the time that goes by began, by the clock on the wall. It moves when that clock is set."""
    return dt_util.utcnow() - timedelta(seconds=time.clock_gettime(_GOES_BY))


@callback
def _show(hass: HomeAssistant, by: timedelta) -> None:
    now = dt_util.now()
    ir.async_create_issue(
        hass,
        DOMAIN,
        JUMPED,
        data={"seen": JUMPED},
        is_fixable=True,
        severity=ir.IssueSeverity.WARNING,
        translation_key=JUMPED,
        translation_placeholders={
            "before": (now - by).isoformat(sep=" ", timespec="minutes"),
            "after": now.isoformat(sep=" ", timespec="minutes"),
        },
    )
