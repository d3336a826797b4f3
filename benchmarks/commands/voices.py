"""Synthetic voices, made 16 kHz, as loud as a person two metres away, with noise behind them."""

from functools import cache
from pathlib import Path
import shutil
import subprocess
import tempfile
from typing import Any
import wave

import numpy as np

from voice_host.contract import RATE
from voice_host.espeak import Espeak

type Samples = np.ndarray[Any, np.dtype[np.float64]]

LOUDNESS = 9000.0
"""Largest sample of the speech."""
LEAD_SECONDS = 0.4
TAIL_SECONDS = 0.5
"""Silence before and after: what a satellite sends after its wake word, and until it notices the end."""
WORDS_PER_MINUTE = 150


def available(voices: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of `voices` that this machine can speak with; espeak-ng's are always there."""
    return tuple(voice for voice in voices if not voice.startswith("flite:") or shutil.which("flite"))


def spoken(voice: str, sentence: str, *, snr_db: float, seed: int) -> bytes:
    """Say a sentence with white noise behind it."""
    speech = _speech(voice, sentence)
    silent = (np.zeros(round(seconds * RATE)) for seconds in (LEAD_SECONDS, TAIL_SECONDS))
    sound = np.concatenate([next(silent), speech, next(silent)])
    level = np.sqrt(np.mean(speech**2) / 10 ** (snr_db / 10))
    sound += np.random.default_rng(seed).normal(scale=level, size=len(sound))
    return bytes(np.clip(np.rint(sound), -32768, 32767).astype("<i2").tobytes())


@cache
def _speech(voice: str, sentence: str) -> Samples:
    program, _, name = voice.partition(":")
    samples, rate = _flite(name, sentence) if program == "flite" else _espeak(name, sentence)
    samples = resampled(samples, rate)
    loudest = max(float(np.abs(samples).max()), 1.0)
    return np.multiply(samples, LOUDNESS / loudest)


def _espeak(name: str, sentence: str) -> tuple[Samples, int]:
    espeak = Espeak.shared()
    pcm = espeak.speak(sentence, voice=name, words_per_minute=WORDS_PER_MINUTE)
    return np.frombuffer(pcm, "<i2").astype(np.float64), espeak.rate


def _flite(name: str, sentence: str) -> tuple[Samples, int]:
    program = shutil.which("flite")
    assert program
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "speech.wav"
        subprocess.run([program, "-voice", name, "-t", sentence, "-o", str(file)], check=True)
        with wave.open(str(file)) as sound:
            return np.frombuffer(sound.readframes(sound.getnframes()), "<i2").astype(np.float64), sound.getframerate()


def resampled(samples: Samples, rate: int) -> Samples:
    """Resample a whole clip by its spectrum."""
    if rate == RATE:
        return samples
    count = len(samples) * RATE // rate
    spectrum = np.fft.rfft(samples)
    wanted = np.zeros(count // 2 + 1, complex)
    kept = min(len(spectrum), len(wanted))
    wanted[:kept] = spectrum[:kept]
    resampled: Samples = np.fft.irfft(wanted, count) * (count / len(samples))
    return resampled
