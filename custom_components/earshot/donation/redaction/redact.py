"""Hide in words what could say who spoke, to whom and where."""

from collections.abc import Sequence
from typing import Final

from .kinds import Kind
from .names import HomeNames
from .redacted import Redacted, Span

LANGUAGES: Final[frozenset[str]] = frozenset()
"""Languages of which ordinary words are known, by their first subtag. Of others, everything is hidden."""


def redact(words: str, language: str, names: HomeNames, *, hide: Sequence[int] = ()) -> Redacted:  # noqa: ARG001
    """Hide what could identify somebody, and the words number `hide`, as `str.split` counts them from 0.

    `language` is a BCP 47 tag. In one that is not among LANGUAGES all words are hidden. Total: any text has an answer,
    numbers of words that are not there mean nothing.
    """
    count = len(words.split())
    begin, end = len(words) - len(words.lstrip()), len(words.rstrip())
    if not count or words.strip() == Kind.UNKNOWN.marker:
        return Redacted(words=words, spans=())
    span = Span(kind=Kind.UNKNOWN, begin=begin, end=end, first_word=0, end_word=count)
    return Redacted(words=words[:begin] + Kind.UNKNOWN.marker + words[end:], spans=(span,))
