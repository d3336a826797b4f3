"""When nothing is kept of what is said, in a room or in the whole house. A decision of values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Silence:
    """One time off the record."""

    since: datetime
    until: datetime | None = None
    """When it ends by itself. None: when somebody ends it."""

    def over(self, now: datetime) -> bool:
        """Whether it has ended by itself."""
        return self.until is not None and self.until <= now

    def lasts(self, until: datetime | None) -> bool:
        """Whether it does not end by itself before an instant; None: whether it never does."""
        return self.until is None or (until is not None and self.until >= until)


@dataclass(frozen=True, slots=True, kw_only=True)
class OffTheRecord:
    """Where nothing is kept now."""

    house: Silence | None = None
    satellites: Mapping[str, Silence] = field(default_factory=dict)
    """By the satellite's key."""

    def covers(self, satellite: str) -> bool:
        """Whether what is said to a satellite is off the record.

        A time that is over counts until it is taken away: ending it is somebody's act, with an entry of its own.
        """
        return self.house is not None or satellite in self.satellites

    def of(self, satellite: str | None) -> Silence | None:
        """Return what was set for a satellite itself; without one, for the whole house."""
        return self.house if satellite is None else self.satellites.get(satellite)

    def changed(self, satellite: str | None, silence: Silence | None) -> OffTheRecord:
        """Return this with one place set, or with None taken away."""
        if satellite is None:
            return replace(self, house=silence)
        others = {key: other for key, other in self.satellites.items() if key != satellite}
        return replace(self, satellites=others | ({satellite: silence} if silence else {}))

    def ended(self, now: datetime) -> tuple[str | None, ...]:
        """Return the places whose time is over, the house as None."""
        places = [(None, self.house), *self.satellites.items()]
        return tuple(place for place, silence in places if silence is not None and silence.over(now))
