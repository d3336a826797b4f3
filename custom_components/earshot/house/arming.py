"""Confirming what cannot be undone by pressing a second time: neither a slip nor impatience is enough."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later
from homeassistant.util import dt as dt_util

ARMED_SECONDS: Final = 30.0
"""How long a second press counts. Time to read a sentence and to think, and not to forget about it."""
DELIBERATE_SECONDS: Final = 2.0
"""A second press that comes sooner counts for nothing: it is a double click, or somebody who saw nothing happen."""


class Arming:
    """Armed by one press, and fired by another one of the same person. Lives in the event loop."""

    def __init__(self, hass: HomeAssistant, changed: Callable[[], None]) -> None:
        """`changed` is called whenever `until` is another."""
        self._hass = hass
        self._changed = changed
        self._who: str | None = None
        self._armed_at = 0.0
        self._timer: CALLBACK_TYPE | None = None
        self.until: datetime | None = None
        """Until when a second press counts. None: it is not armed."""

    @callback
    def press(self, who: str) -> bool:
        """Press. Return whether that is the second press, and it is to be done; it is not armed any more then.

        A press of somebody else than `who` armed it is a first one.
        """
        now = self._hass.loop.time()
        if self.until is None or self._who != who:
            self._arm(who, now)
            return False
        if now - self._armed_at < DELIBERATE_SECONDS:
            return False
        self._disarm()
        return True

    @callback
    def stop(self) -> None:
        """Let no press count any more, and tell nobody. Idempotent."""
        self.until = None
        if self._timer is not None:
            self._timer()
            self._timer = None

    @callback
    def _arm(self, who: str, now: float) -> None:
        self.stop()
        self._who, self._armed_at = who, now
        self.until = dt_util.utcnow() + timedelta(seconds=ARMED_SECONDS)
        self._timer = async_call_later(
            self._hass, ARMED_SECONDS, HassJob(self._disarm, "earshot disarms", cancel_on_shutdown=True)
        )
        self._changed()

    @callback
    def _disarm(self, _now: datetime | None = None) -> None:
        self.stop()
        self._changed()
