"""Hide in words what could say who spoke, to whom and where."""

from collections.abc import Iterator, Sequence
from typing import Final

from .addresses import hide_addresses
from .figures import hide_figures
from .kinds import Kind
from .languages import CLAIMED
from .listed import listed_names
from .names import HomeNames
from .ordinary import hide_unknown
from .redacted import Redacted, Span
from .words import Word, split

LANGUAGES: Final = frozenset(CLAIMED)
"""Languages of which ordinary words are known, by their first subtag. Of others, everything is hidden."""


def redact(words: str, language: str, names: HomeNames, *, hide: Sequence[int] = ()) -> Redacted:
    """Hide what could identify somebody, and the words number `hide`, as `str.split` counts them from 0.

    `language` is a BCP 47 tag. In one that is not among LANGUAGES all words are hidden. Total: any text has an answer,
    numbers of words that are not there mean nothing. Hiding once more changes nothing.
    """
    said = split(words)
    known = CLAIMED.get(language.replace("_", "-").split("-")[0].lower())
    if known is None:
        for word in said:
            word.hide(Kind.UNKNOWN)
    else:
        home = listed_names(names, known)
        home.hide(said)
        hide_addresses(said, known)
        hide_figures(said, known)
        hide_unknown(said, known)
        for word in said:
            if word.kind is Kind.UNKNOWN and not word.is_marker:
                word.kind = home.kind_of(word) or word.kind
    for number in hide:
        if 0 <= number < len(said):
            said[number].hide(Kind.UNKNOWN)
    spans = tuple(_spans(said))
    return Redacted(words=_without(words, spans), spans=spans)


def _spans(words: Sequence[Word]) -> Iterator[Span]:
    """Put neighbours together that are hidden for the same reason: how many words a name has stays unsaid, too."""
    first: int | None = None
    for number, word in enumerate(words):
        hidden = word.kind is not None and not word.is_marker
        if first is not None and not (hidden and word.kind is words[first].kind):
            yield _span(words, first, number)
            first = None
        if hidden and first is None:
            first = number
    if first is not None:
        yield _span(words, first, len(words))


def _span(words: Sequence[Word], first: int, end: int) -> Span:
    kind = words[first].kind
    assert kind is not None  # noqa: S101 - whoever asks has seen to it
    return Span(kind=kind, begin=words[first].begin, end=words[end - 1].end, first_word=first, end_word=end)


def _without(text: str, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    done = 0
    for span in spans:
        pieces += (text[done : span.begin], span.kind.marker)
        done = span.end
    return "".join((*pieces, text[done:]))
