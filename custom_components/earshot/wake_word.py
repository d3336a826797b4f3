"""Listen for wake words in the sound that a satellite streams."""

from collections.abc import AsyncIterable
from typing import Final, override

from homeassistant.components.wake_word import DetectionResult, WakeWord, WakeWordDetectionEntity
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import SUBENTRY_ASSISTANT
from .entity import GateEntity
from .models import Stage
from .runtime import Assistant, EarshotConfigEntry, WakeWordEngine
from .translate_errors import translated_errors

PARALLEL_UPDATES: Final = 0  # nothing is polled, and the engine behind the gate knows its own limits


async def async_setup_entry(
    hass: HomeAssistant,  # noqa: ARG001 - Home Assistant passes it
    entry: EarshotConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add one for each assistant."""
    for assistant in entry.get_subentries_of_type(SUBENTRY_ASSISTANT):
        engine = entry.runtime_data.engines.wake_word(Assistant.of(assistant))
        entity = EarshotWakeWord(entry, assistant, Stage.WAKE_WORD, engine)
        async_add_entities([entity], config_subentry_id=assistant.subentry_id)


class EarshotWakeWord(GateEntity[WakeWordEngine], WakeWordDetectionEntity):
    """Wake words by the engine behind the gate."""

    @override
    async def get_supported_wake_words(self) -> list[WakeWord]:
        """Name what it can listen for."""
        return await self._engine.wake_words()

    @override
    async def _async_process_audio_stream(
        self, stream: AsyncIterable[tuple[bytes, int]], wake_word_id: str | None
    ) -> DetectionResult | None:
        """Return the first wake word. None ends the run; a satellite that listens always begins a new one."""
        with translated_errors():
            return await self._runtime.stages.listen(self._assistant, self._engine, stream, wake_word_id)
