"""What a verification comes to: the steps that held, and the first thing that is wrong with its place."""

from dataclasses import dataclass
from enum import StrEnum


class StepName(StrEnum):
    """The steps of a verification, in order."""

    NUMBERS = "numbers"
    LEAVES = "leaves"
    BODIES = "bodies"
    REDACTIONS = "redactions"
    NODES = "nodes"
    HEAD = "head"
    CHECKPOINTS = "checkpoints"
    UTTERANCES = "utterances"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step that held."""

    number: int
    """Counted from 1."""
    name: StrEnum
    """Of the steps of the thing that was verified."""
    checked: int
    """How many things of its kind were looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """The first thing that is wrong, and where it is."""

    number: int
    name: StrEnum
    """Of the steps of the thing that was verified."""
    message: str
    first: int | None = None
    """First entry that may be meant. None: it is not about entries."""
    last: int | None = None
    """Last entry that may be meant; the same as `first` where it is known to the entry."""
    checkpoint: int | None = None
    """Which checkpoint is meant, counted from 0: first those that are stored, then those that were noted elsewhere."""
    utterance_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a verification came to."""

    ok: bool
    """Whether every step held."""
    size: int
    """Entries that were looked at."""
    root: str
    """Root of the tree that they make, in hexadecimal."""
    redacted: int
    """Entries of which only the leaf is left, as later entries say."""
    steps: tuple[Step, ...]
    """Those that held."""
    failure: Failure | None


class Wrong(Exception):  # noqa: N818 - it never leaves a verification
    """Something is wrong in the step that is being walked."""

    def __init__(self, name: StrEnum, message: str, **place: int | str | None) -> None:
        """Say what is wrong; `place` are the places of `Failure`."""
        super().__init__(message)
        self._name = name
        self._place = place

    def failure(self, steps: type[StrEnum]) -> Failure:
        """Return it as the finding of a verification with these steps, which has one of the same name."""
        name = steps(self._name.value)
        return Failure(number=number_of(name), name=name, message=str(self), **self._place)  # type: ignore[arg-type]  # the places of Failure


def number_of(name: StrEnum) -> int:
    """Return the number of a step, counted from 1."""
    return list(type(name)).index(name) + 1
