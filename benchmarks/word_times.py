"""When words were said: how far the closed recogniser's word edges are from the truth, and what asking costs."""

import argparse
from collections.abc import Iterator, Sequence
import ctypes
from dataclasses import dataclass
from itertools import pairwise
import json
from pathlib import Path
from time import process_time
from typing import Any, Final

import numpy as np

from benchmarks.commands import tuning
from benchmarks.commands.listening import CHUNK_BYTES, make_engine
from benchmarks.commands.voices import LEAD_SECONDS, LOUDNESS, TAIL_SECONDS, WORDS_PER_MINUTE, resampled
from custom_components.earshot.donation.redaction import BEEP_MARGIN_MS
from scripts.home.names import HOME
from voice_host.contract import RATE
from voice_host.engines.interface import SpeechEngine
from voice_host.espeak import Espeak

ROOMS: Final = {"quiet": 25.0, "loud": 15.0}
"""Signal to noise in dB, as `scripts/bench stt` has them."""
FASTER: Final = 190
"""Words a minute of somebody in a hurry, beside the usual ones."""
SHARE: Final = 20
"""Each voice says every twentieth command: some 140 sentences in all."""
MOST_EVENTS: Final = 1000
"""In one piece of sound: a list that does not end is broken."""
_WORD, _END_OF_LIST = 1, 0
"""`espeakEVENT_WORD`, `espeakEVENT_LIST_TERMINATED`."""
_AUDIBLE: Final = 0.02
"""Of the loudest sample: what is below is the silence that espeak-ng ends with."""

type Samples = np.ndarray[Any, np.dtype[np.float64]]


class _Event(ctypes.Structure):
    """`espeak_EVENT` of `speak_lib.h`."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("identifier", ctypes.c_char * 8),
    )


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, and when its words were said."""

    pcm: bytes
    words: tuple[str, ...]
    times: tuple[tuple[float, float], ...]
    """In ms from the first sample. A word ends where the next begins, as espeak-ng makes no pauses."""


class Speaker:
    """espeak-ng, which tells when it begins each word."""

    def __init__(self) -> None:
        self._espeak = Espeak.shared()
        self._began: list[float] = []
        collect = self._espeak._collect  # noqa: SLF001 - the host has no use for the events, and this has

        def callback(samples: Any, count: int, events: int | None) -> int:
            event = ctypes.cast(events or 0, ctypes.POINTER(_Event))
            for place in range(MOST_EVENTS if events else 0):
                if event[place].type == _END_OF_LIST:
                    break
                if event[place].type == _WORD:
                    self._began.append(float(event[place].audio_position))
            return int(collect(samples, count, None))

        self._callback = type(self._espeak._callback)(callback)  # noqa: SLF001 - as above
        library: Any = self._espeak._library  # noqa: SLF001 - as above
        library.espeak_SetSynthCallback(self._callback)

    def say(self, sentence: str, *, voice: str, speed: int, snr_db: float, seed: int) -> Said | None:
        """Say a sentence in a room; None where espeak-ng does not take its words for as many as it has."""
        self._began.clear()
        pcm = self._espeak.speak(sentence, voice=voice, words_per_minute=speed)
        speech = resampled(np.frombuffer(pcm, "<i2").astype(np.float64), self._espeak.rate)
        loudest = float(np.abs(speech).max())
        words = tuple(sentence.split())
        if len(self._began) != len(words):
            return None
        lead = LEAD_SECONDS * 1000
        last = float(np.flatnonzero(np.abs(speech) > _AUDIBLE * loudest)[-1]) / RATE * 1000
        edges = [lead + began for began in self._began] + [lead + last]
        sound = np.concatenate(
            [np.zeros(round(LEAD_SECONDS * RATE)), speech * (LOUDNESS / loudest), np.zeros(round(TAIL_SECONDS * RATE))]
        )
        level = np.sqrt(np.mean((speech * (LOUDNESS / loudest)) ** 2) / 10 ** (snr_db / 10))
        sound += np.random.default_rng(seed).normal(scale=level, size=len(sound))
        pcm = np.clip(np.rint(sound), -32768, 32767).astype("<i2").tobytes()
        return Said(pcm, words, tuple(pairwise(edges)))


