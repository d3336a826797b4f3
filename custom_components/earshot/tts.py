"""Say the answer."""

from collections.abc import AsyncGenerator, Mapping
from typing import Any, Final, override

from homeassistant.components.tts import TextToSpeechEntity, TtsAudioType, Voice
from homeassistant.components.tts.entity import TTSAudioRequest, TTSAudioResponse
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import SUBENTRY_ASSISTANT
from .entity import GateEntity
from .models import Stage
from .runtime import Assistant, EarshotConfigEntry, SpeechOrder, VoiceEngine
from .translate_errors import translated_errors

PARALLEL_UPDATES: Final = 0  # nothing is polled, and the engine behind the gate knows its own limits


async def async_setup_entry(
    hass: HomeAssistant,  # noqa: ARG001 - Home Assistant passes it
    entry: EarshotConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add one for each assistant."""
    for assistant in entry.get_subentries_of_type(SUBENTRY_ASSISTANT):
        engine = entry.runtime_data.engines.voice(Assistant.of(assistant))
        entity = EarshotVoice(entry, assistant, Stage.TEXT_TO_SPEECH, engine)
        async_add_entities([entity], config_subentry_id=assistant.subentry_id)


class EarshotVoice(GateEntity[VoiceEngine], TextToSpeechEntity):
    """Text-to-speech by the engine behind the gate, which says what it can."""

    @property
    @override
    def supported_languages(self) -> list[str]:
        """Languages of the voices."""
        return self._engine.abilities.languages

    @property
    @override
    def default_language(self) -> str:
        """The language that is spoken unless another is asked for."""
        return self._engine.abilities.default_language

    @property
    @override
    def supported_options(self) -> list[str] | None:
        """What can be asked for beside a language."""
        return self._engine.abilities.options

    @property
    @override
    def default_options(self) -> Mapping[str, Any] | None:
        """What is asked for unless somebody asks otherwise."""
        return self._engine.abilities.default_options

    @override
    def async_supports_streaming_input(self) -> bool:
        """Whether it begins to speak before it has the whole text."""
        return self._engine.abilities.streams

    @callback
    @override
    def async_get_supported_voices(self, language: str) -> list[Voice] | None:
        """Voices for a language."""
        return self._engine.voices(language)

    @override
    async def async_stream_tts_audio(self, request: TTSAudioRequest) -> TTSAudioResponse:
        """Speak while the text is still coming in."""
        order = SpeechOrder(request.language, request.options)
        with translated_errors():
            spoken = await self._runtime.stages.speak(self._engine, request.message_gen, order)
        return TTSAudioResponse(spoken.extension, _translated(spoken.data))

    @override
    async def async_get_tts_audio(self, message: str, language: str, options: dict[str, Any]) -> TtsAudioType:
        """Speak a whole text, by an engine that takes no other."""
        request = TTSAudioRequest(language, options, _whole(message))
        answer = await self.async_stream_tts_audio(request)
        return answer.extension, b"".join([piece async for piece in answer.data_gen])


async def _translated(sound: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    with translated_errors():
        async for piece in sound:
            yield piece


async def _whole(message: str) -> AsyncGenerator[str]:
    yield message
