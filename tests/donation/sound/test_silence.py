"""Silence at both ends is cut off, and nothing that is said."""

from hypothesis import given, settings, strategies as st
import numpy as np
import pytest

from custom_components.earshot.donation.sound.samples import RATE, Floats, at_ms, from_pcm
from custom_components.earshot.donation.sound.silence import FRAME_MS, MARGIN_MS, trimmed


def noise(milliseconds: int, loudness: float, seed: int = 1) -> Floats:
    return np.random.default_rng(seed).normal(scale=loudness, size=at_ms(milliseconds))


@pytest.mark.parametrize("room", [0.0, 3.0, 30.0, 300.0])
def test_what_is_said_keeps_a_margin_in_any_room(room: float) -> None:
    sound = noise(3000, room)
    sound[at_ms(1000) : at_ms(1800)] += noise(800, 3000.0, seed=2)
    left = trimmed(sound)
    assert len(left) == pytest.approx(at_ms(800 + 2 * MARGIN_MS), abs=2 * at_ms(FRAME_MS))
    begin = at_ms(1000 - MARGIN_MS)
    assert left.tolist() == sound[begin : begin + len(left)].tolist()


def test_a_soft_end_of_a_word_stays() -> None:
    """An s is some 25 dB softer than a vowel."""
    sound = np.concatenate([noise(500, 3.0), noise(300, 3000.0, 2), noise(200, 170.0, 3), noise(500, 3.0, 4)])
    assert len(trimmed(sound)) >= at_ms(500 + 2 * MARGIN_MS - FRAME_MS)


def test_a_pause_within_stays() -> None:
    sound = np.concatenate([noise(300, 3000.0), np.zeros(3 * RATE), noise(300, 3000.0, 2)])
    assert len(trimmed(sound)) == len(sound)


@pytest.mark.parametrize("sound", [np.zeros(RATE), np.zeros(0), np.ones(1)])
def test_where_nothing_stands_out_all_stays(sound: Floats) -> None:
    assert trimmed(sound).tolist() == sound.tolist()


def test_steady_noise_stays() -> None:
    assert len(trimmed(noise(1000, 100.0))) == RATE


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=20_000))
def test_what_remains_is_a_part_of_what_was_and_has_its_loudest_sample(pcm: bytes) -> None:
    sound = from_pcm(pcm)
    left = trimmed(sound)
    assert left.tobytes() in sound.tobytes()
    if len(sound):
        frame = at_ms(FRAME_MS)
        power = [float(np.sum(np.square(sound[at : at + frame]))) for at in range(0, len(sound), frame)]
        loudest = int(np.argmax(power)) * frame
        assert sound[loudest : loudest + frame].tobytes() in left.tobytes()
