"""The voice that needs no download: espeak-ng, robotic, in some hundred languages."""

from typing import Final

from ...espeak import NORMAL, Espeak, EspeakVoice
from ..interface import Speech, Voice
from . import languages

NAME: Final = "espeak-ng"
_HOME_DIALECT: Final = {"en": "en-us"}
"""What Home Assistant means by a tag without a region, where espeak-ng means another: its "en" is British."""
_DEFAULT_LANGUAGE: Final = "en-us"


class FallbackVoice:
    """One voice for all languages of espeak-ng's data; the language chooses the pronunciation."""

    def __init__(self, espeak: Espeak) -> None:
        """Describe what the data offers."""
        self._espeak = espeak
        tags = (languages.normal(tag) for voice in espeak.voices for tag, _ in voice.languages)
        self.voice: Final = Voice(
            name=NAME, languages=tuple(dict.fromkeys(tags)), speakers=(), rate=espeak.rate, fallback=True
        )

    def say(self, piece: str, *, speaker: str | None, language: str | None, speed: float) -> Speech:
        """Say one piece; the speed stays within espeak-ng's 0.46 to 2.57.

        Raises LookupError for a speaker or a language that it does not have.
        """
        if speaker is not None:
            raise LookupError("the voice espeak-ng has one speaker, without a name")
        voice = self.dialect(language)
        if voice is None:
            raise LookupError(f"espeak-ng does not speak the language {language}")
        pcm = self._espeak.speak(piece, voice=voice.identifier, words_per_minute=round(NORMAL * speed))
        return Speech(pcm=pcm, rate=self._espeak.rate)

    def dialect(self, language: str | None) -> EspeakVoice | None:
        """Find espeak-ng's best voice for a BCP 47 tag; None when it does not speak the language."""
        wanted = _HOME_DIALECT.get(language.lower(), language) if language else _DEFAULT_LANGUAGE
        ranked = [
            ((fit, priority), voice)
            for voice in self._espeak.voices
            for tag, priority in voice.languages
            if (fit := languages.fit(wanted, tag)) is not None
        ]
        return min(ranked, key=lambda each: each[0])[1] if ranked else None
