"""Sound as a stream that every satellite can play."""

import struct
from typing import Final

UNKNOWN_LENGTH: Final = 0xFFFFFFFF
"""What a stream's wave header says of its length, as ffmpeg writes and reads it."""


def wave_header(rate: int) -> bytes:
    """Make the 44 bytes before 16 bit mono sound of unknown length at `rate` samples per second (RIFF WAVE, PCM)."""
    form = struct.pack("<4sI4s", b"RIFF", UNKNOWN_LENGTH, b"WAVE")
    layout = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16)
    return form + layout + struct.pack("<4sI", b"data", UNKNOWN_LENGTH)
