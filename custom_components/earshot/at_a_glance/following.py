"""Following what is shown: told anew when it has changed, as soon and as seldom as a person can see it."""

from collections.abc import Awaitable, Callable
from typing import Final

from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED, ConfigEntry, ConfigEntryChange
from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import async_call_later

from ..const import DOMAIN
from ..errors import EarshotError

PAUSE_SECONDS: Final = 0.3
"""From the first sign of a change until it is looked at. What else changes meanwhile is told with it, so a hundred
utterances at once are one message; and one is seen within half a second of its end."""

NOT_LOADED: Final = "not_loaded"
"""Code of what cannot be told because Earshot is being reloaded, or is no more."""


class Following[T]:
    """One that follows, from `start` to `stop`, also while Earshot is reloaded. Lives in the event loop."""

    def __init__(
        self,
        hass: HomeAssistant,
        read: Callable[[], Awaitable[T | None]],
        show: Callable[[T | None, T], None],
        fail: Callable[[str], None],
    ) -> None:
        """`read` looks how it is now: None while Earshot is not loaded; it may raise EarshotError.

        `show` is called with what was shown last (None: nothing, or it could not be told) and with what is to be shown,
        when they differ. `fail` is called with a code when it cannot be told any more.
        """
        self._hass = hass
        self._read = read
        self._show = show
        self._fail = fail
        self._last: T | None = None
        self._failed: str | None = None
        self._again = self._looking = self._stopped = False
        self._timer: CALLBACK_TYPE | None = None
        self._forget: list[CALLBACK_TYPE] = [
            async_dispatcher_connect(hass, SIGNAL_CONFIG_ENTRY_CHANGED, self._on_entry)
        ]

    @callback
    def until_stopped(self, *forget: CALLBACK_TYPE) -> None:
        """Call these when it stops."""
        self._forget += forget

    async def start(self) -> None:
        """Show it for the first time."""
        await self._look()

    @callback
    def stop(self) -> None:
        """Follow no more."""
        self._stopped = True
        if self._timer is not None:
            self._timer()
            self._timer = None
        while self._forget:
            self._forget.pop()()

    @callback
    def poke(self, *_: object) -> None:
        """Look soon: something may have changed."""
        self._again = True
        if self._timer is None and not self._looking and not self._stopped:
            self._timer = async_call_later(self._hass, PAUSE_SECONDS, HassJob(self._on_time, cancel_on_shutdown=True))

    @callback
    def _on_entry(self, _change: ConfigEntryChange, entry: ConfigEntry) -> None:
        if entry.domain == DOMAIN:
            self.poke()

    async def _on_time(self, _now: object) -> None:
        self._timer = None
        await self._look()

    async def _look(self) -> None:
        self._looking, self._again = True, False
        try:
            found, code = await self._read(), NOT_LOADED
        except EarshotError as err:
            found, code = None, err.code
        finally:
            self._looking = False
        if not self._stopped:
            self._tell(found, code)
        if self._again:
            self.poke()

    @callback
    def _tell(self, found: T | None, code: str) -> None:
        before, self._last = self._last, found
        failed, self._failed = self._failed, code if found is None else None
        if found is not None and found != before:
            self._show(before, found)
        elif found is None and code != failed:
            self._fail(code)
