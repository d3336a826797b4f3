"""When a digest is due, and which days it is about. Nothing here knows a clock."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Any, Final, Self

LONGEST_DAYS: Final = 31
"""A month. Whoever was away for longer asks for a summary; the lines of a digest would say little of so many days."""


class Cadence(StrEnum):
    """How often."""

    DAILY = "daily"
    WEEKLY = "weekly"

    @property
    def days(self) -> int:
        """The days from one digest to the next."""
        return 1 if self is Cadence.DAILY else 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a person chose."""

    on: bool = True
    cadence: Cadence = Cadence.WEEKLY
    weekday: int = 0
    """0 is Monday. It says nothing of a digest that comes daily."""
    at: time = time(9)
    """By the clock of the house."""
    target: str | None = None
    """The id of a `notify` entity. None: it is shown in Home Assistant."""

    def newest(self, now: datetime, zone: tzinfo) -> datetime:
        """Return the last instant up to now at which one was due."""
        return self._due(now, zone, 0)

    def next(self, now: datetime, zone: tzinfo) -> datetime:
        """Return the first instant after now at which one is due."""
        return self._due(now, zone, 1)

    def _due(self, now: datetime, zone: tzinfo, later: int) -> datetime:
        today = now.astimezone(zone).date()
        back = 0 if self.cadence is Cadence.DAILY else (today.weekday() - self.weekday) % 7
        day = today - timedelta(days=back)
        if self._on(day, zone) > now:
            day -= timedelta(days=self.cadence.days)
        return self._on(day + timedelta(days=later * self.cadence.days), zone)

    def _on(self, day: date, zone: tzinfo) -> datetime:
        # A time that the clock leaves out comes an hour later, one that it has twice the first time.
        return datetime.combine(day, self.at, zone).astimezone(UTC)

    def days(self, due: datetime, zone: tzinfo, through: date | None) -> tuple[date, date]:
        """Return the first and the last day of the digest that is due at an instant: whole days only.

        `through`: the last day that was told of. What lies between is told too, if a digest was missed, but not more
        than LONGEST_DAYS.
        """
        last = due.astimezone(zone).date() - timedelta(days=1)
        first = last - timedelta(days=self.cadence.days - 1)
        if through is not None and through < first:
            first = max(through + timedelta(days=1), last - timedelta(days=LONGEST_DAYS - 1))
        return first, last

    def to_data(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {**asdict(self), "at": self.at.isoformat("minutes")}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Read it. Raises KeyError, TypeError, ValueError for anything else."""
        return cls(
            on=bool(data["on"]),
            cadence=Cadence(data["cadence"]),
            weekday=int(data["weekday"]) % 7,
            at=time.fromisoformat(data["at"]),
            target=data["target"] or None,
        )
