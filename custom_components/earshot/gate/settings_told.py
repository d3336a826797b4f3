"""The privacy settings as they are told: periods in whole seconds, for a satellite only what is set for itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..models import ContentKind, Rule, RuleContent, Zone
from ..policy.off_record import Silence


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRules:
    """What holds before one kind of content is handed on."""

    places: Mapping[Zone, Rule]
    engines: Mapping[str, Rule]
    """By the engine's id in Home Assistant."""


type RulesTold = Mapping[RuleContent, ToldRules]


@dataclass(frozen=True, slots=True, kw_only=True)
class HousePeriods:
    """How many seconds each kind of content is kept; 0: not at all."""

    sound: int
    words: int
    response: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseSettings:
    """What holds in the whole house."""

    retention: HousePeriods
    off_the_record: Silence | None
    """None: it is on the record."""
    rules: RulesTold


@dataclass(frozen=True, slots=True, kw_only=True)
class SatelliteSettings:
    """What is set for a satellite itself. What is not is as the house has it."""

    satellite: str
    """Its entity id; `no_satellite` for what is said to none."""
    retention: Mapping[ContentKind, int]
    """Seconds."""
    off_the_record: Silence | None
    rules: RulesTold


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSettings:
    """What people set."""

    readable: bool
    """Whether it is known what people set. Nothing is kept or handed on otherwise."""
    house: HouseSettings
    satellites: tuple[SatelliteSettings, ...]
