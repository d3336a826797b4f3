from dataclasses import dataclass
from math import exp

import pytest

from voice_host.engines.stt.evidence import (
    BAR,
    HIGHEST_BAR,
    LENIENCE,
    LOWEST_BAR,
    NEEDED,
    WORST_WORD,
    Bar,
    Fit,
    fit,
)


@dataclass
class Part:
    word: str
    start_frame: int
    end_frame: int
    ascore: float


def part(word: str, frames: int, per_frame: float) -> Part:
    return Part(word, 0, frames - 1, exp(per_frame * frames / 1000))


def test_the_fit_is_the_mean_over_the_words_with_some_lenience() -> None:
    found = fit([part("turn", 30, -2), part("on", 70, -4)])
    assert found
    assert found.whole == pytest.approx((-60 - 280) / (100 + LENIENCE))
    assert found.worst_word == pytest.approx(-280 / (70 + LENIENCE))


def test_good_silence_counts_nothing_and_bad_silence_counts_against() -> None:
    words = part("on", 100, -2)
    plain, good = fit([words]), fit([part("<sil>", 300, -0.9), words])
    bad = fit([part("<sil>", 100, -9), words])
    assert plain
    assert good
    assert bad
    assert good.whole == pytest.approx(plain.whole)
    assert bad.whole < plain.whole - 5
    assert bad.worst_word == pytest.approx(plain.worst_word)


def test_without_words_there_is_no_fit() -> None:
    assert fit([]) is None
    assert fit([part("<sil>", 100, -1), Part("(NULL)", -1, -1, 1.0)]) is None


def test_one_word_that_does_not_fit_is_enough_to_refuse() -> None:
    bar = Bar()
    assert bar.accepts(Fit(-2, WORST_WORD))
    assert not bar.accepts(Fit(-2, WORST_WORD - 0.1))


def test_the_bar_stays_until_enough_was_accepted() -> None:
    bar = Bar()
    for _ in range(NEEDED - 1):
        assert bar.accepts(Fit(-2, -2))
    assert bar.height == BAR


def test_the_bar_follows_a_voice_within_its_limits() -> None:
    good, bad = Bar(), Bar()
    for _ in range(NEEDED):
        good.accepts(Fit(-1, -1))
        bad.accepts(Fit(-4.2, -3))
    assert good.height == HIGHEST_BAR
    assert bad.height == LOWEST_BAR


def test_what_is_rejected_does_not_move_the_bar() -> None:
    bar = Bar()
    for _ in range(100):
        assert not bar.accepts(Fit(BAR - 0.1, -2))
    assert bar.height == BAR
