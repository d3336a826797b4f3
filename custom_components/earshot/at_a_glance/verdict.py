"""The verdicts of a day, each as bad as the worst of its reasons, and never better than the numbers."""

from collections.abc import Sequence

from ..ledger.day import DayFacts
from .answers import HouseVerdict, ListenedVerdict, Reason, Sentence, SentencePart, WatchedVerdict


def judge(facts: DayFacts, reasons: Sequence[Reason], watched: WatchedVerdict) -> Sentence:
    """Return the verdicts of a day. Of a day that has gaps, or has not begun, none says that nothing happened."""
    house = {reason.says for reason in reasons if reason.part is SentencePart.HOUSE}
    listened = {reason.says for reason in reasons if reason.part is SentencePart.LISTENED}
    # The numbers are of all utterances, the reasons of those that were looked at.
    if facts.internet:
        house.add(HouseVerdict.LEFT)
    if facts.unknown or facts.unseen:
        house.add(HouseVerdict.UNKNOWN)
    if facts.count.listened:
        listened.add(ListenedVerdict.SOMEBODY)
    whole = watched in {WatchedVerdict.WHOLE, WatchedVerdict.SO_FAR}
    nothing = HouseVerdict.NOTHING_LEFT if whole else HouseVerdict.NOTHING_SEEN
    nobody = ListenedVerdict.NOBODY if whole else ListenedVerdict.NOBODY_SEEN
    return Sentence(
        said=facts.count.said,
        house=next((bad for bad in (HouseVerdict.LEFT, HouseVerdict.UNKNOWN) if bad in house), nothing),
        listened=next((bad for bad in (ListenedVerdict.SOMEBODY, ListenedVerdict.UNKNOWN) if bad in listened), nobody),
        watched=watched,
    )
