"""For how long a satellite goes off the record when somebody switches it off there."""

from datetime import timedelta
from enum import StrEnum
from typing import Final


class SilenceLength(StrEnum):
    """Lengths that a person can choose from."""

    UNTIL_ENDED = "until_ended"
    QUARTER = "15_minutes"
    HOUR = "1_hour"
    FOUR_HOURS = "4_hours"
    NIGHT = "10_hours"


LENGTHS: Final = {
    SilenceLength.UNTIL_ENDED: None,
    SilenceLength.QUARTER: timedelta(minutes=15),
    SilenceLength.HOUR: timedelta(hours=1),
    SilenceLength.FOUR_HOURS: timedelta(hours=4),
    SilenceLength.NIGHT: timedelta(hours=10),
}
"""A talk, a meal, an evening with guests, a night; None has no end."""


class SilenceLengths:
    """What is chosen at each satellite, by its subentry's id."""

    def __init__(self) -> None:
        self._chosen: dict[str, SilenceLength] = {}

    def chosen(self, subentry_id: str) -> SilenceLength:
        """Return what is chosen; at first, until somebody ends it."""
        return self._chosen.get(subentry_id, SilenceLength.UNTIL_ENDED)

    def choose(self, subentry_id: str, length: str) -> None:
        """Choose a length by its value. Raises ValueError for one that there is not."""
        self._chosen[subentry_id] = SilenceLength(length)

    def length(self, subentry_id: str) -> timedelta | None:
        """Return for how long it is; None: until somebody ends it."""
        return LENGTHS[self.chosen(subentry_id)]
