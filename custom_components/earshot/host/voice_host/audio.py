"""What comes in is made 16 kHz, 16 bit, mono, or is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from . import fields
from .contract import CHANNELS, ERROR_AUDIO_FORMAT, RATE, WIDTH
from .faults import RefusedError

type _Samples = npt.NDArray[np.float32]

_FULL_SCALE: Final = 32_768.0
_DTYPES: Final[dict[int, np.dtype[np.int16 | np.int32]]] = {2: np.dtype(np.int16), 4: np.dtype(np.int32)}
_MAX_CHANNELS: Final = 8
_RATIOS: Final = (1, 2, 3, 6)
"""16, 32, 48 and 96 kHz: whole multiples, which a filter and dropping samples turn into 16 kHz."""
_TAPS_PER_RATIO: Final = 32
"""Length of that filter: 60 dB down at 8.6 kHz, where speech has nothing that a recogniser uses."""


@dataclass(frozen=True, slots=True)
class AudioFormat:
    """How the samples of a stream are written: samples per second, bytes per sample, channels."""

    rate: int = RATE
    width: int = WIDTH
    channels: int = CHANNELS

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> AudioFormat:
        """Read the format of `audio-start` or `audio-chunk`. Raises RefusedError for one that cannot be converted."""
        rate, width, channels = (fields.whole(data, name) for name in ("rate", "width", "channels"))
        if rate is None or width is None or channels is None:
            raise RefusedError("An audio event does not say its format.", code=ERROR_AUDIO_FORMAT)
        if (rate, width, channels) == (RATE, WIDTH, CHANNELS):
            return PLAIN
        if (
            rate not in [RATE * ratio for ratio in _RATIOS]
            or width not in _DTYPES
            or not 1 <= channels <= _MAX_CHANNELS
        ):
            raise RefusedError(
                "Sound must have 16, 32, 48 or 96 kHz, 2 or 4 bytes per sample and 1 to 8 channels.",
                code=ERROR_AUDIO_FORMAT,
            )
        return cls(rate, width, channels)


PLAIN: Final = AudioFormat()
"""What the engines hear: nothing needs converting."""


class Converter:
    """Converts one stream piece by piece; what a filter needs of the last piece is kept for the next."""

    def __init__(self, source: AudioFormat) -> None:
        self._source = source
        self._frame = source.width * source.channels
        self._ratio = source.rate // RATE
        self._taps = _low_pass(self._ratio)
        self._before: _Samples = np.zeros(len(self._taps) - 1, np.float32)
        self._skip = 0

    def convert(self, pcm: bytes) -> bytes:
        """Return `pcm` as 16 kHz, 16 bit, mono. Raises RefusedError for half a sample."""
        if len(pcm) % self._frame:
            raise RefusedError("A piece of sound ends within a sample.", code=ERROR_AUDIO_FORMAT)
        if self._source == PLAIN or not pcm:
            return pcm
        samples: _Samples = np.frombuffer(pcm, _DTYPES[self._source.width]).astype(np.float32)
        samples *= _FULL_SCALE / 2.0 ** (8 * self._source.width - 1)
        mono = samples.reshape(-1, self._source.channels).mean(axis=1, dtype=np.float32)
        if self._ratio > 1:
            mono = self._decimate(mono)
        return bytes(np.clip(np.rint(mono), -_FULL_SCALE, _FULL_SCALE - 1).astype("<i2").tobytes())

    def _decimate(self, samples: _Samples) -> _Samples:
        joined = np.concatenate((self._before, samples))
        self._before = joined[len(joined) - len(self._taps) + 1 :]
        filtered = np.convolve(joined, self._taps, mode="valid").astype(np.float32)
        kept = filtered[self._skip :: self._ratio]
        self._skip = (self._skip - len(filtered)) % self._ratio
        return kept


def _low_pass(ratio: int) -> _Samples:
    """Return a windowed sinc of unit gain whose edge is a little below 8 kHz."""
    if ratio == 1:
        return np.ones(1, np.float32)
    length = _TAPS_PER_RATIO * ratio + 1
    at = np.arange(length) - length // 2
    taps = np.sinc(at * 0.94 / ratio) * np.blackman(length)
    return np.asarray(taps / taps.sum(), np.float32)
