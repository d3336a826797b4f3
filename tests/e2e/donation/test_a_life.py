"""The whole life of a donation between two real homes: said, offered, looked at, given, heard, and taken back."""

from hashlib import sha256

import pytest

from scripts.home.process import wait_until

from .parties import PATIENCE, Desk, Donor


@pytest.mark.promise(8)
def test_from_a_sentence_to_a_receipt_and_back(donor: Donor, desk: Desk) -> None:
    donor.consent()
    offer = donor.offer()
    shown = donor.ask("offers/get", offer_id=offer["offer_id"])
    assert shown["words"] is not None

    donor.send(offer)
    given = donor.until_given(offer)
    assert desk.waiting() == 1
    (donated,) = donor.entries(offer["utterance_id"], "donated")
    assert donated["sha256"] == shown["offer"]["sha256"]
    assert donated["ear"]["place"] in {"internet", "unknown"}

    rita = desk.reviewers[0]
    clip = rita.ask("next")["clip"]
    assert clip["words"] == shown["words"]
    assert rita.listen(clip).startswith(b"fLaC")
    rita.label(clip, words="turn on the kitchen light please")

    told = donor.fetch(given["donation_id"])
    # Receipts carry words of the reviewer, and that somebody read them is told behind that.
    wait_until("the review is not told", lambda: "reviewed" in _told(donor), PATIENCE)
    shown_to_them, heard_by_them, label = told["receipts"]
    # To be shown the words counts as well, with no sound in it.
    assert (shown_to_them["action"], shown_to_them["heard_ms"]) == ("listened", 0)
    assert (heard_by_them["action"], heard_by_them["heard_ms"]) == ("listened", offer["sound_ms"])
    assert (label["action"], label["words"]) == ("labelled", "turn on the kitchen light please")
    view = donor.ask("utterances/get", utterance_id=offer["utterance_id"])["utterance"]
    assert view["listened"]
    assert [ear["kind"] for ear in view["ears"]].count("reviewer") >= 1

    taken = donor.ask("given/withdraw", donation_ids=[given["donation_id"]], confirm=True)["given"]
    assert [one["donation_id"] for one in taken] == [given["donation_id"]]
    wait_until("it is not withdrawn", lambda: _state(donor, given["donation_id"]) == "withdrawn", PATIENCE)
    assert desk.waiting() == 0
    last = donor.ask("given/get", donation_id=given["donation_id"])["receipts"][-1]
    assert (last["action"], last["reason"]) == ("deleted", "withdrawn")
    assert desk.holds(b"turn on the kitchen light") == []
    tombstones = desk.home.rest.fetch("/api/earshot/desk/tombstones")
    assert tombstones


def test_the_bytes_at_the_desk_are_the_bytes_that_were_shown(donor: Donor, desk: Desk) -> None:
    donor.consent()
    offer = donor.offer()
    path = donor.ask("offers/sound_path", offer_id=offer["offer_id"], which="after")["path"]
    heard_before = donor.house.home.rest.fetch(path)
    donor.send(offer)
    donor.until_given(offer)

    rita = desk.reviewers[0]
    clip = rita.ask("next")["clip"]

    assert sha256(rita.listen(clip)).digest() == sha256(heard_before).digest()


def _told(donor: Donor) -> list[str]:
    """Return what the house's event told until now, as Home Assistant's history has it."""
    (states,) = donor.house.home.rest.get("/api/history/period?filter_entity_id=event.earshot_privacy") or ([],)
    return [state["attributes"].get("event_type") for state in states]


def _state(donor: Donor, donation_id: str) -> str:
    return str(donor.ask("given/get", donation_id=donation_id)["state"])
