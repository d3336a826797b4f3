"""The text-to-speech engine: Piper voices where there are any, and the voice that is always there."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from math import isfinite
from threading import Lock
from typing import Final, Protocol

from ...contract import MAX_SPOKEN_CHARACTERS, EngineInfo
from ...espeak import Espeak
from ..interface import Speech, Voice
from . import languages
from .fallback import FallbackVoice
from .piper_voice import PiperFile, PiperVoice, speaker_number
from .sentences import sentences

MIN_SPEED: Final = 0.25
"""The contract's range of `CONTEXT_SPEED`."""
MAX_SPEED: Final = 4.0
MAX_LOADED: Final = 3
"""Piper voices in memory: each takes 100 to 200 MB. A home speaks one language, or two, and tries a third."""


class Speaking(Protocol):
    """A voice that is ready."""

    def say(self, piece: str, *, speaker: str | None, language: str | None, speed: float) -> Speech:
        """Say one piece. *worker*. Raises LookupError or ValueError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Which voice answers, and why."""

    voice: Voice
    why: str
    """One English sentence."""


class Voices:
    """All voices of the host; satisfies `VoiceEngine`."""

    def __init__(
        self, found: tuple[PiperFile, ...], espeak: Espeak, *, choice: str | None = None, problems: tuple[str, ...] = ()
    ) -> None:
        """Make the engine and load the voice that speaks by default; `choice` names it."""
        self._espeak = espeak
        self._fallback = FallbackVoice(espeak)
        self._found = {file.voice.name: file for file in found}
        self._choice = choice
        self._problems = problems
        self._loaded: OrderedDict[str, Speaking] = OrderedDict()
        self._lock = Lock()
        if choice is not None and choice not in {voice.name for voice in self.voices}:
            self._problems += (f"The chosen voice {choice} was not found; another one speaks.",)
            self._choice = None
        self._ready(None, None)

    @property
    def info(self) -> EngineInfo:
        """What answers when nothing is asked for."""
        answer = self.resolve(None, None)
        fallback = answer.voice.fallback
        return EngineInfo(
            stage="text_to_speech",
            name="espeak-ng" if fallback else "piper",
            version=self._espeak.version if fallback else version("piper-tts"),
            model=answer.voice.name,
            detail=answer.why,
        )

    @property
    def problems(self) -> tuple[str, ...]:
        """Voices that were found and cannot be used, one English sentence each."""
        return self._problems

    @property
    def voices(self) -> tuple[Voice, ...]:
        """What can speak, best first."""
        return (*(file.voice for file in tuple(self._found.values())), self._fallback.voice)

    def resolve(self, voice: str | None, language: str | None) -> Resolved:
        """Say which voice answers for `language`, and why: the only place where that is decided.

        Raises LookupError when no voice has that name or speaks that language.
        """
        known = {each.name: each for each in self.voices}
        if voice is not None:
            if voice not in known:
                raise LookupError("no voice of that name was found")
            return Resolved(voice=known[voice], why="It was asked for by name.")
        chosen = known.get(self._choice or "")
        if chosen is not None and (language is None or _fit(chosen, language) is not None):
            return Resolved(voice=chosen, why="It is the voice that was chosen.")
        if language is None:
            return self._first(known)
        return self._best(known, language)

    def _first(self, known: dict[str, Voice]) -> Resolved:
        best = next(iter(known.values()))
        if best.fallback:
            return Resolved(voice=best, why="No Piper voice is installed, so the robotic voice speaks.")
        return Resolved(voice=best, why="It is the best of the Piper voices that were found.")

    def _best(self, known: dict[str, Voice], language: str) -> Resolved:
        fits = [(fit, each) for each in known.values() if (fit := _fit(each, language)) is not None]
        natural = [(fit, each) for fit, each in fits if not each.fallback]
        if natural:
            best = min(natural, key=lambda each: each[0])[1]
            return Resolved(voice=best, why=f"It is the best Piper voice found for {languages.normal(language)}.")
        if fits and self._fallback.dialect(language) is not None:
            why = f"No Piper voice for {languages.normal(language)} is installed, so the robotic voice speaks."
            return Resolved(voice=fits[0][1], why=why)
        raise LookupError(f"no voice speaks the language {language}")

    def speak(
        self, text: str, *, voice: str | None, speaker: str | None, language: str | None, speed: float = 1.0
    ) -> Iterator[Speech]:
        """Say `text`, one sentence each time the iterator is advanced. *worker*.

        Raises, before it returns, LookupError for an unknown voice, speaker or language, and ValueError for a
        text that is too long or a speed out of range. May be abandoned between any two pieces.
        """
        if len(text) > MAX_SPOKEN_CHARACTERS:
            raise ValueError("the text has more characters than the contract allows")
        if not isfinite(speed) or not MIN_SPEED <= speed <= MAX_SPEED:
            raise ValueError(f"the speed is not between {MIN_SPEED} and {MAX_SPEED}")
        described, speaking = self._ready(voice, language)
        speaker_number(described, speaker)
        return self._pieces(speaking, text, speaker, language, speed)

    @staticmethod
    def _pieces(
        speaking: Speaking, text: str, speaker: str | None, language: str | None, speed: float
    ) -> Iterator[Speech]:
        for piece in sentences(text):
            speech = speaking.say(piece, speaker=speaker, language=language, speed=speed)
            if speech.pcm:
                yield speech

    def _ready(self, voice: str | None, language: str | None) -> tuple[Voice, Speaking]:
        """Resolve and load. A voice that breaks becomes a problem, and the next best answers unless it was named."""
        while True:
            answer = self.resolve(voice, language).voice
            if answer.fallback:
                return answer, self._fallback
            try:
                return answer, self._load(answer.name)
            except ValueError as error:
                if voice is not None:
                    raise LookupError(f"the voice {voice} cannot be used: {error}") from error

    def _load(self, name: str) -> Speaking:
        """Return the loaded voice; the one that spoke longest ago makes room. Raises ValueError."""
        with self._lock:
            if name in self._loaded:
                self._loaded.move_to_end(name)
                return self._loaded[name]
            file = self._found.get(name)
            if file is None:
                raise ValueError("it was found to be broken")
            try:
                loaded = PiperVoice(file, self._espeak)
            except ValueError as error:
                del self._found[name]
                self._problems += (f"The voice {name} cannot be used: {error}.",)
                raise
            self._loaded[name] = loaded
            while len(self._loaded) > MAX_LOADED:
                self._loaded.popitem(last=False)
            return loaded


def _fit(voice: Voice, language: str) -> int | None:
    """Say how well a voice serves a language: smaller is better, None is not at all."""
    return min((fit for tag in voice.languages if (fit := languages.fit(language, tag)) is not None), default=None)
