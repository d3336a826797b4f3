"""Number words, factored so that a hundred numbers cost a recogniser thirty words."""

from functools import cache

from hassil.numbers import get_rbnf_engine


@cache
def number_words(number: int, language: str) -> tuple[str, ...]:
    """Write a whole number as the words that hassil reads back as it."""
    return tuple(get_rbnf_engine(language).format_number(number).text.replace("-", " ").split())


def range_words(first: int, last: int, language: str) -> frozenset[tuple[str, ...]]:
    """Write every whole number from `first` to `last`, both included."""
    return frozenset(number_words(number, language) for number in range(first, last + 1))
