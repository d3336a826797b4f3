"""Finds the names of a home in words, whatever way they are written."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from .folding import parts, without_umlauts
from .kinds import Kind
from .language import Language
from .names import HomeNames
from .words import Word

_PARTICLES: Final = frozenset(
    (
        *("al", "and", "bin", "d", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "et"),
        *(
            "i",
            "la",
            "le",
            "les",
            "mac",
            "o",
            "of",
            "t",
            "te",
            "ten",
            "ter",
            "the",
            "to",
            "und",
            "van",
            "von",
            "y",
            "z",
        ),
    )
)
"""What stands in names of people and by itself is none."""
_MAX_PARTS: Final = 64
"""Of a window in which a name is looked for. Longer ones have so many spaces that nobody wrote them."""
_GENITIVES: Final = ("s", "es")

type _Part = tuple[str, int]
"""A part, and the number of its word."""


class ListedNames:
    """The names of one home, in one language."""

    def __init__(self, names: HomeNames, language: Language) -> None:
        self._language = language
        self._exact: dict[str, Kind] = {}
        self._loose: dict[str, Kind] = {}
        for kind, listed in (
            (Kind.NAME, names.people),
            (Kind.ENTITY, names.entities),
            (Kind.AREA, names.areas),
            (Kind.PLACE, names.places),
        ):
            for name in listed:
                self._add(parts(name), kind)
                if kind is Kind.NAME:
                    for part in parts(name):
                        if part not in _PARTICLES:
                            self._add((part,), kind)
        self._longest = max(map(len, self._exact), default=0)
        self._starts: Final = {name for name in self._exact if len(name) >= 4}  # noqa: PLR2004 - shorter ones begin words

    def hide(self, words: Sequence[Word]) -> None:
        """Hide every name that is found; the kind of the longest where several are."""
        for run in _runs(words):
            found = sorted(self._find(run), key=lambda match: match[0] - match[1])
            for first, last, kind in found:
                for _, number in run[first : last + 1]:
                    words[number].hide(kind)

    def kind_of(self, word: Word) -> Kind | None:
        """Say of a word that is hidden what listed name it begins or ends with, as "Annalampe" does."""
        for size in range(min(len(word.letters), self._longest), 3, -1):
            for piece in (word.letters[:size], word.letters[-size:]):
                if piece in self._starts:
                    return self._exact[piece]
        return None

    def _add(self, name: tuple[str, ...], kind: Kind) -> None:
        letters = "".join(name)
        for spelling in {letters, without_umlauts(letters)} if letters else ():
            for genitive in ("", *_GENITIVES):
                self._exact.setdefault(spelling + genitive, kind)
        if loose := "".join(map(self._loosen, name)):
            self._loose.setdefault(loose, kind)

    def _loosen(self, part: str) -> str:
        return "" if part in self._language.linkers else self._language.stem(part)

    def _find(self, run: Sequence[_Part]) -> Iterator[tuple[int, int, Kind]]:
        """Yield the first and the last part of each name in a run of parts, and its kind."""
        loose = [self._loosen(part) for part, _ in run]
        plain = [without_umlauts(part) for part, _ in run]
        for first in range(len(run)):
            letters = stems = plainly = ""
            for last in range(first, min(first + _MAX_PARTS, len(run))):
                letters += run[last][0]
                plainly += plain[last]
                stems += loose[last]
                if len(stems) > self._longest:
                    break
                kind = self._exact.get(letters) or self._exact.get(plainly)
                if kind is None and loose[first] and loose[last]:
                    kind = self._loose.get(stems)
                if kind is not None:
                    yield first, last, kind


def _runs(words: Sequence[Word]) -> Iterator[list[_Part]]:
    """Yield the parts of words between markers: no name reaches over one."""
    run: list[_Part] = []
    for number, word in enumerate(words):
        if word.is_marker:
            yield run
            run = []
        run.extend((part, number) for part in word.parts)
    yield run


@lru_cache(maxsize=8)
def listed_names(names: HomeNames, language: Language) -> ListedNames:
    """Return the names of a home, prepared; the last few are kept."""
    return ListedNames(names, language)
