"""A wake word engine of somebody else."""

from collections.abc import AsyncIterable
from typing import override

from homeassistant.components.wake_word import (
    DetectionResult,
    WakeWord,
    WakeWordDetectionEntity,
    async_get_wake_word_detection_entity,
)

from ...errors import EngineGarbageError
from ...models import Stage
from .guarded import GuardedEngine
from .interface import WakeWordEngine


class GuardedWakeWord(GuardedEngine[WakeWordDetectionEntity], WakeWordEngine):
    """A wake_word entity."""

    stage = Stage.WAKE_WORD

    @override
    def find(self) -> WakeWordDetectionEntity | None:
        """Look it up among the entities."""
        return async_get_wake_word_detection_entity(self._hass, self.engine_id)

    @override
    async def wake_words(self) -> list[WakeWord]:
        """Ask it what it can listen for; nothing while it is not there."""
        found = self.find()
        return await found.get_supported_wake_words() if found else []

    @override
    async def detect(
        self, stream: AsyncIterable[tuple[bytes, int]], wake_word_id: str | None
    ) -> DetectionResult | None:
        """Let it listen. Raises EngineError, and whatever it raises."""
        heard: object = await self.engine.async_process_audio_stream(stream, wake_word_id)
        if heard is None or isinstance(heard, DetectionResult):
            return heard
        raise EngineGarbageError(engine=self.engine_id)
