"""Moves the resonances of a voice, so that it sounds like somebody else's: masking by the McAdams coefficient.

The signal processing baseline of the VoicePrivacy challenges (B2): J. Patino et al., "Speaker anonymisation using the
McAdams coefficient", Interspeech 2021. It is called masking here, whatever they call it: `docs/masking.md` measures
what remains of the voice. Words, accent, speed and melody remain whole.

In frames of 20 ms: what the throat does is told from what the mouth does by linear prediction, every resonance at the
angle φ (radians at 16 kHz, so that 1 is 2546 Hz) is moved to φ**alpha, and the throat's sound is sent through the
mouth so changed. Below 1 alpha moves low resonances up and high ones down, above 1 the other way; 1 changes nothing.
"""

from random import Random
from typing import Final

import numpy as np

from .prediction import inverse_filtered, moved, predictors, resonances, synthesized
from .samples import FULL_SCALE, RATE, Floats

FRAME: Final = 20 * RATE // 1000
"""A throat and a mouth hold still for about 20 ms."""
HOP: Final = FRAME // 2
BLOCK: Final = 256
"""Frames that are reckoned at once, about 2.6 s of sound: it bounds the memory, and is large enough for numpy."""
NEAREST: Final = 0.25
"""How far at least alpha is from 1 at full strength, and in proportion below: nobody draws "unchanged"."""
FARTHEST: Final = 0.50
"""How far at most: 0.5 is the lowest that the challenges' baseline draws; below, words are lost."""


def masked(samples: Floats, *, strength: float, chance: Random) -> Floats:
    """Return `samples` [n] in units of 16 bit with the voice changed, about as loud as they were.

    `strength` 0.0 returns them as they are. Raises ValueError if it is not from 0.0 to 1.0.
    """
    if not 0.0 <= strength <= 1.0:
        raise ValueError("the strength of masking is from 0 to 1")
    if not strength or not samples.any():
        return samples
    return _as_loud_as(samples, with_coefficient(samples, draw_coefficient(strength, chance)))


def draw_coefficient(strength: float, chance: Random) -> float:
    """Draw the McAdams coefficient of one clip."""
    return 1.0 - strength * chance.uniform(NEAREST, FARTHEST)


def with_coefficient(samples: Floats, alpha: float) -> Floats:
    """Return `samples` [n] with their resonances moved by `alpha`; every frame is as loud as it was."""
    # The square root of a Hann window, before and after: two that overlap by half add up to 1.
    window = np.sqrt(0.5 - 0.5 * np.cos(2.0 * np.pi * np.arange(FRAME) / FRAME))
    hops = -(-len(samples) // HOP) + 1
    # Half a frame before and as much after, so that the edges lie in two frames as well.
    padded = np.pad(samples, (HOP, hops * HOP - len(samples)))
    changed = np.zeros_like(padded)
    for first in range(0, hops, BLOCK):
        count = min(BLOCK, hops - first)
        part = padded[first * HOP : (first + count + 1) * HOP]
        frames = np.lib.stride_tricks.sliding_window_view(part, FRAME)[::HOP] * window
        _add(changed[first * HOP : (first + count + 1) * HOP], _moved_frames(frames, alpha) * window)
    return changed[HOP : HOP + len(samples)]


def _moved_frames(frames: Floats, alpha: float) -> Floats:
    """Change `frames` [n, FRAME], each by itself."""
    predictor = predictors(frames)
    residual = inverse_filtered(frames, predictor)
    changed = synthesized(residual, moved(resonances(predictor), alpha))
    return changed * _gain(np.sum(np.square(frames), axis=1), np.sum(np.square(changed), axis=1))[:, None]


def _add(sound: Floats, frames: Floats) -> None:
    """Add overlapping `frames` [n, FRAME] to `sound` [(n + 1) * HOP], in place."""
    sound[: len(frames) * HOP] += frames[:, :HOP].reshape(-1)
    sound[HOP:] += frames[:, HOP:].reshape(-1)


def _as_loud_as(samples: Floats, changed: Floats) -> Floats:
    """Return `changed` as loud as `samples`; softer only where it would be cut off."""
    gain = float(_gain(np.sum(np.square(samples)), np.sum(np.square(changed))))
    loudest = float(np.abs(changed).max())
    return changed * min(gain, FULL_SCALE / loudest if loudest else 1.0)


def _gain(wanted: Floats, there: Floats) -> Floats:
    """Return by what amplitudes are multiplied so that energies that are `there` become those `wanted`."""
    gain: Floats = np.sqrt(np.divide(wanted, there, out=np.zeros_like(there), where=there > 0.0))
    return gain
