"""When two sentences are the same command. Imports nothing of Earshot's: the voice host's tests use it, too."""

from collections.abc import Iterator

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ARTICLES = frozenset({"the", "a", "an", "my"})


def _spelt(number: int) -> tuple[str, ...]:
    if number < len(_UNITS):
        return (_UNITS[number],)
    if number == 100:  # noqa: PLR2004 - a number is what it is
        return ("one", "hundred")
    tens, units = divmod(number, 10)
    return (_TENS[tens - 2], _UNITS[units]) if units else (_TENS[tens - 2],)


_NUMBERS = {_spelt(number): str(number) for number in range(101)}


def canonical(sentence: str) -> str:
    """Drop what makes no difference to Home Assistant: articles, plurals, how numbers and "never mind" are spelt."""
    words = [word for word in _with_digits(sentence.replace("never mind", "nevermind")) if word not in _ARTICLES]
    return " ".join(word.removesuffix("s") for word in words)


def _with_digits(sentence: str) -> Iterator[str]:
    """Write "twenty five" as 25, the longest number that can be read from each word on."""
    words = sentence.split()
    while words:
        length = next((size for size in (2, 1) if tuple(words[:size]) in _NUMBERS), 0)
        yield _NUMBERS[tuple(words[:length])] if length else words[0]
        del words[: max(length, 1)]
