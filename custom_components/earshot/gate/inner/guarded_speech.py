"""A recognizer of somebody else."""

from collections.abc import AsyncIterable
from typing import Final, override

from homeassistant.components.stt import (
    Provider,
    SpeechMetadata,
    SpeechResult,
    SpeechResultState,
    SpeechToTextEntity,
    async_get_speech_to_text_engine,
)
from homeassistant.components.stt.models import DEFAULT_AUDIO_PROCESSING

from ...errors import EngineGarbageError
from ...models import Stage
from ..flight import ERROR, OK, SILENCE
from .guarded import ANSWER_PATIENCE, SPEECH_PATIENCE, GuardedEngine
from .interface import SpeechAbilities, SpeechEngine, Transcript
from .patience import limited

REPORTED: Final = ERROR + "engine_failed"
"""Status of a recognizer that says itself that it failed."""

_NOTHING: Final = SpeechAbilities([], [], [], [], [], [], DEFAULT_AUDIO_PROCESSING)


class GuardedSpeech(GuardedEngine[SpeechToTextEntity | Provider], SpeechEngine):
    """An stt entity, or a legacy provider."""

    stage = Stage.SPEECH_TO_TEXT

    @override
    def find(self) -> SpeechToTextEntity | Provider | None:
        """Look it up among the entities and the legacy providers."""
        return async_get_speech_to_text_engine(self._hass, self.engine_id)

    @property
    @override
    def abilities(self) -> SpeechAbilities:
        """What it says that it takes; nothing while it is not there."""
        found = self.find()
        if found is None:
            return _NOTHING
        return SpeechAbilities(
            languages=found.supported_languages,
            formats=found.supported_formats,
            codecs=found.supported_codecs,
            bit_rates=found.supported_bit_rates,
            sample_rates=found.supported_sample_rates,
            channels=found.supported_channels,
            processing=found.audio_processing,
        )

    @override
    async def hear(self, metadata: SpeechMetadata, stream: AsyncIterable[bytes], speaker: str) -> Transcript:
        """Let it hear. Raises EngineError, and whatever it raises."""
        # A recognizer that does not even read its sound must not hang for ever either.
        async with limited(SPEECH_PATIENCE) as limit:
            heard: object = await self.engine.async_process_audio_stream(
                metadata, limit.from_the_end_of(stream, ANSWER_PATIENCE)
            )
        if not isinstance(heard, SpeechResult) or not isinstance(heard.text, str | None):
            raise EngineGarbageError(engine=self.engine_id)
        return Transcript(heard, _status(heard))


def _status(heard: SpeechResult) -> str:
    if heard.result is not SpeechResultState.SUCCESS:
        return REPORTED
    return OK if heard.text else SILENCE
