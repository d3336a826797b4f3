"""What people want to hold before sound or words are handed to an engine: in the house, and where a satellite differs.

Values only; `decide` says what follows from them. A rule stands for a place (a `Zone`) or for an engine by name. Which
of several rules holds for an engine:

1. A satellite's own rule for the engine holds before all others.
2. Without one, a satellite's own rule for the place and the house's rule for the engine stand side by side, because
   neither is nearer to the case than the other. Both are looked at, and the stricter outcome is taken.
3. Without those, the house's rule for the place holds.
4. Where even that is missing, nobody knows what the house wants. See `decide`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from ..models import Evidence, Place, Rule, RuleContent, Stage, Zone

type Rules = Mapping[str, Rule]
"""By what they stand for: a zone's value, or an engine's key."""
type RulesByContent = Mapping[RuleContent, Rules]

FRESH: Final[Rules] = {Zone.THIS_MACHINE: Rule.ALLOW, Zone.HOME_NETWORK: Rule.ALLOW, Zone.INTERNET: Rule.WARN}
"""What a fresh install has, for sound and for words: what worked before goes on working, and what leaves the house
does not leave it unnoticed."""

_ZONES: Final = frozenset(zone.value for zone in Zone)
_NEAR: Final = frozenset({Place.SATELLITE, Place.SANDBOX, Place.THIS_MACHINE})


def zone_of(place: Place, evidence: Evidence) -> Zone:
    """Return the zone whose rules hold for an ear. Whose place nobody can vouch for is as far away as can be."""
    if place.leaves_house or evidence is Evidence.UNKNOWN:
        return Zone.INTERNET
    return Zone.THIS_MACHINE if place in _NEAR else Zone.HOME_NETWORK


def content_of(stage: Stage) -> RuleContent:
    """Return what an engine of this stage is handed."""
    hears = stage in {Stage.WAKE_WORD, Stage.SPEECH_TO_TEXT}
    return RuleContent.SOUND if hears else RuleContent.WORDS


def is_zone(target: str) -> bool:
    """Whether a rule for this stands for a place, and not for an engine."""
    return target in _ZONES


@dataclass(frozen=True, slots=True)
class Holding:
    """One rule that holds, and what it was set for."""

    rule: Rule
    for_engine: bool
    """Whether it names the engine. It stands for the engine's place otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """The rules of the house, and those that satellites have of their own."""

    house: RulesByContent = field(default_factory=lambda: dict.fromkeys(RuleContent, FRESH))
    satellites: Mapping[str, RulesByContent] = field(default_factory=dict)
    """By the satellite's key: what they do not name is as the house has it."""

    @property
    def complete(self) -> bool:
        """Whether the house has a rule for every place. Where it has none, it is not known what it wants."""
        return all(zone in self.house.get(content, {}) for content in RuleContent for zone in Zone)

    def own(self, satellite: str | None, content: RuleContent, target: str) -> Rule | None:
        """Return what is set for exactly this: at a satellite, or without one in the house; None if nothing is."""
        return self._of(satellite).get(content, {}).get(target)

    def holding(self, satellite: str, content: RuleContent, zone: Zone, engine: str | None) -> tuple[Holding, ...]:
        """Return the rules that hold for an engine (its key, or None for one without a name) in a zone: 0, 1 or 2."""
        here, house = self._of(satellite).get(content, {}), self.house.get(content, {})
        if engine is not None and (named := here.get(engine)) is not None:
            return (Holding(named, for_engine=True),)
        side_by_side = (
            (here.get(zone), False),
            (house.get(engine) if engine is not None else None, True),
        )
        found = tuple(Holding(rule, for_engine) for rule, for_engine in side_by_side if rule is not None)
        if found or (last := house.get(zone)) is None:
            return found
        return (Holding(last, for_engine=False),)

    def changed(self, satellite: str | None, content: RuleContent, target: str, rule: Rule | None) -> RuleSet:
        """Return this with one rule set, or with None taken away. Raises ValueError for a place without the house's."""
        if rule is None and satellite is None and is_zone(target):
            raise ValueError("the house always has a rule for every place")
        own = _changed(self._of(satellite), content, target, rule)
        if satellite is None:
            return replace(self, house=own)
        others = {key: rules for key, rules in self.satellites.items() if key != satellite}
        return replace(self, satellites=others | {satellite: own} if own else others)

    def _of(self, satellite: str | None) -> RulesByContent:
        return self.house if satellite is None else self.satellites.get(satellite, {})


NO_RULES: Final = RuleSet(house={})
"""What there is while nobody can say what people set."""


def _changed(rules: RulesByContent, content: RuleContent, target: str, rule: Rule | None) -> RulesByContent:
    own = {key: other for key, other in rules.get(content, {}).items() if key != target}
    if rule is not None:
        own[target] = rule
    others = {key: other for key, other in rules.items() if key is not content}
    return others | {content: own} if own else others
