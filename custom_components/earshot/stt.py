"""Turn what a satellite heard into words."""

from collections.abc import AsyncIterable
from typing import Final, override

from homeassistant.components.stt import (
    AudioBitRates,
    AudioChannels,
    AudioCodecs,
    AudioFormats,
    AudioSampleRates,
    SpeechMetadata,
    SpeechResult,
    SpeechToTextEntity,
)
from homeassistant.components.stt.models import SpeechAudioProcessing
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import SUBENTRY_ASSISTANT
from .entity import GateEntity
from .models import Stage
from .runtime import Assistant, EarshotConfigEntry, SpeechEngine
from .translate_errors import translated_errors

PARALLEL_UPDATES: Final = 0  # nothing is polled, and the engine behind the gate knows its own limits


async def async_setup_entry(
    hass: HomeAssistant,  # noqa: ARG001 - Home Assistant passes it
    entry: EarshotConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add one for each assistant."""
    for assistant in entry.get_subentries_of_type(SUBENTRY_ASSISTANT):
        engine = entry.runtime_data.engines.speech(Assistant.of(assistant))
        entity = EarshotSpeechToText(entry, assistant, Stage.SPEECH_TO_TEXT, engine)
        async_add_entities([entity], config_subentry_id=assistant.subentry_id)


class EarshotSpeechToText(GateEntity[SpeechEngine], SpeechToTextEntity):
    """Speech-to-text by the engine behind the gate, which says what it can."""

    @property
    @override
    def supported_languages(self) -> list[str]:
        """Languages of the recognizer."""
        return self._engine.abilities.languages

    @property
    @override
    def supported_formats(self) -> list[AudioFormats]:
        """Kinds of sound file."""
        return self._engine.abilities.formats

    @property
    @override
    def supported_codecs(self) -> list[AudioCodecs]:
        """Compressions."""
        return self._engine.abilities.codecs

    @property
    @override
    def supported_bit_rates(self) -> list[AudioBitRates]:
        """Bits per sample."""
        return self._engine.abilities.bit_rates

    @property
    @override
    def supported_sample_rates(self) -> list[AudioSampleRates]:
        """Samples per second."""
        return self._engine.abilities.sample_rates

    @property
    @override
    def supported_channels(self) -> list[AudioChannels]:
        """Mono, stereo."""
        return self._engine.abilities.channels

    @property
    @override
    def audio_processing(self) -> SpeechAudioProcessing:
        """What Assist should do with the sound before the recognizer gets it."""
        return self._engine.abilities.processing

    @override
    async def async_process_audio_stream(self, metadata: SpeechMetadata, stream: AsyncIterable[bytes]) -> SpeechResult:
        """Return the words. None at all is a success too: Assist calls it "no text recognized"."""
        with translated_errors():
            return await self._runtime.stages.hear(self._assistant, self._engine, metadata, stream)
