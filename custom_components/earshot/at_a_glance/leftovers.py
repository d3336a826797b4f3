"""What Home Assistant keeps itself, as it was when somebody last looked. That takes a while, and nobody waits."""

from typing import Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback

from ..gate.changes import tell_changed
from ..traces.place import Found
from ..traces.traces import Traces

FRESH_SECONDS: Final = 300.0
"""How long what was seen is good enough for a glance. The page of leftovers looks by itself whenever it is opened."""


class Leftovers:
    """Looks in the background whenever somebody asks for what is known and that is old."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry, traces: Traces) -> None:
        self._hass = hass
        self._entry = entry
        self._traces = traces
        self._looked_at: float | None = None
        self._purges = 0
        self._looking = False
        self.known: tuple[Found, ...] | None = None
        """What was seen last. None: nobody has looked yet."""

    @callback
    def refresh(self, fresh_seconds: float = FRESH_SECONDS) -> None:
        """Look again if what was seen is older than that, or something was cleared since.

        Whoever follows what has changed is told when it is done.
        """
        now = self._hass.loop.time()
        old = self._looked_at is None or now - self._looked_at > fresh_seconds
        if self._looking or not (old or self._purges != self._traces.purges):
            return
        self._looking, self._looked_at, self._purges = True, now, self._traces.purges
        self._entry.async_create_background_task(self._hass, self._look(), "earshot looks for leftovers")

    async def _look(self) -> None:
        try:
            self.known = await self._traces.survey()
        finally:
            self._looking = False
        tell_changed(self._hass)
