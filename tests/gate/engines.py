"""Engines of others for the gate to stand before: they count what they are handed, and are where a test puts them."""

from collections.abc import AsyncIterable
from typing import Any, Literal, override

from homeassistant.components import conversation, stt, tts, wake_word
from homeassistant.components.conversation import ChatLog, ConversationInput, ConversationResult
from homeassistant.components.conversation.const import DATA_COMPONENT as AGENTS
from homeassistant.components.stt.const import DATA_COMPONENT as RECOGNIZERS
from homeassistant.components.tts import TtsAudioType
from homeassistant.components.tts.const import DATA_COMPONENT as VOICES
from homeassistant.components.wake_word import DATA_COMPONENT as WAKE_WORDS
from homeassistant.core import HomeAssistant
from homeassistant.helpers import intent
import pytest

from custom_components.earshot.gate.engine import Engine
from custom_components.earshot.gate.inner.wave import wave_header
from custom_components.earshot.gate.surroundings import Surroundings
from custom_components.earshot.models import Evidence, Place, Stage
from custom_components.earshot.policy.classify import Standing
from tests.gate.house import House

CLOUD = Standing(Place.INTERNET, Evidence.DECLARED)
ANSWER = "It is sunny"


class CloudSpeech(stt.SpeechToTextEntity):
    """A recognizer."""

    _attr_name = "Cloud ears"
    entity_id = "stt.cloud"
    supported_languages = ["en", "de"]  # noqa: RUF012 - Home Assistant's own attribute
    supported_formats = [stt.AudioFormats.WAV]  # noqa: RUF012 - the same
    supported_codecs = [stt.AudioCodecs.PCM]  # noqa: RUF012 - the same
    supported_bit_rates = [stt.AudioBitRates.BITRATE_16]  # noqa: RUF012 - the same
    supported_sample_rates = [stt.AudioSampleRates.SAMPLERATE_16000]  # noqa: RUF012 - the same
    supported_channels = [stt.AudioChannels.CHANNEL_MONO]  # noqa: RUF012 - the same

    def __init__(self) -> None:
        self.heard: list[int] = []
        """Bytes of sound that it got, each time that it was asked."""
        self.hears = "what is the weather"

    @override
    async def async_process_audio_stream(
        self, metadata: stt.SpeechMetadata, stream: AsyncIterable[bytes]
    ) -> stt.SpeechResult:
        self.heard.append(0)
        async for piece in stream:
            self.heard[-1] += len(piece)
        return stt.SpeechResult(self.hears, stt.SpeechResultState.SUCCESS)


class CloudAgent(conversation.ConversationEntity):
    """An agent."""

    _attr_name = "Cloud mind"
    entity_id = "conversation.cloud"

    def __init__(self) -> None:
        self.asked: list[str] = []
        """The words that it got."""
        self.history: list[list[str]] = []
        """What stood in the chat log each time."""

    @property
    @override
    def supported_languages(self) -> Literal["*"]:
        return "*"

    @override
    async def _async_handle_message(self, user_input: ConversationInput, chat_log: ChatLog) -> ConversationResult:
        self.asked.append(user_input.text)
        self.history.append([content.content or "" for content in chat_log.content if content.role != "system"])  # type: ignore[union-attr]  # no tools here
        chat_log.async_add_assistant_content_without_tools(
            conversation.AssistantContent(agent_id=self.entity_id, content=ANSWER)
        )
        response = intent.IntentResponse(language=user_input.language)
        response.async_set_speech(ANSWER)
        return ConversationResult(response, chat_log.conversation_id)


class CloudVoice(tts.TextToSpeechEntity):
    """A voice."""

    _attr_name = "Cloud mouth"
    _attr_default_language = "en"
    _attr_supported_languages = ["en", "de", "xx"]  # noqa: RUF012 - Home Assistant's own attribute
    entity_id = "tts.cloud"

    def __init__(self) -> None:
        self.said: list[str] = []

    @override
    async def async_get_tts_audio(self, message: str, language: str, options: dict[str, Any]) -> TtsAudioType:
        self.said.append(message)
        return "wav", wave_header(16_000) + bytes(3200)


class CloudWakeWord(wake_word.WakeWordDetectionEntity):
    """A wake word engine."""

    _attr_name = "Cloud wake"
    entity_id = "wake_word.cloud"

    def __init__(self) -> None:
        self.listened = 0

    @override
    async def get_supported_wake_words(self) -> list[wake_word.WakeWord]:
        return [wake_word.WakeWord("computer", "Computer", "computer")]

    @override
    async def _async_process_audio_stream(
        self, stream: AsyncIterable[tuple[bytes, int]], wake_word_id: str | None
    ) -> wake_word.DetectionResult | None:
        self.listened += 1
        async for _, timestamp in stream:
            return wake_word.DetectionResult("computer", "computer", timestamp)
        return None


class Cloud:
    """One engine for each stage, and where they are said to be."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self.standing = CLOUD
        self.ears, self.mind, self.mouth, self.wake = CloudSpeech(), CloudAgent(), CloudVoice(), CloudWakeWord()

    async def add(self) -> None:
        """Put them into Home Assistant."""
        await self._hass.data[RECOGNIZERS].async_add_entities([self.ears])
        await self._hass.data[AGENTS].async_add_entities([self.mind])
        await self._hass.data[VOICES].async_add_entities([self.mouth])
        await self._hass.data[WAKE_WORDS].async_add_entities([self.wake])

    def describe(self, stage: Stage) -> Engine:
        """Stand in for what Earshot finds out of their surroundings."""
        return Engine(stage=stage, label=f"The {stage}", integration="cloud", version="1", standing=self.standing)

    @property
    def calls(self) -> int:
        """How often any of them was asked anything."""
        return len(self.ears.heard) + len(self.mind.asked) + len(self.mouth.said) + self.wake.listened


async def put_cloud_behind(hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch) -> Cloud:
    """Let the assistant of a house have a recognizer and an agent on the internet."""
    cloud = Cloud(hass)
    monkeypatch.setattr(Surroundings, "describe", lambda _self, stage, _engine: cloud.describe(stage))
    await cloud.add()
    await house.put_behind({Stage.SPEECH_TO_TEXT: "stt.cloud", Stage.CONVERSATION: "conversation.cloud"})
    return cloud
