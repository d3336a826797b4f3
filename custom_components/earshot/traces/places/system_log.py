"""The list of warnings and errors in the settings: the last fifty, in memory, with the start of an unspoken answer."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from homeassistant.components.system_log import DATA_SYSTEM_LOG, DOMAIN, LogEntry, LogErrorHandler
from homeassistant.core import HomeAssistant

from ..place import Found, Purged, Said
from ..voice_loggers import holds_words


class SystemLog:
    """The records of system_log whose logger quotes what was to be said."""

    name: Final = "system_log"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count them."""
        began = [datetime.fromtimestamp(entry.first_occurred, UTC) for entry in _entries(hass)]
        return Found(place=self.name, count=len(began), since=min(began, default=None))

    async def purge(self, hass: HomeAssistant) -> Purged:
        """Take them off the list, and leave the others."""
        return self._drop(hass, lambda _entry: True)

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """Take off those that were added to in the utterances' time: one entry gathers many messages."""

        def meant(entry: LogEntry) -> bool:
            began, ended = (datetime.fromtimestamp(at, UTC) for at in (entry.first_occurred, entry.timestamp))
            return any(one.overlaps(began, ended) for one in said)

        return self._drop(hass, meant)

    def _drop(self, hass: HomeAssistant, meant: Callable[[LogEntry], bool]) -> Purged:
        entries = [entry for entry in _entries(hass) if meant(entry)]
        if (handler := _handler(hass)) is not None:
            for entry in entries:
                handler.records.pop(entry.key, None)
        return Purged(place=self.name, count=len(entries))


def _handler(hass: HomeAssistant) -> LogErrorHandler | None:
    handler: LogErrorHandler | None = hass.data[DATA_SYSTEM_LOG] if DOMAIN in hass.config.components else None
    return handler


def _entries(hass: HomeAssistant) -> list[LogEntry]:
    if (handler := _handler(hass)) is None:
        return []
    handler.acquire()  # other threads log as well
    try:
        return [entry for entry in handler.records.values() if holds_words(entry.name, entry.level)]
    finally:
        handler.release()


PLACE: Final = SystemLog()
