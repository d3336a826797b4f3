# ruff: noqa: ARG002 - a stand-in takes what the real one takes
"""An assistant of somebody else's engines beside Earshot, as another integration brings it."""

import asyncio
from collections.abc import AsyncIterable
from typing import Any, Literal

from homeassistant.components import conversation, stt, tts, wake_word
from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.components.assist_satellite import AssistSatelliteConfiguration, AssistSatelliteEntity
from homeassistant.components.conversation import AssistantContent, ChatLog, ConversationEntity, ConversationInput
from homeassistant.config_entries import ConfigEntry, ConfigFlow
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers import intent
from homeassistant.helpers.entity import Entity
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    MockModule,
    MockPlatform,
    mock_config_flow,
    mock_integration,
    mock_platform,
)

DOMAIN = "stranger"
NAME = "Stranger"
HEARD = "what is the capital of france"
ANSWER = "It is Paris"
SPEECH, AGENT, VOICE, WAKE = (f"{kind}.stranger" for kind in ("stt", "conversation", "tts", "wake_word"))


class StrangerSpeech(stt.SpeechToTextEntity):
    """A recognizer that hears what it is told to hear, and everything else says wrong."""

    _attr_name = NAME
    _attr_unique_id = "stt"
    supported_languages = ["en"]  # noqa: RUF012 - Home Assistant's own attribute
    supported_formats = [stt.AudioFormats.WAV]  # noqa: RUF012
    supported_codecs = [stt.AudioCodecs.PCM]  # noqa: RUF012
    supported_bit_rates = [stt.AudioBitRates.BITRATE_16]  # noqa: RUF012
    supported_sample_rates = [stt.AudioSampleRates.SAMPLERATE_16000]  # noqa: RUF012
    supported_channels = [stt.AudioChannels.CHANNEL_MONO]  # noqa: RUF012

    def __init__(self) -> None:
        self.hears: str | None = HEARD
        self.begun = asyncio.Event()
        self.goes_on = asyncio.Event()
        self.goes_on.set()
        self.at_once = 1
        """How many it waits for before it lets any go on."""
        self._waiting = 0

    async def async_process_audio_stream(
        self, metadata: stt.SpeechMetadata, stream: AsyncIterable[bytes]
    ) -> stt.SpeechResult:
        async for _ in stream:
            pass
        self._waiting += 1
        if self._waiting >= self.at_once:
            self.begun.set()
        await self.goes_on.wait()
        return stt.SpeechResult(self.hears, stt.SpeechResultState.SUCCESS)


class StrangerAgent(ConversationEntity):
    """An agent that always says the same."""

    _attr_name = NAME
    _attr_unique_id = "conversation"

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.goes_on = asyncio.Event()
        self.goes_on.set()

    @property
    def supported_languages(self) -> list[str] | Literal["*"]:
        return "*"

    async def _async_handle_message(
        self, user_input: ConversationInput, chat_log: ChatLog
    ) -> conversation.ConversationResult:
        self.asked.set()
        await self.goes_on.wait()
        chat_log.async_add_assistant_content_without_tools(AssistantContent(agent_id=self.entity_id, content=ANSWER))
        response = intent.IntentResponse(language=user_input.language)
        response.async_set_speech(ANSWER)
        return conversation.ConversationResult(response=response, conversation_id=chat_log.conversation_id)


class StrangerVoice(tts.TextToSpeechEntity):
    """A voice that says nothing, shortly."""

    _attr_name = NAME
    _attr_unique_id = "tts"
    _attr_default_language = "en"
    _attr_supported_languages = ["en"]  # noqa: RUF012

    async def async_get_tts_audio(self, message: str, language: str, options: dict[str, Any]) -> tts.TtsAudioType:
        return "wav", b""


