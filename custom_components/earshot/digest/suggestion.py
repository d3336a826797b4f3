"""The one thing that a digest may suggest, from its facts alone."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ..models import EarKind
from .facts import DigestFacts

FEWEST_FALSE_WAKES: Final = 5
"""A television evening wakes a satellite two or three times; whoever hears of that does nothing about it."""


class Suggestion(StrEnum):
    """What a person could do. Each is a sentence in every language."""

    LOCAL_ENGINE = "local_engine"
    """Something went out for a stage that an engine of this house could do."""
    PAST_EARSHOT = "past_earshot"
    """Something went past Earshot: that assistant could be made transparent."""
    FALSE_WAKES = "false_wakes"
    """One satellite woke for nothing, again and again."""
    CHECKPOINT = "checkpoint"
    """Nobody outside ever compared a checkpoint of the ledger."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """One suggestion."""

    what: Suggestion
    satellite: str | None = None
    """What the satellite is called that it is about."""


type Local = Collection[EarKind]
"""The stages that an engine of Earshot's own does here."""


def suggest(facts: DigestFacts, local: Local, last: Suggestion | None = None) -> Suggested | None:
    """Return the first that fits. What was suggested the last time is left out: who did not follow knows it."""
    found = (suggested for look in LOOKS if (suggested := look(facts, local)) is not None)
    return next((suggested for suggested in found if suggested.what is not last), None)


def _local_engine(facts: DigestFacts, local: Local) -> Suggested | None:
    return Suggested(Suggestion.LOCAL_ENGINE) if set(facts.left_at) & set(local) else None


def _past_earshot(facts: DigestFacts, _: Local) -> Suggested | None:
    return Suggested(Suggestion.PAST_EARSHOT) if facts.outside else None


def _false_wakes(facts: DigestFacts, _: Local) -> Suggested | None:
    worst = next((one for one in facts.by_satellite if one.name is not None), None)
    if worst is None or worst.count < max(FEWEST_FALSE_WAKES, len(facts.days)):
        return None
    return Suggested(Suggestion.FALSE_WAKES, worst.name)


def _checkpoint(facts: DigestFacts, _: Local) -> Suggested | None:
    return None if facts.witnessed else Suggested(Suggestion.CHECKPOINT)


LOOKS: Final[Sequence[Callable[[DigestFacts, Local], Suggested | None]]] = (
    _local_engine,
    _past_earshot,
    _false_wakes,
    _checkpoint,
)
"""From what concerns the house most to what can wait."""
