"""Linear prediction: what is taken apart goes together again, and nothing that was stable rings for ever."""

from hypothesis import given, settings, strategies as st
import numpy as np
import pytest

from custom_components.earshot.donation.sound.prediction import (
    LARGEST_RADIUS,
    ORDER,
    inverse_filtered,
    moved,
    predictors,
    resonances,
    synthesized,
)
from custom_components.earshot.donation.sound.samples import RATE, Complexes, Floats

LENGTH = 320


def noise(seed: int, frames: int = 3) -> Floats:
    return np.random.default_rng(seed).normal(scale=1000.0, size=(frames, LENGTH))


def vowel(formant: float) -> Floats:
    """Return one frame [1, LENGTH] that rings at `formant` Hz."""
    at = np.arange(LENGTH)
    ringing: Floats = np.exp(-at / 30.0) * np.sin(2 * np.pi * formant / RATE * at)
    return ringing[None, :]


def nearest(roots: Complexes, hertz: float) -> float:
    """Return the frequency of the strongest resonance near `hertz`."""
    there = np.angle(roots[np.abs(roots) > 0.9]) * RATE / 2 / np.pi
    return float(there[np.argmin(np.abs(there - hertz))])


def test_what_is_taken_apart_goes_together_again() -> None:
    frames = noise(1)
    predictor = predictors(frames)
    np.testing.assert_allclose(synthesized(inverse_filtered(frames, predictor), predictor), frames, atol=1e-6)


def test_roots_make_the_polynomial_that_they_are_of() -> None:
    predictor = predictors(noise(2))
    np.testing.assert_allclose(moved(resonances(predictor), 1.0), predictor, atol=1e-9)


def test_the_predictor_is_what_the_normal_equations_say() -> None:
    frame = noise(3, frames=1)
    correlation = np.correlate(frame[0], frame[0], "full")[LENGTH - 1 : LENGTH + ORDER]
    rows = correlation[np.abs(np.subtract.outer(np.arange(ORDER), np.arange(ORDER)))]
    expected = np.linalg.solve(rows, -correlation[1:])
    np.testing.assert_allclose(predictors(frame)[0, 1:], expected, atol=1e-6)


@pytest.mark.parametrize(("formant", "alpha"), [(700.0, 0.7), (700.0, 0.9), (1800.0, 0.7), (4000.0, 0.7)])
def test_a_resonance_is_moved_to_its_angle_to_the_power_of_alpha(formant: float, alpha: float) -> None:
    angle = 2 * np.pi * formant / RATE
    expected = angle**alpha * RATE / 2 / np.pi
    driven = inverse_filtered(vowel(formant), predictors(vowel(formant)))
    changed = synthesized(driven, moved(resonances(predictors(vowel(formant))), alpha))
    assert nearest(resonances(predictors(changed)), expected) == pytest.approx(expected, rel=0.03)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0.0, 1e-3, 1.0, 32767.0]), st.floats(0.2, 3.0))
def test_what_was_stable_is(seed: int, loudness: float, alpha: float) -> None:
    frames = np.random.default_rng(seed).uniform(-loudness, loudness, size=(2, LENGTH))
    frames[1] = np.sign(frames[1]) * loudness  # clipped throughout
    roots = resonances(predictors(frames))
    assert np.abs(roots).max(initial=0.0) < 1.0 + 1e-6
    assert np.abs(resonances(moved(roots, alpha))).max(initial=0.0) < 1.0
    assert np.isfinite(synthesized(frames, moved(roots, alpha))).all()


@pytest.mark.parametrize("hertz", [50.0, 1000.0, 7990.0])
def test_a_pure_tone_stays_finite(hertz: float) -> None:
    tone = 30_000 * np.sin(2 * np.pi * hertz / RATE * np.arange(LENGTH))[None, :]
    roots = resonances(predictors(tone))
    changed = synthesized(inverse_filtered(tone, predictors(tone)), moved(roots, 0.6))
    assert np.isfinite(changed).all()
    assert np.abs(resonances(moved(roots, 0.6))).max() <= LARGEST_RADIUS + 1e-3


def test_silence_has_a_predictor_that_changes_nothing() -> None:
    assert predictors(np.zeros((1, LENGTH))).tolist() == [[1.0] + [0.0] * ORDER]


def test_a_frame_is_reckoned_as_if_it_were_alone() -> None:
    frames = np.concatenate([noise(4), vowel(500.0), np.zeros((1, LENGTH))])
    together = moved(resonances(predictors(frames)), 0.8)
    alone = np.concatenate([moved(resonances(predictors(frame[None, :])), 0.8) for frame in frames])
    np.testing.assert_allclose(together, alone, atol=1e-9)
