"""Engines of others, as their integrations make them, and a home that has them."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Callable
from dataclasses import dataclass
from typing import Any, Literal, override

from homeassistant.components import conversation
from homeassistant.components.conversation import (
    AssistantContentDeltaDict,
    ChatLog,
    ConversationEntity,
    ConversationEntityFeature,
    ConversationInput,
    ConversationResult,
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
from homeassistant.components.stt.models import SpeechAudioProcessing
from homeassistant.components.tts import TextToSpeechEntity, TtsAudioType, Voice
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

HEARD = "turn on the hall lamp"
ANSWER = "As you wish."

type Trouble = Callable[[], Any] | None
"""What an engine does instead of its work. It returns what the engine returns, or raises."""


async def hang() -> None:
    """Never come back."""
    await asyncio.Event().wait()


async def _in_trouble(trouble: Trouble) -> Any:
    done = trouble() if trouble else None
    return await done if asyncio.iscoroutine(done) else done


class OtherWakeWord(WakeWordDetectionEntity):
    """Hears its wake word after a second."""

    _attr_name = "Other wake word"
    entity_id = "wake_word.other"

    def __init__(self) -> None:
        self.trouble: Trouble = None
        self.asked_for: list[str | None] = []

    @override
    async def get_supported_wake_words(self) -> list[WakeWord]:
        return [WakeWord("ok_house", "OK House", "ok house"), WakeWord("hey_you", "Hey You")]

    @override
    async def _async_process_audio_stream(
        self, stream: AsyncIterable[tuple[bytes, int]], wake_word_id: str | None
    ) -> DetectionResult | None:
        self.asked_for.append(wake_word_id)
        if self.trouble:
            garbage: DetectionResult = await _in_trouble(self.trouble)
            return garbage
        size = 0
        async for pcm, timestamp in stream:
            size += len(pcm)
            if size >= 32_000:
                return DetectionResult("ok_house", "ok house", timestamp, [(pcm, timestamp)])
        return None


class OtherSpeech(SpeechToTextEntity):
    """Hears the same sentence each time."""

    _attr_name = "Other speech"
    entity_id = "stt.other"

    def __init__(self) -> None:
        self.trouble: Trouble = None
        self.calls = 0
        self.bytes = 0
        self.metadata: SpeechMetadata | None = None
        self.hears: str | None = HEARD
        self.state_of_result = SpeechResultState.SUCCESS

    @property
    @override
    def supported_languages(self) -> list[str]:
        return ["de-DE", "en-GB", "en"]

    @property
    @override
    def supported_formats(self) -> list[AudioFormats]:
        return [AudioFormats.WAV, AudioFormats.OGG]

    @property
    @override
    def supported_codecs(self) -> list[AudioCodecs]:
        return [AudioCodecs.PCM, AudioCodecs.OPUS]

    @property
    @override
    def supported_bit_rates(self) -> list[AudioBitRates]:
        return [AudioBitRates.BITRATE_16, AudioBitRates.BITRATE_24]

    @property
    @override
    def supported_sample_rates(self) -> list[AudioSampleRates]:
        return [AudioSampleRates.SAMPLERATE_16000, AudioSampleRates.SAMPLERATE_48000]

    @property
    @override
    def supported_channels(self) -> list[AudioChannels]:
        return [AudioChannels.CHANNEL_MONO, AudioChannels.CHANNEL_STEREO]

    @property
    @override
    def audio_processing(self) -> SpeechAudioProcessing:
        return SpeechAudioProcessing(
            requires_external_vad=False, prefers_auto_gain_enabled=False, prefers_noise_reduction_enabled=True
        )

    @override
    async def async_process_audio_stream(self, metadata: SpeechMetadata, stream: AsyncIterable[bytes]) -> SpeechResult:
        self.calls += 1
        self.metadata = metadata
        async for pcm in stream:
            self.bytes += len(pcm)
        if self.trouble:
            garbage: SpeechResult = await _in_trouble(self.trouble)
            return garbage
        return SpeechResult(self.hears, self.state_of_result)


class OtherAgent(ConversationEntity):
    """Answers anything, in two pieces, and goes on talking when it is asked to."""

    _attr_name = "Other agent"
    _attr_supports_streaming = True
    _attr_supported_features = ConversationEntityFeature.CONTROL
    entity_id = "conversation.other"

    def __init__(self) -> None:
        self.trouble: Trouble = None
        self.inputs: list[ConversationInput] = []
        self.goes_on = False
        self.pieces: tuple[str, ...] = ("As you ", "wish.")
        self.history: list[str] = []
        self.prepared: list[str | None] = []

    @property
    @override
    def supported_languages(self) -> list[str] | Literal["*"]:
        return "*"

    @override
    async def async_prepare(self, language: str | None = None) -> None:
        self.prepared.append(language)

    @override
    async def _async_handle_message(self, user_input: ConversationInput, chat_log: ChatLog) -> ConversationResult:
        self.inputs.append(user_input)
        self.history = [content.role for content in chat_log.content]
        if self.trouble:
            garbage: ConversationResult = await _in_trouble(self.trouble)
            return garbage
        async for _ in chat_log.async_add_delta_content_stream(user_input.agent_id, self._answer()):
            pass
        result = conversation.async_get_result_from_chat_log(user_input, chat_log)
        result.continue_conversation = self.goes_on
        return result

    async def _answer(self) -> AsyncGenerator[AssistantContentDeltaDict]:
        yield {"role": "assistant"}
        for piece in self.pieces:
            yield {"content": piece}


class OtherVoice(TextToSpeechEntity):
    """Speaks whole texts only."""

    _attr_name = "Other voice"
    _attr_supported_languages = ["en-GB", "de"]  # noqa: RUF012 - Home Assistant's own attribute
    _attr_default_language = "en-GB"
    _attr_supported_options = ["voice", "mood", "preferred_format"]  # noqa: RUF012 - the same
    _attr_default_options = {"mood": "calm"}  # noqa: RUF012 - the same
    entity_id = "tts.other"

    def __init__(self) -> None:
        self.trouble: Trouble = None
        self.said: list[tuple[str, str, dict[str, Any]]] = []

    @override
    def async_get_supported_voices(self, language: str) -> list[Voice] | None:
        return [Voice("low", "Low voice"), Voice("high", f"High voice ({language})")]

    @override
    async def async_get_tts_audio(self, message: str, language: str, options: dict[str, Any]) -> TtsAudioType:
        self.said.append((message, language, options))
        if self.trouble:
            garbage: TtsAudioType = await _in_trouble(self.trouble)
            return garbage
        return "mp3", b"sound of " + message.encode()


class StreamingVoice(OtherVoice):
    """Speaks while the text still comes in."""

    _attr_name = "Streaming voice"
    entity_id = "tts.streaming"

    @override
    async def async_stream_tts_audio(self, request: TTSAudioRequest) -> TTSAudioResponse:
        if self.trouble:
            garbage: TTSAudioResponse = await _in_trouble(self.trouble)
            return garbage

        async def sound() -> AsyncGenerator[bytes]:
            async for part in request.message_gen:
                self.said.append((part, request.language, request.options))
                yield b"sound of " + part.encode()

        return TTSAudioResponse("mp3", sound())


@dataclass(frozen=True)
class Others:
    """Engines of others in one home."""

    wake_word: OtherWakeWord
    speech: OtherSpeech
    agent: OtherAgent
    voice: OtherVoice
    streaming_voice: StreamingVoice

    @property
    def engines(self) -> dict[Stage, str]:
        """Their ids, with the voice that speaks whole texts."""
        return {
            Stage.WAKE_WORD: self.wake_word.entity_id,
            Stage.SPEECH_TO_TEXT: self.speech.entity_id,
            Stage.CONVERSATION: self.agent.entity_id,
            Stage.TEXT_TO_SPEECH: self.voice.entity_id,
        }


async def add_others(hass: HomeAssistant) -> Others:
    """Put them into the home."""
    others = Others(OtherWakeWord(), OtherSpeech(), OtherAgent(), OtherVoice(), StreamingVoice())
    await hass.data[WAKE_WORDS].async_add_entities([others.wake_word])
    await hass.data[RECOGNIZERS].async_add_entities([others.speech])
    await hass.data[CONVERSATIONS].async_add_entities([others.agent])
    await hass.data[VOICES].async_add_entities([others.voice, others.streaming_voice])
    return others
