"""Nobody outside has ever compared a checkpoint of the ledger: then only its own keys say that it is what it was."""

from ...errors import EarshotError
from ..answers import Decision, DecisionKind
from .source import AtHand, decision


async def find(at_hand: AtHand) -> list[Decision]:
    """Return that it was never done, where the ledger can say so."""
    try:
        witnessed = await at_hand.hass.async_add_executor_job(at_hand.storage.ledger.last_witnessed)
    except EarshotError:
        return []
    return [] if witnessed is not None else [decision(DecisionKind.NOT_WITNESSED, "ledger", "info")]
