import numpy as np
import pytest

from tests.voice_host.engines.stt.conftest import say
from voice_host.contract import RATE
from voice_host.engines.stt.sound import Sound


def room(seconds: float, level: float) -> bytes:
    """White noise: a fan. `level` is its root mean square in steps of 16 bit."""
    return np.random.default_rng(1).normal(scale=level, size=int(seconds * RATE)).astype("<i2").tobytes()


@pytest.mark.parametrize("level", [0, 100, 1000, 3000])
def test_a_fan_is_nobody_speaking(level: float) -> None:
    sound = Sound()

    sound.take(room(4, level))

    assert not sound.has_speech


@pytest.mark.parametrize("loudness", [0.05, 0.3, 1.0])
def test_somebody_speaks_whether_close_by_or_across_the_room(loudness: float) -> None:
    said = np.frombuffer(say("turn on the light", snr_db=20), dtype="<i2")
    sound = Sound()

    sound.take((said * loudness).astype("<i2").tobytes())

    assert sound.has_speech


def test_nothing_at_all_is_nobody_speaking() -> None:
    assert not Sound().has_speech
