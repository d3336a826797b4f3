"""Asking one voice host: its requests, and what it said that it can do."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Sequence

from wyoming.info import Info
from wyoming.tts import SynthesizeVoice

from ..host.voice_host.contract import CONTEXT_SPEED
from ..models import Stage
from .answers import Sound, Transcribed, VoiceInfo, WakeDetected, WakeWordInfo
from .client import HostClient


class AskedHost(ABC):
    """What can be asked of a host that is known by its description."""

    def __init__(self) -> None:
        self._info = Info()

    @abstractmethod
    def _client(self) -> HostClient:
        """Return whom to ask. Raises HostUnavailableError while there is nobody."""

    async def detect(self, names: Sequence[str], stream: AsyncIterable[tuple[bytes, int]]) -> WakeDetected | None:
        """Listen for wake words (none named: any) in 16 kHz sound with timestamps; None when the stream ended first."""
        heard = await self._client().detect(names, stream)
        if heard is None:
            return None
        phrase = next((word.phrase for word in self.wake_words() if word.name == heard.name), heard.name)
        return WakeDetected(name=heard.name, phrase=phrase, timestamp_ms=heard.at_ms, queued=heard.queued)

    async def transcribe(
        self, stream: AsyncIterable[bytes], *, language: str, satellite: str, answer: bool = False, times: bool = False
    ) -> Transcribed:
        """Turn speech (16 kHz, 16 bit, mono) into words. `satellite` is an opaque id that the recogniser adapts to.

        `answer`: a yes or a no is expected.
        """
        return await self._client().transcribe(
            stream, language=language, satellite=satellite, answer=answer, times=times
        )

    def synthesize(
        self,
        text: AsyncIterable[str],
        *,
        voice: str | None,
        speaker: str | None,
        language: str,
        speed: float = 1.0,
    ) -> AsyncIterator[Sound]:
        """Say `text`, sentence by sentence, while it is still coming in. `voice` None: the best for `language`."""
        wish = SynthesizeVoice(name=voice, speaker=speaker) if voice else SynthesizeVoice(language=language)
        context = {} if speed == 1.0 else {CONTEXT_SPEED: speed}
        return self._client().synthesize(text, voice=wish, context=context)

    def wake_words(self) -> tuple[WakeWordInfo, ...]:
        """Wake words that the host can listen for."""
        return tuple(
            WakeWordInfo(name=model.name, phrase=model.phrase or model.name, languages=tuple(model.languages))
            for program in self._info.wake
            for model in program.models
        )

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """Voices that speak `language`, whatever their region, best first."""
        return tuple(voice for voice in self._all_voices() if _primary(language) in map(_primary, voice.languages))

    def languages(self, stage: Stage) -> tuple[str, ...]:
        """Languages that the host can do `stage` in, as BCP 47 tags."""
        by_stage = {
            Stage.WAKE_WORD: (word.languages for word in self.wake_words()),
            Stage.SPEECH_TO_TEXT: (model.languages for program in self._info.asr for model in program.models),
            Stage.TEXT_TO_SPEECH: (voice.languages for voice in self._all_voices()),
        }
        return tuple(sorted({language for languages in by_stage.get(stage, ()) for language in languages}))

    def _all_voices(self) -> tuple[VoiceInfo, ...]:
        return tuple(
            VoiceInfo(
                name=voice.name,
                description=voice.description or voice.name,
                languages=tuple(voice.languages),
                speakers=tuple(speaker.name for speaker in voice.speakers or ()),
            )
            for program in self._info.tts
            for voice in program.voices
        )


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-", maxsplit=1)[0].lower()
