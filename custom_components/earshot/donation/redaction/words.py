"""Said words, one by one, with where they stand and what they are without their punctuation."""

from dataclasses import dataclass
import re
from typing import Final
import unicodedata

from .folding import lower, parts, pieces
from .kinds import MARKER, Kind

_SIGNS: Final = ".,;:!?…\"'’‘“”„«»()¿¡-–—%°&/+*€$£"  # noqa: RUF001 - they are what people write
"""What may stand before or behind a word without saying anything of anybody."""
_INNER: Final = frozenset("'’‘-‐‑–/")  # noqa: RUF001 - they are what people write
"""What may stand inside an ordinary word: "don't", "dis-moi"."""
_APOSTROPHES: Final = "'’"  # noqa: RUF001 - they are what people write
_CLOSING: Final = "\"'”’»)"  # noqa: RUF001 - they are what people write
_ENDS: Final = (".", "!", "?", "…", ":")
_WORD: Final = re.compile(r"\S+")


@dataclass(slots=True, kw_only=True)
class Word:
    """One word as `str.split` divides them, and what was decided of it."""

    core: str
    """What of it is hidden when it is: without the punctuation around it. Empty where it is nothing else."""
    begin: int
    """Of the core, in the text."""
    parts: tuple[str, ...]
    """Folded, as its signs divide it; none in a word of signs alone, and none in a marker."""
    spelled: tuple[str, ...]
    """The same parts with their accents."""
    starts: bool
    """Whether a sentence begins with it, so that a capital tells nothing."""
    kind: Kind | None = None
    """Why it is hidden; None: it stays."""
    is_marker: bool = False
    """Whether it was hidden before, and what stands there is a marker."""

    @property
    def end(self) -> int:
        """Of the core, in the text."""
        return self.begin + len(self.core)

    @property
    def letters(self) -> str:
        """The parts together."""
        return "".join(self.parts)

    @property
    def is_odd(self) -> bool:
        """Whether it holds signs that no ordinary word holds, so that it is hidden with all of them."""
        return any(not (char.isalnum() or char in _INNER) for char in unicodedata.normalize("NFC", self.core))

    @property
    def is_capital(self) -> bool:
        """Whether it is written as a name is: "Anna", and not "TV"."""
        return self.core[:1].isupper() and (len(self.core) == 1 or not self.core.isupper())

    @property
    def is_letter(self) -> bool:
        """Whether it is one letter, as when somebody spells."""
        return len(self.letters) == 1 and self.letters.isalpha()

    def hide(self, kind: Kind) -> None:
        """Hide it, unless it is hidden for another reason, or nothing but signs."""
        if self.core:
            self.kind = self.kind or kind


def split(text: str) -> list[Word]:
    """Divide `text` into words; their places and numbers are those of `text.split()`."""
    words: list[Word] = []
    starts = True
    for match in _WORD.finditer(text):
        words.append(_word(match[0], match.start(), starts=starts))
        starts = match[0].rstrip(_CLOSING).endswith(_ENDS)
    return words


def _word(text: str, begin: int, *, starts: bool) -> Word:
    bare = text.strip(_SIGNS)
    if MARKER.fullmatch(bare):
        return Word(core=text, begin=begin, parts=(), spelled=(), starts=starts, kind=Kind(bare[1:-1]), is_marker=True)
    first = len(text) - len(text.lstrip(_SIGNS))
    last = first + len(bare)
    while bare and text[last : last + 1] in tuple(_APOSTROPHES):
        last += 1  # "James'": what would be left of it tells how the name ends.
    return Word(
        core=text[first:last] if bare else "",
        begin=begin + first,
        parts=parts(bare),
        spelled=tuple(map(lower, pieces(bare))),
        starts=starts,
    )
