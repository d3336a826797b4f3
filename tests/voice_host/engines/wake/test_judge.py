from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, strategies as st
import pytest

from voice_host.engines.wake.judge import REFRACTORY_FRAMES, WARM_UP_FRAMES, Judge

QUIET = [0.0] * WARM_UP_FRAMES


def detections(scores: Sequence[float], *, trigger_level: int = 1) -> list[int]:
    """Tell after which scores, counted from the end of the warm-up, a word was detected."""
    judge = Judge(0.5, trigger_level)
    heard = [judge.hear(score) for score in [*QUIET, *scores]]
    return [index - WARM_UP_FRAMES for index, detected in enumerate(heard) if detected]


def test_a_score_at_the_threshold_is_a_detection() -> None:
    assert detections([0.499, 0.5]) == [1]


def test_frames_of_the_warm_up_are_not_judged() -> None:
    judge = Judge(0.5, 1)

    assert [judge.hear(1.0) for _ in range(WARM_UP_FRAMES + 1)] == [False] * WARM_UP_FRAMES + [True]


@pytest.mark.parametrize(("trigger_level", "expected"), [(1, [0]), (2, [3]), (3, [4]), (4, [])])
def test_as_many_frames_in_a_row_as_the_trigger_level_must_reach_it(trigger_level: int, expected: list[int]) -> None:
    assert detections([0.9, 0.1, 0.9, 0.9, 0.9, 0.1], trigger_level=trigger_level) == expected


def test_a_word_is_detected_once_though_its_score_falls_in_between() -> None:
    assert detections([0.9, 0.1, 0.9, 0.9, 0.1, 0.9]) == [0]


def test_a_second_utterance_is_detected_after_the_refractory_time() -> None:
    assert detections([0.9] + [0.1] * (REFRACTORY_FRAMES - 1) + [0.9, 0.9]) == [0, REFRACTORY_FRAMES]


def test_a_score_that_never_falls_is_one_detection() -> None:
    assert detections([0.9] * 10 * REFRACTORY_FRAMES) == [0]


def test_a_score_that_is_not_a_number_is_never_a_detection() -> None:
    assert detections([float("nan")] * 100) == []


@given(st.lists(st.floats(0, 1), max_size=300), st.integers(1, 4))
def test_two_detections_are_never_closer_than_the_refractory_time(scores: list[float], trigger_level: int) -> None:
    found = detections(scores, trigger_level=trigger_level)

    assert all(later - earlier >= REFRACTORY_FRAMES for earlier, later in pairwise(found))
    assert all(min(scores[at - trigger_level + 1 : at + 1]) >= 0.5 for at in found)
