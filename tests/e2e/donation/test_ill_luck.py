"""What goes wrong between two real homes, and loses nothing and lets nothing out."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
import sqlite3
from typing import Any

import pytest

from scripts.home.earshot import wait_for_entry
from scripts.home.errors import RefusedError
from scripts.home.process import wait_until

from .parties import PATIENCE, Away, Desk, Donor


def test_a_desk_that_is_away_gets_it_when_it_is_back(donor: Donor, desk: Desk, desk_away: Away) -> None:
    donor.consent()
    offer = donor.offer()
    before = desk.waiting()
    with desk_away():
        approved = donor.send(offer)
        wait_until("nothing is said of the desk", lambda: donor.ask("donation/get")["failure"] is not None, PATIENCE)

    # It is tried again by itself after a minute; whoever sees that it has not left need not wait for that.
    donor.ask("offers/send", offer_id=offer["offer_id"], sha256=approved["sha256"])
    donor.until_given(offer)
    assert desk.waiting() == before + 1
    assert len(donor.entries(offer["utterance_id"], "donated")) == 1


def test_what_is_switched_off_before_the_desk_has_it_never_gets_there(
    donor: Donor, desk: Desk, desk_away: Away
) -> None:
    donor.consent()
    offer = donor.offer()
    before = desk.waiting()
    with desk_away():
        donor.send(offer)
        donor.ask("donation/off")

    donor.consent()
    later = donor.give()
    assert desk.waiting() == before + 1
    assert donor.given(offer) is None
    assert later["state"] == "given"


def test_an_offer_and_a_consent_outlive_a_restart_of_the_home(donor: Donor) -> None:
    donor.consent()
    offer = donor.offer()
    shown = donor.ask("offers/get", offer_id=offer["offer_id"])
    begin_anew(donor)

    assert donor.ask("donation/get")["standing"] == "on"
    assert donor.ask("offers/get", offer_id=offer["offer_id"])["offer"]["sha256"] == shown["offer"]["sha256"]
    donor.send(offer)
    donor.until_given(offer)


def begin_anew(donor: Donor) -> None:
    """Load Earshot anew in the home that gives."""
    with donor.house.home.socket() as socket:
        (entry,) = socket.ask("config_entries/get", domain="earshot")
    donor.house.home.rest.post(f"/api/config/config_entries/entry/{entry['entry_id']}/reload")
    with donor.house.home.socket() as socket:
        wait_for_entry(socket)


@pytest.mark.promise(8)
def test_a_consent_whose_time_is_over_lets_nothing_out_any_more(donor: Donor, desk: Desk) -> None:
    donor.consent()
    offer = donor.offer()
    before = desk.waiting()
    # Nobody waits for two months here: it is written down that they are over, and the home begins anew.
    over = round((datetime.now(UTC) - timedelta(minutes=1)).timestamp() * 1000)
    store = donor.house.home.paths.config / "earshot" / "donations.db"
    change(store, "UPDATE consent SET until = ? WHERE ended IS NULL", over)
    begin_anew(donor)

    assert donor.ask("donation/get")["standing"] == "off"
    wait_until("the offer is not over", lambda: bool(donor.entries(offer["utterance_id"], "offer_over")), PATIENCE)
    (entry,) = donor.entries(offer["utterance_id"], "offer_over")
    assert entry["reason"] == "consent_over"
    said = donor.house.say("turn on the kitchen light").view["utterance_id"]
    assert donor.ask("offers/list")["offers"] == []
    assert donor.entries(said, "offered") == []
    assert desk.waiting() == before


@pytest.mark.promise(8)
def test_a_receipt_that_the_desk_did_not_sign_so_is_told_and_not_entered(donor: Donor, desk: Desk) -> None:
    donor.consent()
    offer = donor.offer()
    donor.send(offer)
    name = donor.until_given(offer)["donation_id"]
    store, rita = desk.folder / "earshot" / "desk" / "desk.db", desk.reviewers[0]
    receipts = "SELECT count(*) FROM receipt WHERE donation_id = ?"
    while change(store, receipts, name) == [(0,)]:
        rita.ask("skip", ticket=rita.ask("next")["clip"]["ticket"])
    # Whoever runs a desk can write what they like into its store. They have its key as well; this one signed nothing.
    change(store, "UPDATE receipt SET signature = zeroblob(64) WHERE donation_id = ?", name)

    told = donor.fetch(name)

    assert told["receipts"] == []
    assert donor.entries(offer["utterance_id"], "reviewed") == []
    with donor.house.home.socket() as socket:
        issues = {issue["issue_id"] for issue in socket.ask("repairs/list_issues")["issues"]}
    assert "donation_receipt_forged" in issues


def change(store: Path, statement: str, *bound: Any) -> list[Any]:
    """Do something in a store that a home has open; return what it answers."""
    with closing(sqlite3.connect(store, timeout=PATIENCE)) as database, database:
        return database.execute(statement, bound).fetchall()


def test_another_statement_suspends_what_was_consented_to(donor: Donor, desk: Desk) -> None:
    donor.consent()
    offer = donor.offer()
    with desk.home.socket() as socket:
        (entry,) = socket.ask("config_entries/get", domain="earshot")
        (subentry,) = socket.ask("config_entries/subentries/list", entry_id=entry["entry_id"])
    desk.home.rest.change_subentry(
        entry["entry_id"], "review_desk", subentry["subentry_id"], choose=("facts",), place="Elsewhere"
    )
    wait_until("the desk is not back", lambda: loaded(desk), PATIENCE)
    before = desk.waiting()

    donor.send(offer)
    wait_until("it is not suspended", lambda: donor.ask("donation/get")["standing"] == "suspended", PATIENCE)

    assert desk.waiting() == before
    assert donor.given(offer) is None
    assert {one["suspended"] for one in donor.ask("donation/get")["consents"]} == {"statement_changed"}
    # Asked anew, about what it says now, somebody agrees again.
    donor.consent()
    assert donor.give()["state"] == "given"


def loaded(desk: Desk) -> bool:
    """Return whether the desk is at work again."""
    try:
        desk.ask("desk/statistics")
    except RefusedError:
        return False
    return True


def test_who_has_switched_the_second_factor_off_is_locked_out_at_once(desk: Desk) -> None:
    quentin = desk.reviewers[1]
    quentin.ask("progress")
    quentin.person.switch_second_factor_off()

    with pytest.raises(RefusedError) as refused:
        quentin.ask("next")

    assert refused.value.code == "second_factor_missing"
    quentin.person.switch_second_factor_on()
    quentin.ask("progress")
