"""The life of an offer, as one table: from a clip that is prepared to a donation that was given, or taken back."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from ..errors.donating import OfferDecidedError


class OfferState(StrEnum):
    """Where an offer is in its life."""

    PREPARING = "preparing"
    """What would leave is being made. A restart in this moment drops it: its sound was in memory only."""
    WAITING = "waiting"
    """It can be heard and read as it would leave, and waits for a person or for its time."""
    APPROVED = "approved"
    """A person said yes, or its time was over: it leaves as soon as the desk and the ledger can be reached."""
    SENDING = "sending"
    """It is, or is about to be, entered as donated. What left of it by now nobody knows for sure."""
    GIVEN = "given"
    """The desk has it, or the folder has."""
    WITHDRAWING = "withdrawing"
    """It is to be deleted at the desk, and the desk has not said that it is."""
    WITHDRAWN = "withdrawn"
    """The desk has deleted it, and signed that."""
    DECLINED = "declined"
    """A person said never."""
    DROPPED = "dropped"
    """It never left: nobody answered, the consent was over, what it was made of was erased, or the desk refused it."""

    @property
    def decided(self) -> bool:
        """Whether nobody can decide about it any more."""
        return self not in {OfferState.PREPARING, OfferState.WAITING}

    @property
    def over(self) -> bool:
        """Whether nothing more will become of it."""
        return not NEXT[self]


NEXT: Final[Mapping[OfferState, frozenset[OfferState]]] = {
    OfferState.PREPARING: frozenset({OfferState.WAITING, OfferState.DECLINED, OfferState.DROPPED}),
    OfferState.WAITING: frozenset({OfferState.APPROVED, OfferState.DECLINED, OfferState.DROPPED}),
    OfferState.APPROVED: frozenset({OfferState.SENDING, OfferState.DECLINED, OfferState.DROPPED}),
    # Once it may have left it is never a clip that stayed: it is taken back, whether or not the desk got it. The desk
    # itself may refuse it.
    OfferState.SENDING: frozenset({OfferState.GIVEN, OfferState.WITHDRAWING, OfferState.DROPPED}),
    OfferState.GIVEN: frozenset({OfferState.WITHDRAWING, OfferState.WITHDRAWN}),
    OfferState.WITHDRAWING: frozenset({OfferState.WITHDRAWN}),
    OfferState.WITHDRAWN: frozenset(),
    OfferState.DECLINED: frozenset(),
    OfferState.DROPPED: frozenset(),
}
"""What may come after each state. From GIVEN straight to WITHDRAWN: the desk deleted it of its own accord."""

BEFORE_IT_LEAVES: Final = frozenset({OfferState.PREPARING, OfferState.WAITING, OfferState.APPROVED})
"""States in which nothing of it has left, so that a consent that ends, or an erasure, ends it, too."""

NOTHING: Final = frozenset({OfferState.DECLINED, OfferState.DROPPED})
"""States of which the ledger says that an offer came to nothing."""

MAY_HAVE_LEFT: Final = frozenset({OfferState.SENDING, OfferState.GIVEN, OfferState.WITHDRAWING, OfferState.WITHDRAWN})


def require(before: OfferState, after: OfferState) -> None:
    """Raise OfferDecidedError if an offer cannot go from one state to the other."""
    if after not in NEXT[before]:
        raise OfferDecidedError(state=before.value)
