"""A tone where words were that are not to leave: they are overwritten, not drowned."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from .samples import RATE, Floats, at_ms

MARGIN_MS: Final = 80
"""How much more is overwritten on either side. A recogniser says when a word began and ended from frames of 10 ms and
the most probable path through them, and is off by some frames; a neighbouring word's edge is a small price."""
PITCH: Final = 1000.0
"""Hz, as everybody knows it from television."""
AMPLITUDE: Final = 1600.0
"""About as loud as speech at two metres, and always the same: it does not even say how loud the word was."""
RAMP_MS: Final = 10
"""How long it takes to come and go, so that it does not click."""


def widened(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return `spans` [begin, end) in ms with their margins. Those that are empty or backwards are hidden, too."""
    return [(max(0, min(span) - MARGIN_MS), max(span) + MARGIN_MS) for span in spans]


def blanked(samples: Floats, spans: Sequence[tuple[int, int]]) -> Floats:
    """Return a copy of `samples` [n] with nothing where `spans` are, in ms."""
    rest = samples.copy()
    rest[_inside(len(samples), spans)] = 0.0
    return rest


def beeped(samples: Floats, spans: Sequence[tuple[int, int]]) -> Floats:
    """Return a copy of `samples` [n] with a tone in place of `spans`, in ms; spans that touch are one."""
    inside = _inside(len(samples), spans)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inside, [False]))))
    rest = samples.copy()
    for begin, end in edges.reshape(-1, 2):
        rest[begin:end] = _tone(int(end - begin))
    return rest


def _inside(count: int, spans: Sequence[tuple[int, int]]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Mark the samples that are in one of `spans`."""
    inside = np.zeros(count, dtype=np.bool_)
    for begin, end in spans:
        inside[at_ms(begin) : at_ms(end)] = True
    return inside


def _tone(count: int) -> Floats:
    """Return `count` samples of the tone, which comes and goes softly."""
    at = np.arange(count)
    to_edge = np.minimum(at, count - 1 - at) / at_ms(RAMP_MS)
    tone: Floats = AMPLITUDE * np.minimum(to_edge, 1.0) * np.sin(2.0 * np.pi * PITCH / RATE * at)
    return tone
