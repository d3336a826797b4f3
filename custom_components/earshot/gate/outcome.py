"""How an utterance ended, from what its stages did and what Home Assistant said of its run."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..models import Outcome, Stage
from .entries import StageDone
from .flight import CANCELLED, ERROR, REJECTED, SILENCE

_TIMEOUT: Final = "timeout"
"""Home Assistant's code for a run that took too long: somebody's microphone went on and on."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The last word on an utterance."""

    outcome: Outcome
    code: str | None = None
    """The error's code, where an error ended it."""


def conclude_words(stages: Sequence[StageDone], error: str | None, *, cancelled: bool = False) -> Ending:
    """Say how it ended where nobody spoke, and `error` is the code of the run's error event, if there was a run."""
    statuses = [stage.status for stage in stages]
    if cancelled or CANCELLED in statuses:
        return Ending(Outcome.CANCELLED, error)
    if REJECTED in statuses:
        return Ending(Outcome.NOT_UNDERSTOOD)
    failed = next((status.removeprefix(ERROR) for status in statuses if status.startswith(ERROR)), error)
    return Ending(Outcome.FAILED, failed) if failed else Ending(Outcome.ANSWERED)


def conclude(stages: Sequence[StageDone], *, cancelled: bool, error: str | None, spoken_to: bool) -> Ending:
    """Say how it ended. Of two engines for one stage the last one counts: it stepped in for the one before it.

    `error` is the code of the run's error event; `spoken_to` whether Home Assistant heard speech begin.
    """
    done = {stage.engine.stage: stage for stage in stages}
    heard = done.get(Stage.SPEECH_TO_TEXT)
    if cancelled and error == _TIMEOUT and not spoken_to:
        return Ending(Outcome.FALSE_WAKE, error)
    if cancelled or heard is None:
        return Ending(Outcome.CANCELLED, error)
    if heard.status == SILENCE:
        return Ending(Outcome.FALSE_WAKE)
    if any(stage.status == REJECTED for stage in stages):
        return Ending(Outcome.NOT_UNDERSTOOD)
    for stage in done.values():
        if stage.status.startswith(ERROR):
            return Ending(Outcome.FAILED, stage.status.removeprefix(ERROR))
    return Ending(Outcome.FAILED, error) if error else Ending(Outcome.ANSWERED)
