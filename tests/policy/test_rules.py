"""The set of rules: what the house has, what a satellite has of its own, and which of them hold for an engine."""

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.models import Evidence, Place, Rule, RuleContent, Stage, Zone
from custom_components.earshot.policy.rules import NO_RULES, Holding, RuleSet, content_of, zone_of

CLOUD, LAN = "conversation.cloud", "conversation.lan"
SOUND, WORDS = RuleContent.SOUND, RuleContent.WORDS
targets = st.sampled_from([*(zone.value for zone in Zone), CLOUD, LAN])
places = st.sampled_from(["kitchen", "hall"])
contents = st.sampled_from(RuleContent)
some_rules = st.sampled_from(Rule)
changes = st.lists(st.tuples(st.none() | places, contents, targets, some_rules), max_size=8)


def rule_set(made: list[tuple[str | None, RuleContent, str, Rule]]) -> RuleSet:
    rules = RuleSet()
    for change in made:
        rules = rules.changed(*change)
    return rules


def test_a_fresh_house_lets_everything_go_on_and_tells_of_what_leaves_it() -> None:
    fresh = RuleSet()
    assert fresh.complete
    for content in RuleContent:
        assert [fresh.own(None, content, zone) for zone in Zone] == [Rule.ALLOW, Rule.ALLOW, Rule.WARN]


@given(changes, st.none() | places, contents, targets, some_rules)
def test_what_is_set_is_set_there_and_nowhere_else(
    made: list[tuple[str | None, RuleContent, str, Rule]],
    place: str | None,
    content: RuleContent,
    target: str,
    rule: Rule,
) -> None:
    before = rule_set(made)
    after = before.changed(place, content, target, rule)
    assert after.own(place, content, target) is rule
    for where in (None, "kitchen", "hall"):
        for what in RuleContent:
            for other in (*Zone, CLOUD, LAN):
                if (where, what, other) != (place, content, target):
                    assert after.own(where, what, other) is before.own(where, what, other)


@given(changes, places, contents, targets, some_rules)
def test_what_is_taken_away_leaves_no_trace(
    made: list[tuple[str | None, RuleContent, str, Rule]], place: str, content: RuleContent, target: str, rule: Rule
) -> None:
    before = rule_set(made).changed(place, content, target, None)
    assert before.changed(place, content, target, rule).changed(place, content, target, None) == before


@pytest.mark.parametrize("zone", Zone)
def test_the_house_is_never_without_a_rule_for_a_place(zone: Zone) -> None:
    with pytest.raises(ValueError, match="every place"):
        RuleSet().changed(None, SOUND, zone, None)
    assert not RuleSet(house={SOUND: RuleSet().house[SOUND]}).complete


def test_the_houses_rule_for_an_engine_can_be_taken_away() -> None:
    rules = RuleSet().changed(None, WORDS, CLOUD, Rule.ASK)
    assert rules.holding("kitchen", WORDS, Zone.INTERNET, CLOUD) == (Holding(Rule.ASK, for_engine=True),)
    assert rules.changed(None, WORDS, CLOUD, None) == RuleSet()


def test_which_rules_hold_for_an_engine() -> None:
    rules, zone = RuleSet(), Zone.INTERNET
    assert rules.holding("kitchen", WORDS, zone, CLOUD) == (Holding(Rule.WARN, for_engine=False),)
    rules = rules.changed(None, WORDS, CLOUD, Rule.ALLOW)
    assert rules.holding("kitchen", WORDS, zone, CLOUD) == (Holding(Rule.ALLOW, for_engine=True),)
    rules = rules.changed("kitchen", WORDS, zone, Rule.ASK)
    assert set(rules.holding("kitchen", WORDS, zone, CLOUD)) == {
        Holding(Rule.ASK, for_engine=False),
        Holding(Rule.ALLOW, for_engine=True),
    }
    rules = rules.changed("kitchen", WORDS, CLOUD, Rule.WARN)
    assert rules.holding("kitchen", WORDS, zone, CLOUD) == (Holding(Rule.WARN, for_engine=True),)
    assert rules.holding("kitchen", WORDS, zone, LAN) == (Holding(Rule.ASK, for_engine=False),)
    assert rules.holding("kitchen", WORDS, zone, None) == (Holding(Rule.ASK, for_engine=False),)
    assert rules.holding("hall", WORDS, zone, CLOUD) == (Holding(Rule.ALLOW, for_engine=True),)
    assert rules.holding("kitchen", SOUND, zone, CLOUD) == (Holding(Rule.WARN, for_engine=False),)
    assert NO_RULES.holding("kitchen", SOUND, zone, CLOUD) == ()


@pytest.mark.parametrize("evidence", Evidence)
@pytest.mark.parametrize("place", Place)
def test_what_nobody_can_vouch_for_counts_as_the_internet(place: Place, evidence: Evidence) -> None:
    zone = zone_of(place, evidence)
    if evidence is Evidence.UNKNOWN or place in {Place.UNKNOWN, Place.INTERNET}:
        assert zone is Zone.INTERNET
    else:
        assert zone is (Zone.HOME_NETWORK if place is Place.HOME_NETWORK else Zone.THIS_MACHINE)


def test_what_a_stage_is_handed() -> None:
    assert [content_of(stage) for stage in Stage] == [SOUND, SOUND, WORDS, WORDS]
