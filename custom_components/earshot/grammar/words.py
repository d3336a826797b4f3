"""From text as people write it to the words of a grammar, and back.

A word of the grammar is what the recogniser gives back, and so what Home Assistant reads: it keeps the
accents, digits and signs of a name as they are written. How a word sounds is the recogniser's business.
JSGF reserves some characters, and a recogniser's dictionary others; they are escaped as `_` and two to six
hexadecimal digits and `_`, so that `escape` and the recogniser's `unescape` are each other's inverse.
Only the words of a number list are written otherwise than they are said: as digits, by `number_word`.
"""

from collections.abc import Iterable
import re
import unicodedata

from hassil.util import normalize_text, remove_punctuation

MAX_WORDS = 12
"""Longest name in words. Nobody says a longer one, and each word costs the recogniser in every sentence."""
MAX_CHARACTERS = 120
"""Longest name in characters: twelve words of ten letters."""

_SAFE = re.compile(r"[^\W_]|['.-]")
"""Letters and digits of any script, and what stands inside words. Everything else is escaped."""
_SPOKEN_SIGNS = frozenset("&+%@")
"""Signs that are a word when they stand alone: and, plus, percent, at."""


def escape(text: str) -> str:
    """Write `text` so that neither JSGF nor a dictionary takes it for more than one word."""
    return "".join(char if _SAFE.fullmatch(char) else f"_{ord(char):x}_" for char in text)


def unescape(word: str) -> str:
    """Write a word of the grammar as Home Assistant knows it; the inverse of `escape`."""
    return re.sub(r"_([0-9a-f]{1,6})_", lambda match: chr(int(match[1], 16)), word)


def number_word(word: str, digits: str) -> str:
    """Mark `word` as a part of a number that contributes `digits`: the recogniser writes `_n22_word` as 22.

    `n` is no hexadecimal digit, so that no escaped word is like it.
    """
    return f"_n{digits}_{escape(word)}"


def name_words(name: str) -> tuple[str, ...]:
    """Split a name into words of the grammar; empty when it cannot be said.

    Cleans the name as Home Assistant's default agent does, so that the words put together with spaces are
    text that the agent finds. What makes no sound, such as an emoji, is written together with its neighbour.
    """
    if len(name) > MAX_CHARACTERS:
        return ()
    text = unicodedata.normalize("NFC", remove_punctuation(normalize_text(name)).strip().lower())
    pieces = text.split()
    if not pieces or len(pieces) > MAX_WORDS or not any(map(_has_sound, pieces)):
        return ()
    return tuple(escape(word) for word in _join_soundless(pieces))


def template_words(text: str) -> tuple[str, ...]:
    """Split the literal text of a sentence template into words of the grammar."""
    return tuple(escape(word) for word in normalize_text(text).lower().split())


def _has_sound(piece: str) -> bool:
    return piece in _SPOKEN_SIGNS or any(char.isalnum() for char in piece)


def _join_soundless(pieces: Iterable[str]) -> list[str]:
    joined: list[str] = []
    before = ""
    for piece in pieces:
        if _has_sound(piece):
            joined.append(before + piece)
            before = ""
        elif joined:
            joined[-1] += f" {piece}"
        else:
            before += f"{piece} "
    return joined
