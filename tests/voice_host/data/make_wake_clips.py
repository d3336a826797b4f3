"""Write the sound clips beside this file anew: `PYTHONPATH=custom_components/earshot/host python THIS_FILE`.

Spoken by the robotic voice of the `piper-tts` package, 16 kHz, 16 bit, mono, over pink noise 20 dB below the speech:
what openWakeWord understands best of all synthetic voices. They are checked in so that the scores that the tests
compare do not depend on the version of the voice.
"""

from pathlib import Path
from typing import Final
import wave

import numpy as np
from numpy.typing import NDArray

from voice_host.contract import RATE
from voice_host.engines.tts import create_voice_engine

HERE: Final = Path(__file__).parent
CLIPS: Final = {"hey_jarvis": "hey jarvis", "no_wake_word": "is the kitchen window open"}
SPEED: Final = 150 / 175
"""150 words per minute; the voice's own pace is 175."""
LEAD: Final = 1.1
"""Seconds of noise before the speech: a score needs a second of context."""
LENGTH: Final = 3.0
"""Seconds of a whole clip: 96 kB."""
SPEECH_RMS: Final = 3000.0
SNR_DB: Final = 20.0

type Sound = NDArray[np.float64]


def speech(text: str) -> Sound:
    """Say `text` at RATE."""
    pieces = list(create_voice_engine(None).speak(text, voice=None, speaker=None, language="en-US", speed=SPEED))
    sound = np.frombuffer(b"".join(piece.pcm for piece in pieces), "<i2").astype(np.float64)
    heard = np.trim_zeros(sound)
    spectrum = np.fft.rfft(heard)
    size = round(heard.size * RATE / pieces[0].rate)
    return np.fft.irfft(spectrum[: size // 2 + 1], size)


def pink_noise(size: int, seed: int) -> Sound:
    """Make noise of RMS 1 with the same power in each octave above 20 Hz."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).normal(size=size))
    noise = np.fft.irfft(spectrum / np.sqrt(np.maximum(np.fft.rfftfreq(size, 1 / RATE), 20)), size)
    scaled: Sound = noise / np.sqrt(np.mean(noise**2))
    return scaled


def clip(text: str, seed: int) -> NDArray[np.int16]:
    """Mix speech and noise."""
    voice = speech(text)
    voice *= SPEECH_RMS / np.sqrt(np.mean(voice**2))
    sound = pink_noise(round(LENGTH * RATE), seed) * SPEECH_RMS / 10 ** (SNR_DB / 20)
    start = round(LEAD * RATE)
    sound[start : start + voice.size] += voice
    return sound.clip(-32768, 32767).astype("<i2")


def main() -> None:
    """Write every clip."""
    for seed, (name, text) in enumerate(CLIPS.items()):
        with wave.open(str(HERE / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(clip(text, seed).tobytes())


if __name__ == "__main__":
    main()
