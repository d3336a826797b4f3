"""Spoken answers in memory: anybody who has the address of one can fetch it, for five minutes after its last use."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from time import monotonic
from typing import Final

from homeassistant.components.tts import ResultStream, SpeechManager, TTSCache
from homeassistant.components.tts.const import DATA_TTS_MANAGER, DOMAIN
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..place import IN_USE, Found, Purged, Said
from ..reach import beginnings_of_open_runs, data_of


class SpeechMemory:
    """The sound of answers, by what was said and by the address under which it can be fetched without a password."""

    name: Final = "speech_memory"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count the answers and their bytes."""
        manager = data_of(hass, DOMAIN, DATA_TTS_MANAGER)
        if manager is None:
            return Found(place=self.name, count=0)
        sounds = _sounds(manager)
        uses = [sound.last_used for sound in sounds] + [stream.last_used for stream in _spoken(manager)]
        return Found(
            place=self.name,
            count=len(sounds),
            size=sum(len(_data(sound) or b"") for sound in sounds),
            until=_instant(max(uses)) + timedelta(seconds=manager.memory_cache_maxage) if uses else None,
        )

    async def purge(self, hass: HomeAssistant) -> Purged:
        """Drop every answer that is not being spoken."""
        return self._drop(hass, lambda _sound: True)

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """Drop the utterances' answers. Whoever got the same answer shares its sound."""
        manager = data_of(hass, DOMAIN, DATA_TTS_MANAGER)
        tokens = {one.token for one in said if one.exact}
        prefixes = tuple(f"{one.answer_sha1}_" for one in said if one.answer_sha1)
        by_time = [one for one in said if not one.exact]
        maxage = timedelta(seconds=manager.memory_cache_maxage if manager else 0)
        keys = {_sound(stream).cache_key for stream in _spoken(manager) if stream.token in tokens} if manager else set()

        def meant(sound: TTSCache) -> bool:
            if sound.cache_key in keys or sound.cache_key.startswith(prefixes):
                return True
            # When it was made is not noted: unused since then, it would be there for so long.
            used = _instant(sound.last_used)
            return any(one.overlaps(used - maxage, used) for one in by_time)

        return self._drop(hass, meant)

    def _drop(self, hass: HomeAssistant, meant: Callable[[TTSCache], bool]) -> Purged:
        manager = data_of(hass, DOMAIN, DATA_TTS_MANAGER)
        if manager is None:
            return Purged(place=self.name)
        awaited = {beginning.get("tts_output", {}).get("token") for beginning in beginnings_of_open_runs(hass)}
        in_use = {_sound(stream).cache_key for stream in _spoken(manager) if stream.token in awaited}
        count = left = 0
        for sound in filter(meant, _sounds(manager)):
            if sound.cache_key in in_use or _data(sound) is None:
                left += 1
                continue
            manager.mem_cache.pop(sound.cache_key, None)
            for stream in _spoken(manager):
                if _sound(stream) is sound:
                    # The address dies with it: clearing Home Assistant's cache alone would leave it open.
                    stream.delete()
            count += 1
        return Purged(place=self.name, count=count, left=left, why_not=IN_USE if left else None)


def _spoken(manager: SpeechManager) -> list[ResultStream]:
    """Return the addresses behind which there is sound. Private: Home Assistant shows the sound to who fetches it."""
    return [stream for stream in manager.token_to_stream.values() if stream._result_cache.done()]  # noqa: SLF001


def _sound(stream: ResultStream) -> TTSCache:
    return stream._result_cache.result()  # noqa: SLF001 - see above


def _data(sound: TTSCache) -> bytes | None:
    """Return the sound, None while it is being made."""
    return sound._result_data  # noqa: SLF001 - see above


def _sounds(manager: SpeechManager) -> list[TTSCache]:
    held = [*manager.mem_cache.values(), *(_sound(stream) for stream in _spoken(manager))]
    return list({id(sound): sound for sound in held}.values())


def _instant(last_used: float) -> datetime:
    """Turn Home Assistant's monotonic seconds into the time of day."""
    return dt_util.utcnow() - timedelta(seconds=monotonic() - last_used)


PLACE: Final = SpeechMemory()
