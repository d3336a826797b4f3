"""Engines that take no time, so that what is measured is the way to them."""

from collections.abc import AsyncGenerator, AsyncIterable
from dataclasses import dataclass
from typing import Literal, override

from homeassistant.components.conversation import (
    AssistantContent,
    ChatLog,
    ConversationEntity,
    ConversationInput,
    ConversationResult,
    async_get_result_from_chat_log,
)
from homeassistant.components.conversation.const import DATA_COMPONENT as CONVERSATIONS
from homeassistant.components.stt import (
    AudioBitRates,
    AudioChannels,
    AudioCodecs,
    AudioFormats,
    AudioSampleRates,
    SpeechMetadata,
    SpeechResult,
    SpeechResultState,
    SpeechToTextEntity,
)
from homeassistant.components.stt.const import DATA_COMPONENT as RECOGNIZERS
from homeassistant.components.tts import TextToSpeechEntity
from homeassistant.components.tts.const import DATA_COMPONENT as VOICES
from homeassistant.components.tts.entity import TTSAudioRequest, TTSAudioResponse
from homeassistant.components.wake_word import (
    DATA_COMPONENT as WAKE_WORDS,
    DetectionResult,
    WakeWord,
    WakeWordDetectionEntity,
)
from homeassistant.core import HomeAssistant

from custom_components.earshot.models import Stage

ENGINES = {
    Stage.WAKE_WORD: "wake_word.instant",
    Stage.SPEECH_TO_TEXT: "stt.instant",
    Stage.CONVERSATION: "conversation.instant",
    Stage.TEXT_TO_SPEECH: "tts.instant",
}


class InstantWakeWord(WakeWordDetectionEntity):
    """Hears nothing, to the end of the stream."""

    _attr_name = "Instant wake word"
    entity_id = ENGINES[Stage.WAKE_WORD]

    def __init__(self) -> None:
        self.heard = 0
        """Bytes."""

    @override
    async def get_supported_wake_words(self) -> list[WakeWord]:
        return [WakeWord("ok", "OK")]

    @override
    async def _async_process_audio_stream(
        self, stream: AsyncIterable[tuple[bytes, int]], wake_word_id: str | None
    ) -> DetectionResult | None:
        async for pcm, _ in stream:
            self.heard += len(pcm)
        return None


class InstantSpeech(SpeechToTextEntity):
    """Reads all of the sound, and hears the same words each time."""

    _attr_name = "Instant speech"
    entity_id = ENGINES[Stage.SPEECH_TO_TEXT]
    supported_languages = ["en"]  # noqa: RUF012 - Home Assistant's own attributes
    supported_formats = [AudioFormats.WAV]  # noqa: RUF012
    supported_codecs = [AudioCodecs.PCM]  # noqa: RUF012
    supported_bit_rates = [AudioBitRates.BITRATE_16]  # noqa: RUF012
    supported_sample_rates = [AudioSampleRates.SAMPLERATE_16000]  # noqa: RUF012
    supported_channels = [AudioChannels.CHANNEL_MONO]  # noqa: RUF012

    @override
    async def async_process_audio_stream(self, metadata: SpeechMetadata, stream: AsyncIterable[bytes]) -> SpeechResult:
        async for _ in stream:
            pass
        return SpeechResult("what time is it", SpeechResultState.SUCCESS)


class InstantAgent(ConversationEntity):
    """Answers at once, and otherwise each time: Home Assistant asks no voice for an answer that it has in its cache."""

    _attr_name = "Instant agent"
    entity_id = ENGINES[Stage.CONVERSATION]

    def __init__(self) -> None:
        self._answers = 0

    @property
    @override
    def supported_languages(self) -> list[str] | Literal["*"]:
        return "*"

    @override
    async def _async_handle_message(self, user_input: ConversationInput, chat_log: ChatLog) -> ConversationResult:
        self._answers += 1
        answer = AssistantContent(agent_id=user_input.agent_id, content=f"It is {self._answers} o'clock.")
        chat_log.async_add_assistant_content_without_tools(answer)
        return async_get_result_from_chat_log(user_input, chat_log)


class InstantVoice(TextToSpeechEntity):
    """Says a hundred milliseconds of nothing."""

    _attr_name = "Instant voice"
    _attr_supported_languages = ["en"]  # noqa: RUF012
    _attr_default_language = "en"
    entity_id = ENGINES[Stage.TEXT_TO_SPEECH]

    @override
    async def async_stream_tts_audio(self, request: TTSAudioRequest) -> TTSAudioResponse:
        async def sound() -> AsyncGenerator[bytes]:
            async for _ in request.message_gen:
                yield bytes(3200)

        return TTSAudioResponse("mp3", sound())


@dataclass(frozen=True, slots=True)
class InstantEngines:
    """One of each."""

    wake_word: InstantWakeWord
    speech: InstantSpeech
    agent: InstantAgent
    voice: InstantVoice


async def add_engines(hass: HomeAssistant) -> InstantEngines:
    """Put one of each into the home."""
    engines = InstantEngines(InstantWakeWord(), InstantSpeech(), InstantAgent(), InstantVoice())
    await hass.data[WAKE_WORDS].async_add_entities([engines.wake_word])
    await hass.data[RECOGNIZERS].async_add_entities([engines.speech])
    await hass.data[CONVERSATIONS].async_add_entities([engines.agent])
    await hass.data[VOICES].async_add_entities([engines.voice])
    return engines
