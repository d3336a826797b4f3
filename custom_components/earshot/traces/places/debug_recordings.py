"""Sound that Assist writes to disk while `debug_recording_dir` is set: every run, unencrypted, for ever."""

from collections.abc import Callable, Sequence
from pathlib import Path
import re
from typing import Final

from homeassistant.components.assist_pipeline.const import CONF_DEBUG_RECORDING_DIR, DATA_CONFIG, DOMAIN
from homeassistant.core import HomeAssistant

from ..file_facts import FileFacts, facts_of, remove_files
from ..place import STORAGE, Found, Purged, Said, covered

RECORDING: Final = re.compile(r"\d{2}_(?:wake|stt)-.*\.wav")
"""What Assist calls its recordings, in a folder named with a number (assist_pipeline/run.py and default_pipeline.py).
The folder that a person named may hold other files; they are left alone."""


class DebugRecordings:
    """The folder that the configuration names now. Of one that was named earlier, nobody knows."""

    name: Final = "debug_recordings"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count the recordings and their bytes."""
        facts = (await hass.async_add_executor_job(_recordings, debug_recording_folder(hass))).values()
        return Found(
            place=self.name,
            count=len(facts),
            size=sum(fact.size for fact in facts),
            since=min((fact.written for fact in facts), default=None),
        )

    async def purge(self, hass: HomeAssistant) -> Purged:
        """Remove all recordings. The next run is recorded again while the setting stands."""
        return await self._remove(hass, lambda _fact: True)

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """Remove the recordings of the utterances' time: their names do not say of which run they are."""
        return await self._remove(hass, lambda fact: covered(said, fact.written))

    async def _remove(self, hass: HomeAssistant, meant: Callable[[FileFacts], bool]) -> Purged:
        folder = debug_recording_folder(hass)

        def remove() -> tuple[int, int]:
            paths = [path for path, fact in _recordings(folder).items() if meant(fact)]
            stuck = remove_files(paths)
            for path in paths:
                _remove_if_empty(path.parent)
            return len(paths) - len(stuck), len(stuck)

        count, left = await hass.async_add_executor_job(remove)
        return Purged(place=self.name, count=count, left=left, why_not=STORAGE if left else None)


def debug_recording_folder(hass: HomeAssistant) -> Path | None:
    """Return where Assist records every run; None if it does not. Raises KeyError if nobody can say."""
    if DOMAIN not in hass.config.components:
        return None
    folder: str | None = hass.data[DATA_CONFIG].get(CONF_DEBUG_RECORDING_DIR)
    return Path(folder) if folder else None


def _recordings(folder: Path | None) -> dict[Path, FileFacts]:
    found = folder.rglob("*.wav") if folder else ()
    return facts_of(path for path in found if RECORDING.fullmatch(path.name) and path.parent.name.isdecimal())


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


PLACE: Final = DebugRecordings()
