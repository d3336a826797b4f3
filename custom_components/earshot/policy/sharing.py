"""Since when everybody in the house may read and hear what is said to a satellite. A decision of values.

Only what is said from then on: whoever spoke before spoke to those who could read it then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Choice:
    """What was set for one satellite."""

    shared: bool | None
    """None: it does as the house does, and did not always."""
    since: datetime
    """Nothing that was said before may be read, whatever the house does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What is shared with the household. A fresh install shares nothing."""

    house: datetime | None = None
    """Since when every satellite is that has no choice of its own. None: none is."""
    satellites: Mapping[str, Choice] = field(default_factory=dict)
    """By the satellite's key."""

    def since(self, satellite: str) -> datetime | None:
        """Return since when what is said to a satellite is shared; None if it is not."""
        choice = self.satellites.get(satellite)
        if choice is None:
            return self.house
        if choice.shared is None:
            return None if self.house is None else max(self.house, choice.since)
        return choice.since if choice.shared else None

    def covers(self, satellite: str, said: datetime) -> bool:
        """Whether something that was said to a satellite at an instant may be read by everybody in the house."""
        since = self.since(satellite)
        return since is not None and since <= said

    def own(self, satellite: str | None) -> bool | None:
        """Return what is set for a satellite itself, None if it does as the house does; without one, for the house."""
        if satellite is None:
            return self.house is not None
        choice = self.satellites.get(satellite)
        return None if choice is None else choice.shared

    def changed(self, satellite: str | None, shared: bool | None, now: datetime) -> Sharing:  # noqa: FBT001 - a value that is set, and no switch of behaviour
        """Return this with one place set. None lets a satellite do as the house does; for the house it is no.

        What is shared already stays shared from the same instant on.
        """
        if satellite is None:
            return replace(self, house=(self.house or now) if shared else None)
        choice = Choice(shared, self.since(satellite) or now)
        others = {key: other for key, other in self.satellites.items() if key != satellite}
        if shared is None and (self.house is None or choice.since <= self.house):
            return replace(self, satellites=others)
        return replace(self, satellites=others | {satellite: choice})

    def loosens(self, before: Sharing) -> bool:
        """Whether anything may be read that was not to be read before."""
        keys = {*self.satellites, *before.satellites, ""}  # the last stands for those that have no choice of their own
        return any(_wider(self.since(key), before.since(key)) for key in keys)


def _wider(since: datetime | None, before: datetime | None) -> bool:
    return since is not None and (before is None or since < before)
