"""Earshot's own engines, which run in the voice host."""

from collections.abc import AsyncGenerator, AsyncIterable, Callable
from typing import Any, Final, Self, override

from homeassistant.components.stt import (
    AudioBitRates,
    AudioChannels,
    AudioCodecs,
    AudioFormats,
    AudioSampleRates,
    SpeechMetadata,
    SpeechResult,
    SpeechResultState,
)
from homeassistant.components.stt.models import DEFAULT_AUDIO_PROCESSING
from homeassistant.components.tts import ATTR_VOICE, Voice
from homeassistant.components.wake_word import DetectionResult, WakeWord
from homeassistant.core import HomeAssistant
from homeassistant.util import language as language_util

from ...donation.redaction import WordTime
from ...host_link.answers import Transcribed
from ...host_link.interface import Host, Hosts
from ...models import Stage
from ..engine import Engine, host_engine, host_voice
from ..flight import OK, REJECTED, SILENCE
from .interface import (
    SpeechAbilities,
    SpeechEngine,
    SpeechOrder,
    Spoken,
    Transcript,
    VoiceAbilities,
    VoiceEngine,
    WakeWordEngine,
)
from .wave import wave_header

ATTR_SPEAKER: Final = "speaker"
ATTR_SPEED: Final = "speed"
SLOWEST: Final = 0.5
FASTEST: Final = 2.0
"""What a person can follow: half and double the usual speed."""


