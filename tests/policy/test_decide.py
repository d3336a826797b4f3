"""Each place, evidence, rule and stage, and the outcome that was decided for them."""

from itertools import product

from hypothesis import given
import pytest

from custom_components.earshot.models import Evidence, Place, Rule, RuleContent, Stage, Zone
from custom_components.earshot.policy.decide import Decision, Verdict, decide, loosens
from custom_components.earshot.policy.rules import NO_RULES, RuleSet, content_of, zone_of
from tests.policy.test_rules import CLOUD, LAN, WORDS, changes, contents, places, rule_set, some_rules, targets

type Case = tuple[Stage, Place, Evidence, str | None]
"""A stage, where its engine is, how that is known, and the engine's key."""

SEND, TELL, ASK, REFUSE = Verdict.SEND, Verdict.TELL, Verdict.ASK, Verdict.REFUSE
HERE, HOME, AWAY = Zone.THIS_MACHINE, Zone.HOME_NETWORK, Zone.INTERNET

# Written down by hand, and not by the code's own rule: what a rule for the *place* comes to, by where the engine is.
BY_PLACE = {
    (HERE, Rule.LOCAL_ONLY): SEND,
    (HERE, Rule.ASK): ASK,
    (HERE, Rule.WARN): TELL,
    (HERE, Rule.ALLOW): SEND,
    (HOME, Rule.LOCAL_ONLY): REFUSE,
    (HOME, Rule.ASK): ASK,
    (HOME, Rule.WARN): TELL,
    (HOME, Rule.ALLOW): SEND,
    (AWAY, Rule.LOCAL_ONLY): REFUSE,
    (AWAY, Rule.ASK): ASK,
    (AWAY, Rule.WARN): TELL,
    (AWAY, Rule.ALLOW): SEND,
}
# And what a rule for the *engine* comes to: the same, but that it may have what stays in the house.
BY_ENGINE = BY_PLACE | {(HOME, Rule.LOCAL_ONLY): SEND}

# Where the engine is, as far as the rules go, for each place and evidence. Unknown evidence is the internet.
ZONES = {
    Place.SATELLITE: HERE,
    Place.SANDBOX: HERE,
    Place.THIS_MACHINE: HERE,
    Place.HOME_NETWORK: HOME,
    Place.INTERNET: AWAY,
    Place.UNKNOWN: AWAY,
}


def expected(table: dict[tuple[Zone, Rule], Verdict], case: Case, rule: Rule) -> Decision:
    stage, place, evidence, _ = case
    zone = AWAY if evidence is Evidence.UNKNOWN else ZONES[place]
    verdict = table[zone, rule]
    if stage in {Stage.WAKE_WORD, Stage.TEXT_TO_SPEECH} and verdict is ASK:
        verdict = REFUSE  # there is nobody to ask yet; and another voice is quicker than a question
    return Decision(verdict, rule, zone)


def decided(rules: RuleSet, satellite: str, case: Case) -> Decision:
    stage, place, evidence, engine = case
    return decide(rules, satellite=satellite, stage=stage, place=place, evidence=evidence, engine=engine)


# The tests loop over places and evidence themselves: each test of its own costs ten times what it decides.
@pytest.mark.parametrize(("stage", "rule"), product(Stage, Rule))
def test_a_rule_for_the_place(stage: Stage, rule: Rule) -> None:
    for place, evidence in product(Place, Evidence):
        case, zone = (stage, place, evidence, CLOUD), zone_of(place, evidence)
        for rules in (
            RuleSet().changed(None, content_of(stage), zone, rule),
            RuleSet().changed("kitchen", content_of(stage), zone, rule),
        ):
            assert decided(rules, "kitchen", case) == expected(BY_PLACE, case, rule), case


@pytest.mark.parametrize(("stage", "rule"), product(Stage, Rule))
def test_a_rule_for_the_engine(stage: Stage, rule: Rule) -> None:
    for place, evidence in product(Place, Evidence):
        case = (stage, place, evidence, CLOUD)
        for rules in (
            RuleSet().changed(None, content_of(stage), CLOUD, rule),
            RuleSet().changed("kitchen", content_of(stage), CLOUD, rule),
        ):
            assert decided(rules, "kitchen", case) == expected(BY_ENGINE, case, rule), case


@pytest.mark.parametrize("stage", Stage)
def test_without_any_rule_nothing_goes_further_than_this_machine(stage: Stage) -> None:
    for place, evidence in product(Place, Evidence):
        decision = decided(NO_RULES, "kitchen", (stage, place, evidence, CLOUD))
        here = evidence is not Evidence.UNKNOWN and ZONES[place] is HERE
        assert decision.verdict is (SEND if here else REFUSE)
        assert decision.rule is None
        assert decision.reason == "no_rule"


@pytest.mark.parametrize("rule", [Rule.LOCAL_ONLY, Rule.ASK])
def test_local_only_passes_what_is_declared_local_and_never_what_nobody_knows(rule: Rule) -> None:
    rules = RuleSet().changed(None, WORDS, AWAY, rule)
    for place, evidence in product(Place, Evidence):
        verdict = decided(rules, "kitchen", (Stage.CONVERSATION, place, evidence, None)).verdict
        passes = place not in {Place.INTERNET, Place.UNKNOWN} and evidence is not Evidence.UNKNOWN
        assert (verdict is SEND) is passes


@pytest.mark.parametrize("room", Rule)
@pytest.mark.parametrize("named", Rule)
def test_a_rooms_rule_and_the_houses_word_on_an_engine_are_both_heard(room: Rule, named: Rule) -> None:
    rules = RuleSet().changed("kitchen", WORDS, AWAY, room).changed(None, WORDS, CLOUD, named)
    case = (Stage.CONVERSATION, Place.INTERNET, Evidence.DECLARED, CLOUD)
    assert decided(rules, "kitchen", case).rule is min(room, named, key=list(Rule).index)
    assert decided(rules, "hall", case).rule is named


@given(changes, places, contents, targets, some_rules)
def test_a_change_that_lets_nothing_more_pass_is_no_loosening(
    made: list[tuple[str | None, RuleContent, str, Rule]], place: str, content: RuleContent, target: str, rule: Rule
) -> None:
    before = rule_set(made)
    after = before.changed(place, content, target, rule)
    cases = product(Stage, (Place.SANDBOX, Place.HOME_NETWORK, Place.INTERNET), [Evidence.DECLARED], [None, CLOUD, LAN])
    more = any(decided(after, place, case).verdict < decided(before, place, case).verdict for case in cases)
    assert loosens(after, before) is more
    assert not loosens(before, before)
