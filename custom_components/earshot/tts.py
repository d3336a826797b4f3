"""Say the answer."""

from collections.abc import AsyncGenerator
import struct
from typing import Any, Final, override

from homeassistant.components.tts import ATTR_VOICE, TextToSpeechEntity, Voice
from homeassistant.components.tts.entity import TTSAudioRequest, TTSAudioResponse
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.util import language as language_util

from .const import SUBENTRY_ASSISTANT
from .entity import HostEntity
from .models import Stage
from .runtime import EarshotConfigEntry
from .translate_errors import translated_errors

PARALLEL_UPDATES: Final = 0  # nothing is polled, and the host has its own queue

ATTR_SPEAKER: Final = "speaker"
ATTR_SPEED: Final = "speed"
SLOWEST: Final = 0.5
FASTEST: Final = 2.0
"""What a person can follow: half and double the usual speed."""

UNKNOWN_LENGTH: Final = 0xFFFFFFFF
"""What a stream's wave header says of its length, as ffmpeg writes and reads it."""


async def async_setup_entry(
    hass: HomeAssistant,  # noqa: ARG001 - Home Assistant passes it
    entry: EarshotConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add one for each assistant."""
    for assistant in entry.get_subentries_of_type(SUBENTRY_ASSISTANT):
        entity = EarshotVoice(entry, assistant, Stage.TEXT_TO_SPEECH)
        async_add_entities([entity], config_subentry_id=assistant.subentry_id)


class EarshotVoice(HostEntity, TextToSpeechEntity):
    """Text-to-speech by the voice host, sentence by sentence."""

    _attr_supported_options = [ATTR_VOICE, ATTR_SPEAKER, ATTR_SPEED]  # noqa: RUF012 - Home Assistant's own attribute

    @property
    @override
    def supported_languages(self) -> list[str]:
        """Languages of the host's voices."""
        return list(self._runtime.host.languages(Stage.TEXT_TO_SPEECH))

    @property
    @override
    def default_language(self) -> str:
        """The house's language where a voice speaks it, else any that is spoken."""
        spoken = self.supported_languages
        near = language_util.matches(self.hass.config.language, spoken, self.hass.config.country)
        return next(iter((*near, *spoken)), "en")

    @callback
    @override
    def async_get_supported_voices(self, language: str) -> list[Voice] | None:
        """Voices for a language, best first."""
        voices = self._runtime.host.voices(language)
        return [Voice(voice.name, voice.description) for voice in voices] or None

    @override
    async def async_stream_tts_audio(self, request: TTSAudioRequest) -> TTSAudioResponse:
        """Speak while the text is still coming in."""
        options: dict[str, Any] = request.options
        with translated_errors():
            sounds = await self._runtime.stages.speak(
                request.message_gen,
                voice=options.get(ATTR_VOICE),
                speaker=options.get(ATTR_SPEAKER),
                language=request.language,
                speed=min(FASTEST, max(SLOWEST, float(options.get(ATTR_SPEED, 1.0)))),
            )

        async def wave() -> AsyncGenerator[bytes]:
            """Yield the header by itself, because some satellites drop what follows it in one piece; then sound."""
            begun = False
            with translated_errors():
                async for sound in sounds:
                    if not begun:
                        begun = True
                        yield wave_header(sound.rate)
                    yield sound.pcm

        return TTSAudioResponse("wav", wave())


def wave_header(rate: int) -> bytes:
    """Make the 44 bytes before 16 bit mono sound of unknown length at `rate` samples per second (RIFF WAVE, PCM)."""
    form = struct.pack("<4sI4s", b"RIFF", UNKNOWN_LENGTH, b"WAVE")
    layout = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16)
    return form + layout + struct.pack("<4sI", b"data", UNKNOWN_LENGTH)
