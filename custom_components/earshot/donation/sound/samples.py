"""Sound as numbers: how it comes from a satellite, and how it is reckoned with here."""

from typing import Final

import numpy as np
import numpy.typing as npt

RATE: Final = 16_000
"""Samples in a second, as Assist hands sound to every engine: mono, 16 bit."""
SAMPLE_BYTES: Final = 2
FULL_SCALE: Final = 32_767
"""The largest sample of 16 bit."""

type Floats = npt.NDArray[np.float64]
type Complexes = npt.NDArray[np.complex128]


def from_pcm(pcm: bytes | bytearray) -> Floats:
    """Return the samples [n] of `pcm`, in units of 16 bit. Half a sample at the end is left out."""
    whole = len(pcm) // SAMPLE_BYTES
    return np.frombuffer(pcm, "<i2", count=whole).astype(np.float64)


def to_pcm(samples: Floats) -> bytes:
    """Return `samples` [n] as 16 bit, little endian. What is louder than 16 bit can say is cut off."""
    return bytes(np.clip(np.rint(samples), -FULL_SCALE - 1, FULL_SCALE).astype("<i2").tobytes())


def at_ms(milliseconds: int) -> int:
    """Return the number of the sample at `milliseconds`."""
    return milliseconds * RATE // 1000


def to_ms(samples: int) -> int:
    """Return how long `samples` are, in whole milliseconds."""
    return samples * 1000 // RATE
