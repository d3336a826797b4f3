import numpy as np
import pytest

from tests.voice_host.engines.stt.conftest import say, say_alone
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
    said = np.frombuffer(say_alone("turn on the light"), dtype="<i2")
    sound = Sound()

    sound.take((said * loudness).astype("<i2").tobytes())

    assert sound.has_speech


def test_nothing_at_all_is_nobody_speaking() -> None:
    assert not Sound().has_speech


@pytest.mark.parametrize(("loudness", "gain"), [(1.0, 1.0), (0.1, 5.0), (0.0, 1.0)])
def test_quiet_speech_is_to_be_made_louder_and_loud_speech_is_left(loudness: float, gain: float) -> None:
    said = np.frombuffer(say("turn on the light"), dtype="<i2")
    sound = Sound()
    sound.take((said * loudness).astype("<i2").tobytes())
    assert sound.gain_wanted == pytest.approx(gain, rel=0.5)


def test_what_is_taken_again_at_the_same_gain_is_what_was_taken_at_first() -> None:
    said = say("turn on the light")
    sound = Sound(gain=2.0)
    first = b"".join(sound.take(said[at : at + 1001]) for at in range(0, len(said), 1001))
    assert sound.again(gain=2.0) == first
    assert sound.again(gain=3.0) != first
