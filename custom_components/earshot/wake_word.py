"""Listen for wake words in the sound that a satellite streams."""

from collections.abc import AsyncIterable
from typing import Final, override

from homeassistant.components.wake_word import DetectionResult, WakeWord, WakeWordDetectionEntity
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import SUBENTRY_ASSISTANT
from .entity import HostEntity
from .models import Stage
from .runtime import EarshotConfigEntry

PARALLEL_UPDATES: Final = 0  # nothing is polled, and the host listens to any number of streams at once


async def async_setup_entry(
    hass: HomeAssistant,  # noqa: ARG001 - Home Assistant passes it
    entry: EarshotConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add one for each assistant."""
    for assistant in entry.get_subentries_of_type(SUBENTRY_ASSISTANT):
        entity = EarshotWakeWord(entry, assistant, Stage.WAKE_WORD)
        async_add_entities([entity], config_subentry_id=assistant.subentry_id)


class EarshotWakeWord(HostEntity, WakeWordDetectionEntity):
    """Wake words by the voice host."""

    @override
    async def get_supported_wake_words(self) -> list[WakeWord]:
        """Name what the host can listen for."""
        words = self._runtime.host.wake_words()
        return [WakeWord(id=word.name, name=word.phrase, phrase=word.phrase) for word in words]

    @override
    async def _async_process_audio_stream(
        self, stream: AsyncIterable[tuple[bytes, int]], wake_word_id: str | None
    ) -> DetectionResult | None:
        """Return the first wake word. None ends the run; a satellite that listens always begins a new one."""
        names = [wake_word_id] if wake_word_id else []
        heard = await self._runtime.stages.listen(self._assistant, names, stream)
        if heard is None:
            return None
        return DetectionResult(
            wake_word_id=heard.name,
            wake_word_phrase=heard.phrase,
            timestamp=heard.timestamp_ms,
            queued_audio=list(heard.queued) or None,
        )
