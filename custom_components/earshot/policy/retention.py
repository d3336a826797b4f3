"""How long what was said may be kept, by where it was said and by what kind of content it is.

A decision of values: nothing here reads a clock, and nothing here keeps anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from ..const import WORDS_KEPT
from ..models import ContentKind

NOTHING: Final = timedelta(0)
"""Not kept at all: it never reaches the vault."""

SHORTEST: Final = timedelta(minutes=1)
"""The shortest time that is not nothing; all are whole minutes. Erasing may take some seconds, so a promise of less
would be an empty one."""

LONGEST: Final = timedelta(days=3650)
"""Ten years. Whoever wants more wants an archive, and exports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long each kind of content is kept. Zero means that it is not kept."""

    sound: timedelta = NOTHING
    words: timedelta = WORDS_KEPT
    response: timedelta = WORDS_KEPT

    def __post_init__(self) -> None:
        """Refuse, with ValueError, a time that is neither nothing nor within the limits."""
        for kind in ContentKind:
            if not is_period(self.of(kind)):
                raise ValueError(f"{kind} cannot be kept for such a time")

    def of(self, kind: ContentKind) -> timedelta:
        """Return how long a kind of content is kept."""
        match kind:
            case ContentKind.SOUND:
                return self.sound
            case ContentKind.WORDS:
                return self.words
            case ContentKind.RESPONSE:
                return self.response


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRules:
    """What the house keeps, and where a satellite differs."""

    house: Retention = field(default_factory=Retention)
    satellites: Mapping[str, Mapping[ContentKind, timedelta]] = field(default_factory=dict)
    """By the satellite's key: what it does not name is as the house has it."""

    def keep(self, satellite: str, kind: ContentKind) -> timedelta:
        """Return how long a kind of content from a satellite is kept; zero if it is not."""
        return self.satellites.get(satellite, {}).get(kind, self.house.of(kind))

    def own(self, satellite: str | None, kind: ContentKind) -> timedelta | None:
        """Return what is set for a satellite itself, None if it is as the house has it; without one, the house's."""
        return self.house.of(kind) if satellite is None else self.satellites.get(satellite, {}).get(kind)

    def changed(self, satellite: str | None, kind: ContentKind, period: timedelta | None) -> RetentionRules:
        """Return the rules with one of them changed: the house's without a satellite, else the satellite's own.

        None takes the satellite's own away. Raises ValueError for a time outside the limits, and for a house
        without a rule.
        """
        if period is not None and not is_period(period):
            raise ValueError("this cannot be kept for such a time")
        if satellite is None:
            if period is None:
                raise ValueError("the house always has a rule")
            return replace(self, house=replace(self.house, **{kind.value: period}))
        own = {**self.satellites.get(satellite, {})}
        own.pop(kind, None)
        if period is not None:
            own[kind] = period
        others = {key: rules for key, rules in self.satellites.items() if key != satellite}
        return replace(self, satellites=others | {satellite: own} if own else others)

    def shortened(
        self, satellite: str, kind: ContentKind, *, stored: datetime, until: datetime | None
    ) -> datetime | None:
        """Return when what was stored is to end if these rules end it sooner than it was promised; None if not.

        Never later than promised: whoever spoke relied on the time that the ledger states.
        """
        end = stored + self.keep(satellite, kind)
        return end if until is None or end < until else None

    def loosens(self, before: RetentionRules) -> bool:
        """Whether anything is kept longer anywhere than before."""
        keys = {*self.satellites, *before.satellites, ""}  # the last stands for those that have no rule of their own
        return any(self.keep(key, kind) > before.keep(key, kind) for key in keys for kind in ContentKind)


def is_period(period: timedelta) -> bool:
    """Whether contents can be kept for such a time: nothing, or whole minutes up to ten years."""
    return period == NOTHING or (SHORTEST <= period <= LONGEST and period % SHORTEST == NOTHING)
