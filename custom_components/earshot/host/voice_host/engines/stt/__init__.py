"""Speech-to-text: a recogniser of this home's sentences, and general ones for those who download a model."""

from pathlib import Path

from ..interface import SpeechEngine
from .answers import AnswerEngine
from .choice import choose
from .closed import ClosedGrammarEngine
from .general import GeneralEngine

__all__ = ["create_answer_engine", "create_speech_engine", "prepare"]


def prepare(folder: Path | None) -> None:
    """Try every model in `folder` in a child process, which the sandbox forbids later, so that any can be chosen."""
    choose(folder, None)


def create_speech_engine(folder: Path | None, *, choice: str | None = None) -> SpeechEngine:
    """Make the engine that answers: `choice`, a model's folder name or `pocketsphinx`, or what is found in `folder`."""
    chosen = choose(folder, choice)
    if chosen.model is None:
        return ClosedGrammarEngine(chosen.why, chosen.problems)
    return GeneralEngine(chosen.model, chosen.why, chosen.problems)


def create_answer_engine(speech: SpeechEngine) -> SpeechEngine | None:
    """Make what hears a yes or a no, where `speech` hears the sentences of the home only; None where it hears any."""
    return AnswerEngine() if isinstance(speech, ClosedGrammarEngine) else None
