"""Debug logging of what deals with voice: while it is on, every word is written into the log."""

from collections.abc import Sequence
from typing import Final

from homeassistant.core import HomeAssistant

from ..place import SETTING, Found, Purged, Said
from ..voice_loggers import chatty_loggers


class DebugLoggers:
    """The levels of the loggers. What they have written is in the log files."""

    name: Final = "debug_loggers"

    async def measure(self, _hass: HomeAssistant) -> Found:
        """Count those that write words down now."""
        return Found(place=self.name, count=len(chatty_loggers()), purgeable=False, why_not=SETTING)

    async def purge(self, _hass: HomeAssistant) -> Purged:
        """Leave them: somebody switched them on to look for something."""
        left = len(chatty_loggers())
        return Purged(place=self.name, left=left, why_not=SETTING if left else None)

    async def forget(self, _hass: HomeAssistant, _said: Sequence[Said]) -> Purged:
        """Leave them: they hold nothing themselves."""
        return Purged(place=self.name)


PLACE: Final = DebugLoggers()
