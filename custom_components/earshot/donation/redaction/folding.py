"""Words without what may be written one way or another: case, accents, punctuation."""

import re
from typing import Final
import unicodedata

_OTHER_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "\N{LATIN SMALL LETTER DOTLESS I}": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that Unicode does not take apart, and that people who lack them write like this."""
_SPELLED_UMLAUT: Final = re.compile(r"([aou])e")


def fold(text: str) -> str:
    """Return the letters and digits of `text`, in lower case and without accents; of any script, and nothing else."""
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_OTHER_LETTERS)
    return "".join(char for char in lower if char.isalnum())


def pieces(text: str) -> tuple[str, ...]:
    """Return what stands between signs and spaces in `text`: "l'Anna" is "l" and "Anna"."""
    composed = unicodedata.normalize("NFC", text)
    return tuple("".join(char if char.isalnum() or _is_silent(char) else " " for char in composed).split())


def parts(text: str) -> tuple[str, ...]:
    """Return the pieces of `text`, each folded."""
    return tuple(folded for piece in pieces(text) if (folded := fold(piece)))


def lower(text: str) -> str:
    """Return `text` without case, and with its accents: the Italian "sarà" is no "Sara"."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def without_umlauts(folded: str) -> str:
    """Return a folded word as if its umlauts had been left out: "mueller" is what some write for "müller"."""
    return _SPELLED_UMLAUT.sub(r"\1", folded)


def _is_silent(char: str) -> bool:
    """Whether it belongs to the letter before it, or shows nothing at all."""
    return unicodedata.category(char) in {"Mn", "Me", "Mc", "Cf"}
