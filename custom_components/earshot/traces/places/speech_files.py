"""Spoken answers and announcements on disk, for ever; the words of one stand in its MP3's title."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from homeassistant.components.tts import SpeechManager
from homeassistant.components.tts.const import DATA_TTS_MANAGER, DOMAIN
from homeassistant.core import HomeAssistant

from ..file_facts import FileFacts, facts_of, remove_files
from ..place import STORAGE, Found, Purged, Said, covered
from ..reach import data_of


class SpeechFiles:
    """The files of the speech cache. Their names begin with the SHA-1 of the text (tts/__init__.py, KEY_PATTERN)."""

    name: Final = "speech_files"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count the files and their bytes."""
        facts = (await _files(hass, data_of(hass, DOMAIN, DATA_TTS_MANAGER))).values()
        return Found(
            place=self.name,
            count=len(facts),
            size=sum(fact.size for fact in facts),
            since=min((fact.written for fact in facts), default=None),
        )

    async def purge(self, hass: HomeAssistant) -> Purged:
        """Remove all of them."""
        manager = data_of(hass, DOMAIN, DATA_TTS_MANAGER)
        return await self._remove(hass, manager, list(manager.file_cache) if manager else ())

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """Remove the utterances' answers; by their time, whatever was spoken first in that time."""
        manager = data_of(hass, DOMAIN, DATA_TTS_MANAGER)
        if manager is None:
            return Purged(place=self.name)
        prefixes = tuple(f"{one.answer_sha1}_" for one in said if one.answer_sha1)
        keys = {key for key in manager.file_cache if key.startswith(prefixes)}
        if by_time := [one for one in said if not one.exact]:
            facts = await _files(hass, manager)
            keys |= {key for key, fact in facts.items() if covered(by_time, fact.written)}
        return await self._remove(hass, manager, keys)

    async def _remove(self, hass: HomeAssistant, manager: SpeechManager | None, keys: Iterable[str]) -> Purged:
        if manager is None:
            return Purged(place=self.name)
        paths = {key: _path(manager, key) for key in keys}
        # First from the list, so that nobody is sent to a file that is going.
        named = {key: manager.file_cache.pop(key) for key in paths}
        stuck = await hass.async_add_executor_job(remove_files, list(paths.values()))
        manager.file_cache.update({key: named[key] for key, path in paths.items() if path in stuck})
        return Purged(
            place=self.name, count=len(paths) - len(stuck), left=len(stuck), why_not=STORAGE if stuck else None
        )


async def _files(hass: HomeAssistant, manager: SpeechManager | None) -> Mapping[str, FileFacts]:
    if manager is None:
        return {}
    paths = {key: _path(manager, key) for key in manager.file_cache}
    facts = await hass.async_add_executor_job(facts_of, list(paths.values()))
    return {key: facts[path] for key, path in paths.items() if path in facts}


def _path(manager: SpeechManager, key: str) -> Path:
    return Path(manager.cache_dir) / manager.file_cache[key]


PLACE: Final = SpeechFiles()
