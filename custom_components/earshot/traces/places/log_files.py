"""Words in the log files: what loggers of voice wrote at DEBUG, and answers that could not be spoken."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from homeassistant.const import KEY_DATA_LOGGING
from homeassistant.core import HomeAssistant

from ..log_lines import LogMessage, blank_messages, log_files, messages_with_words
from ..place import ELSEWHERE, STORAGE, Found, Purged, Said, covered


class LogFiles:
    """Home Assistant's log of this run and the ones before. Under a Supervisor the system keeps it instead."""

    name: Final = "log_files"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count the messages that may hold words, and their bytes."""
        if (path := _log(hass)) is None:
            return Found(place=self.name, count=None, purgeable=False, why_not=ELSEWHERE)
        count, size, since = await hass.async_add_executor_job(_measured, path)
        return Found(place=self.name, count=count, size=size, since=since)

    async def purge(self, hass: HomeAssistant) -> Purged:
        """Blank them all. When each was written, and by what, stays."""
        return await self._blank(hass, lambda _message: True)

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """Blank what was written in the utterances' time."""
        return await self._blank(hass, lambda message: any(covered(said, instant) for instant in message.at))

    async def _blank(self, hass: HomeAssistant, meant: Callable[[LogMessage], bool]) -> Purged:
        if (path := _log(hass)) is None:
            return Purged(place=self.name, left=None, why_not=ELSEWHERE)
        try:
            count = await hass.async_add_executor_job(lambda: sum(blank_messages(file, meant) for file in _files(path)))
        except OSError:
            return Purged(place=self.name, left=None, why_not=STORAGE)
        return Purged(place=self.name, count=count)


def _log(hass: HomeAssistant) -> Path | None:
    path = hass.data.get(KEY_DATA_LOGGING)
    return Path(path) if path else None


def _files(path: Path) -> list[Path]:
    return [file for file in log_files(path) if file.is_file()]


def _measured(path: Path) -> tuple[int, int, datetime | None]:
    count, size = 0, 0
    since: datetime | None = None
    for file in _files(path):
        with file.open("rb") as reading:
            for message in messages_with_words(reading):
                count += 1
                size += message.end - message.begin
                since = min(message.at) if since is None else min(since, *message.at)
    return count, size, since


PLACE: Final = LogFiles()
