"""Cuts off what is before and after the speech: silence says how a room sounds, and nothing that was given."""

from typing import Final

import numpy as np

from .samples import Floats, at_ms

FRAME_MS: Final = 20
MARGIN_MS: Final = 150
"""How much is left on either side. The ends of words are soft, and a recogniser wants a little silence before them."""
BELOW_LOUDEST_DB: Final = 35.0
"""What is so much softer than the loudest frame is silence: a whispered s at the end of a word is 20 to 30 dB softer
than its vowels, and a room's noise at 25 dB SNR about 35 softer than the loudest of them."""
ABOVE_NOISE_DB: Final = 6.0
"""What is not so much louder than the clip's softest tenth is silence, too, where the room is loud."""
NOISE_SHARE: Final = 10.0
"""Per cent of the frames that are taken for the room's noise."""


def trimmed(samples: Floats) -> Floats:
    """Return `samples` [n] without the silence at both ends; all of them where nothing stands out."""
    heard = np.flatnonzero(_is_sound(samples))
    if not len(heard):
        return samples
    frame, margin = at_ms(FRAME_MS), at_ms(MARGIN_MS)
    begin = max(0, int(heard[0]) * frame - margin)
    return samples[begin : (int(heard[-1]) + 1) * frame + margin]


def _is_sound(samples: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Say of each frame whether something is heard in it. What is left over at the end is a frame, too."""
    frame = at_ms(FRAME_MS)
    padded = np.pad(samples, (0, -len(samples) % frame)).reshape(-1, frame)
    power = np.mean(np.square(padded), axis=1)
    if not power.any():
        return np.zeros(len(power), dtype=np.bool_)
    noise = float(np.percentile(power, NOISE_SHARE))
    least = max(float(power.max()) * _ratio(-BELOW_LOUDEST_DB), noise * _ratio(ABOVE_NOISE_DB))
    heard: np.ndarray[tuple[int], np.dtype[np.bool_]] = power > min(least, float(power.max()) / 2)
    return heard


def _ratio(decibels: float) -> float:
    return float(10.0 ** (decibels / 10.0))
