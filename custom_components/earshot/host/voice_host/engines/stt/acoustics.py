"""The acoustic model that pocketsphinx carries, and sound as it sees it, for what its binding does not offer.

A model in the formats of Sphinx 3: for each phoneme 128 Gaussians for each of three streams, which are 13 cepstra,
their change over five frames and the change of that. Cepstra are computed by pocketsphinx's own front end, whose
functions the binding's library exports, so that they are what the decoder would have computed.
"""

from collections.abc import Mapping
import ctypes
from ctypes import POINTER, byref, c_char_p, c_double, c_float, c_int, c_int32, c_long, c_size_t, c_void_p
from dataclasses import dataclass
from functools import cache
from pathlib import Path
import struct
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from pocketsphinx import _pocketsphinx  # type: ignore[import-untyped]  # the package carries no types

CEPSTRA: Final = 13
"""Values of one frame; the first is loudness."""
STREAMS: Final = 3
SMALLEST_VARIANCE: Final = 1e-4
"""pocketsphinx's own floor."""
_REACH: Final = 3
"""Frames before and after that the change of a change looks at."""
_HEADER_END: Final = b"endhdr\n"
_BYTE_ORDER: Final = 4
"""Bytes of a mark for it, after the header."""
_COUNTS: Final = 10
"""Numbers of a binary model definition before the names of its phonemes; the first is how many those are."""
_SETTINGS_DECIMAL: Final = {b"lowerf": 130.0, b"upperf": 6800.0}
_SETTINGS_WHOLE: Final = {b"nfilt": 25, b"lifter": 22}
_SETTINGS_TEXT: Final = {b"transform": b"dct"}
"""`feat.params` of the model, where it differs from pocketsphinx's defaults."""

type Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Acoustics:
    """The Gaussians of every phoneme."""

    phonemes: Mapping[str, int]
    """Where each stands in the arrays."""
    means: Floats
    """[stream, phoneme, Gaussian, value]."""
    variances: Floats


@cache
def read_acoustics(folder: Path) -> Acoustics:
    """Read a model: some 4 MB of memory, shared by every home. Raises ValueError for another kind of model."""
    names = _phonemes((folder / "mdef").read_bytes())
    return Acoustics(
        {name: at for at, name in enumerate(names)},
        _gaussians((folder / "means").read_bytes()),
        np.maximum(_gaussians((folder / "variances").read_bytes()), SMALLEST_VARIANCE),
    )


def _gaussians(file: bytes) -> Floats:
    at = file.index(_HEADER_END) + len(_HEADER_END) + _BYTE_ORDER
    books, streams, densities, *sizes = struct.unpack_from(f"<{3 + STREAMS}i", file, at)
    if streams != STREAMS or sizes != [CEPSTRA] * STREAMS:
        raise ValueError("the acoustic model has other streams")
    values = np.frombuffer(file, "<f4", books * streams * densities * CEPSTRA, at + 4 * (4 + STREAMS))
    return values.astype(np.float64).reshape(books, streams, densities, CEPSTRA).swapaxes(0, 1)


def _phonemes(file: bytes) -> list[str]:
    (described,) = struct.unpack_from("<i", file, 8)
    at = 12 + described
    (count,) = struct.unpack_from("<i", file, at)
    return [name.decode() for name in file[at + 4 * _COUNTS :].split(b"\0", count)[:count]]


def streams(cepstra: Floats) -> tuple[Floats, Floats, Floats]:
    """Return cepstra [frame, value], their change, and its change, as the model is made of them."""
    wide = np.pad(cepstra, ((_REACH, _REACH), (0, 0)), mode="edge")

    def later(frames: int) -> Floats:
        return wide[_REACH + frames : _REACH + frames + len(cepstra)]

    return cepstra, later(2) - later(-2), (later(3) - later(-1)) - (later(1) - later(-3))


@cache
def open_front_end() -> FrontEnd | None:
    """Return the front end of this process; None where the library does not export it."""
    try:
        return FrontEnd()
    except LookupError:
        return None


class FrontEnd:
    """Cepstra of whole utterances, with the front end of pocketsphinx."""

    def __init__(self) -> None:
        """Find it. Raises LookupError where the library does not export its functions."""
        try:
            self._library = _declare(ctypes.CDLL(_pocketsphinx.__file__))
        except (OSError, AttributeError) as error:
            raise LookupError("pocketsphinx does not export its front end") from error

    def cepstra(self, pcm: bytes) -> Floats:
        """Return [frame, value] of 16 kHz, 16 bit, mono. The level of the noise is learnt anew in each call."""
        config = self._library.ps_config_init(None)
        self._configure(config)
        front_end = self._library.fe_init_auto_r(config)
        try:
            return self._run(front_end, np.frombuffer(pcm, "<i2"))
        finally:
            self._library.fe_free(front_end)
            self._library.ps_config_free(config)

    def _configure(self, config: int) -> None:
        for name, decimal in _SETTINGS_DECIMAL.items():
            self._library.ps_config_set_float(config, name, decimal)
        for name, whole in _SETTINGS_WHOLE.items():
            self._library.ps_config_set_int(config, name, whole)
        for name, text in _SETTINGS_TEXT.items():
            self._library.ps_config_set_str(config, name, text)

    def _run(self, front_end: int, samples: npt.NDArray[np.int16]) -> Floats:
        rows = c_void_p()
        count = c_int32()
        self._library.fe_start_utt(front_end)
        self._library.fe_process_utt(front_end, samples.ctypes.data, samples.size, byref(rows), byref(count))
        try:
            if not count.value:
                return np.empty((0, CEPSTRA))
            first = ctypes.cast(rows, POINTER(POINTER(c_float)))[0]
            values = np.ctypeslib.as_array(first, (count.value * CEPSTRA,))
            return values.astype(np.float64).reshape(-1, CEPSTRA)
        finally:
            self._library.fe_free_2d(rows)


_FUNCTIONS: Final[Mapping[str, tuple[Any, tuple[Any, ...]]]] = {
    "ps_config_init": (c_void_p, (c_void_p,)),
    "ps_config_set_str": (c_void_p, (c_void_p, c_char_p, c_char_p)),
    "ps_config_set_float": (c_void_p, (c_void_p, c_char_p, c_double)),
    "ps_config_set_int": (c_void_p, (c_void_p, c_char_p, c_long)),
    "ps_config_free": (c_int, (c_void_p,)),
    "fe_init_auto_r": (c_void_p, (c_void_p,)),
    "fe_start_utt": (c_int, (c_void_p,)),
    "fe_process_utt": (c_int, (c_void_p, c_void_p, c_size_t, POINTER(c_void_p), POINTER(c_int32))),
    "fe_free_2d": (None, (c_void_p,)),
    "fe_free": (c_int, (c_void_p,)),
}


def _declare(library: ctypes.CDLL) -> ctypes.CDLL:
    """Give the functions of pocketsphinx 5.1 their types. Raises AttributeError where one is missing."""
    for name, (result, arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library
