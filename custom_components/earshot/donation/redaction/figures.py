"""Finds numbers, telephone numbers and dates, in digits and in words."""

from collections.abc import Iterator, Sequence

from .kinds import Kind
from .language import Language
from .words import Word

_PHONE_DIGITS = 6
"""So many digits together are no quantity that is said to a home. Years have four."""
_PHONE_WORDS = 5
_JOINED_BY = 3
"""Words that may tie two numbers, or a number and a month: "heures moins le"."""


def hide_figures(words: Sequence[Word], language: Language) -> None:
    """Hide every number and every date, and what ties them."""
    for number, word in enumerate(words):
        if _is_date(word, language):
            word.hide(Kind.DATE)
        elif _is_number(words, number, language):
            word.hide(Kind.NUMBER)
    _join(words, {Kind.NUMBER}, Kind.NUMBER, language.number_joiners | language.articles)
    for run in _runs(words, Kind.NUMBER):
        if _is_phone(run):
            for word in run:
                word.kind = word.kind if word.is_marker else Kind.PHONE
    _join(words, {Kind.DATE, Kind.NUMBER}, Kind.DATE, language.linkers)
    for number, word in enumerate(words[:-1]):
        _date_both(word, words[number + 1])


def _is_date(word: Word, language: Language) -> bool:
    return word.letters in language.dates or any(part in language.dates for part in word.parts)


def _is_number(words: Sequence[Word], at: int, language: Language) -> bool:
    word = words[at]
    if any(char.isnumeric() for part in word.parts for char in part) or any(char.isnumeric() for char in word.core):
        return True
    if word.letters in language.number_tails:
        return at > 0 and words[at - 1].letters in language.number_joiners | language.articles
    if word.letters in language.frames:
        return False  # "por ciento": the frame decides.
    is_article = bool(word.parts) and word.parts[-1] in language.articles
    others = word.parts[:-1] if is_article else (*word.parts, word.letters)
    if any(language.numbers.fullmatch(part) for part in others):
        return True
    return is_article and at + 1 < len(words) and words[at + 1].letters in language.units


def _join(words: Sequence[Word], kinds: set[Kind], kind: Kind, ties: frozenset[str]) -> None:
    """Hide the ties between two neighbours of `kinds`, at least one of which is of `kind`; a date makes both dates."""
    last: int | None = None
    for number, word in enumerate(words):
        if word.kind in kinds:
            if last is not None and number - last <= _JOINED_BY + 1 and kind in {words[last].kind, word.kind}:
                for between in words[last + 1 : number]:
                    between.hide(kind)
                for end in (words[last], word):
                    if not end.is_marker:
                        end.kind = kind
            last = number
        elif not word.core or word.letters not in ties:
            last = None


def _date_both(word: Word, after: Word) -> None:
    if Kind.DATE in {word.kind, after.kind} and {word.kind, after.kind} <= {Kind.DATE, Kind.NUMBER}:
        for each in (word, after):
            each.kind = each.kind if each.is_marker else Kind.DATE


def _runs(words: Sequence[Word], kind: Kind) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if word.kind is kind:
            run.append(word)
        elif word.core:
            yield run
            run = []
    yield run


def _is_phone(run: Sequence[Word]) -> bool:
    digits = sum(char.isnumeric() for word in run for char in word.letters)
    return digits >= _PHONE_DIGITS or len(run) >= _PHONE_WORDS