class StrangerWakeWord(wake_word.WakeWordDetectionEntity):
    """Hears its wake word at once."""

    _attr_name = NAME
    _attr_unique_id = "wake_word"

    async def get_supported_wake_words(self) -> list[wake_word.WakeWord]:
        return [wake_word.WakeWord(id="hey", name="Hey", phrase="Hey stranger")]

    async def _async_process_audio_stream(
        self, stream: AsyncIterable[tuple[bytes, int]], wake_word_id: str | None
    ) -> wake_word.DetectionResult | None:
        async for _, timestamp in stream:
            return wake_word.DetectionResult("hey", "Hey stranger", timestamp)
        return None


class StrangerSatellite(AssistSatelliteEntity):
    """A satellite that plays nothing."""

    _attr_name = NAME
    _attr_unique_id = "assist_satellite"

    def async_get_configuration(self) -> AssistSatelliteConfiguration:
        raise NotImplementedError

    async def async_set_configuration(self, config: AssistSatelliteConfiguration) -> None:
        raise NotImplementedError

    def on_pipeline_event(self, event: PipelineEvent) -> None:
        if event.type is PipelineEventType.TTS_END:
            self.tts_response_finished()


class Strangers:
    """The engines, and the pipeline of them."""

    def __init__(self, hass: HomeAssistant) -> None:
        self.hass = hass
        self.speech = StrangerSpeech()
        self.agent = StrangerAgent()
        self.voice = StrangerVoice()
        self.wake_word = StrangerWakeWord()
        self.satellite = StrangerSatellite()
        self.pipeline_id = ""

    async def move_in(self, iot_class: str = "cloud_push") -> None:
        """Set up the integration, and make its pipeline."""
        entities: dict[Platform, Entity] = {
            Platform.STT: self.speech,
            Platform.CONVERSATION: self.agent,
            Platform.TTS: self.voice,
            Platform.WAKE_WORD: self.wake_word,
            Platform.ASSIST_SATELLITE: self.satellite,
        }

        async def setup(hass: HomeAssistant, entry: ConfigEntry) -> bool:
            await hass.config_entries.async_forward_entry_setups(entry, list(entities))
            return True

        manifest: Any = {"iot_class": iot_class, "version": "7.0", "name": NAME}
        module = MockModule(DOMAIN, async_setup_entry=setup, partial_manifest=manifest)
        mock_integration(self.hass, module, built_in=False)
        mock_platform(self.hass, f"{DOMAIN}.config_flow", None)
        for platform, entity in entities.items():
            mock_platform(self.hass, f"{DOMAIN}.{platform}", MockPlatform(async_setup_entry=_adds(entity)))
        entry = MockConfigEntry(domain=DOMAIN, title=NAME)
        entry.add_to_hass(self.hass)
        with mock_config_flow(DOMAIN, ConfigFlow):
            assert await self.hass.config_entries.async_setup(entry.entry_id)
        await self.hass.async_block_till_done()
        self.pipeline_id = await self.pipeline(NAME)

    async def prefer(self) -> None:
        """Make their pipeline the one of all satellites that have no choice of their own."""
        self.hass.data[KEY_ASSIST_PIPELINE].pipeline_store.async_set_preferred_item(self.pipeline_id)

    async def pipeline(self, name: str, **engines: str | None) -> str:
        """Make a pipeline, of the strangers' engines where `engines` names no other, and return its id."""
        fields: dict[str, Any] = {
            "name": name,
            "language": "en",
            "conversation_engine": AGENT,
            "conversation_language": "en",
            "stt_engine": SPEECH,
            "stt_language": "en",
            "tts_engine": VOICE,
            "tts_language": "en",
            "tts_voice": None,
            "wake_word_entity": WAKE,
            "wake_word_id": None,
        }
        made = await self.hass.data[KEY_ASSIST_PIPELINE].pipeline_store.async_create_item(fields | engines)
        return made.id


def _adds(entity: Entity) -> Any:
    async def setup(
        hass: HomeAssistant, entry: ConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
    ) -> None:
        async_add_entities([entity])

    return setup
