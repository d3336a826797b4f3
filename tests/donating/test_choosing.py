"""Who chose how offers are made and leave is in the ledger, and nothing leaves by a choice that is not."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from custom_components.earshot.donation.choices import Choices, Mode
from custom_components.earshot.donation.offer_store import OfferStore
from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.errors.donating import DonationsUnreadableError
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.record import SettingChanged
from tests.donating.giving_home import EVERYTHING, GivingHome

LOOSE = replace(EVERYTHING, mode=Mode.AFTER_WAIT)


async def changes(home: GivingHome, by: str) -> list[tuple[str, str | None, str]]:
    """Return what somebody is entered to have set, sorted by name."""
    found = await home.entered(SettingChanged)
    assert all(one.satellite is None for one in found)
    return sorted((one.setting, one.before, one.after) for one in found if one.by == by)


async def test_each_choice_that_is_another_is_entered_with_who_made_it(home: GivingHome, tmp_path: Path) -> None:
    await home.consent()
    chosen = Choices(
        mode=Mode.AFTER_WAIT,
        wait=timedelta(hours=2),
        sampling=0.5,
        daily_cap=3,
        strength=0.25,
        proxy="http://ada:secret@proxy.example:8080",
        folder=str(tmp_path),
    )
    await home.donations.set_choices(chosen, "Bob")
    assert await changes(home, "Bob") == [
        ("donation_daily_cap", "10", "3"),
        ("donation_folder", "off", "on"),
        ("donation_mode", "ask", "after_wait"),
        ("donation_proxy", "off", "on"),
        ("donation_sampling", "1", "0.5"),
        ("donation_strength", f"{Choices().strength:g}", "0.25"),
        ("donation_wait", "PT86400S", "PT7200S"),
    ]


async def test_what_was_chosen_already_is_no_entry(home: GivingHome) -> None:
    await home.consent()
    await home.donations.set_choices(EVERYTHING, "Bob")
    assert await changes(home, "Bob") == []


async def test_neither_a_password_nor_a_path_is_entered(home: GivingHome, tmp_path: Path) -> None:
    await home.consent()
    proxy, other = "http://ada:secret@proxy.example:8080", "http://bob:hidden@proxy.example:8080"
    await home.donations.set_choices(replace(EVERYTHING, proxy=proxy, folder=str(tmp_path)), "Ada")
    await home.donations.set_choices(replace(EVERYTHING, proxy=other), "Bob")
    assert await changes(home, "Bob") == [("donation_folder", "on", "off"), ("donation_proxy", "on", "another")]


async def test_what_was_chosen_before_the_first_consent_is_entered_with_it(home: GivingHome) -> None:
    await home.donations.set_choices(LOOSE, "Bob")
    assert await home.entered(SettingChanged) == []
    await home.consent()
    assert ("donation_mode", "ask", "after_wait") in await changes(home, home.admin.name or "")


@pytest.mark.promise(8)
async def test_what_lets_more_leave_is_refused_while_it_cannot_be_entered(home: GivingHome) -> None:
    await home.consent()
    with (
        patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")),
        pytest.raises(LedgerUnavailableError),
    ):
        await home.donations.set_choices(LOOSE, "Bob")
    assert (await home.donations.state()).choices.mode is Mode.ASK


@pytest.mark.promise(8)
async def test_what_lets_less_leave_waits_for_nothing_and_is_entered_late(home: GivingHome) -> None:
    await home.consent()
    await home.donations.set_choices(LOOSE, "Ada")
    with patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")):
        await home.donations.set_choices(EVERYTHING, "Bob")
    assert (await home.donations.state()).choices.mode is Mode.ASK
    await home.house.runtime.storage.recover()
    assert await changes(home, "Bob") == [("donation_mode", "after_wait", "ask")]


async def test_what_could_not_be_stored_is_entered_as_taken_back(home: GivingHome) -> None:
    await home.consent()
    with (
        patch.object(OfferStore, "choose", side_effect=DonationsUnreadableError),
        pytest.raises(DonationsUnreadableError),
    ):
        await home.donations.set_choices(LOOSE, "Bob")
    assert (await home.donations.state()).choices.mode is Mode.ASK
    assert await changes(home, "Bob") == [
        ("donation_mode", "after_wait", "ask"),
        ("donation_mode", "ask", "after_wait"),
    ]
