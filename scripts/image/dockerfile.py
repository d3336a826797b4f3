"""Reads as much of a Dockerfile as ours uses: stages, and the steps of each."""

from dataclasses import dataclass, field
import re
from typing import Final

KNOWN: Final = frozenset({"FROM", "RUN", "ADD", "COPY", "EXPOSE", "CMD"})
"""An instruction that is none of these would be passed over in silence, and the proof would be none."""


class DockerfileError(ValueError):
    """Something in it is not known here."""


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction and what it says, in one line."""

    instruction: str
    said: str


@dataclass(slots=True)
class Stage:
    """One FROM and what follows it."""

    base: str
    name: str | None
    steps: list[Step] = field(default_factory=list)


def stages(text: str) -> list[Stage]:
    """Return the stages in their order. Raises DockerfileError."""
    found: list[Stage] = []
    for instruction, said in _instructions(text):
        if instruction not in KNOWN:
            raise DockerfileError(f"{instruction} is not known here")
        if instruction == "FROM":
            base, _, name = said.partition(" AS ")
            found.append(Stage(base.strip(), name.strip() or None))
        elif not found:
            raise DockerfileError(f"{instruction} before FROM")
        else:
            found[-1].steps.append(Step(instruction, said))
    return found


def _instructions(text: str) -> list[tuple[str, str]]:
    lines = [line for line in text.splitlines() if not re.match(r"\s*(#|$)", line)]
    joined = re.sub(r"\\\n", " ", "\n".join(lines))
    return [(word.upper(), said.strip()) for word, _, said in (line.partition(" ") for line in joined.splitlines())]