@dataclass(slots=True)
class Errors:
    """How far edges are off, in ms; positive where the recogniser has them later."""

    begins: list[float]
    ends: list[float]
    sentences: int = 0
    heard: int = 0
    """Sentences that were heard as they were said: others have no truth."""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    arguments = parser.parse_args()
    speaker, engine = Speaker(), make_engine(HOME)
    figures: dict[str, float] = {}
    for room, snr_db in ROOMS.items():
        errors = _measure(engine, _sentences(speaker, snr_db))
        figures |= {f"{room}_{name}": figure for name, figure in _summary(errors).items()}
        print(f"{room}: {errors.heard} of {errors.sentences} sentences, {len(errors.begins)} words")
        for edge, off in (("begin", errors.begins), ("end", errors.ends)):
            print(f"  {edge:6} {_line(off)}")
    figures |= _cost(engine, [said.pcm for said in _sentences(speaker, ROOMS["quiet"])][:20])
    for name, figure in figures.items():
        print(f"{name:32} {figure:8.2f}")
    if arguments.json:
        arguments.json.write_text(json.dumps(figures))
    return 0


def _sentences(speaker: Speaker, snr_db: float) -> Iterator[Said]:
    voices = [voice.partition(":")[2] for voice in tuning.VOICES if voice.startswith("espeak-ng:")]
    for number, voice in enumerate(voices[::4]):
        for place, sentence in enumerate(tuning.COMMANDS[number::SHARE]):
            speed = FASTER if place % 3 == 0 else WORDS_PER_MINUTE
            said = speaker.say(sentence, voice=voice, speed=speed, snr_db=snr_db, seed=number * 100 + place)
            if said is not None:
                yield said


def _measure(engine: SpeechEngine, sentences: Iterator[Said]) -> Errors:
    errors = Errors([], [])
    for said in sentences:
        errors.sentences += 1
        stream = engine.start(language="en", speaker=f"number {errors.sentences}", times=True)
        for at in range(0, len(said.pcm), CHUNK_BYTES):
            stream.feed(said.pcm[at : at + CHUNK_BYTES])
        heard = stream.finish()
        if tuple(heard.text.split()) != said.words or heard.times is None:
            continue
        errors.heard += 1
        for (begin, end), (true_begin, true_end) in zip(heard.times, said.times, strict=True):
            errors.begins.append(begin - true_begin)
            errors.ends.append(end - true_end)
    return errors


def _cost(engine: SpeechEngine, sounds: Sequence[bytes]) -> dict[str, float]:
    """Return the CPU time of a sentence, asked and not asked, in ms."""
    took = {False: 0.0, True: 0.0}
    for number, pcm in enumerate(sounds):
        for times in (False, True):
            began = process_time()
            stream = engine.start(language="en", speaker=f"cost {number} {times}", times=times)
            stream.feed(pcm)
            stream.finish()
            took[times] += process_time() - began
    return {f"cpu_ms_{'asked' if times else 'not_asked'}": took[times] / len(sounds) * 1000 for times in took}


def _summary(errors: Errors) -> dict[str, float]:
    """Return what a beep of the word alone would leave audible, at the margins that matter."""
    left = np.maximum(np.array(errors.begins), -np.array(errors.ends))
    return {
        "left_median_ms": float(np.median(left)),
        "left_p99_ms": float(np.percentile(left, 99)),
        "left_most_ms": float(left.max()),
        "left_beyond_margin_ratio": float(np.mean(left > BEEP_MARGIN_MS)),
    }


def _line(off: Sequence[float]) -> str:
    values = np.array(off)
    points = "  ".join(f"p{point} {np.percentile(values, point):+5.0f}" for point in (1, 5, 50, 95, 99))
    return f"{points}  most {np.abs(values).max():5.0f} ms"


if __name__ == "__main__":
    raise SystemExit(main())
