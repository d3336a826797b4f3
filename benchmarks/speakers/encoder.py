"""Resemblyzer's speaker encoder in numpy: a clip in, 256 numbers out that are alike for clips of one voice.

An LSTM of three layers over mel rows, trained on some thousand people by the loss of L. Wan et al., "Generalized
end-to-end loss for speaker verification" (2018). Everything is done as its package does it, but that silence is cut off
by the integration's own measure and not by a voice detector's, and that the clips are mixed with noise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.speakers.weights import Singles
from custom_components.earshot.donation.sound.samples import RATE, Floats
from custom_components.earshot.donation.sound.silence import trimmed

WINDOW: Final = 400
"""25 ms."""
HOP: Final = 160
"""10 ms."""
MELS: Final = 40
PART: Final = 160
"""Rows that are looked at at once: 1.6 s. Longer clips are several parts, and the mean of what they give."""
STEP: Final = 77
"""Rows from one part to the next: 1.3 parts a second."""
COVERED: Final = 0.75
"""How much of a last part must be sound."""
LOUDNESS_DBFS: Final = -30.0
"""Softer clips are made as loud as this."""
HIDDEN: Final = 256
LAYERS: Final = 3
BATCH: Final = 128
"""Parts that are reckoned at once."""


class Encoder:
    """Turns clips into embeddings of length 1."""

    def __init__(self, weights: dict[str, Singles]) -> None:
        self._layers = [_Layer.of(weights, number) for number in range(LAYERS)]
        self._linear = weights["linear.weight"].T, weights["linear.bias"]
        self._filters = mel_filters()

    def embed(self, clips: Sequence[Floats]) -> Floats:
        """Return embeddings [clips, 256] of clips in units of 16 bit."""
        parts = [self._parts(clip) for clip in clips]
        flat = np.concatenate(parts)
        embedded = np.concatenate([self._run(flat[at : at + BATCH]) for at in range(0, len(flat), BATCH)])
        ends = np.cumsum([len(each) for each in parts])[:-1]
        return np.stack([unit(each.mean(axis=0)) for each in np.split(embedded, ends)])

    def _parts(self, clip: Floats) -> Floats:
        sound = trimmed(clip) / 32768.0
        level = 10.0 * np.log10(float(np.mean(np.square(sound))))
        sound = sound * 10.0 ** (max(0.0, LOUDNESS_DBFS - level) / 20.0)
        rows = -(-(len(sound) + 1) // HOP)
        begins = list(range(0, max(1, rows - PART + STEP + 1), STEP))
        if len(begins) > 1 and (len(sound) - begins[-1] * HOP) / (PART * HOP) < COVERED:
            begins.pop()
        sound = np.pad(sound, (0, max(0, (begins[-1] + PART) * HOP - len(sound))))
        mels = self._mels(sound)
        return np.stack([mels[begin : begin + PART] for begin in begins])

    def _mels(self, sound: Floats) -> Floats:
        padded = np.pad(sound, WINDOW // 2)
        window = 0.5 - 0.5 * np.cos(2.0 * np.pi * np.arange(WINDOW) / WINDOW)
        frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP] * window
        return np.asarray(np.square(np.abs(np.fft.rfft(frames))) @ self._filters.T)

    def _run(self, mels: Floats) -> Floats:
        """Return the embeddings [n, 256] of parts [n, PART, MELS]."""
        rows: Singles = np.ascontiguousarray(mels.transpose(1, 0, 2), np.float32)
        for layer in self._layers:
            rows = layer.run(rows)
        matrix, bias = self._linear
        raw = np.maximum(rows[-1] @ matrix + bias, 0.0)
        return np.asarray(raw / np.linalg.norm(raw, axis=1, keepdims=True), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class _Layer:
    """One LSTM layer; its gates lie in the order input, forget, cell, output."""

    of_input: Singles
    of_hidden: Singles
    bias: Singles

    @classmethod
    def of(cls, weights: dict[str, Singles], number: int) -> _Layer:
        return cls(
            weights[f"lstm.weight_ih_l{number}"].T,
            weights[f"lstm.weight_hh_l{number}"].T,
            weights[f"lstm.bias_ih_l{number}"] + weights[f"lstm.bias_hh_l{number}"],
        )

    def run(self, rows: Singles) -> Singles:
        """Return the hidden states [time, n, HIDDEN] for rows [time, n, values]."""
        given = rows @ self.of_input + self.bias
        hidden, cell = (np.zeros((rows.shape[1], HIDDEN), np.float32) for _ in range(2))
        states = np.empty((*rows.shape[:2], HIDDEN), np.float32)
        for at, each in enumerate(given):
            gates = each + hidden @ self.of_hidden
            enter, keep, leave = (_sigmoid(gates[:, part * HIDDEN :][:, :HIDDEN]) for part in (0, 1, 3))
            cell = keep * cell + enter * np.tanh(gates[:, 2 * HIDDEN : 3 * HIDDEN])
            hidden = leave * np.tanh(cell)
            states[at] = hidden
        return states


def unit(vector: Floats) -> Floats:
    """Return `vector` with length 1."""
    return np.asarray(vector / np.linalg.norm(vector))


def mel_filters() -> Floats:
    """Return the filters [MELS, bins] of Slaney's mel scale, each of the same area, as librosa makes them."""
    # Linear to 1 kHz, 15 mel there, then 27 mel for every factor of 6.4.
    top = 15.0 + np.log(RATE / 2 / 1000.0) * 27.0 / np.log(6.4)
    mels = np.linspace(0.0, top, MELS + 2)
    edges = np.where(mels < 15.0, mels * 200.0 / 3.0, 1000.0 * np.exp((mels - 15.0) * np.log(6.4) / 27.0))  # noqa: PLR2004
    bins = np.fft.rfftfreq(WINDOW, 1.0 / RATE)
    rising = (bins - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - bins) / np.diff(edges)[1:, None]
    filters = np.maximum(0.0, np.minimum(rising, falling))
    return np.asarray(filters * (2.0 / (edges[2:] - edges[:-2]))[:, None])


def _sigmoid(values: Singles) -> Singles:
    return np.asarray(1.0 / (1.0 + np.exp(-values)))
