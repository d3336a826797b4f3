"""Whether what a closed grammar made of an utterance is what was said.

A closed grammar turns any sound into one of its sentences. How well the sound fits tells them apart: the acoustic
log-likelihood of the best path, which pocketsphinx counts below that of the best sound for each frame. Speech that
the grammar cannot place often hides in what should be silence, so a silence that fits badly counts as well. Voices
and rooms fit differently well, so each satellite's bar follows what it has accepted.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log
from statistics import median
from typing import Final, Protocol

BAR: Final = -4.5
"""Scores above are accepted at first. With the numbers below, 0.3 % of the commands that were heard right on the
benchmark's tuning voices are lost, and 2.3 % of the foreign sentences let through; a bar of -4.3 and its margin of 1.3
lost 1.3 % and let 0.6 % through."""
LOWEST_BAR: Final = -4.8
"""A satellite that nobody understands must not come to accept everything."""
HIGHEST_BAR: Final = -3.6
"""Nor may one good voice shut out everybody else: the tuning voices' usual commands score -3.3 to -2."""
MARGIN: Final = 1.9
"""How far below a satellite's usual score a command may lie. On the tuning voices 1.3 loses another 1 % of the
commands, and 2.2 finds none more and lets twice as many foreign sentences through."""
REMEMBERED: Final = 20
"""Accepted commands that make a satellite's usual score: a day or two of use."""
NEEDED: Final = 4
"""Accepted commands before the bar begins to move."""

SILENCE: Final = -1.0
"""What a frame of real silence scores at most; only what is below counts against the sentence."""
LENIENCE: Final = 30
"""Frames that are added to every length: a short command is not lost for one unclear word."""
WORST_WORD: Final = -4.5
"""What the worst word must score: "the washing machine" is nearly "the coffee machine". On the tuning voices it
refuses two in five of the foreign sentences that are left, and 0.1 % of the commands."""


class Segment(Protocol):
    """One word, or silence, of a recogniser's best path."""

    word: str
    start_frame: int
    end_frame: int
    ascore: float
    """Likelihood of its frames, as pocketsphinx scales it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well the sound fits the best path; larger is better."""

    whole: float
    worst_word: float
    likelihood: float = 0.0
    """Log-likelihood of all frames, silence too: to compare two paths through the same sound."""


def fit(segments: Iterable[Segment]) -> Fit | None:
    """Return how well the sound fits the best path; None where the path has no words."""
    total, spoken, worst, everything = 0.0, 0, 0.0, 0.0
    for segment in segments:
        frames = segment.end_frame - segment.start_frame + 1
        if segment.start_frame < 0 or frames <= 0:
            continue  # A transition without sound.
        likelihood = log(max(segment.ascore, 1e-300)) * 1000
        everything += likelihood
        if segment.word.startswith(("<", "[", "+")):
            total += min(0.0, likelihood - SILENCE * frames)
        else:
            total += likelihood
            spoken += frames
            worst = min(worst, likelihood / (frames + LENIENCE))
    return Fit(total / (spoken + LENIENCE), worst, everything) if spoken else None


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

    def accepts(self, found: Fit) -> bool:
        """Decide, and learn from what is accepted."""
        accepted = found.whole >= self.height and found.worst_word >= WORST_WORD
        if accepted:
            self._accepted.append(found.whole)
        return accepted
