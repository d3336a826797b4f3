"""What came to nothing is entered with its reason, once, whatever breaks off in between."""

from dataclasses import replace
from datetime import timedelta
from unittest.mock import patch

import pytest

from custom_components.earshot.donation.states import OfferState
from custom_components.earshot.errors import DeskRefusedError, LedgerUnavailableError
from custom_components.earshot.ledger.giving import Offered, OfferOver
from custom_components.earshot.ledger.ledger import Ledger
from tests.donating.giving_home import GivingHome, Hands


async def reasons(home: GivingHome) -> list[tuple[str, str | None]]:
    """Return why offers came to nothing, and by whom."""
    return [(one.reason, one.by) for one in await home.entered(OfferOver)]


async def test_what_somebody_said_never_to_is_entered_with_who(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    await home.donations.never(offer.offer_id, "Bob")
    await home.look()
    (over,) = await home.entered(OfferOver)
    assert (over.utterance_id, over.purpose, over.desk) == (offer.utterance_id, offer.purpose.value, offer.desk)
    assert (over.consent_id, over.reason, over.by) == (offer.consent_id, "never", "Bob")


async def test_what_nobody_answered_is_entered(home: GivingHome, hands: Hands) -> None:
    await home.consent()
    await home.offer()
    hands.pass_by(timedelta(days=15))
    await home.look()
    assert await reasons(home) == [("unanswered", None)]


async def test_what_nobody_agrees_to_any_more_is_entered(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    await home.donations.off("Bob")
    await home.look()
    assert await reasons(home) == [("consent_over", None)]
    assert (await home.donations.offer(offer.offer_id)).state is OfferState.DROPPED


async def test_what_was_made_of_something_erased_is_entered(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    await home.donations.forget([offer.utterance_id], False)
    await home.look()
    assert await reasons(home) == [("erased", None)]


async def test_of_what_was_redacted_nothing_is_entered(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    await home.donations.forget([offer.utterance_id], True)
    await home.look()
    assert await reasons(home) == []


async def test_what_the_desk_refused_is_entered(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    home.desk.fails = DeskRefusedError("no", status=400)
    await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
    await home.look()
    await home.look()
    assert await reasons(home) == [("desk_refused", None)]


async def test_it_is_entered_once_and_as_soon_as_the_ledger_works(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    await home.donations.never(offer.offer_id, "Bob")
    with patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")):
        await home.look()
    assert await reasons(home) == []
    await home.look()
    await home.look()
    assert await reasons(home) == [("never", "Bob")]


async def test_a_kill_between_the_entry_and_its_note_enters_nothing_twice(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    store = home.donations._home.stock.store
    with patch.object(type(store), "note_over", side_effect=RuntimeError):
        await home.donations.never(offer.offer_id, "Bob")
        await home.look()
    assert await reasons(home) == [("never", "Bob")]
    await home.look()
    assert await reasons(home) == [("never", "Bob")]
    assert not store.over()


async def test_what_is_given_did_not_come_to_nothing(home: GivingHome) -> None:
    await home.consent()
    await home.give()
    await home.look()
    assert await reasons(home) == []


@pytest.mark.parametrize("entered", [True, False])
async def test_what_was_being_prepared_came_to_nothing_only_if_it_was_entered_as_an_offer(
    home: GivingHome,
    entered: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    await home.consent()
    offer = await home.offer()
    store = home.donations._home.stock.store
    row = store.offer(offer.offer_id)
    of = row.consent_id if entered else "never entered"
    store.add_offer(replace(row, state=OfferState.PREPARING, consent_id=of))
    store.change(offer.offer_id, OfferState.DROPPED, failure="restart")
    await home.look()
    assert len(await home.entered(Offered)) == 1
    assert await reasons(home) == ([("restart", None)] if entered else [])
