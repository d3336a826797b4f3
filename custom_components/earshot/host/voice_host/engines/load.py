"""Makes the engines of the three stages. One that cannot be made is a sentence in the report; the others go on."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
import logging
from pathlib import Path
from typing import Any

from ..config import HostConfig
from ..contract import EngineInfo
from .interface import SpeechEngine, VoiceEngine, WakeEngine

LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Engines:
    """What answers for each stage. None: nothing does, and `failures` says why."""

    wake: WakeEngine | None
    speech: SpeechEngine | None
    voice: VoiceEngine | None
    answers: SpeechEngine | None = None
    """What hears a yes or a no where `speech` does not. None: that one does."""
    failures: tuple[str, ...] = ()
    """Why a stage has none, one English sentence each."""

    @property
    def infos(self) -> tuple[EngineInfo, ...]:
        """What answers now, in the order of the stages."""
        return tuple(engine.info for engine in (self.wake, self.speech, self.voice) if engine is not None)

    @property
    def problems(self) -> tuple[str, ...]:
        """What went wrong up to now: the failures, and what each engine found that it cannot use."""
        found = list(self.failures)
        for engine in (self.wake, self.speech, self.voice):
            found.extend(getattr(engine, "problems", ()))
        return tuple(found)

    @property
    def complete(self) -> bool:
        """Whether every stage has an engine."""
        return None not in (self.wake, self.speech, self.voice)


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where a stage's engines live."""

    package: str
    factory: str
    folder: str
    noun: str


_WAKE = _Stage("wake", "create_wake_engine", "wake_word", "wake word")
_SPEECH = _Stage("stt", "create_speech_engine", "speech_to_text", "speech-to-text")
_VOICE = _Stage("tts", "create_voice_engine", "text_to_speech", "text-to-speech")


def prepare(models: Path | None) -> tuple[str, ...]:
    """Let each package do what must come before the sandbox closes, and return what went wrong.

    A package that exports `prepare(folder)` may start a child process, to try a model whose loader ends the process
    that holds it. It is called in the network namespace already, with no network, and must load no model itself.
    """
    failures = []
    for stage in (_WAKE, _SPEECH, _VOICE):
        try:
            if (hook := getattr(_package(stage), "prepare", None)) is not None:
                hook(_folder(models, stage))
        except Exception as fault:  # noqa: BLE001 - whatever a package raises, the other stages go on
            failures.append(_failure(stage, "could not be prepared", fault))
    return tuple(failures)


def load(config: HostConfig, *, failures: tuple[str, ...] = ()) -> Engines:
    """Make every engine. Blocking, for seconds. `failures` of before are put first."""
    found = list(failures)
    wake = _make(_WAKE, config.models, found, thresholds=config.thresholds, trigger_level=config.trigger_level)
    speech = _make(_SPEECH, config.models, found, choice=config.speech)
    voice = _make(_VOICE, config.models, found, choice=config.voice)
    answers = _make_answers(speech, found) if speech else None
    return Engines(wake=wake, speech=speech, voice=voice, answers=answers, failures=tuple(found))


def _make_answers(speech: SpeechEngine, failures: list[str]) -> SpeechEngine | None:
    """Make what hears a yes or a no. Without it nobody can be asked aloud, and everything else works."""
    try:
        answers: SpeechEngine | None = _package(_SPEECH).create_answer_engine(speech)
    except Exception as fault:  # noqa: BLE001 - a host that cannot hear a yes still hears the home
        failures.append(_failure(_SPEECH, "cannot hear a yes or a no", fault))
        return None
    return answers


def _make(stage: _Stage, models: Path | None, failures: list[str], **choices: Any) -> Any:
    try:
        factory: Callable[..., Any] = getattr(_package(stage), stage.factory)
        engine = factory(_folder(models, stage), **choices)
    except Exception as fault:  # noqa: BLE001 - a host whose voice cannot load still hears
        failures.append(_failure(stage, "is not available", fault))
        return None
    LOGGER.info("Loaded %s: %s %s (%s)", stage.noun, engine.info.name, engine.info.version, engine.info.model)
    return engine


def _package(stage: _Stage) -> Any:
    return import_module(f"..{stage.package}", __name__)


def _folder(models: Path | None, stage: _Stage) -> Path | None:
    return None if models is None else models / stage.folder


def _failure(stage: _Stage, what: str, fault: Exception) -> str:
    failure = f"{stage.noun.capitalize()} {what}: {type(fault).__name__}: {fault}"
    LOGGER.warning("%s", failure)
    return failure
