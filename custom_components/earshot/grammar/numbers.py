"""Number words, factored so that a hundred numbers cost a recogniser thirty words."""

from collections.abc import Iterable
from functools import cache

from hassil.numbers import get_rbnf_engine


@cache
def number_words(number: int, language: str) -> tuple[str, ...]:
    """Write a whole number as the words that hassil reads back as it."""
    return tuple(get_rbnf_engine(language).format_number(number).text.replace("-", " ").split())


def numbers_words(numbers: Iterable[int], language: str) -> frozenset[tuple[str, ...]]:
    """Write several whole numbers."""
    return frozenset(number_words(number, language) for number in numbers)
