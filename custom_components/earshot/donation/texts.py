"""Texts that come from strangers and are shown to people: what may be in one."""

import re
from typing import Final
import unicodedata

MAX_WORDS: Final = 2_000
"""Characters of what was said. Two minutes of fast speech are some 1,500 in German, and fewer in most languages."""

MAX_LANGUAGE: Final = 35
"""Characters of a language tag: what RFC 5646, 4.4.1 recommends to have room for."""

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}", re.ASCII)
_REFUSED: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Control characters, halves of surrogate pairs, and separators of lines that are none to most programs."""
_DIRECTIONS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They let a text look otherwise than it reads (CVE-2021-42574). The marks that Arabic and Hebrew need are others."""


def checked_text(text: str, name: str, most: int, *, lines: bool = False) -> str:
    """Return a text of 1 to `most` characters that says something and has nothing hidden in it. Raises ValueError."""
    if not 1 <= len(text) <= most or text.isspace():
        raise ValueError(f"{name} is empty or too long")
    plain = text.replace("\n", "") if lines else text
    if any(unicodedata.category(character) in _REFUSED or character in _DIRECTIONS for character in plain):
        raise ValueError(f"{name} holds a character that is not for reading")
    return text


def checked_language(tag: str) -> str:
    """Return a language tag, as "en" or "pt-BR". Raises ValueError."""
    if len(tag) > MAX_LANGUAGE or _LANGUAGE.fullmatch(tag) is None:
        raise ValueError("this is no language tag")
    return tag
