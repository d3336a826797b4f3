"""Whether something may be handed to an engine: the rules, and what is known of the engine, give one verdict.

*Local only*, set for a place, keeps everything on the near side of that place: for the internet it keeps it in the
house, for the home network on this machine. Set for an engine by name, it lets that engine have it as long as the
engine is in the house. That an engine is in the house may be somebody's word only (*declared*): it passes as such, and
the ledger says how it was known. Whose place is *unknown* counts as the internet and never passes.

Where no rule is to be found, because there is none or because nobody can read them, nothing is handed to anything but
what is known to be on this machine: what goes there does not go anywhere, and voice keeps working.
"""

from dataclasses import dataclass
from enum import IntEnum
from itertools import product
from typing import Final

from ..models import Evidence, Place, Rule, RuleContent, Stage, Zone
from .rules import Holding, RuleSet, content_of, zone_of

NO_RULE: Final = "no_rule"
"""Stands, among the rules, for there being none for this."""


class Verdict(IntEnum):
    """What is to be done; the greater, the stricter."""

    SEND = 0
    TELL = 1
    """Hand it over, and tell somebody."""
    ASK = 2
    """Hand it over if whoever speaks says yes, and to nobody otherwise."""
    REFUSE = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done, and by which rule."""

    verdict: Verdict
    rule: Rule | None
    """None: there is no rule for this."""
    zone: Zone

    @property
    def reason(self) -> str:
        """The rule, as the ledger names it."""
        return NO_RULE if self.rule is None else self.rule.value


_USUALLY: Final = {
    Rule.ALLOW: Verdict.SEND,
    Rule.WARN: Verdict.TELL,
    Rule.ASK: Verdict.ASK,
    Rule.LOCAL_ONLY: Verdict.REFUSE,
}


def decide(  # noqa: PLR0913 - each is a fact that it depends on
    rules: RuleSet, *, satellite: str, stage: Stage, place: Place, evidence: Evidence, engine: str | None
) -> Decision:
    """Decide whether an engine may have what its stage is handed.

    `satellite` is the key of the one that is spoken to, `engine` the engine's key; None for one that rules cannot name.
    """
    return _decide(rules, satellite, content_of(stage), zone_of(place, evidence), engine, may_ask=_may_ask(stage))


def loosens(after: RuleSet, before: RuleSet) -> bool:
    """Whether anything may be handed over with less ado anywhere than before."""
    satellites = {*after.satellites, *before.satellites, ""}  # the last for those that have no rule of their own
    engines = {*_engines(after), *_engines(before), None}
    return any(
        _decide(after, *case, may_ask=True).verdict < _decide(before, *case, may_ask=True).verdict
        for case in product(satellites, RuleContent, Zone, engines)
    )


def _decide(  # noqa: PLR0913 - each is a fact that it depends on
    rules: RuleSet, satellite: str, content: RuleContent, zone: Zone, engine: str | None, *, may_ask: bool
) -> Decision:
    found = rules.holding(satellite, content, zone, engine)
    if not found:
        return Decision(Verdict.SEND if zone is Zone.THIS_MACHINE else Verdict.REFUSE, None, zone)
    decisions = [Decision(_verdict(holding, zone, may_ask=may_ask), holding.rule, zone) for holding in found]
    return max(decisions, key=lambda decision: decision.verdict)


def _verdict(holding: Holding, zone: Zone, *, may_ask: bool) -> Verdict:
    if holding.rule is Rule.LOCAL_ONLY and not _too_far(holding, zone):
        return Verdict.SEND
    verdict = _USUALLY[holding.rule]
    return Verdict.REFUSE if verdict is Verdict.ASK and not may_ask else verdict


def _too_far(holding: Holding, zone: Zone) -> bool:
    return zone is Zone.INTERNET or (zone is Zone.HOME_NETWORK and not holding.for_engine)


def _may_ask(stage: Stage) -> bool:
    """Whether there is somebody to ask, and something to ask for.

    Before a wake word is heard, nobody has spoken. And by the time that somebody had said yes to a voice on the
    internet, Earshot's own would have said the answer.
    """
    return stage in {Stage.SPEECH_TO_TEXT, Stage.CONVERSATION}


def _engines(rules: RuleSet) -> set[str]:
    everywhere = (rules.house, *rules.satellites.values())
    return {target for own in everywhere for by_content in own.values() for target in by_content} - set(Zone)
