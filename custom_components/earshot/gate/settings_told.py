"""The privacy settings as they are told: periods in whole seconds, for a satellite only what is set for itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..models import ContentKind, Rule, RuleContent, Zone
from ..policy.off_record import Silence
from ..policy.rules import RulesByContent, is_zone
from ..policy.sharing import Sharing
from .settings_file import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRules:
    """What holds before one kind of content is handed on."""

    places: Mapping[Zone, Rule]
    engines: Mapping[str, Rule]
    """By the engine's id in Home Assistant."""


type RulesTold = Mapping[RuleContent, ToldRules]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSharing:
    """Whether everybody in the house may read and hear what is said."""

    shared: bool | None
    """None: the satellite does as the house does."""
    since: datetime | None
    """From when on, as it holds now: nothing that was said before. None: it is not shared."""


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
    share_with_household: ToldSharing


@dataclass(frozen=True, slots=True, kw_only=True)
class SatelliteSettings:
    """What is set for a satellite itself. What is not is as the house has it."""

    satellite: str
    """Its entity id; `no_satellite` for what is said to none."""
    retention: Mapping[ContentKind, int]
    """Seconds."""
    off_the_record: Silence | None
    rules: RulesTold
    share_with_household: ToldSharing
    guests_or_children: bool
    """Whether guests or children speak to it: nothing of it is ever offered for donation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSettings:
    """What people set."""

    readable: bool
    """Whether it is known what people set. Nothing is kept or handed on otherwise."""
    house: HouseSettings
    satellites: tuple[SatelliteSettings, ...]


def told_settings(settings: Settings, entity_id_of: Callable[[str], str], *, readable: bool) -> ToldSettings:
    """Tell settings. `entity_id_of` gives the entity id that a key stands for now."""
    retention, off, own, sharing = settings.retention, settings.off_the_record, settings.rules, settings.sharing
    return ToldSettings(
        readable=readable,
        house=HouseSettings(
            retention=HousePeriods(**{kind.value: _seconds(retention.house.of(kind)) for kind in ContentKind}),
            off_the_record=off.house,
            rules=_rules(own.house, entity_id_of),
            share_with_household=ToldSharing(shared=sharing.own(None), since=sharing.house),
        ),
        satellites=tuple(
            SatelliteSettings(
                satellite=entity_id_of(place),
                retention={kind: _seconds(period) for kind, period in retention.satellites.get(place, {}).items()},
                off_the_record=off.satellites.get(place),
                rules=_rules(own.satellites.get(place, {}), entity_id_of),
                share_with_household=_sharing(sharing, place),
                guests_or_children=place in settings.guests,
            )
            for place in sorted(
                {*retention.satellites, *off.satellites, *own.satellites, *sharing.satellites, *settings.guests}
            )
        ),
    )


def _sharing(sharing: Sharing, place: str) -> ToldSharing:
    return ToldSharing(shared=sharing.own(place), since=sharing.since(place))


def _rules(rules: RulesByContent, entity_id_of: Callable[[str], str]) -> RulesTold:
    return {
        content: ToldRules(
            places={Zone(target): rule for target, rule in own.items() if is_zone(target)},
            engines={entity_id_of(target): rule for target, rule in own.items() if not is_zone(target)},
        )
        for content, own in rules.items()
    }


def _seconds(period: timedelta) -> int:
    return round(period.total_seconds())
