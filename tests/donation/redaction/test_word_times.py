"""A beep covers what was hidden, and there is none where nobody knows when it was said."""

from custom_components.earshot.donation.redaction import BEEP_MARGIN_MS, Kind, Span, WordTime, stretches_to_beep

TIMES = tuple(WordTime(begin_ms=1000 * place, end_ms=1000 * place + 900) for place in range(4))
WORDS = "tell anna and bob"


def span(first: int, end: int) -> Span:
    return Span(kind=Kind.NAME, begin=0, end=1, first_word=first, end_word=end)


def test_a_stretch_is_as_long_as_its_words_and_a_margin() -> None:
    assert stretches_to_beep([span(1, 3)], TIMES, WORDS) == ((1000 - BEEP_MARGIN_MS, 2900 + BEEP_MARGIN_MS),)


def test_stretches_that_meet_are_one_and_none_begins_before_the_sound() -> None:
    assert stretches_to_beep([span(0, 1), span(1, 2)], TIMES, WORDS) == ((0, 1900 + BEEP_MARGIN_MS),)


def test_nobody_knows_where_to_beep_without_times_or_with_those_of_other_words() -> None:
    assert stretches_to_beep([span(0, 1)], None, WORDS) is None
    assert stretches_to_beep([span(0, 1)], TIMES, "tell anna") is None


def test_nothing_hidden_is_nothing_to_beep_whether_or_not_there_are_times() -> None:
    assert stretches_to_beep([], None, WORDS) == ()
