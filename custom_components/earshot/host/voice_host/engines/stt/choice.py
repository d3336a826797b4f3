"""Which speech-to-text engine answers, and why: the only place where that is decided."""

from dataclasses import dataclass
from pathlib import Path

from .closed import NAME as CLOSED
from .models import Model, find_models
from .probe import probe


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The engine that answers."""

    model: Model | None
    """None: this home's own sentences."""
    why: str
    """One English sentence."""
    problems: tuple[str, ...]


def choose(folder: Path | None, choice: str | None) -> Choice:
    """Choose: what was asked for by name if it can be used, else a model that was found, else the home's sentences.

    Models are tried in a child process if they have not been; where that is forbidden, they are not used.
    """
    found, problems = find_models(folder)
    usable = []
    for model in found:
        fault = probe(model)
        if fault is None:
            usable.append(model)
        else:
            problems += (f"The speech-to-text model {model.name} cannot be used: {fault}.",)
    if choice == CLOSED:
        return Choice(model=None, why="It was chosen: this home's own sentences are heard.", problems=problems)
    if choice is not None:
        for model in usable:
            if model.name == choice:
                return Choice(model=model, why="This model was chosen.", problems=problems)
        problems += (f"The chosen speech-to-text model {choice} was not found, or cannot be used.",)
    if usable:
        return Choice(model=usable[0], why="It is the first of the models that were found.", problems=problems)
    why = "No usable model is installed, so this home's own sentences are heard."
    return Choice(model=None, why=why, problems=problems)
