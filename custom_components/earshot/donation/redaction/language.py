"""What is known of one language: its ordinary words, and how it writes numbers, days and addresses."""

from collections.abc import Mapping
from dataclasses import dataclass
import re

from .folding import fold, lower


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where a word that is also a name is no name: next to one of these, both folded."""

    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """All words are folded, but for ordinary ones, clitics and family names. There is one object of each."""

    code: str
    ordinary: frozenset[str]
    """Words that say nothing of anybody, in lower case and with their accents. All others are hidden."""
    clitics: frozenset[str]
    """What may stand at an ordinary word, with an apostrophe or a hyphen between them: "l", "s"."""
    surnames: frozenset[str]
    """Ordinary words that are family names, too: they are hidden behind a name."""
    frames: Mapping[str, Frame]
    """Ordinary words that are names, too: they stay only where a frame shows what is meant."""
    numbers: re.Pattern[str]
    """What a whole word is that is a number."""
    number_joiners: frozenset[str]
    """What stands inside of numbers: "half past nine"."""
    number_tails: frozenset[str]
    """What is a number behind a joiner, and a thing elsewhere: "menos cuarto"."""
    articles: frozenset[str]
    """Articles that are the number one before a unit."""
    units: frozenset[str]
    dates: frozenset[str]
    """Days of the week, months and feasts, in all their forms."""
    at_signs: frozenset[str]
    """How "@" is said."""
    dots: frozenset[str]
    """How "." is said."""
    dashes: frozenset[str]
    """What else joins the words of an address: "underscore"."""
    linkers: frozenset[str]
    """Articles and prepositions that people leave out of names, or put into them."""
    endings: tuple[str, ...]
    """How words are inflected, longest first."""
    capitals: bool
    """Whether a capital inside of a sentence tells a name."""
    capital_words: frozenset[str]
    """Words that are written with a capital nevertheless."""

    def stem(self, part: str) -> str:
        """Take the ending off, where three letters stay."""
        for ending in self.endings:
            if part.endswith(ending) and len(part) - len(ending) >= 3:  # noqa: PLR2004 - two letters are no stem
                return part.removesuffix(ending)
        return part


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The same as people write it, words divided by spaces."""

    code: str
    ordinary: str
    numbers: str
    """Pieces that number words are put together of; each is one by itself."""
    dates: str
    units: str
    at_signs: str
    dots: str
    dashes: str
    linkers: str
    number_ends: str = ""
    """What makes a number an ordinal: "ste"."""
    number_joiners: str = ""
    number_tails: str = ""
    number_ties: str = ""
    """Pieces that only tie others: "und" in "einundzwanzig"."""
    clitics: str = ""
    surnames: str = ""
    frames: Mapping[str, tuple[str, str]]
    """Word: what is before it, and what is behind it, where it is no name."""
    articles: str = ""
    endings: str = ""
    capitals: bool = True
    capital_words: str = ""

    def read(self) -> Language:
        """Fold everything."""
        return Language(
            code=self.code,
            ordinary=frozenset(map(lower, self.ordinary.split())),
            clitics=frozenset(map(lower, self.clitics.split())),
            surnames=frozenset(map(lower, self.surnames.split())),
            frames={
                fold(word): Frame(after=_set(after), before=_set(before))
                for word, (after, before) in self.frames.items()
            },
            numbers=_number_pattern(self.numbers, self.number_ties, self.number_ends),
            number_joiners=_set(self.number_joiners),
            number_tails=_set(self.number_tails),
            articles=_set(self.articles),
            units=_set(self.units),
            dates=_set(self.dates),
            at_signs=_set(self.at_signs),
            dots=_set(self.dots),
            dashes=_set(self.dashes),
            linkers=_set(self.linkers),
            endings=tuple(sorted(_set(self.endings), key=lambda ending: (-len(ending), ending))),
            capitals=self.capitals,
            capital_words=_set(self.capital_words),
        )


def _set(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


def _number_pattern(pieces: str, ties: str, ends: str) -> re.Pattern[str]:
    """Match words that are put together of pieces, with ties between them.

    Never goes back: "doscientos" is a piece and two pieces, and a long word of many would take for ever.
    """
    piece = f"(?>{_either(pieces)})"
    tie = f"(?>{_either(ties)})?+" if ties else ""
    end = f"(?:{_either(ends)})?" if ends else ""
    return re.compile(f"{piece}(?>{tie}{piece})*+{end}")


def _either(pieces: str) -> str:
    """Longer pieces first: "sechzig" is not "sech"."""
    return "|".join(map(re.escape, sorted(_set(pieces), key=lambda piece: (-len(piece), piece))))
