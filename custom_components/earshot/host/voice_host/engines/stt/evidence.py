"""Whether what a closed grammar made of an utterance is what was said.

A closed grammar turns any sound into one of its sentences. How well the sound fits tells them apart: the acoustic
log-likelihood of the best path, which pocketsphinx counts below that of the best sound for each frame. Speech that
the grammar cannot place often hides in what should be silence, so a silence that fits badly counts as well.

Voices and rooms fit differently well, whatever is said. So the sound is heard once more as any phonemes in any order,
which fits a strange voice badly and strange words well, and the sentence is measured against that; this is the usual
background model of keyword spotting (Rose and Paul 1990). What is left of the difference between voices, each
satellite's bar learns from what it has accepted.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import log
from statistics import median
from typing import Final, Protocol

BAR: Final = -1.2
"""Evidence that is accepted at first."""
LOWEST_BAR: Final = -1.3
"""A satellite that nobody understands must not come to accept everything."""
HIGHEST_BAR: Final = -0.9
"""Nor may one good voice shut out everybody else: the tuning voices' usual commands have -0.5 to 0.5."""
MARGIN: Final = 1.4
"""How far below a satellite's usual evidence that of a command may lie."""
REMEMBERED: Final = 20
"""Accepted commands that make a satellite's usual evidence: a day or two of use."""
NEEDED: Final = 4
"""Accepted commands before the bar begins to move."""

SILENCE: Final = -1.0
"""What a frame of real silence scores at most; only what is below counts against the sentence."""
LENIENCE: Final = 30
"""Frames that are added to every length: a short command is not lost for one unclear word."""
BACKGROUND: Final = 2.0
"""How much the fit of any phonemes counts beside that of the sentence. On the tuning voices, at 5 % of the foreign
sentences let through, 2 loses none of the commands that were heard right, 1 loses 0.6 % and 0 loses 2.4 %."""


class Segment(Protocol):
    """One word or phoneme, or silence, of a recogniser's best path."""

    word: str
    start_frame: int
    end_frame: int
    ascore: float
    """Likelihood of its frames, as pocketsphinx scales it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well the sound fits the best path; larger is better."""

    whole: float
    """Per frame of speech."""
    likelihood: float
    """Log-likelihood of all frames, silence too: to compare two paths through the same sound."""
    begin: int
    """First frame of the first word."""
    end: int
    """Last frame of the last word."""


def fit(segments: Iterable[Segment]) -> Fit | None:
    """Return how well the sound fits the best path; None where the path has no words."""
    total, spoken, everything = 0.0, 0, 0.0
    begin, end = -1, -1
    for segment, frames, likelihood in _heard(segments):
        everything += likelihood
        if segment.word.startswith(("<", "[", "+")):
            total += min(0.0, likelihood - SILENCE * frames)
            continue
        total += likelihood
        spoken += frames
        begin = segment.start_frame if begin < 0 else begin
        end = segment.end_frame
    return Fit(total / (spoken + LENIENCE), everything, begin, end) if spoken else None


def background(segments: Iterable[Segment], begin: int, end: int) -> float:
    """Return how well any phonemes fit from frame `begin` up to `end`, per frame; 0 where there are none."""
    total, counted = 0.0, 0
    for segment, frames, likelihood in _heard(segments):
        inside = min(segment.end_frame, end) - max(segment.start_frame, begin) + 1
        if inside > 0:
            total += likelihood * inside / frames
            counted += inside
    return total / counted if counted else 0.0


def evidence(found: Fit, behind: float) -> float:
    """Return how much better a sentence fits than the voice that said it; larger is better."""
    return found.whole - BACKGROUND * behind


def _heard(segments: Iterable[Segment]) -> Iterator[tuple[Segment, int, float]]:
    """Yield each segment that has sound with its frames and its log-likelihood."""
    for segment in segments:
        frames = segment.end_frame - segment.start_frame + 1
        if segment.start_frame >= 0 and frames > 0:
            yield segment, frames, log(max(segment.ascore, 1e-300)) * 1000


@dataclass(slots=True)
class Bar:
    """How much evidence one satellite's commands must have."""

    _accepted: deque[float] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    @property
    def height(self) -> float:
        """The evidence that is just enough."""
        if len(self._accepted) < NEEDED:
            return BAR
        return min(max(median(self._accepted) - MARGIN, LOWEST_BAR), HIGHEST_BAR)

    def accepts(self, found: float) -> bool:
        """Decide, and learn from what is accepted."""
        accepted = found >= self.height
        if accepted:
            self._accepted.append(found)
        return accepted
