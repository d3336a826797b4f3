"""Masking: another voice, as loud as before and as long, and nothing at all at strength 0."""

from random import Random, SystemRandom

from hypothesis import given, settings, strategies as st
import numpy as np
import pytest

from custom_components.earshot.donation.sound.masking import (
    BLOCK,
    FARTHEST,
    HOP,
    NEAREST,
    draw_coefficient,
    masked,
    with_coefficient,
)
from custom_components.earshot.donation.sound.samples import FULL_SCALE, RATE, Floats, from_pcm, to_pcm


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a test draws the same each time


def vowels(seconds: float) -> Floats:
    """Return pulses through two resonances that come and go."""
    at = np.arange(int(seconds * RATE))
    pulses = np.where(at % 130 == 0, 1.0, 0.0) * (1.2 + np.sin(2 * np.pi * 3 * at / RATE))
    ringing = np.exp(-np.arange(300) / 40.0)
    mouth = ringing * (np.sin(0.28 * np.arange(300)) + 0.5 * np.sin(0.7 * np.arange(300)))
    return 3000.0 * np.convolve(pulses, mouth)[: len(at)]


def decibels(one: Floats, other: Floats) -> float:
    return float(10 * np.log10(np.sum(np.square(one)) / np.sum(np.square(other))))


def test_strength_0_is_the_sound_as_it_is() -> None:
    assert masked(vowels(0.5), strength=0.0, chance=chance(1)).tolist() == vowels(0.5).tolist()


def test_a_coefficient_of_1_gives_back_every_sample() -> None:
    np.testing.assert_allclose(with_coefficient(vowels(1.0), 1.0), vowels(1.0), atol=1e-3)


@pytest.mark.parametrize("strength", [0.1, 0.5, 1.0])
def test_a_masked_voice_is_another_and_as_loud(strength: float) -> None:
    changed = masked(vowels(2.0), strength=strength, chance=chance(1))
    assert abs(decibels(changed, vowels(2.0))) < 0.1
    assert decibels(changed - vowels(2.0), vowels(2.0)) > -20.0


def test_more_strength_moves_the_voice_farther() -> None:
    near, far = (with_coefficient(vowels(1.0), 1.0 - strength * NEAREST) for strength in (0.2, 1.0))
    assert decibels(far - vowels(1.0), vowels(1.0)) > decibels(near - vowels(1.0), vowels(1.0))


@given(st.floats(0.01, 1.0), st.integers())
def test_the_coefficient_is_in_the_range_of_the_strength_and_never_1(strength: float, seed: int) -> None:
    alpha = draw_coefficient(strength, chance(seed))
    assert 1.0 - strength * FARTHEST <= alpha <= 1.0 - strength * NEAREST < 1.0


def test_two_clips_draw_two_numbers() -> None:
    drawn = {draw_coefficient(0.5, SystemRandom()) for _ in range(100)}
    assert len(drawn) == 100


def test_a_long_sound_is_reckoned_in_blocks_that_nobody_hears() -> None:
    """The middle of a sound of several blocks is what it would be if it stood alone."""
    sound = np.random.default_rng(3).normal(scale=1000.0, size=3 * BLOCK * HOP)
    begin = (BLOCK - 8) * HOP
    part = with_coefficient(sound[begin : begin + 16 * HOP], 0.7)
    whole = with_coefficient(sound, 0.7)[begin : begin + 16 * HOP]
    np.testing.assert_allclose(part[HOP:-HOP], whole[HOP:-HOP], atol=1e-3)


def test_nothing_is_cut_off_where_it_is_loud() -> None:
    loud = np.clip(vowels(1.0) * 100.0, -FULL_SCALE, FULL_SCALE)
    assert np.abs(masked(loud, strength=1.0, chance=chance(1))).max() <= FULL_SCALE + 1e-6


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=4000), st.floats(0.0, 1.0), st.integers(0, 9))
def test_any_sound_keeps_its_length_and_stays_finite(pcm: bytes, strength: float, seed: int) -> None:
    changed = masked(from_pcm(pcm), strength=strength, chance=chance(seed))
    assert len(changed) == len(pcm) // 2
    assert np.isfinite(changed).all()
    assert np.abs(changed).max(initial=0.0) <= FULL_SCALE + 1.0
    assert len(to_pcm(changed)) == len(pcm) // 2 * 2
