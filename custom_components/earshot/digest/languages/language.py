"""What a language needs so that a digest can be written in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..suggestion import Suggestion


class Line(StrEnum):
    """One line of a digest, or a part of one. Most have a place for `{value}`."""

    NOTHING_SAID = "nothing_said"
    NOTHING_KNOWN = "nothing_known"
    """Nothing was said as far as it was watched."""
    LEFT = "left"
    BESIDES_LEFT = "besides_left"
    BESIDES_MAYBE = "besides_maybe"
    LISTENED = "listened"
    BLOCKED = "blocked"
    OUTSIDE = "outside"
    ERASED = "erased"
    KEPT = "kept"
    """Has places for `{sounds}` and `{words}`."""
    KEPT_UNKNOWN = "kept_unknown"
    FALSE_WAKES = "false_wakes"
    UNWATCHED = "unwatched"
    """Has places for `{hours}` and `{minutes}`."""
    SUGGESTION = "suggestion"
    NOT_BROUGHT = "not_brought"
    """Has a place for `{target}`, which could not be reached."""


class Value(StrEnum):
    """How a number is said that is not simply one."""

    AND_PERHAPS = "and_perhaps"
    """Has places for `{number}` and `{more}`."""
    AT_LEAST = "at_least"
    """Has a place for `{number}`: perhaps there were more."""
    PERHAPS = "perhaps"
    """None for sure, perhaps `{more}`."""
    NONE_KNOWN = "none_known"
    UNKNOWN = "unknown"


class Label(StrEnum):
    """What stands in the picture."""

    SAID = "said"
    LEFT = "left"
    MAYBE = "maybe"
    FALSE_WAKES = "false_wakes"
    LISTENED = "listened"
    ERASED = "erased"
    UNWATCHED = "unwatched"


type Plural = Callable[[int], int]
"""Gives the place of the form that a number takes."""


def one_or_more(number: int) -> int:
    """Return 0 for one, 1 for any other number."""
    return int(number != 1)


def up_to_one_or_more(number: int) -> int:
    """Return 0 for none and one, 1 for any other number."""
    return int(number > 1)


def slavic(number: int) -> int:
    """Return 0 for one, 1 for few as Polish counts them (2 to 4, 22 to 24, and not 12 to 14), 2 for many."""
    if number == 1:
        return 0
    return 1 if number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14} else 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language."""

    plural: Plural
    said: tuple[str, ...]
    """How many things were said, `{number}`, in the forms of the plural."""
    lines: Mapping[Line, str]
    values: Mapping[Value, str]
    suggestions: Mapping[Suggestion, str]
    """`FALSE_WAKES` has a place for `{satellite}`."""
    somebody: str
    """What a satellite is called of which nobody knows which it was."""
    day: str
    """A day of the year, with places for `{day}` and `{month}`."""
    weekdays: tuple[str, ...]
    """Two or three letters each, from Monday on."""
    labels: Mapping[Label, str]
    months: tuple[str, ...] = ()
    """Where a day's month is a name and no number."""

    def said_of(self, number: int) -> str:
        """Say how many things were said."""
        return self.said[self.plural(number)].format(number=number)

    def date(self, day: date) -> str:
        """Say which day."""
        month = self.months[day.month - 1] if self.months else f"{day.month:02}"
        return self.day.format(day=day.day if self.months else f"{day.day:02}", month=month)
