"""A loudspeaker made of a folder. A satellite program runs it for each answer and writes raw sound to its stdin.

    python speaker.py FOLDER RATE

Each answer becomes one WAV file, named by the time at which it was whole. Standard library only.
"""

from pathlib import Path
import sys
import time
import wave


def main() -> None:
    """Write what comes in to a file that appears when it is whole."""
    folder, rate = Path(sys.argv[1]), int(sys.argv[2])
    sound = sys.stdin.buffer.read()
    if not sound:
        return
    whole = folder / f"answer-{time.time_ns()}.wav"
    part = whole.with_suffix(".part")
    with wave.open(str(part), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(sound)
    part.rename(whole)


if __name__ == "__main__":
    main()
