"""What the streams hear: checked-in clips of synthetic speech, laid into noise."""

from pathlib import Path
from typing import Final
import wave

import numpy as np
from numpy.typing import NDArray

RATE: Final = 16_000
FRAME: Final = 1280
"""Samples per frame of openWakeWord: 80 ms."""
_CLIPS: Final = Path(__file__).parents[2] / "tests" / "voice_host" / "data"
_CLIP_NOISE_SAMPLES: Final = RATE
"""The first second of each clip is its background noise alone."""

type Sound = NDArray[np.int16]


def clip(name: str) -> Sound:
    """Read a clip: 16 kHz, 16 bit, mono."""
    with wave.open(str(_CLIPS / f"{name}.wav")) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2")


def talk(seconds: float) -> Sound:
    """Repeat the wake word and other speech by turns."""
    both = np.concatenate([clip("hey_jarvis"), clip("no_wake_word")])
    return np.resize(both, round(seconds * RATE))


def wake_word_at(start: float, seconds: float) -> Sound:
    """Lay one "hey jarvis" clip into noise at `start` seconds, and other speech before it where there is room."""
    word = clip("hey_jarvis")
    other = clip("no_wake_word")
    sound = np.resize(word[:_CLIP_NOISE_SAMPLES], round(seconds * RATE))
    at = round(start * RATE)
    if at >= other.size:
        sound[at - other.size : at] = other
    sound[at : at + word.size] = word
    return sound
