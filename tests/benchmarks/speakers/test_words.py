"""How wrong words are counted."""

import pytest

from benchmarks.speakers.words import Tally, distance


@pytest.mark.parametrize(
    ("wanted", "got", "expected"),
    [
        ("a b c", "a b c", 0),
        ("a b c", "", 3),
        ("", "a b", 2),
        ("a b c", "a x c", 1),
        ("a b c", "b c", 1),
        ("a b c", "c a b", 2),
    ],
)
def test_words_are_put_in_taken_out_or_exchanged(wanted: str, got: str, expected: int) -> None:
    assert distance(wanted.split(), got.split()) == expected


def test_a_tally_is_of_words_and_of_sentences() -> None:
    tally = Tally()
    tally.add("turn on the lights", "turn on light")
    tally.add("set the lamp to twenty five percent", "set lamp to thirty percent")
    assert tally.sentences_right == 0.5
    assert tally.word_errors == pytest.approx(1 / 8)
