"""Number words, factored so that a hundred numbers cost a recogniser thirty words, each with the digits it stands for.

Home Assistant understands "twenty two" and fills its answers with what was said, and an answer that reckons with it
fails. So the words of a number list carry the digits that they are written with; the same words in a name do not.
"""

from collections.abc import Iterable
from functools import cache

from hassil.numbers import get_rbnf_engine

from .words import number_word


@cache
def number_words(number: int, language: str) -> tuple[str, ...]:
    """Write a whole number as the words that hassil reads back as it."""
    return tuple(get_rbnf_engine(language).format_number(number).text.replace("-", " ").split())


def numbers_words(numbers: Iterable[int], language: str) -> frozenset[tuple[str, ...]]:
    """Write several whole numbers as words of a grammar, whose digits put together are the number."""
    return frozenset(_marked(number, number_words(number, language)) for number in numbers)


def _marked(number: int, words: tuple[str, ...]) -> tuple[str, ...]:
    """Share the digits out so that equal words carry equal digits where they can: "2" "2", "1" "00", and "20" alone."""
    digits = str(number)
    parts = (digits[0], digits[1:]) if len(words) == 2 else ("",) * (len(words) - 1) + (digits,)  # noqa: PLR2004 - a pair
    return tuple(map(number_word, words, parts, strict=True))
