"""The engine for those who download a model: any words, by sherpa-onnx, with weights from disk only."""

from importlib.metadata import version
import re
from threading import Lock
from typing import Final, override

import numpy as np

from ...contract import VERDICT_ACCEPTED, VERDICT_REJECTED, VERDICT_SILENCE, EngineInfo, GrammarBuilt, HomeGrammar
from ..interface import Heard, SpeechEngine, SpeechStream
from .models import Model
from .recognizers import Recognizer, open_model
from .sound import Sound

NAME: Final = "sherpa-onnx"
_FULL_SCALE: Final = 32768.0
_NOT_A_WORD: Final = re.compile(r"<[^>]*>|\[[^\]]*\]")
"""Tokens of models that stand for no word: `<unk>`, `[noise]`."""


class GeneralEngine(SpeechEngine):
    """Hears whatever is said, in the languages of one downloaded model."""

    def __init__(self, model: Model, detail: str, problems: tuple[str, ...] = ()) -> None:
        """Load a model that has been tried before; `detail` says why this engine answers."""
        self._model = model
        self._detail = detail
        self.problems = problems
        """Models that were found and cannot be used, one English sentence each."""
        self._recognizer = open_model(model)
        self._running = Lock()

    @property
    @override
    def info(self) -> EngineInfo:
        return EngineInfo(
            stage="speech_to_text",
            name=NAME,
            version=version("sherpa-onnx"),
            model=self._model.name,
            detail=self._detail,
        )

    @property
    @override
    def languages(self) -> tuple[str, ...]:
        return self._model.languages

    @override
    def start(self, *, language: str, speaker: str, times: bool = False) -> SpeechStream:
        if language.replace("_", "-").split("-")[0].lower() not in self.languages:
            raise LookupError("this model does not hear that language")
        return _Utterance(self._recognizer, self._running)

    @override
    def set_home(self, grammar: HomeGrammar) -> GrammarBuilt | None:
        return None


class _Utterance(SpeechStream):
    """One utterance. The recogniser runs one at a time: it takes all the cores that it is given."""

    def __init__(self, recognizer: Recognizer, running: Lock) -> None:
        self._running = running
        self._sound = Sound(noise=0)
        self._ended = False
        with running:
            self._recognition = recognizer.begin()

    @override
    def feed(self, pcm: bytes) -> None:
        sound = self._sound.take(pcm)
        if sound and not self._ended:
            with self._running:
                self._recognition.take(np.frombuffer(sound, "<i2").astype(np.float32) / _FULL_SCALE)

    @override
    def finish(self) -> Heard:
        if self._ended:
            raise RuntimeError("the utterance has ended")
        self._ended = True
        with self._running:
            text = self._recognition.text()
        if not self._sound.has_speech:
            return Heard(text="", verdict=VERDICT_SILENCE, score=None, engine=NAME)
        words = " ".join(_NOT_A_WORD.sub(" ", text).lower().split())
        verdict = VERDICT_ACCEPTED if words else VERDICT_REJECTED
        return Heard(text=words, verdict=verdict, score=None, engine=NAME)

    @override
    def cancel(self) -> None:
        self._ended = True
