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
    SpeechResultState,
    SpeechToTextEntity,
)
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import SUBENTRY_ASSISTANT
from .entity import HostEntity
from .models import Stage
from .runtime import EarshotConfigEntry

PARALLEL_UPDATES: Final = 0  # nothing is polled, and the host hears any number of satellites at once


async def async_setup_entry(
    hass: HomeAssistant,  # noqa: ARG001 - Home Assistant passes it
    entry: EarshotConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add one for each assistant."""
    for assistant in entry.get_subentries_of_type(SUBENTRY_ASSISTANT):
        entity = EarshotSpeechToText(entry, assistant, Stage.SPEECH_TO_TEXT)
        async_add_entities([entity], config_subentry_id=assistant.subentry_id)


class EarshotSpeechToText(HostEntity, SpeechToTextEntity):
    """Speech-to-text by the voice host."""

    @property
    @override
    def supported_languages(self) -> list[str]:
        """Languages of the host's recognizer."""
        return list(self._runtime.host.languages(Stage.SPEECH_TO_TEXT))

    @property
    @override
    def supported_formats(self) -> list[AudioFormats]:
        """Wave."""
        return [AudioFormats.WAV]

    @property
    @override
    def supported_codecs(self) -> list[AudioCodecs]:
        """Uncompressed."""
        return [AudioCodecs.PCM]

    @property
    @override
    def supported_bit_rates(self) -> list[AudioBitRates]:
        """16 bits per sample."""
        return [AudioBitRates.BITRATE_16]

    @property
    @override
    def supported_sample_rates(self) -> list[AudioSampleRates]:
        """16 kHz."""
        return [AudioSampleRates.SAMPLERATE_16000]

    @property
    @override
    def supported_channels(self) -> list[AudioChannels]:
        """Mono."""
        return [AudioChannels.CHANNEL_MONO]

    @override
    async def async_process_audio_stream(self, metadata: SpeechMetadata, stream: AsyncIterable[bytes]) -> SpeechResult:
        """Return the words. None at all is a success too: Assist calls it "no text recognized"."""
        heard = await self._runtime.stages.hear(self._assistant, stream, metadata.language)
        if heard is None:
            return SpeechResult(None, SpeechResultState.ERROR)
        return SpeechResult(heard.text, SpeechResultState.SUCCESS)
