"""The front of a FLAC file (RFC 9639): what it says of its sound, and nothing else.

Encoders write more than the sound there: their own name and version, room for tags, pictures. Of all that, only the
first block is needed to play a file, and only that one leaves the house. No sound is decoded here.
"""

from dataclasses import dataclass
from typing import Final

MARK: Final = b"fLaC"
SAMPLE_RATE: Final = 16_000
CHANNELS: Final = 1
SAMPLE_BITS: Final = 16
"""As Assist hands sound to every engine."""

_STREAMINFO: Final = 0
_STREAMINFO_BYTES: Final = 34
_HEAD_BYTES: Final = 4
_LAST: Final = 0x80
_INVALID_TYPE: Final = 127
_SYNC: Final = b"\xff\xf8"
"""What every frame begins with, of blocks of one size as Earshot's encoder makes them (RFC 9639, 9.1)."""
_BARE_BYTES: Final = len(MARK) + _HEAD_BYTES + _STREAMINFO_BYTES
MAX_BLOCKS: Final = 32
"""Encoders write three or four."""


@dataclass(frozen=True, slots=True)
class FlacFront:
    """What stands in front of the frames."""

    samples: int
    bare: bool
    """Whether nothing but the sound's own description stands there."""
    frames_at: int
    """Where the first frame begins."""
    info: bytes
    """The description: 34 bytes."""

    @property
    def sound_ms(self) -> int:
        """How long the sound is, rounded down."""
        return self.samples * 1000 // SAMPLE_RATE


def read_front(flac: bytes) -> FlacFront:
    """Return the front of a file of mono sound, 16 kHz, 16 bit, of known length. Raises ValueError for any other."""
    if not flac.startswith(MARK) or len(flac) < _BARE_BYTES:
        raise ValueError("this is not a FLAC file")
    at, blocks, last = len(MARK), 0, False
    while not last:
        head = flac[at : at + _HEAD_BYTES]
        if len(head) < _HEAD_BYTES or blocks == MAX_BLOCKS or head[0] & ~_LAST == _INVALID_TYPE:
            raise ValueError("a FLAC file is malformed")
        if (head[0] & ~_LAST == _STREAMINFO) != (blocks == 0):
            raise ValueError("a FLAC file does not begin with its description")
        last, at, blocks = bool(head[0] & _LAST), at + _HEAD_BYTES + int.from_bytes(head[1:]), blocks + 1
    info = flac[len(MARK) + _HEAD_BYTES : _BARE_BYTES]
    if flac[len(MARK) + 1 : len(MARK) + _HEAD_BYTES] != _STREAMINFO_BYTES.to_bytes(3) or flac[at : at + 2] != _SYNC:
        raise ValueError("a FLAC file is malformed")
    return FlacFront(samples=_samples(info), bare=blocks == 1, frames_at=at, info=info)


def bare_flac(flac: bytes) -> bytes:
    """Return the same sound in a file with nothing beside it. Raises ValueError if it is no such file."""
    front = read_front(flac)
    if front.bare:
        return flac
    head = bytes([_LAST | _STREAMINFO]) + _STREAMINFO_BYTES.to_bytes(3)
    return MARK + head + front.info + flac[front.frames_at :]


def _samples(info: bytes) -> int:
    """Return the number of samples. Raises ValueError for another kind of sound, and for a length that is not said."""
    packed = int.from_bytes(info[10:18])
    kind = packed >> 44, (packed >> 41 & 0b111) + 1, (packed >> 36 & 0b11111) + 1
    samples = packed & (1 << 36) - 1
    if kind != (SAMPLE_RATE, CHANNELS, SAMPLE_BITS) or samples == 0:
        raise ValueError("a FLAC file is not mono, 16 kHz and 16 bit, or does not say how long it is")
    return samples
