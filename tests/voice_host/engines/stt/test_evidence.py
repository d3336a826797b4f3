from dataclasses import dataclass
from math import exp

import pytest

from voice_host.engines.stt.evidence import BAR, HIGHEST_BAR, LENIENCE, LOWEST_BAR, NEEDED, Bar, score


@dataclass
class Part:
    word: str
    start_frame: int
    end_frame: int
    ascore: float


def part(word: str, frames: int, per_frame: float) -> Part:
    return Part(word, 0, frames - 1, exp(per_frame * frames / 1000))


def test_the_score_is_the_mean_over_the_words_with_some_lenience() -> None:
    assert score([part("turn", 30, -2), part("on", 70, -4)]) == pytest.approx((-60 - 280) / (100 + LENIENCE))


def test_good_silence_counts_nothing_and_bad_silence_counts_against() -> None:
    words = part("on", 100, -2)
    plain = score([words])
    assert plain
    assert score([part("<sil>", 300, -0.9), words]) == pytest.approx(plain)
    worse = score([part("<sil>", 100, -9), words])
    assert worse
    assert worse < plain - 5


def test_without_words_there_is_no_score() -> None:
    assert score([]) is None
    assert score([part("<sil>", 100, -1), Part("(NULL)", -1, -1, 1.0)]) is None


def test_the_bar_stays_until_enough_was_accepted() -> None:
    bar = Bar()
    for _ in range(NEEDED - 1):
        assert bar.accepts(-2)
    assert bar.height == BAR


def test_the_bar_follows_a_voice_within_its_limits() -> None:
    good, bad = Bar(), Bar()
    for _ in range(NEEDED):
        good.accepts(-1)
        bad.accepts(-4.2)
    assert good.height == HIGHEST_BAR
    assert bad.height == LOWEST_BAR


def test_what_is_rejected_does_not_move_the_bar() -> None:
    bar = Bar()
    for _ in range(100):
        assert not bar.accepts(BAR - 0.1)
    assert bar.height == BAR
