"""Hides every word that is not known to be an ordinary one: the names that nobody listed."""

from collections import deque
from collections.abc import Sequence
from typing import Final

from .kinds import Kind
from .language import Language
from .words import Word

_SPELLED: Final = 3
"""So many letters in a row are a word that somebody spells. "I" and "a" meet in ordinary sentences."""


_FAR: Final = 4
"""So many words away from a name may the other be: "Jan van de Water"."""

_NOBILIARY: Final = frozenset(
    ("de", "del", "della", "den", "der", "di", "do", "dos", "da", "du", "la", "ter", "ten", "van", "von")
)
"""What stands between a first name and a family name."""


def hide_unknown(words: Sequence[Word], language: Language) -> None:
    """Hide what may be a name."""
    has_capitals = language.capitals and not _is_shouted(words)
    for word in words:
        if word.kind is None and not _is_ordinary(word, language):
            word.hide(Kind.UNKNOWN)
        if word.kind is None and has_capitals and _is_written_as_name(word, language):
            word.hide(Kind.NAME)
    _hide_spelled(words)
    _hide_unframed(words, language)


def _is_ordinary(word: Word, language: Language) -> bool:
    if not word.core:
        return True
    if word.is_odd or not word.parts:
        return False
    if "".join(word.spelled) in language.ordinary:
        return True
    known = language.ordinary | language.clitics if len(word.spelled) > 1 else language.ordinary
    return all(piece in known for piece in word.spelled)


def _is_shouted(words: Sequence[Word]) -> bool:
    """Whether all is written in capitals, which then tell nothing."""
    return not any(char.islower() for word in words if not word.is_marker for char in word.core)


def _is_written_as_name(word: Word, language: Language) -> bool:
    return word.is_capital and not word.starts and word.parts[0] not in language.capital_words


def _hide_spelled(words: Sequence[Word]) -> None:
    """Hide letters in a row, if they are many or one of them is no word."""
    run: list[Word] = []
    for word in (*words, None):
        if word is not None and word.is_letter:
            run.append(word)
        elif word is None or word.core:
            if len(run) >= _SPELLED or any(letter.kind is not None for letter in run):
                for letter in run:
                    letter.hide(Kind.UNKNOWN)
            run = []


def _hide_unframed(words: Sequence[Word], language: Language) -> None:
    """Hide words that are names, too, where nothing that stays shows that they are not."""
    said = [word for word in words if word.core]
    to_look_at = deque(range(len(said)))
    while to_look_at:
        at = to_look_at.popleft()
        if not 0 <= at < len(said) or said[at].kind is not None:
            continue
        if _is_surname(said, at, language) or not _is_framed(said, at, language):
            said[at].hide(Kind.UNKNOWN)
            to_look_at += range(at - 1, at + _FAR + 1)  # It was perhaps what showed it of them, or shows it now.


def _is_surname(words: Sequence[Word], at: int, language: Language) -> bool:
    """Whether it is a family name behind another name: "Gordon Brown", "Jan de Jong"; or what stands between them."""
    here = at
    while here < len(words) and here < at + _FAR and words[here].letters in _NOBILIARY:
        here += 1
    if here == len(words) or "".join(words[here].spelled) not in language.surnames:
        return False
    before = at - 1
    while before >= 0 and before > at - _FAR and words[before].kind is None and words[before].letters in _NOBILIARY:
        before -= 1
    return before >= 0 and _is_first_name(words[before])


def _is_first_name(word: Word) -> bool:
    """Whether a family name may follow. What followed a marker was decided with the word that it stands for."""
    return word.kind in {Kind.NAME, Kind.UNKNOWN} and not word.is_marker and not _is_possessive(word)


def _is_possessive(word: Word) -> bool:
    """Whether it is somebody's, so that what follows is a thing: "Oliver's hall"."""
    return len(word.parts) > 1 and word.parts[-1] == "s"


def _is_framed(words: Sequence[Word], at: int, language: Language) -> bool:
    own = words[at].parts
    ambiguous = next((place for place, part in enumerate(own) if part in language.frames), None)
    if ambiguous is None:
        return True
    frame = language.frames[own[ambiguous]]
    if ambiguous > 0:
        return own[ambiguous - 1] in frame.after
    return _stays(words, at - 1, frame.after, -1) or _stays(words, at + 1, frame.before, 0)


def _stays(words: Sequence[Word], at: int, wanted: frozenset[str], part: int) -> bool:
    """Whether there is a word that is not hidden, and whose last (-1) or first (0) part is one of those."""
    return 0 <= at < len(words) and words[at].kind is None and words[at].parts[part] in wanted
