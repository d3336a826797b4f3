"""From a consent to a deletion receipt, in a home with real pipelines and a desk in memory."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
import json
from pathlib import Path
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.exceptions import Unauthorized
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.donating.spreading import SPREAD_SECONDS
from custom_components.earshot.donating.told import OfferView
from custom_components.earshot.donation.choices import Choices, Mode
from custom_components.earshot.donation.clip import decode_clip, payload_sha256
from custom_components.earshot.donation.offer_store import Donation
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.receipts import ReceiptAction
from custom_components.earshot.donation.signing import SigningKey
from custom_components.earshot.donation.states import OfferState
from custom_components.earshot.errors import ContentGoneError, DeskUnreachableError
from custom_components.earshot.errors.donating import (
    ConsentRefusedError,
    OfferDecidedError,
    OfferUnknownError,
    PreviewChangedError,
    StatementChangedError,
)
from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.giving import ConsentGiven, ConsentWithdrawn
from custom_components.earshot.models import EarKind, Place
from tests.donating.giving_home import EVERYTHING, SPOKEN, GivingHome, Hands
from tests.gate.house import accepted, refused

DAY = timedelta(days=1)


@pytest.mark.promise(1)
@pytest.mark.promise(8)
async def test_with_donation_off_nothing_of_it_ever_comes_into_being(home: GivingHome, tmp_path: Path) -> None:
    for _ in range(5):
        await home.say()
    await home.look_if_any()
    paths = home.house.runtime.paths
    assert not paths.donations.exists()
    assert not paths.offered.exists()
    assert not paths.donation_keys.exists()
    assert not home.desk.contacts
    assert not await home.refusals()
    state = await home.donations.state()
    assert (state.on, state.suspended, state.consents, state.waiting) == (False, None, (), 0)


async def test_where_nobody_ever_consented_there_is_nothing_to_find_and_nothing_to_take_back(home: GivingHome) -> None:
    assert await home.donations.withdraw("Ada", everything=True) == ()
    with pytest.raises(OfferUnknownError):
        await home.donations.withdraw("Ada", donation_ids=["0" * 32])
    with pytest.raises(OfferUnknownError):
        await home.donations.offer("0" * 32)
    with pytest.raises(OfferUnknownError):
        await home.donations.given_one("0" * 32)


@pytest.mark.promise(8)
async def test_a_consent_is_entered_with_its_receipt_and_everything_that_it_is_for(home: GivingHome) -> None:
    await home.consent(Purpose.SPEECH, Purpose.WAKE_WORDS)
    given = await home.entered(ConsentGiven)
    assert {one.purpose for one in given} == {"improve_speech_recognition", "improve_wake_words"}
    assert {one.satellite.entity_id for one in given} == {home.kitchen}
    assert {one.statement_sha256 for one in given} == {home.desk.statement.sha256}
    receipt = await home.donations.consent_receipt(given[0].consent_id)
    assert sha256(receipt).hexdigest() == given[0].receipt_sha256
    told = json.loads(receipt)
    assert told["privacy_notice"]["sha256"] == home.desk.statement.sha256
    assert {one["consent_id"] for one in told["consents"]} == {one.consent_id for one in given}
    assert (await home.donations.state()).on


@pytest.mark.promise(8)
@pytest.mark.parametrize(
    "missing",
    [
        {"of_age": False},
        {"others_know": False},
        {"purposes": frozenset()},
        {"satellites": frozenset()},
        {"satellites": frozenset({"no_satellite"})},
        {"until": dt_util.utcnow() + timedelta(days=400)},
        {"until": dt_util.utcnow() - DAY},
    ],
)
async def test_what_is_not_all_of_a_consent_is_none(home: GivingHome, missing: dict[str, Any]) -> None:
    with pytest.raises(ConsentRefusedError):
        await home.consent(**missing)
    assert not (await home.donations.state()).on
    assert not home.house.runtime.paths.donations.exists()


@pytest.mark.promise(8)
async def test_only_an_administrator_consents_and_only_to_what_was_shown(home: GivingHome, hass: HomeAssistant) -> None:
    member = await hass.auth.async_create_user("Bob", group_ids=["system-users"])
    with pytest.raises(Unauthorized):
        await replace(home, admin=member).consent()
    with pytest.raises(StatementChangedError):
        await home.consent(statement_sha256="0" * 64)
    assert not (await home.donations.state()).on


@pytest.mark.promise(8)
async def test_what_was_previewed_is_what_leaves_and_it_is_entered_before(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    assert (offer.state, offer.until) == (OfferState.WAITING, None)
    preview = await home.donations.preview(offer.offer_id, home.admin)
    assert payload_sha256(preview.payload) == offer.sha256
    entered_then: list[int] = []

    async def count() -> None:
        entered_then.append(len(await home.donated()))

    home.desk.on_deliver = count
    await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
    await home.look()
    (held,) = home.desk.held.values()
    (donated,) = await home.donated()
    assert held.payload == preview.payload
    assert donated.sha256 == offer.sha256
    assert (donated.by, donated.size, donated.ear.place) == ("Ada", len(held.bundle), Place.INTERNET)
    assert entered_then == [1]
    view = await home.house.utterance()
    assert view.left_house
    assert view.listened
    assert EarKind.RECIPIENT in {ear.kind for ear in view.ears}
    (given,) = await home.donations.given()
    assert given.offer.state is OfferState.GIVEN
    assert not home.left()


@pytest.mark.promise(8)
async def test_nobody_sends_what_was_not_shown(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    adjusted = await home.donations.adjust(offer.offer_id, strength=0.5, hide=[0])
    assert adjusted.sha256 != offer.sha256
    with pytest.raises(PreviewChangedError):
        await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
    preview = await home.donations.preview(offer.offer_id, home.admin)
    assert 0 in {word for one in preview.hidden for word in one.words}
    await home.donations.send_now(offer.offer_id, adjusted.sha256 or "", "Ada")
    await home.look()
    (clip,) = home.desk.clips
    assert clip == decode_clip(preview.payload)


@pytest.mark.promise(8)
async def test_never_is_never(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    await home.donations.never(offer.offer_id, "Bob")
    with pytest.raises(OfferDecidedError):
        await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
    await home.look()
    assert not home.desk.held
    assert not list(home.house.runtime.paths.offered.iterdir())


@pytest.mark.promise(8)
async def test_after_the_wait_it_leaves_by_itself_and_not_because_somebody_set_the_clock(
    home: GivingHome, hands: Hands
) -> None:
    await home.consent()
    await home.donations.set_choices(replace(EVERYTHING, mode=Mode.AFTER_WAIT), "Ada")
    home.house.host.hears = accepted("what time is it")
    offer = await home.offer()
    assert not offer.times_unknown
    assert offer.until is not None
    hands.set_forward(2 * DAY)
    await home.look()
    assert not home.desk.held
    hands.set_forward(-2 * DAY)
    hands.pass_by(timedelta(hours=23))
    await home.look()
    assert not home.desk.held
    hands.pass_by(timedelta(hours=2))
    await home.look()
    hands.pass_by(timedelta(seconds=SPREAD_SECONDS))
    await home.look()
    (donated,) = await home.donated()
    assert donated.by == "waited"


@pytest.mark.promise(8)
async def test_words_that_were_hidden_nobody_knows_where_in_the_sound_wait_for_a_person(
    home: GivingHome, hands: Hands
) -> None:
    await home.consent()
    await home.donations.set_choices(replace(EVERYTHING, mode=Mode.AFTER_WAIT), "Ada")
    offer = await home.offer()  # of the kitchen, by its name
    assert (offer.times_unknown, offer.until) == (True, None)
    hands.pass_by(3 * DAY)
    await home.look()
    assert not home.desk.held
    without = await home.donations.adjust(offer.offer_id, with_sound=False)
    assert not without.times_unknown


@pytest.mark.promise(8)
async def test_what_nobody_answers_is_dropped(home: GivingHome, hands: Hands) -> None:
    await home.consent()
    offer = await home.offer()
    hands.pass_by(15 * DAY)
    await home.look()
    assert (await home.donations.offer(offer.offer_id)).state is OfferState.DROPPED
    assert not list(home.house.runtime.paths.offered.iterdir())


@pytest.mark.promise(8)
async def test_off_is_at_once_and_ends_everything_that_waits(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    await home.donations.off("Bob")
    assert not (await home.donations.state()).on
    (withdrawn,) = await home.entered(ConsentWithdrawn)
    assert (withdrawn.reason, withdrawn.by) == ("person", "Bob")
    assert (await home.donations.offer(offer.offer_id)).state is OfferState.DROPPED
    await home.say()
    assert len(await home.refusals()) == 1  # the offer itself, and nothing of what came after
    assert not await home.donations.offers()


@pytest.mark.promise(8)
async def test_off_stops_an_upload_and_takes_back_what_may_have_arrived(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    home.desk.on_deliver = lambda: home.donations.off("Bob")
    await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
    await home.look()
    home.desk.on_deliver = None
    await home.look()
    assert (await home.donations.offer(offer.offer_id)).state is OfferState.WITHDRAWN
    assert not home.desk.clips
    assert [one.action for one in await home.reviewed()] == ["deleted"]


@pytest.mark.promise(8)
@pytest.mark.parametrize("change", [{"people": "Somebody else"}, {"purposes": (Purpose.WAKE_WORDS,)}])
async def test_a_desk_that_says_something_else_gets_nothing_until_somebody_consents_anew(
    home: GivingHome, change: dict[str, Any]
) -> None:
    await home.consent()
    offer = await home.offer()
    home.desk.say_otherwise(**change)
    await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
    await home.look()
    assert not home.desk.held
    assert not await home.donated()
    state = await home.donations.state()
    assert (state.on, state.suspended) == (False, "statement_changed")
    assert [one.reason for one in await home.entered(ConsentWithdrawn)] == ["statement_changed"]
    await home.say()
    assert (await home.refusals())[-1] == "suspended"


@pytest.mark.promise(8)
async def test_a_consent_ends_by_itself_by_either_clock(home: GivingHome, hands: Hands) -> None:
    await home.consent(until=dt_util.utcnow() + 10 * DAY)
    hands.pass_by(11 * DAY)
    hands.set_forward(-11 * DAY)
    await home.look()
    assert not (await home.donations.state()).on
    assert [one.reason for one in await home.entered(ConsentWithdrawn)] == ["expired"]


@pytest.mark.promise(8)
async def test_no_restart_and_no_backup_turns_it_on_again(home: GivingHome, hass: HomeAssistant) -> None:
    await home.consent()
    database = home.house.runtime.paths.donations
    saved = database.read_bytes()
    await home.donations.off("Bob")
    entry = home.house.entry
    assert await hass.config_entries.async_unload(entry.entry_id)
    database.write_bytes(saved)
    assert await hass.config_entries.async_setup(entry.entry_id)
    state = await home.donations.state()
    assert (state.on, state.suspended) == (False, "restored")
    await home.say()
    assert not await home.donations.offers()


@pytest.mark.promise(8)
async def test_a_restart_goes_on_with_everything(home: GivingHome, hass: HomeAssistant, hands: Hands) -> None:
    await home.consent()
    offer = await home.offer()
    preview = await home.donations.preview(offer.offer_id, home.admin)
    home.desk.fails = DeskUnreachableError()
    await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
    await home.look()
    assert (await home.donations.state()).failure == "desk_unreachable"
    assert await hass.config_entries.async_reload(home.house.entry.entry_id)
    assert (await home.donations.state()).on
    home.desk.fails = None
    for _ in range(2):  # the start may have tried already, in vain, or be at it in this moment
        hands.pass_by(timedelta(hours=1))
        await home.look()
    (held,) = home.desk.held.values()
    assert held.payload == preview.payload
    assert len(await home.donated()) == 1


@pytest.mark.promise(8)
async def test_the_identical_bundle_is_brought_again(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    brought: list[bytes] = []

    async def break_line() -> None:
        brought.append(next(iter(home.desk.held.values())).bundle)
        if len(brought) == 1:
            raise DeskUnreachableError

    home.desk.on_deliver = break_line
    await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
    await home.look()
    home.donations._sending.at_once(offer.offer_id)
    await home.look()
    assert len(brought) == 2
    assert brought[0] == brought[1]
    assert len(await home.donated()) == 1


async def test_false_wakes_and_what_is_off_the_record_are_never_offered_and_why_is_entered(home: GivingHome) -> None:
    await home.consent()
    home.house.host.hears = refused("silence")
    await home.say()
    home.house.host.hears = refused("rejected")
    await home.house.runtime.settings.go_off(home.kitchen, None, "Ada")
    await home.say()
    await home.house.runtime.settings.go_on(home.kitchen, "Ada")
    await home.house.runtime.settings.set_guests(home.kitchen, True, "Ada")
    await home.say()
    assert await home.refusals() == ["false_wake", "off_the_record", "guest"]


async def test_a_share_is_drawn_and_no_more_than_a_few_a_day(home: GivingHome) -> None:
    await home.consent()
    await home.donations.set_choices(Choices(sampling=0.0), "Ada")
    await home.say()
    await home.donations.set_choices(Choices(sampling=1.0, daily_cap=1), "Ada")
    await home.say()
    await home.say()
    assert await home.refusals() == ["not_sampled", None, "daily_cap"]


async def test_another_satellite_is_not_covered(home: GivingHome) -> None:
    await home.consent()
    await home.say(satellite_id=None)
    assert await home.refusals() == ["no_consent"]


@pytest.mark.promise(5)
async def test_what_is_erased_is_not_offered_any_more(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    forgetting = home.house.runtime.forgetting
    await forgetting.redact(Selection(utterance_ids=(offer.utterance_id,)), by="Ada")
    assert not await home.donations.offers()
    assert not list(home.house.runtime.paths.offered.iterdir())


async def approve(home: GivingHome) -> OfferView:
    await home.say()
    offer = next(one for one in await home.donations.offers() if one.state is OfferState.WAITING)
    await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
    return offer


async def begin(home: GivingHome, monkeypatch: pytest.MonkeyPatch, count: int) -> list[OfferView]:
    """Let something be on its way to a desk that nothing reaches until the patch is undone."""

    async def away(*_: object) -> None:
        raise DeskUnreachableError

    monkeypatch.setattr(home.desk, "deliver", away)
    offers = [await approve(home) for _ in range(count)]
    await home.look()
    for offer in offers:
        assert (await home.donations.offer(offer.offer_id)).state is OfferState.SENDING
    return offers


async def arrive(home: GivingHome, monkeypatch: pytest.MonkeyPatch, *offers: OfferView) -> None:
    """Let the desk be reached again, and everything be tried at once."""
    monkeypatch.undo()
    for offer in offers:
        home.donations._sending.at_once(offer.offer_id)
    await home.look()


@pytest.mark.promise(5)
@pytest.mark.promise(8)
@pytest.mark.parametrize("how", ["erase", "redact"])
async def test_what_is_erased_after_a_yes_does_not_leave_any_more(
    home: GivingHome, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    await home.consent()
    (offer,) = await begin(home, monkeypatch, 1)
    forgetting = home.house.runtime.forgetting
    await getattr(forgetting, how)(Selection(utterance_ids=(offer.utterance_id,)), by="Ada")
    await arrive(home, monkeypatch, offer)
    assert "deliver" not in home.desk.contacts
    assert "withdraw" in home.desk.contacts
    assert not list(home.house.runtime.paths.offered.iterdir())


@pytest.mark.promise(8)
async def test_what_is_taken_back_while_another_is_uploaded_does_not_leave(
    home: GivingHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    await home.consent()
    first, second = await begin(home, monkeypatch, 2)
    (donation,) = await home.donations.given(utterance_id=second.utterance_id)

    async def take_back() -> None:
        await home.donations.withdraw("Ada", donation_ids=[donation.donation_id])

    home.desk.on_deliver = take_back
    await arrive(home, monkeypatch, first, second)
    assert home.desk.contacts.count("deliver") == 1
    assert donation.donation_id not in home.desk.held
    assert (await home.donations.offer(first.offer_id)).state is OfferState.GIVEN


@pytest.mark.promise(8)
async def test_taking_back_breaks_an_upload_off(home: GivingHome, monkeypatch: pytest.MonkeyPatch) -> None:
    await home.consent()
    (offer,) = await begin(home, monkeypatch, 1)
    (donation,) = await home.donations.given(utterance_id=offer.utterance_id)
    over = asyncio.Event()

    async def never_ends() -> None:
        home.hass.async_create_task(home.donations.withdraw("Ada", donation_ids=[donation.donation_id]))
        await over.wait()

    home.desk.on_deliver = never_ends
    await arrive(home, monkeypatch, offer)
    await home.hass.async_block_till_done()
    home.desk.on_deliver = None
    await home.look()
    assert (await home.donations.offer(offer.offer_id)).state is OfferState.WITHDRAWN
    assert not home.desk.clips


@pytest.mark.promise(8)
async def test_an_upload_that_begins_anew_while_it_is_taken_back_is_stopped_too(
    home: GivingHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    await home.consent()
    (offer,) = await begin(home, monkeypatch, 1)
    (donation,) = await home.donations.given(utterance_id=offer.utterance_id)
    at_the_desk, ask = asyncio.Event(), home.donations._withdrawing.ask

    async def never_ends() -> None:
        at_the_desk.set()
        await asyncio.Event().wait()

    async def ask_late(donations: tuple[Donation, ...], by: str) -> None:
        home.donations._schedule._upload()
        await at_the_desk.wait()
        await ask(donations, by)

    monkeypatch.undo()
    home.desk.on_deliver = never_ends
    home.donations._sending.at_once(offer.offer_id)
    monkeypatch.setattr(home.donations._withdrawing, "ask", ask_late)
    await home.donations.withdraw("Ada", donation_ids=[donation.donation_id])
    assert home.donations._sending._under_way is None or home.donations._sending._under_way[1].done()


@pytest.mark.promise(8)
async def test_who_listened_is_an_ear_and_what_they_wrote_is_read_by_those_who_may(home: GivingHome) -> None:
    await home.consent()
    donation_id = await home.give()
    home.desk.listen(donation_id)
    home.desk.label(donation_id, "turn on the hall light")
    await home.donations.fetch_receipts()
    await home.donations.fetch_receipts()
    assert [(one.action, one.ear.label) for one in await home.reviewed()] == [
        ("listened", "A person at Some desk"),
        ("labelled", "A person at Some desk"),
    ]
    told = await home.donations.given_one(donation_id)
    assert [one.words for one in told.receipts] == [None, None]
    told = await home.donations.given_one(donation_id, home.admin)
    assert [one.words for one in told.receipts] == [None, "turn on the hall light"]


@pytest.mark.promise(8)
async def test_what_the_desk_did_not_sign_is_not_entered(home: GivingHome) -> None:
    await home.consent()
    donation_id = await home.give()
    home.desk.sign(donation_id, ReceiptAction.LISTENED, key=SigningKey.new(), reviewer="1", heard_ms=1)
    await home.donations.fetch_receipts()
    assert not await home.reviewed()
    assert "donation_receipt_forged" in home.issues()


@pytest.mark.promise(8)
async def test_a_receipt_that_is_missing_is_told_and_hides_no_other(home: GivingHome) -> None:
    await home.consent()
    donation_id = await home.give()
    home.desk.sign(donation_id, ReceiptAction.LISTENED, sequence=2, reviewer="1", heard_ms=1)
    await home.donations.fetch_receipts()
    assert [one.action for one in await home.reviewed()] == ["listened"]
    assert "donation_receipt_missing" in home.issues()
    assert (await home.donations.given_one(donation_id)).missing == 1
    home.desk.held[donation_id].receipts.clear()
    home.desk.sign(donation_id, ReceiptAction.LISTENED, sequence=1, reviewer="1", heard_ms=1)
    await home.donations.fetch_receipts()
    assert len(await home.reviewed()) == 2
    assert (await home.donations.given_one(donation_id)).missing == 0


@pytest.mark.promise(8)
async def test_what_is_taken_back_is_told_until_the_desk_has_signed_that_it_is_gone(
    home: GivingHome, hass: HomeAssistant, hands: Hands
) -> None:
    await home.consent()
    donation_id = await home.give()
    home.desk.listen(donation_id)
    home.desk.fails = DeskUnreachableError()
    (asked,) = await home.donations.withdraw("Ada", everything=True)
    assert asked.withdraw_asked is not None
    await home.look()
    assert await hass.config_entries.async_reload(home.house.entry.entry_id)
    home.desk.fails = None
    hands.pass_by(timedelta(hours=1))  # the start may have tried already, in vain
    await home.look()
    (given,) = await home.donations.given()
    assert given.offer.state is OfferState.WITHDRAWN
    assert not home.desk.clips
    assert [one.action for one in await home.reviewed()] == ["listened", "deleted"]


async def test_a_desk_that_deletes_of_its_own_accord_says_so(home: GivingHome) -> None:
    await home.consent()
    donation_id = await home.give()
    home.desk.delete(donation_id, "accident", published=("autumn",))
    await home.donations.fetch_receipts()
    given = await home.donations.given_one(donation_id)
    assert (given.offer.state, given.published) == (OfferState.WITHDRAWN, ("autumn",))
    assert "donation_deleted_at_desk" in home.issues()


@pytest.mark.promise(8)
async def test_a_false_wake_is_offered_by_hand_only_and_never_leaves_by_itself(home: GivingHome, hands: Hands) -> None:
    await home.keep_sound()
    await home.consent(Purpose.FALSE_WAKES)
    await home.donations.set_choices(replace(EVERYTHING, mode=Mode.AFTER_WAIT), "Ada")
    home.house.host.hears = refused("silence")
    await home.say()
    assert await home.refusals() == ["false_wake"]
    view = await home.house.utterance()
    offer = await home.donations.offer_by_hand(view.utterance_id, Purpose.FALSE_WAKES, home.admin)
    assert (offer.by_hand, offer.until) == (True, None)
    hands.pass_by(3 * DAY)
    await home.look()
    assert not home.desk.held


async def test_a_folder_gets_what_would_have_left(home: GivingHome, tmp_path: Path) -> None:
    await home.consent()
    await home.donations.set_choices(replace(EVERYTHING, folder=str(tmp_path)), "Ada")
    offer = await home.offer()
    await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
    home.desk.contacts.clear()
    await home.look()
    assert len(home.desk.folder) == 1
    assert not home.desk.contacts
    (donated,) = await home.donated()
    assert donated.ear.place is Place.THIS_MACHINE


async def test_the_sound_is_heard_before_and_after(home: GivingHome) -> None:
    await home.consent()
    offer = await home.offer()
    await home.donations.listen(offer.offer_id, home.admin)
    before = await home.donations.sound(offer.offer_id, "before")
    after = await home.donations.sound(offer.offer_id, "after")
    assert before != after
    preview = await home.donations.preview(offer.offer_id, home.admin)
    assert decode_clip(preview.payload).sound == after
    without = await home.donations.adjust(offer.offer_id, with_sound=False)
    assert without.sound_ms == 0
    with pytest.raises(ContentGoneError):
        await home.donations.sound(offer.offer_id, "after")


def test_the_sound_of_these_tests_is_no_silence() -> None:
    assert max(SPOKEN) > 0


@pytest.mark.promise(8)
async def test_it_goes_on_looking_where_nothing_is_due(home: GivingHome) -> None:
    await home.consent()
    donation_id = await home.give()
    await home.donations.off("Bob")
    assert home.donations._schedule._seconds_left() <= 20
    watching = home.donations._schedule._task
    assert watching is not None
    gone = asyncio.Event()
    real = home.desk.withdraw

    async def withdraw(address: str, secrets: Any) -> Any:
        gone.set()
        return await real(address, secrets)

    home.desk.withdraw = withdraw  # type: ignore[method-assign]
    await home.donations.withdraw("Ada", donation_ids=[donation_id])
    await gone.wait()
    assert not watching.done()
