"""When people agree on a clip: two labels that say the same settle it, and where two differ, a third does.

Words are compared as a listener means them and not as they are typed: Unicode's compatibility form, case folded,
punctuation and signs taken out, white space made one. An apostrophe joins ("don't" and "dont" are the same), a hyphen
parts ("living-room" and "living room" are). Numbers stay as they are written: "5" and "five" differ, and a third person
settles it; a rule for every language's numbers would take wrong ones for right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final
import unicodedata

from ..label import Label
from ..purposes import Purpose

NEEDED: Final = 2
"""Labels that must say the same."""
MOST: Final = 3
"""Labels that a clip gets at most. If not two of three people hear the same, the clip teaches nobody anything."""

UNUSABLE: Final = "unusable"
_JOINS: Final = frozenset("'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}`\N{ACUTE ACCENT}")


class Verdict(StrEnum):
    """What some labels come to."""

    OPEN = "open"
    """Another label is needed."""
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    """Two people cannot use it, or three people do not agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A verdict, and which labels it rests on."""

    verdict: Verdict
    label: Label | None = None
    """Of an accepted clip, what it is published with: the words as the first who was right wrote them, and the worse of
    the two qualities."""


def normalised(words: str) -> str:
    """Return words as they are compared."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    kept = (_compared(sign) for sign in folded if sign not in _JOINS)
    return " ".join("".join(kept).split())


def settle(labels: Sequence[Label], purpose: Purpose) -> Settled:
    """Return what labels of different people come to, in the order in which they were given."""
    for one, other in combinations(labels, NEEDED):
        if _said(one, purpose) == _said(other, purpose):
            if one.quality == UNUSABLE:
                return Settled(verdict=Verdict.REJECTED)
            return Settled(verdict=Verdict.ACCEPTED, label=one if other.quality == "good" else _noisy(one))
    return Settled(verdict=Verdict.OPEN if len(labels) < MOST else Verdict.REJECTED)


def complete(label: Label, purpose: Purpose) -> bool:
    """Return whether a label says what the clip was given for. One that says why it cannot be used need not."""
    if label.quality == UNUSABLE or label.accident or label.personal_data or label.danger:
        return True
    if purpose is Purpose.SPEECH:
        return bool(label.words and normalised(label.words))
    return label.wake_word is not None


def _said(label: Label, purpose: Purpose) -> tuple[object, ...]:
    """Return what of a label others must agree with."""
    if label.quality == UNUSABLE:
        return (False,)
    if purpose is Purpose.SPEECH:
        return (True, normalised(label.words or ""))
    return (True, label.wake_word)


def _noisy(label: Label) -> Label:
    return Label(
        words=label.words,
        wake_word=label.wake_word,
        quality="noisy",
        accident=label.accident,
        personal_data=label.personal_data,
        danger=label.danger,
    )


def _compared(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cf":  # says only how its neighbours are drawn
        return ""
    return " " if category[0] in "PSZC" else sign
