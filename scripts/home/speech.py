"""Make the sound of somebody saying something in a room, with the robotic voice that the voice host carries."""

from pathlib import Path
import subprocess
from typing import Final
import wave

import numpy as np
from numpy.typing import NDArray

from voice_host.espeak import Espeak

from .errors import HomeError
from .microphone import RATE

type Sound = NDArray[np.float32]
"""Samples between -1 and 1 at 16 kHz."""

WAKE_WORD: Final = "hey jarvis"
"""Of all wake words that ship with a package, the one that synthetic voices say well enough."""
VOICE: Final = "en-us"
WORDS_PER_MINUTE: Final = 150
"""Slower than espeak-ng's 175: measured as the rate at which the wake word scores above 0.99 at every offset."""
LEAD_SECONDS: Final = 1.2
"""Room before the first word; the wake word's score needs one second to settle."""
PAUSE_SECONDS: Final = 0.6
"""Between wake word and sentence, as people leave it."""
TAIL_SECONDS: Final = 1.5
"""After the last word: Home Assistant waits 0.7 s of silence before it takes an utterance as ended."""
NOISE_BELOW_SPEECH_DB: Final = 20.0
"""A room with a fridge and a street. At 10 dB recognisers begin to fail, and digital silence misleads them too."""
LOWEST_HZ: Final = 20
"""Nothing below is heard, and pink noise would have most of its power there."""
LEVEL: Final = 0.1
"""Root mean square of the speech: -20 dB, as microphones with automatic gain deliver it."""


def utterance(text: str, *, wake_word: str | None = WAKE_WORD, voice: str = VOICE) -> bytes:
    """Say the wake word and `text` in a room; 16 bit, 16 kHz, mono. An empty text is a false wake."""
    parts = [_silence(LEAD_SECONDS)]
    if wake_word is not None:
        parts += [say(wake_word, voice), _silence(PAUSE_SECONDS)]
    if text:
        parts.append(say(text, voice))
    speech = np.concatenate([*parts, _silence(TAIL_SECONDS)])
    noise = pink_noise(speech.size) * np.float32(LEVEL * 10 ** (-NOISE_BELOW_SPEECH_DB / 20))
    return as_pcm(speech + noise)


def say(text: str, voice: str = VOICE) -> Sound:
    """Say one thing without a room around it."""
    pcm = Espeak.shared().speak(text, voice=voice, words_per_minute=WORDS_PER_MINUTE)
    sound = np.frombuffer(_resample(pcm), dtype="<i2").astype(np.float32) / 32768
    return np.asarray(sound * (LEVEL / max(float(np.sqrt(np.mean(sound**2))), 1e-6)), dtype=np.float32)


def pink_noise(samples: int, seed: int = 1) -> Sound:
    """Make noise whose power falls by 3 dB an octave, as a room's does; its root mean square is 1."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(samples))
    frequency = np.fft.rfftfreq(samples, 1 / RATE)
    shaped = np.where(frequency < LOWEST_HZ, 0, spectrum / np.sqrt(np.maximum(frequency, LOWEST_HZ)))
    noise = np.fft.irfft(shaped, samples)
    return np.asarray(noise / np.sqrt(np.mean(noise**2)), dtype=np.float32)


def as_pcm(sound: Sound) -> bytes:
    """Turn samples into 16 bit, little endian."""
    return (np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes()


def last_word(pcm: bytes) -> float:
    """Return when the last word ends: seconds from the beginning of 16 bit sound at 16 kHz."""
    frame = RATE // 50
    sound = np.frombuffer(pcm, dtype="<i2").astype(np.float32)
    loudness = np.sqrt(np.mean(sound[: sound.size // frame * frame].reshape(-1, frame) ** 2, axis=1))
    if not loudness.size:
        return 0.0
    # A word's weakest sounds are some 20 dB below its loudest; the room is weaker than that.
    return float(np.flatnonzero(loudness >= loudness.max() / 6)[-1] + 1) * frame / RATE


def write_wav(path: Path, pcm: bytes) -> None:
    """Write a recording for a microphone: 16 kHz, 16 bit, mono."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(pcm)


def read_recording(path: Path) -> bytes:
    """Read a recording of any format that ffmpeg knows as 16 kHz, 16 bit, mono; raises HomeError."""
    if not path.is_file():
        raise HomeError(f"there is no recording {path}")
    return _ffmpeg(["-i", str(path)], b"", f"{path.name} is no recording that can be played")


def _resample(pcm: bytes) -> bytes:
    return _ffmpeg(
        ["-f", "s16le", "-ar", str(Espeak.shared().rate), "-ac", "1", "-i", "-"], pcm, "ffmpeg cannot convert sound"
    )


def _ffmpeg(source: list[str], data: bytes, complaint: str) -> bytes:
    command = ["ffmpeg", "-v", "error", *source, "-f", "s16le", "-ar", str(RATE), "-ac", "1", "-"]
    result = subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603  our own arguments
    if result.returncode:
        raise HomeError(complaint)
    return result.stdout


def _silence(seconds: float) -> Sound:
    return np.zeros(int(seconds * RATE), dtype=np.float32)
