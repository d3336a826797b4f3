"""Sound to mel rows, as openWakeWord's `melspectrogram.onnx` does it, but for each stream by itself.

The shipped graph takes its 80 dB floor from the loudest value of the whole *batch*, so that a loud stream
would change a quiet one: here it is taken per stream. A real FFT with the graph's own window and mel matrix
replaces its 512-tap convolution.
"""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
import onnx
from onnx import numpy_helper

from .session import Floats

FRAME: Final = 1280
"""Samples per tick: 80 ms, the step of the embedding (8 rows of 10 ms)."""
TAIL: Final = 480
"""Samples before the tick that its first rows still look at."""
ROWS: Final = 8
"""Mel rows per tick."""
BINS: Final = 32
"""Values per mel row."""
FIRST_ROWS: Final = 3
"""Rows of a stream's very first tick that would look before its beginning."""

_TAPS: Final = 512
_HOP: Final = 160
_DYNAMIC_RANGE_DB: Final = np.float32(80.0)
_POWER_FLOOR: Final = np.float32(1e-10)
_DECIBELS: Final = np.float32(10.0 / np.log(10.0))
_SILENCE_DB: Final = np.float32(-100.0)
"""What the power floor is in decibels."""


class MelFrontEnd:
    """Turns ticks of sound into ticks of mel rows. Has no state of its own."""

    def __init__(self, model: Path) -> None:
        weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(model).graph.initializer}
        # The cosine of bin 0 is 1 everywhere: its filter is the window itself, 400 taps wide and padded to 512.
        window = weights["0.stft.conv_real.weight"][0, 0]
        mel = weights["1.melW"]
        taps = np.flatnonzero(window)
        bins = np.flatnonzero(mel.any(axis=1))
        self._first = int(taps[0])
        self._window: Floats = window[taps[0] : taps[-1] + 1].copy()
        self._bins = slice(int(bins[0]), int(bins[-1]) + 1)
        # Each row twice: a bin's real and imaginary part lie side by side, and the sum of their squares is its power.
        self._mel: Floats = mel[self._bins].repeat(2, axis=0)

    def rows(self, sound: Floats, first: NDArray[np.bool_]) -> Floats:
        """Turn `sound` [n, TAIL + FRAME] (16 bit values) into rows [n, ROWS, BINS], scaled for the embedding.

        `first` [n] marks streams whose tail is not sound yet: their first rows are blank, as openWakeWord's are.
        """
        spectrum = np.fft.rfft(self._pieces(sound) * self._window, _TAPS)[..., self._bins]
        power = np.square(spectrum.view(np.float32)) @ self._mel
        decibels = np.log(np.maximum(power, _POWER_FLOOR)) * _DECIBELS
        decibels[first, :FIRST_ROWS] = _SILENCE_DB
        loudest = decibels.max(axis=(1, 2), keepdims=True)
        rows: Floats = np.maximum(decibels, loudest - _DYNAMIC_RANGE_DB) / np.float32(10) + np.float32(2)
        rows[first, :FIRST_ROWS] = 1.0
        return rows

    def _pieces(self, sound: Floats) -> Floats:
        """View the overlapping pieces of each row, without a copy and without the 30 us of `sliding_window_view`."""
        sound = np.ascontiguousarray(sound)
        sample = sound.itemsize
        strides = (sound.strides[0], _HOP * sample, sample)
        shape = (len(sound), ROWS, self._window.size)
        return np.ndarray(shape, np.float32, sound, self._first * sample, strides)
