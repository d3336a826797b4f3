"""The tone: nothing of what was there remains, and nothing beside it is touched."""

from hypothesis import given, strategies as st
import numpy as np
import pytest

from custom_components.earshot.donation.sound.beeps import AMPLITUDE, MARGIN_MS, beeped, blanked, widened
from custom_components.earshot.donation.sound.samples import RATE, Floats, at_ms, from_pcm, to_pcm

NOISE: Floats = np.random.default_rng(1).normal(scale=3000.0, size=2 * RATE)


def test_nothing_of_what_was_there_remains() -> None:
    sound = beeped(NOISE, [(500, 900)])
    begin, end = at_ms(500), at_ms(900)
    hidden = NOISE[begin:end]
    # The tone is the same whatever was hidden, so it cannot say anything of it.
    assert beeped(-NOISE, [(500, 900)])[begin:end].tolist() == sound[begin:end].tolist()
    assert abs(np.corrcoef(hidden, sound[begin:end])[0, 1]) < 0.05
    assert sound[:begin].tolist() == NOISE[:begin].tolist()
    assert sound[end:].tolist() == NOISE[end:].tolist()


def test_what_is_blank_is_blank() -> None:
    assert not blanked(NOISE, [(500, 900)])[at_ms(500) : at_ms(900)].any()
    assert NOISE[at_ms(500) : at_ms(900)].any()


def test_the_tone_comes_and_goes_softly_and_is_a_thousand_hertz() -> None:
    tone = beeped(NOISE, [(0, 1000)])[:RATE]
    assert abs(tone[0]) < 1.0
    assert abs(tone[-1]) < 1.0
    assert np.abs(np.diff(tone)).max() < AMPLITUDE / 2
    assert np.argmax(np.abs(np.fft.rfft(tone))) == 1000


def test_spans_that_touch_are_one_tone() -> None:
    assert beeped(NOISE, [(500, 700), (650, 900)]).tolist() == beeped(NOISE, [(500, 900)]).tolist()
    assert beeped(NOISE, [(700, 900), (500, 700)]).tolist() == beeped(NOISE, [(500, 900)]).tolist()


@pytest.mark.parametrize("span", [(600, 600), (601, 599), (600, 700)])
def test_a_span_has_a_margin_even_if_it_is_nothing(span: tuple[int, int]) -> None:
    (begin, end) = widened([span])[0]
    assert begin == min(span) - MARGIN_MS
    assert end == max(span) + MARGIN_MS


def test_a_margin_does_not_reach_before_the_beginning() -> None:
    assert widened([(10, 100), (-50, -20)]) == [(0, 100 + MARGIN_MS), (0, MARGIN_MS - 20)]


@given(st.lists(st.tuples(st.integers(-5000, 5000), st.integers(-5000, 5000)), max_size=5))
def test_any_spans_are_overwritten_as_far_as_there_is_sound(spans: list[tuple[int, int]]) -> None:
    sound = beeped(NOISE, widened(spans))
    assert len(sound) == len(NOISE)
    for span in spans:
        for at in range(max(0, min(span)), min(2000, max(span)), 7):
            assert abs(sound[at_ms(at)]) <= AMPLITUDE


def test_samples_come_back_as_they_were() -> None:
    pcm = to_pcm(NOISE)
    assert to_pcm(from_pcm(pcm)) == pcm
    assert to_pcm(np.array([40_000.0, -40_000.0])) == b"\xff\x7f\x00\x80"
