"""A microphone made of a named pipe. A satellite program runs it and reads its sound from stdout.

    python microphone.py PIPE

It gives 16 kHz, 16 bit, mono at real-time pace: the faint noise of a quiet room, and between it the recording
(a WAV of that format) whose path is written to PIPE. The noise is not decoration: no real microphone is ever
digitally silent, and recognisers do worse when it is. Standard library only: any environment's Python runs it.
"""

import os
from pathlib import Path
import random
import sys
import time
from typing import Final
import wave

RATE: Final = 16_000
CHUNK: Final = 320
"""Samples at a time: 20 ms, as a sound card gives them."""
NOISE: Final = 6
"""Amplitude of the room's noise in steps of 16 bit: -75 dB, a quiet room before a common microphone."""


def noise() -> bytes:
    """Make ten seconds of a quiet room."""
    source = random.Random(1)  # noqa: S311  noise, not a secret
    return b"".join(source.randint(-NOISE, NOISE).to_bytes(2, "little", signed=True) for _ in range(RATE * 10))


def recording(path: Path) -> bytes:
    """Read a recording; raises ValueError when it has another format."""
    with wave.open(str(path), "rb") as file:
        if (file.getframerate(), file.getsampwidth(), file.getnchannels()) != (RATE, 2, 1):
            raise ValueError(f"{path.name} is not 16 kHz, 16 bit, mono")
        return file.readframes(file.getnframes())


def main() -> None:
    """Give sound until nobody reads it any more."""
    # Opened for writing too: otherwise it would read as ended whenever nobody has it open for writing.
    pipe = os.open(sys.argv[1], os.O_RDWR | os.O_NONBLOCK)
    room, place, speech = noise(), 0, b""
    due = time.monotonic()
    while True:
        try:
            for line in os.read(pipe, 65536).decode().splitlines():
                speech += recording(Path(line))
        except BlockingIOError:
            pass
        quiet, place = room[place : place + CHUNK * 2], (place + CHUNK * 2) % len(room)
        chunk, speech = speech[: CHUNK * 2], speech[CHUNK * 2 :]
        os.write(1, chunk + quiet[len(chunk) :])
        due += CHUNK / RATE
        time.sleep(max(0.0, due - time.monotonic()))


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError, KeyboardInterrupt:
        os._exit(0)
