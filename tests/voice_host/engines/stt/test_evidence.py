from dataclasses import dataclass
from math import exp

import pytest

from voice_host.engines.stt.evidence import (
    BACKGROUND,
    BAR,
    HIGHEST_BAR,
    LENIENCE,
    LOWEST_BAR,
    NEEDED,
    Bar,
    background,
    evidence,
    fit,
)


@dataclass
class Part:
    word: str
    start_frame: int
    end_frame: int
    ascore: float


def part(word: str, frames: int, per_frame: float, *, begin: int = 0) -> Part:
    return Part(word, begin, begin + frames - 1, exp(per_frame * frames / 1000))


def test_the_fit_is_the_mean_over_the_words_with_some_lenience() -> None:
    found = fit([part("turn", 30, -2), part("on", 70, -4)])
    assert found
    assert found.whole == pytest.approx((-60 - 280) / (100 + LENIENCE))


def test_good_silence_counts_nothing_and_bad_silence_counts_against() -> None:
    words = part("on", 100, -2)
    plain, good = fit([words]), fit([part("<sil>", 300, -0.9), words])
    bad = fit([part("<sil>", 100, -9), words])
    assert plain
    assert good
    assert bad
    assert good.whole == pytest.approx(plain.whole)
    assert bad.whole < plain.whole - 5


def test_without_words_there_is_no_fit() -> None:
    assert fit([]) is None
    assert fit([part("<sil>", 100, -1), Part("(NULL)", -1, -1, 1.0)]) is None


def test_the_words_begin_and_end_where_silence_does_not() -> None:
    found = fit([part("<sil>", 10, -1), part("on", 20, -2, begin=10), part("<sil>", 5, -1, begin=30)])
    assert found
    assert (found.begin, found.end) == (10, 29)


def test_the_background_is_the_mean_over_the_frames_that_are_asked_for() -> None:
    phonemes = [part("SIL", 10, -9), part("S", 10, -1, begin=10), part("IH", 10, -3, begin=20)]
    assert background(phonemes, 10, 29) == pytest.approx(-2)
    assert background(phonemes, 15, 24) == pytest.approx(-2)
    assert background(phonemes, 20, 100) == pytest.approx(-3)
    assert background(phonemes, 50, 60) == 0.0


def test_what_fits_badly_because_of_the_voice_has_more_evidence_than_what_fits_badly_alone() -> None:
    found = fit([part("on", 100, -4)])
    assert found
    assert evidence(found, -1.5) == pytest.approx(evidence(found, -1.0) + 0.5 * BACKGROUND)


def test_the_bar_stays_until_enough_was_accepted() -> None:
    bar = Bar()
    for _ in range(NEEDED - 1):
        assert bar.accepts(1)
    assert bar.height == BAR


def test_the_bar_follows_a_voice_within_its_limits() -> None:
    good, bad = Bar(), Bar()
    for _ in range(NEEDED):
        assert good.accepts(2)
        assert bad.accepts(BAR)
    assert good.height == HIGHEST_BAR
    assert bad.height == LOWEST_BAR


def test_what_is_rejected_does_not_move_the_bar() -> None:
    bar = Bar()
    for _ in range(100):
        assert not bar.accepts(BAR - 0.1)
    assert bar.height == BAR
