"""A voice of somebody else."""

from collections.abc import AsyncGenerator
from typing import Final, override

from homeassistant.components.tts import Provider, TextToSpeechEntity, Voice
from homeassistant.components.tts.entity import TTSAudioRequest, TTSAudioResponse
from homeassistant.components.tts.helper import get_engine_instance

from ...errors import EngineGarbageError
from ...models import Stage
from ..engine import Engine
from .guarded import AGENT_PATIENCE, ANSWER_PATIENCE, GuardedEngine
from .interface import SpeechOrder, Spoken, VoiceAbilities, VoiceEngine
from .patience import flowing, limited

_DEFAULT_LANGUAGE: Final = "en"
"""Stands for the language of a voice that is not there: Home Assistant needs one."""


class GuardedVoice(GuardedEngine[TextToSpeechEntity | Provider], VoiceEngine):
    """A tts entity, or a legacy provider."""

    stage = Stage.TEXT_TO_SPEECH

    @override
    def find(self) -> TextToSpeechEntity | Provider | None:
        """Look it up among the entities and the legacy providers."""
        return get_engine_instance(self._hass, self.engine_id)

    @property
    @override
    def abilities(self) -> VoiceAbilities:
        """What it says that it takes; nothing while it is not there."""
        found = self.find()
        if found is None:
            return VoiceAbilities([], _DEFAULT_LANGUAGE, None, None, streams=False)
        return VoiceAbilities(
            languages=found.supported_languages,
            default_language=found.default_language or _DEFAULT_LANGUAGE,
            options=found.supported_options,
            default_options=found.default_options,
            streams=isinstance(found, TextToSpeechEntity) and found.async_supports_streaming_input(),
        )

    @override
    def voices(self, language: str) -> list[Voice] | None:
        """Ask it for its voices."""
        found = self.find()
        return found.async_get_supported_voices(language) if found else None

    @override
    def describe_voice(self, order: SpeechOrder) -> Engine:
        """Say who it is and where."""
        return self.describe()

    @override
    async def speak(self, text: AsyncGenerator[str], order: SpeechOrder) -> Spoken:
        """Let it speak. Raises EngineError, and whatever it raises."""
        found = self.engine
        if isinstance(found, TextToSpeechEntity) and found.async_supports_streaming_input():
            return await self._streamed(found, text, order)
        whole = "".join([part async for part in text])
        async with limited(ANSWER_PATIENCE):
            spoken: object = await found.async_internal_get_tts_audio(whole, order.language, dict(order.options))
        match spoken:
            case (str() as extension, bytes() as data) if data:
                return Spoken(extension, _once(data))
        # Not in words of its own: those would carry the answer into the log.
        raise EngineGarbageError(engine=self.engine_id)

    async def _streamed(self, voice: TextToSpeechEntity, text: AsyncGenerator[str], order: SpeechOrder) -> Spoken:
        # A voice that does not even read its text must not hang for ever either.
        async with limited(AGENT_PATIENCE) as limit:
            parts = limit.from_the_end_of(text, ANSWER_PATIENCE)
            request = TTSAudioRequest(order.language, dict(order.options), parts)
            answer: object = await voice.internal_async_stream_tts_audio(request)
        if not isinstance(answer, TTSAudioResponse):
            raise EngineGarbageError(engine=self.engine_id)
        # Between two pieces the agent may still be thinking about the next words.
        return Spoken(answer.extension, flowing(answer.data_gen, AGENT_PATIENCE))


async def _once(data: bytes) -> AsyncGenerator[bytes]:
    yield data
