"""What the figures of the masking benchmark mean, on scores that anybody can reckon by hand."""

import numpy as np
import pytest

from benchmarks.speakers.trials import compare, enrolled, equal_error, judged


@pytest.mark.parametrize(
    ("same", "other", "expected"),
    [
        ([0.9, 0.8], [0.1, 0.2, 0.3], 0.0),
        ([0.1, 0.2], [0.8, 0.9], 1.0),
        # One of four is missed and one of four mistaken at a bar of 0.6.
        ([0.9, 0.8, 0.7, 0.3], [0.6, 0.2, 0.1, 0.0], 0.25),
    ],
)
def test_the_equal_error_rate_is_where_as_many_are_missed_as_mistaken(
    same: list[float], other: list[float], expected: float
) -> None:
    assert equal_error(np.array(same), np.array(other)) == pytest.approx(expected)


def test_scores_that_say_nothing_are_half_wrong() -> None:
    chance = np.random.default_rng(1)
    assert equal_error(chance.normal(size=4000), chance.normal(size=4000)) == pytest.approx(0.5, abs=0.02)


def test_a_clip_belongs_to_the_voice_that_it_is_nearest_to() -> None:
    voices = np.eye(3)
    clips = np.stack([voices, voices], axis=1)
    clips[2, 1] = voices[0]  # one of six is another's
    told = compare(voices, clips)
    assert told.named == pytest.approx(5 / 6)
    assert told.same == pytest.approx(5 / 6)


def test_a_voice_is_the_middle_of_its_clips_and_as_long_as_they_are() -> None:
    voice = enrolled(np.array([[[1.0, 0.0], [0.0, 1.0]]]))
    assert voice == pytest.approx(np.array([[np.sqrt(0.5), np.sqrt(0.5)]]))


def test_scores_are_sorted_by_whose_clip_it_is() -> None:
    scores = np.array([[[1.0, 0.5]], [[0.25, 0.75]]])
    told = judged(scores)
    assert (told.same, told.other, told.named) == (0.875, 0.375, 1.0)
