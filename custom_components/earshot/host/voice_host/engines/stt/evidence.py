"""Whether what a closed grammar made of an utterance is what was said.

A closed grammar turns any sound into one of its sentences. How well the sound fits tells them apart: the mean
log-likelihood of the best path per frame of speech. Voices and rooms fit differently well, so each satellite's
bar follows what it has accepted.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log
from statistics import median
from typing import Final, Protocol

BAR: Final = -4.6
"""Scores above are accepted at first. Chosen on the benchmark's tuning voices; see docs/decisions."""
LOWEST_BAR: Final = -4.8
"""A satellite that nobody understands must not come to accept everything."""
HIGHEST_BAR: Final = -4.0
"""Nor may one good voice shut out everybody else."""
MARGIN: Final = 1.3
"""How far below a satellite's usual score a command may lie."""
REMEMBERED: Final = 20
"""Accepted commands that make a satellite's usual score: a day or two of use."""
NEEDED: Final = 4
"""Accepted commands before the bar begins to move."""


class Segment(Protocol):
    """One word of a recogniser's best path."""

    word: str
    start_frame: int
    end_frame: int
    ascore: float


def score(segments: Iterable[Segment]) -> float | None:
    """Return the mean log-likelihood per frame of the words, in thousandths; None where there are no words."""
    total, frames = 0.0, 0
    for segment in segments:
        if segment.word.startswith(("<", "(", "[", "+")) or segment.end_frame < segment.start_frame:
            continue
        total += log(max(segment.ascore, 1e-300))
        frames += segment.end_frame - segment.start_frame + 1
    return total / frames * 1000 if frames else None


@dataclass(slots=True)
class Bar:
    """What one satellite's commands must score."""

    _accepted: deque[float] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    @property
    def height(self) -> float:
        """The score that is just enough."""
        if len(self._accepted) < NEEDED:
            return BAR
        return min(max(median(self._accepted) - MARGIN, LOWEST_BAR), HIGHEST_BAR)

    def accepts(self, value: float) -> bool:
        """Decide, and learn from what is accepted."""
        accepted = value >= self.height
        if accepted:
            self._accepted.append(value)
        return accepted
