"""Clips that wait to be given or kept, a consent that ends soon, and one that does not hold because of the desk."""

from homeassistant.util import dt as dt_util

from ...donating.told import DonationState
from ...donation.consent import REMINDER
from ...errors import EarshotError
from ..answers import Decision, DecisionKind
from .source import AtHand, decision


async def find(at_hand: AtHand) -> list[Decision]:
    """Return what is to be decided of donation; nothing while nobody can say."""
    try:
        state = await at_hand.donations.state()
        offers = await at_hand.donations.offers() if state.waiting else ()
    except EarshotError:
        return []
    found = []
    if state.suspended is not None:
        desks = sorted({one.desk for one in state.consents if one.suspended is not None})
        found.append(decision(DecisionKind.DONATION_SUSPENDED, "donation", "warning", who=", ".join(desks)))
    if (ending := _ending(state)) is not None:
        found.append(ending)
    if state.waiting:
        times = [offer.until for offer in offers if offer.until is not None]
        # Who wants to be asked is asked; what leaves by itself is more urgent.
        severity = "warning" if times else "info"
        found.append(
            decision(DecisionKind.OFFERS, "offers", severity, count=state.waiting, until=min(times, default=None))
        )
    return found


def _ending(state: DonationState) -> Decision | None:
    now = dt_util.utcnow()
    ends = [one.until for one in state.consents if one.holds(now) and one.until - now <= REMINDER]
    if not ends:
        return None
    return decision(DecisionKind.CONSENT_ENDING, "consent", "info", count=len(ends), until=min(ends))
