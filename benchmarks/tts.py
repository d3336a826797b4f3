"""Text-to-speech: time to the first sound and real-time factor, with streaming and without."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
import json
from pathlib import Path
from statistics import median
import tempfile
import time
from typing import Final

from tests.voice_host.engines.tts.made_voice import make_voice
from voice_host.engines.interface import Speech, VoiceEngine
from voice_host.engines.tts import create_voice_engine

ROUNDS: Final = 15
"""The median of them is printed; a shared machine makes single ones four times as long."""
LONG: Final = (
    "The kitchen light is on. The bedroom is at twenty one degrees, and the window is open. "
    "The shutters on the south side will close at half past eight. Two timers are running: the eggs need four more "
    "minutes, and the washing machine will be done in an hour. Tomorrow is going to be sunny, with up to twenty five "
    "degrees in the afternoon. There is one thing on your shopping list. It says oat milk. Good night."
)
"""An answer of eight sentences, as an agent gives it; a command's own answer is its first."""
MADE: Final = "made voice"
NOTE: Final = (
    "The made voice is a table of beeps in the shape of a Piper voice: it runs piper's own loader, phonemizer and\n"
    "streaming, and its network costs next to nothing. Its figures say what is around a network, and nothing of how\n"
    "fast a real voice is. Measure those with --voices FOLDER."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one voice needs for the long answer; medians over the rounds."""

    load_ms: float
    """From the files to a voice that can speak, once, without the imports."""
    first_sound_ms: float
    """Until the first sentence sounds, the others still to be made."""
    whole_answer_ms: float
    """Until the first sentence would sound if all had to be made before."""
    sound_seconds: float
    real_time_factor: float
    """Seconds of work for a second of sound."""

    @property
    def ratio(self) -> float:
        """How many times sooner the first sound comes with streaming."""
        return self.whole_answer_ms / self.first_sound_ms


def main() -> None:
    """Measure, print a table, and write the figures if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    parser.add_argument("--voices", type=Path, metavar="FOLDER", help="also measure the Piper voices in this folder")
    arguments = parser.parse_args()
    figures = {"fallback": measure(None, "espeak-ng")}
    with tempfile.TemporaryDirectory() as folder:
        make_voice(Path(folder), MADE)
        figures[MADE] = measure(Path(folder), MADE)
    if arguments.voices is not None:
        names = [voice.name for voice in create_voice_engine(arguments.voices).voices if not voice.fallback]
        figures |= {name: measure(arguments.voices, name) for name in names}
    print(table(figures))
    print(f"\n{NOTE}")
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(flat(figures), indent=2) + "\n", encoding="utf-8")


def measure(folder: Path | None, voice: str) -> Figures:
    """Let one voice say the long answer again and again."""
    began = time.perf_counter()
    engine = create_voice_engine(folder, choice=voice)
    loaded = time.perf_counter() - began
    next(speak(engine, voice))
    rounds = [_round(engine, voice) for _ in range(ROUNDS)]
    first, whole, sound = (median(column) for column in zip(*rounds, strict=True))
    assert first < whole, "the first sentence must sound before the last is made"
    return Figures(
        load_ms=1000 * loaded,
        first_sound_ms=1000 * first,
        whole_answer_ms=1000 * whole,
        sound_seconds=sound,
        real_time_factor=whole / sound,
    )


def _round(engine: VoiceEngine, voice: str) -> tuple[float, float, float]:
    """Return seconds to the first sound, seconds to the last, and seconds of sound."""
    began = time.perf_counter()
    speaking = speak(engine, voice)
    pieces = [next(speaking)]
    first = time.perf_counter() - began
    pieces.extend(speaking)
    whole = time.perf_counter() - began
    return first, whole, sum(len(piece.pcm) / 2 / piece.rate for piece in pieces)


def speak(engine: VoiceEngine, voice: str) -> Iterator[Speech]:
    """Begin the long answer."""
    speaking: Iterator[Speech] = engine.speak(LONG, voice=voice, speaker=None, language=None)
    return speaking


def table(figures: dict[str, Figures]) -> str:
    """Lay the figures out for a person."""
    head = f"{'':24}{'load':>10}{'first sound':>14}{'whole answer':>15}{'sooner by':>12}{'sound':>9}{'RTF':>10}"
    rows = [
        f"{name:24}{each.load_ms:>7.0f} ms{each.first_sound_ms:>11.1f} ms{each.whole_answer_ms:>12.1f} ms"
        f"{each.ratio:>11.1f}x{each.sound_seconds:>7.1f} s{each.real_time_factor:>10.5f}"
        for name, each in figures.items()
    ]
    return "\n".join((head, *rows))


def flat(figures: dict[str, Figures]) -> dict[str, float]:
    """Name every figure with its voice and its unit."""
    result: dict[str, float] = {}
    for name, each in figures.items():
        prefix = name.replace(" ", "_").replace("-", "_").lower()
        result |= {
            f"{prefix}_load_ms": round(each.load_ms, 3),
            f"{prefix}_first_sound_ms": round(each.first_sound_ms, 3),
            f"{prefix}_whole_answer_ms": round(each.whole_answer_ms, 3),
            f"{prefix}_first_sound_sooner_ratio": round(each.ratio, 2),
            f"{prefix}_sound_s": round(each.sound_seconds, 3),
            f"{prefix}_real_time_factor_ratio": round(each.real_time_factor, 6),
        }
    return result


if __name__ == "__main__":
    main()
