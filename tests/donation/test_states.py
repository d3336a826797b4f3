"""The life of an offer as a table."""

import pytest

from custom_components.earshot.donation.states import BEFORE_IT_LEAVES, MAY_HAVE_LEFT, NEXT, OfferState, require
from custom_components.earshot.errors.donating import OfferDecidedError


def test_the_table_names_every_state_and_begins_with_one() -> None:
    assert set(NEXT) == set(OfferState)
    reached = {state for after in NEXT.values() for state in after}
    assert set(OfferState) - reached == {OfferState.PREPARING}


@pytest.mark.promise(8)
def test_nothing_is_sent_that_nobody_let_go() -> None:
    assert [state for state, after in NEXT.items() if OfferState.SENDING in after] == [OfferState.APPROVED]
    assert [state for state, after in NEXT.items() if OfferState.APPROVED in after] == [OfferState.WAITING]
    assert [state for state, after in NEXT.items() if OfferState.GIVEN in after] == [OfferState.SENDING]


def test_what_may_have_left_is_never_declined() -> None:
    assert not BEFORE_IT_LEAVES & MAY_HAVE_LEFT
    assert all(OfferState.DECLINED not in NEXT[state] for state in MAY_HAVE_LEFT)


@pytest.mark.parametrize("before", OfferState)
@pytest.mark.parametrize("after", OfferState)
def test_no_other_step_is_taken(before: OfferState, after: OfferState) -> None:
    if after in NEXT[before]:
        require(before, after)
    else:
        with pytest.raises(OfferDecidedError):
            require(before, after)