class _Own:
    """An engine that is there when the voice host is."""

    stage: Stage

    def __init__(self, hass: HomeAssistant, hosts: Hosts) -> None:
        self._hass = hass
        self._hosts = hosts
        self._host: Host = hosts
        """Who is asked: whichever is there, until a satellite is named."""
        self._speaker = ""
        self._failed: frozenset[Host] = frozenset()

    @property
    def engine_id(self) -> None:
        """Home Assistant does not know it: it stands behind the gate only."""

    @property
    def available(self) -> bool:
        """Whether there is a voice host to ask."""
        return self._host.available

    def describe(self) -> Engine:
        """Say what the host says of it."""
        return host_engine(self._host, self.stage)

    async def ready(self, seconds: float) -> bool:
        """Wait for a host that is just starting."""
        return await self._host.wait_until_available(seconds)

    def add_listener(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Follow the host's coming and going."""
        return self._host.add_listener(listener)

    def near(self, speaker: str) -> Self:
        """Return the one in the satellite's own host, or in another that is there."""
        return self._in(self._hosts.nearest(speaker, self.stage), speaker, frozenset())

    def instead(self) -> Self | None:
        """Return the one in the next host that is there and has not failed."""
        failed = self._failed | {self._host}
        other = self._hosts.nearest(self._speaker, self.stage, failed)
        return self._in(other, self._speaker, failed) if other.available and other not in failed else None

    def _in(self, host: Host, speaker: str, failed: frozenset[Host]) -> Self:
        placed = type(self)(self._hass, self._hosts)
        placed._host, placed._speaker, placed._failed = host, speaker, failed  # noqa: SLF001 - it is of this class
        return placed


class OwnWakeWord(_Own, WakeWordEngine):
    """Wake words by the voice host."""

    stage = Stage.WAKE_WORD

    @override
    async def wake_words(self) -> list[WakeWord]:
        """Name what the host can listen for."""
        words = self._host.wake_words()
        return [WakeWord(id=word.name, name=word.phrase, phrase=word.phrase) for word in words]

    @override
    async def detect(
        self, stream: AsyncIterable[tuple[bytes, int]], wake_word_id: str | None
    ) -> DetectionResult | None:
        """Listen for one wake word, or for any. Raises HostError."""
        heard = await self._host.detect([wake_word_id] if wake_word_id else [], stream)
        if heard is None:
            return None
        return DetectionResult(
            wake_word_id=heard.name,
            wake_word_phrase=heard.phrase,
            timestamp=heard.timestamp_ms,
            queued_audio=list(heard.queued) or None,
        )


class OwnSpeech(_Own, SpeechEngine):
    """Speech-to-text by the voice host."""

    stage = Stage.SPEECH_TO_TEXT

    _answers = _times = False

    @override
    def for_answer(self) -> Self:
        """Return this, listening for a yes or a no."""
        placed = self._in(self._host, self._speaker, self._failed)
        placed._answers, placed._times = True, self._times  # noqa: SLF001 - it is of this class
        return placed

    @override
    def with_word_times(self) -> Self:
        """Return this, telling when each word was said if its host does."""
        placed = self._in(self._host, self._speaker, self._failed)
        placed._answers, placed._times = self._answers, True  # noqa: SLF001 - it is of this class
        return placed

    @property
    @override
    def abilities(self) -> SpeechAbilities:
        """16 bit mono sound at 16 kHz, in the languages of the host's recognizer."""
        return SpeechAbilities(
            languages=list(self._host.languages(Stage.SPEECH_TO_TEXT)),
            formats=[AudioFormats.WAV],
            codecs=[AudioCodecs.PCM],
            bit_rates=[AudioBitRates.BITRATE_16],
            sample_rates=[AudioSampleRates.SAMPLERATE_16000],
            channels=[AudioChannels.CHANNEL_MONO],
            processing=DEFAULT_AUDIO_PROCESSING,
        )

    @override
    async def hear(self, metadata: SpeechMetadata, stream: AsyncIterable[bytes], speaker: str) -> Transcript:
        """Return the words. None at all is a success too: Assist calls it "no text recognized". Raises HostError."""
        heard = await self._host.transcribe(
            stream, language=metadata.language, satellite=speaker, answer=self._answers, times=self._times
        )
        return Transcript(SpeechResult(heard.text, SpeechResultState.SUCCESS), _verdict(heard), _word_times(heard))


class OwnVoice(_Own, VoiceEngine):
    """Text-to-speech by the voice host, sentence by sentence."""

    stage = Stage.TEXT_TO_SPEECH

    @property
    @override
    def abilities(self) -> VoiceAbilities:
        """Every language that one of the host's voices speaks."""
        spoken = list(self._host.languages(Stage.TEXT_TO_SPEECH))
        near = language_util.matches(self._hass.config.language, spoken, self._hass.config.country)
        return VoiceAbilities(
            languages=spoken,
            default_language=next(iter((*near, *spoken)), "en"),
            options=[ATTR_VOICE, ATTR_SPEAKER, ATTR_SPEED],
            default_options=None,
            streams=True,
        )

    @override
    def voices(self, language: str) -> list[Voice] | None:
        """Voices for a language, best first."""
        voices = self._host.voices(language)
        return [Voice(voice.name, voice.description) for voice in voices] or None

    @override
    def describe_voice(self, order: SpeechOrder) -> Engine:
        """Name the voice that was asked for, or the host's best for the language."""
        return host_voice(self._host, order.options.get(ATTR_VOICE), order.language)

    @override
    async def speak(self, text: AsyncGenerator[str], order: SpeechOrder) -> Spoken:
        """Speak while the text is still coming in. The sound raises HostError."""
        sounds = self._host.synthesize(
            text,
            voice=order.options.get(ATTR_VOICE),
            speaker=order.options.get(ATTR_SPEAKER),
            language=order.language,
            speed=_speed(order.options.get(ATTR_SPEED)),
        )

        async def wave() -> AsyncGenerator[bytes]:
            """Yield the header by itself, because some satellites drop what follows it in one piece; then sound."""
            begun = False
            async for sound in sounds:
                if not begun:
                    begun = True
                    yield wave_header(sound.rate)
                yield sound.pcm

        return Spoken("wav", wave())


def _speed(asked: Any) -> float:
    return min(FASTEST, max(SLOWEST, float(asked or 1.0)))


def _word_times(heard: Transcribed) -> tuple[WordTime, ...] | None:
    if heard.word_times is None:
        return None
    return tuple(WordTime(begin_ms=begin, end_ms=end) for begin, end in heard.word_times)


def _verdict(heard: Transcribed) -> str:
    """Translate the host's verdict. Its words for the bad ones are the ledger's own."""
    if heard.text:
        return OK
    return REJECTED if heard.verdict == REJECTED else SILENCE
