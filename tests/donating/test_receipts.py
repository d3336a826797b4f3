"""What a desk says of a donation, as the home enters and tells it."""

from dataclasses import replace

import pytest

from custom_components.earshot.donating.content_names import reply
from custom_components.earshot.donation.bundle import read_envelope
from custom_components.earshot.donation.receipts import ReceiptAction
from custom_components.earshot.donation.reply import ReplyKey
from custom_components.earshot.models import EarKind, Keeping, Place, Received
from tests.donating.giving_home import GivingHome


async def written(home: GivingHome, donation_id: str) -> list[str | None]:
    """Return what reviewers wrote, as somebody who may read it is shown it."""
    told = await home.donations.given_one(donation_id, home.admin)
    return [one.words for one in told.receipts if one.action == "labelled"]


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


@pytest.mark.promise(5)
async def test_what_reviewers_wrote_is_opened_by_a_key_that_no_backup_has(home: GivingHome) -> None:
    await home.consent()
    donation_id = await home.give()
    home.desk.label(donation_id, "turn on the hall light")
    (one,) = home.desk.held[donation_id].receipts
    assert (one.label, one.sealed is not None) == (None, True)
    await home.donations.fetch_receipts()
    assert await written(home, donation_id) == ["turn on the hall light"]
    assert not any(one.unopened for one in (await home.donations.given_one(donation_id, home.admin)).receipts)
    stock, paths = home.donations._home.stock, home.house.runtime.paths
    key = stock.read(reply(donation_id))
    assert ReplyKey.from_bytes(key).public == read_envelope(home.desk.held[donation_id].bundle).reply_key
    backed_up = [file for folder in (paths.donations.parent, paths.offered) for file in folder.rglob("*")]
    assert backed_up
    assert not [file for file in backed_up if file.is_file() and key in file.read_bytes()]


async def test_after_a_restored_backup_it_is_known_that_somebody_wrote_and_not_what(home: GivingHome) -> None:
    await home.consent()
    donation_id = await home.give()
    home.desk.label(donation_id, "turn on the hall light")
    home.donations._home.stock.erase((reply(donation_id),))
    await home.donations.fetch_receipts()
    assert [one.action for one in await home.reviewed()] == ["labelled"]
    (told,) = (await home.donations.given_one(donation_id, home.admin)).receipts
    assert (told.words, told.unopened) == (None, True)
    (told,) = (await home.donations.given_one(donation_id)).receipts
    assert (told.words, told.unopened) == (None, False)


async def test_a_label_that_was_not_sealed_for_this_receipt_is_forged(home: GivingHome) -> None:
    await home.consent()
    donation_id = await home.give()
    home.desk.label(donation_id, "turn on the hall light")
    held = home.desk.held[donation_id]
    held.receipts = [replace(one, sealed=bytes(80)) for one in held.receipts]
    await home.donations.fetch_receipts()
    assert await home.reviewed() == []
    assert "donation_receipt_forged" in home.issues()


async def test_the_key_is_destroyed_when_the_clip_is_gone_and_survives_a_restart_until_then(home: GivingHome) -> None:
    await home.consent()
    donation_id = await home.give()
    assert await home.hass.config_entries.async_reload(home.house.entry.entry_id)
    home.desk.label(donation_id, "turn on the hall light")
    await home.donations.fetch_receipts()
    assert await written(home, donation_id) == ["turn on the hall light"]
    home.desk.delete(donation_id, "accident")
    await home.donations.fetch_receipts()
    assert home.donations._home.stock.read_or_none(reply(donation_id)) is None
