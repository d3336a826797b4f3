"""Places where Home Assistant keeps words or sound, and that can be cleared."""

from ..answers import Decision, DecisionKind
from .source import AtHand, decision


async def find(at_hand: AtHand) -> list[Decision]:
    """Return the places where something was found the last time that it was looked."""
    return [
        decision(
            DecisionKind.LEFTOVER,
            found.place,
            "info",
            evidence=found.evidence,
            count=found.count,
            since=found.since,
            until=found.until,
        )
        for found in at_hand.leftovers.known or ()
        if found.purgeable and found.count
    ]
