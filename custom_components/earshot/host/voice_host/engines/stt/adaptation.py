"""Learning how the voices at a satellite differ from the ones that the acoustic model was trained on.

From the sentences that were accepted, an affine map of the cepstra is estimated that makes them most likely under the
model (constrained maximum likelihood linear regression, Gales 1998), and later sentences are heard through it as well.
It undoes much of what sets a voice, a room and a microphone apart: of three tuning voices that had a quarter of their
commands lost, it brings back five of six.

What is kept is a few sums over the last minute of accepted speech, in memory only. They hold no words, but are about a
voice, and are forgotten with the satellite and with the process.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

import numpy as np

from .acoustics import CEPSTRA, STREAMS, Acoustics, Floats, streams

REMEMBERED: Final = 6000.0
"""Frames of speech that a map is estimated from: a minute, some thirty commands. Older ones fade."""
CAUTION: Final = 200.0
"""Frames of speech that the map which changes nothing counts for, so that two seconds do not make a wild one."""
_ROUNDS: Final = 8
"""Of improving the map's rows by turns; more change nothing in the second decimal."""
_WIDTH: Final = CEPSTRA + 1
"""Values of a row: for each cepstrum, and the offset."""


@dataclass(frozen=True, slots=True)
class Phoneme:
    """A phoneme of a sentence that was heard, or a silence."""

    name: str
    begin: int
    """First frame."""
    frames: int


@dataclass(frozen=True, slots=True, eq=False)
class VoiceMap:
    """An affine map of cepstra that have no mean."""

    matrix: Floats
    """[value, value]."""
    offset: Floats

    def apply(self, cepstra: Floats) -> Floats:
        """Map cepstra [frame, value]."""
        return cepstra @ self.matrix.T + self.offset


def _sums() -> Floats:
    return np.zeros((CEPSTRA, _WIDTH, _WIDTH))


@dataclass(slots=True)
class Adaptation:
    """What was learnt of the voices at one satellite."""

    map: VoiceMap | None = None
    """None until something was learnt."""
    _squares: Floats = field(default_factory=_sums)
    _products: Floats = field(default_factory=lambda: np.zeros((CEPSTRA, _WIDTH)))
    _frames: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def learn(self, acoustics: Acoustics, cepstra: Floats, phonemes: Iterable[Phoneme]) -> None:
        """Learn from a sentence: its cepstra [frame, value] without their mean, and where its phonemes are."""
        with self._lock:  # Two sentences of one satellite may end at once.
            self._learn(acoustics, cepstra, phonemes)

    def _learn(self, acoustics: Acoustics, cepstra: Floats, phonemes: Iterable[Phoneme]) -> None:
        plain = streams(cepstra)
        mapped = plain if self.map is None else streams(self.map.apply(cepstra))
        for phoneme in phonemes:
            place = acoustics.phonemes.get(phoneme.name)
            here = slice(phoneme.begin, min(phoneme.begin + phoneme.frames, len(cepstra)))
            if place is None or phoneme.name == "SIL" or phoneme.name.startswith("+") or here.stop <= here.start:
                continue
            for stream in range(STREAMS):
                self._add(acoustics, stream, place, plain[stream][here], mapped[stream][here])
            self._frames += here.stop - here.start
        if self._frames:
            self._fade()
            self.map = self._estimate()

    def _add(self, acoustics: Acoustics, stream: int, place: int, plain: Floats, mapped: Floats) -> None:
        """Add frames of one phoneme. Which Gaussians they belong to is judged by how they are heard now."""
        means, precisions = acoustics.means[stream, place], 1 / acoustics.variances[stream, place]
        distances = ((mapped[:, None, :] - means) ** 2 * precisions).sum(-1)
        likelihoods = (np.log(precisions).sum(-1) - distances) / 2
        shares = np.exp(likelihoods - likelihoods.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        # A change has no offset.
        wide = np.hstack([plain, np.full((len(plain), 1), 1.0 if stream == 0 else 0.0)])
        self._squares += np.einsum("fi,fa,fb->iab", shares @ precisions, wide, wide, optimize=True)
        self._products += np.einsum("fi,fa->ia", shares @ (means * precisions), wide)

    def _fade(self) -> None:
        if self._frames > REMEMBERED:
            kept = REMEMBERED / self._frames
            self._squares *= kept
            self._products *= kept
            self._frames = REMEMBERED

    def _estimate(self) -> VoiceMap:
        """Find the likeliest map, row by row (Gales 1998, section 2.1 and appendix A)."""
        caution = CAUTION / self._frames
        rows = np.eye(CEPSTRA, _WIDTH)
        weights = np.einsum("iaa->ia", self._squares) * caution
        squares = self._squares + np.einsum("ia,ab->iab", weights + 1e-6, np.eye(_WIDTH))
        products = self._products + weights * rows
        inverses = np.linalg.inv(squares)
        count = STREAMS * (self._frames + CAUTION)
        for _ in range(_ROUNDS):
            for row in range(CEPSTRA):
                cofactors = np.append(_cofactors(rows[:, :CEPSTRA], row), 0.0)
                rows[row] = _best_row(cofactors, squares[row], products[row], inverses[row], count)
        return VoiceMap(rows[:, :CEPSTRA].copy(), rows[:, CEPSTRA].copy())


def _cofactors(matrix: Floats, row: int) -> Floats:
    """Return the cofactors of a row, up to a factor: only their direction counts."""
    return np.asarray(np.linalg.inv(matrix)[:, row], np.float64)


def _best_row(cofactors: Floats, squares: Floats, products: Floats, inverse: Floats, count: float) -> Floats:
    """Of the two rows at which the likelihood is stationary, return the better one."""
    curve = cofactors @ inverse @ cofactors
    slope = cofactors @ inverse @ products
    root = np.sqrt(slope**2 + 4 * curve * count)
    found = [
        inverse @ (factor * cofactors + products)
        for factor in ((root - slope) / 2 / curve, (-root - slope) / 2 / curve)
    ]
    return max(found, key=lambda row: count * np.log(abs(row @ cofactors)) - row @ squares @ row / 2 + row @ products)
