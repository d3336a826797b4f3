"""Finds e-mail and web addresses, written or spelled."""

from collections.abc import Sequence
import re
from typing import Final

from .kinds import Kind
from .language import Language
from .words import Word

_REACH: Final = 6
"""Words from an "at" to its last "dot": "at mail dot uni dash example dot com"."""
_WRITTEN: Final = re.compile(r"@|://|^www\.|\w\.[a-z]{2,}(?:/|$)", re.IGNORECASE)
_ENDS: Final = frozenset(
    (
        *("com", "net", "org", "edu", "gov", "info", "eu", "io", "app", "dev", "me", "us", "uk", "co", "ie"),
        *("at", "be", "br", "ch", "de", "es", "fr", "it", "nl", "pl", "pt"),
    )
)
"""What stands behind the last dot of addresses that are spelled."""


def hide_addresses(words: Sequence[Word], language: Language) -> None:
    """Hide every address, and what it is put together of."""
    for number, word in enumerate(words):
        if _WRITTEN.search(word.core):
            word.hide(Kind.EMAIL)
        elif word.letters in language.dots and _is_last_dot(words, number):
            _hide_around(words, number, language)


def _is_last_dot(words: Sequence[Word], at: int) -> bool:
    """Whether an address may end behind it."""
    return 0 < at < len(words) - 1 and words[at + 1].letters in _ENDS


def _hide_around(words: Sequence[Word], dot: int, language: Language) -> None:
    """Hide from the first word of the address to the one behind its last dot."""
    window = range(max(0, dot - _REACH), dot)
    sign = next((place for place in reversed(window) if words[place].letters in language.at_signs), None)
    first = _first(words, dot if sign is None else sign, language)
    for word in words[first : dot + 2]:
        word.hide(Kind.EMAIL)


def _first(words: Sequence[Word], sign: int, language: Language) -> int:
    """Go back from a sign as long as the words belong to the address: one at least, and whatever joiners tie to it."""
    ties = language.dots | language.dashes
    first = max(0, sign - 1)
    while first > 0 and not words[first].is_marker:
        before = words[first - 1]
        spelled = before.kind is not None or "".join(before.spelled) not in language.ordinary
        if not (before.letters in ties or words[first].letters in ties or (spelled and before.core)):
            break
        first -= 1
    return first
