"""Trials as in the VoicePrivacy challenges: is this clip of the voice that those clips are of?"""

from dataclasses import dataclass

import numpy as np

from benchmarks.speakers.encoder import unit
from custom_components.earshot.donation.sound.samples import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """How well clips are told apart by voice."""

    same: float
    """Mean cosine of a clip and the voice that it is of."""
    other: float
    """Mean cosine of a clip and the other voices."""
    equal_error: float
    """Equal error rate: the share of wrong answers where as many voices are missed as mistaken. 0.5 is guessing."""
    named: float
    """Share of the clips whose nearest voice is the right one. One in as many as there are voices is guessing."""


def enrolled(clips: Floats) -> Floats:
    """Return one embedding for each voice [voices, n] from several clips of it [voices, clips, n]."""
    return np.stack([unit(each.mean(axis=0)) for each in clips])


def compare(voices: Floats, clips: Floats) -> Alike:
    """Hold `clips` [voices, clips, n] against `voices` [voices, n], each of a voice against all."""
    return judged(np.einsum("vcn,wn->vcw", clips, voices))


def judged(scores: Floats) -> Alike:
    """Return what scores [voices, clips, voices] are worth."""
    right = np.broadcast_to(np.eye(len(scores), dtype=np.bool_)[:, None, :], scores.shape)
    nearest = scores.argmax(axis=2) == np.arange(len(scores))[:, None]
    return Alike(
        same=float(scores[right].mean()),
        other=float(scores[~right].mean()),
        equal_error=equal_error(scores[right], scores[~right]),
        named=float(nearest.mean()),
    )


def equal_error(same: Floats, other: Floats) -> float:
    """Return the equal error rate of scores of the same and of other voices."""
    bars = np.sort(np.concatenate([same, other]))
    missed = np.searchsorted(np.sort(same), bars) / len(same)
    mistaken = 1.0 - np.searchsorted(np.sort(other), bars) / len(other)
    at = np.argmin(np.abs(missed - mistaken))
    return float(missed[at] + mistaken[at]) / 2.0
