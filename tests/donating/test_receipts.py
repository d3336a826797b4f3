"""What a desk says of a donation, as the home enters and tells it."""

from custom_components.earshot.donation.receipts import ReceiptAction
from custom_components.earshot.models import EarKind, Keeping, Place, Received
from tests.donating.giving_home import GivingHome


async def test_that_it_went_into_a_data_set_is_entered_of_the_desk_and_of_nobody_who_listened(home: GivingHome) -> None:
    await home.consent()
    donation_id = await home.give()
    home.desk.sign(donation_id, ReceiptAction.PUBLISHED, published=("Open Speech 2026.1",))
    await home.donations.fetch_receipts()
    (entered,) = await home.reviewed()
    assert (entered.action, entered.ear.kind, entered.ear.label) == ("published", EarKind.RECIPIENT, "Some desk")
    assert (entered.ear.place, entered.ear.got) == (Place.INTERNET, Received())
    assert (entered.ear.keeps, entered.ear.until) == (Keeping.UNKNOWN, None)
    (given,) = await home.donations.given()
    assert given.published == ("Open Speech 2026.1",)
    (view,) = await home.house.utterances()
    assert not view.listened
