"""Who listened: a real receipt of a review desk is told once, and what is no listening is not."""

from dataclasses import replace
from typing import Any

from homeassistant.components import persistent_notification
from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.donation.receipts import ReceiptAction
from tests.blueprints.author import Author, Phone
from tests.donating.giving_home import GivingHome
from tests.gate.house import House
from tests.test_event import RECORDS, REVIEWED, enter

NAME = "who_listened"


def shown(hass: HomeAssistant) -> list[str]:
    """Return the messages that everybody sees who logs in."""
    return [one["message"] for one in persistent_notification._async_get_or_create_notifications(hass).values()]


async def test_a_real_receipt_is_told_once_with_who_it_was_and_no_words(
    hass: HomeAssistant, home: GivingHome, author: Author, phone: Phone
) -> None:
    await author.use(NAME, targets=["notify.phone"])
    await home.consent()
    donation_id = await home.give()
    home.desk.listen(donation_id, heard_ms=2_400)
    home.desk.label(donation_id, "turn on the hall light")
    for _ in range(2):
        await home.donations.fetch_receipts()
        await hass.async_block_till_done()
    ((title, message),) = phone.got
    assert title == "Earshot: A person at Some desk"
    assert message.startswith("A person at Some desk listened to 2.4 seconds of a clip")
    assert shown(hass) == [message]
    assert author.runs == 1


async def test_what_is_no_listening_is_not_told(
    hass: HomeAssistant, house: House, donations: Any, author: Author, phone: Phone
) -> None:
    await author.use(NAME, targets=["notify.phone"], household=True)
    others = {*ReceiptAction} - {ReceiptAction.LISTENED}
    await enter(hass, house, *(replace(REVIEWED, action=action.value) for action in others))
    assert (phone.got, shown(hass), author.runs) == ([], [], 0)


@pytest.mark.parametrize("household", [True, False])
async def test_that_somebody_in_the_house_opened_something_is_told_to_whom_wants_it(
    hass: HomeAssistant, house: House, author: Author, phone: Phone, *, household: bool
) -> None:
    await author.use(NAME, targets=["notify.phone"], household=household, here=False)
    await enter(hass, house, RECORDS["opened"])
    assert [title for title, _ in phone.got] == ["Earshot: Anna"] * household
    assert not shown(hass)


async def test_without_a_phone_it_is_shown_in_home_assistant(
    hass: HomeAssistant, house: House, donations: Any, author: Author
) -> None:
    await author.use(NAME)
    await enter(hass, house, REVIEWED)
    assert len(shown(hass)) == 1
