"""The ledger or the vault does not work in this moment."""

from ..answers import Decision, DecisionKind
from .source import AtHand, decision


async def find(at_hand: AtHand) -> list[Decision]:
    """Return what is ill."""
    outages = at_hand.storage.outages.items()
    return [decision(DecisionKind.OUTAGE, kind, "error", translation_key=kind, since=began) for kind, began in outages]
