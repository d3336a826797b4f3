"""Cut a text into pieces to say, so that the first sounds before the second is made.

A cut in the wrong place is heard (a pause, a wrong ordinal), a missing one is not, so every doubt is settled
against a cut. It knows no language: it looks at marks, capitals, digits and a few abbreviations. It is exact
about growth: what it has once cut off stays cut off in the same way whatever text follows.
"""

from collections.abc import Iterator
import re
from typing import Final
import unicodedata

MAX_PIECE: Final = 300
"""Characters in one piece: about 20 s of speech. A Piper voice's memory grows with the square of a piece's
length, and the first sound of a text without a full stop waits for one piece only."""

_ALWAYS: Final = "。！？｡।॥؟۔"  # noqa: RUF001 - these very characters
"""Marks that end a sentence whatever follows: CJK, Devanagari, Arabic and Urdu."""
_CLOSING: Final = "\"'”’»)]」』】"  # noqa: RUF001 - these very characters
_END: Final = re.compile(rf"(?P<mark>[.!?…]+|[{_ALWAYS}])(?P<close>[{re.escape(_CLOSING)}]*)|\n")
_CLAUSE_ENDS: Final = re.compile(r"[,;:—–、，；](?=\s)|[、，；]")  # noqa: RUF001 - these very characters
_SPACES: Final = re.compile(r"\s")
_WORD_BEFORE: Final = re.compile(r"[\w.]*$")
_ABBREVIATED: Final = (
    "abb abs approx av bd betr bzgl bzw ca capt cf col dept dr ed est etc evtl exp fig gen ggf gov hon inc inkl jr lt"
    " ltd max min mio mlle mme mr mrd mrs ms mt no nr op pl pos pp prof pvt resp rev sen sgt sr sra srta st std str"
    " tel usw vgl vol vs zb zzgl"
)
"""Words that carry a full stop in the middle of a sentence, in English, German, French and Spanish."""
_ABBREVIATIONS: Final = frozenset(_ABBREVIATED.split())
_LONGEST_ORDINAL: Final = 2
"""Digits: "am 3. Mai" and "1. Bread" go on, "in 2026." ends."""


class Sentences:
    """Cuts a text that comes in parts. `feed` all of them, then `finish`."""

    def __init__(self) -> None:
        """Begin a text."""
        self._rest = ""

    def feed(self, text: str) -> Iterator[str]:
        """Yield the pieces that are complete whatever comes next."""
        self._rest += text
        while (end := _end(self._rest)) is not None:
            piece, self._rest = self._rest[:end].strip(), self._rest[end:].lstrip()
            if _is_audible(piece):
                yield piece

    def finish(self) -> Iterator[str]:
        """Yield what is left, and begin anew."""
        piece, self._rest = self._rest.strip(), ""
        if _is_audible(piece):
            yield piece


def sentences(text: str) -> Iterator[str]:
    """Cut a whole text: no piece is empty or longer than `MAX_PIECE` characters."""
    cutter = Sentences()
    yield from cutter.feed(text)
    yield from cutter.finish()


def _end(text: str) -> int | None:
    """Find where the first piece of `text` ends; None while that cannot be known."""
    for found in _END.finditer(text, 0, MAX_PIECE):
        if _ends_sentence(text, found):
            return found.end()
    return _break(text) if len(text) > MAX_PIECE else None


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    """Decide about one mark, from the word before it and the character after it."""
    mark, after = found["mark"], text[found.end() : found.end() + 2]
    if mark is None:
        return True
    if mark in _ALWAYS:
        return bool(after)
    if after and not after[0].isspace():
        return mark == "." and _is_glued(text[: found.start()], after)
    following = text[found.end() :].lstrip(" \t\r\f\v")[:1]
    if not following or following == "\n":
        return bool(following)
    if mark == ".":
        return not following.islower() and not _is_abbreviation(text[: found.start()])
    return not (following.islower() and (found["close"] or "." in mark or "…" in mark))


def _is_glued(before: str, after: str) -> bool:
    """Whether a full stop without a space ends a sentence: "done.Next" does, "3.5" and "e.g.this" do not."""
    return before[-2:].islower() and before[-2:].isalpha() and after[0].isupper() and after[1:].islower()


def _is_abbreviation(before: str) -> bool:
    """Whether the full stop after `before` belongs to the word: "Dr", "J" (not "°C"), "p.m", "z.B", an ordinal."""
    found = _WORD_BEFORE.search(before[-MAX_PIECE:])
    word = found[0].lower() if found else ""
    if word.isdigit():
        return len(word) <= _LONGEST_ORDINAL
    is_initial = len(word) == 1 and not before.endswith(f"°{before[-1:]}")
    return is_initial or "." in word or word in _ABBREVIATIONS


def _break(text: str) -> int:
    """Break a piece that is too long: after a clause, else between words, else between characters."""
    for pattern in (_CLAUSE_ENDS, _SPACES):
        places = [found.end() for found in pattern.finditer(text, 0, MAX_PIECE)]
        if places:
            return places[-1]
    for end in range(MAX_PIECE, MAX_PIECE // 2, -1):
        if not unicodedata.combining(text[end]) and unicodedata.category(text[end]) not in {"Cf", "Mn", "Me"}:
            return end
    return MAX_PIECE


def _is_audible(piece: str) -> bool:
    """Whether there is anything to say: letters, digits or symbols such as an emoji, not only marks."""
    return any(unicodedata.category(character)[0] in "LNS" for character in piece)
