"""What leaves by itself leaves at a time that says nothing, and what somebody sends leaves now."""

from dataclasses import replace
from datetime import timedelta

from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.donating.spreading import SPREAD_SECONDS, Spreading
from custom_components.earshot.donating.tries import Tries
from custom_components.earshot.donation.choices import Mode
from custom_components.earshot.donation.offer_store import WAITED, Offer
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.states import OfferState
from custom_components.earshot.models import Satellite
from custom_components.earshot.vault.clock import Clock
from tests.donating.giving_home import EVERYTHING, GivingHome, Hands
from tests.gate.house import accepted

SPREAD = timedelta(seconds=SPREAD_SECONDS)
NOW = dt_util.utcnow()


def approved(name: str, by: str) -> Offer:
    return Offer(
        offer_id=name,
        utterance_id=name,
        consent_id="one",
        purpose=Purpose.SPEECH,
        desk="Some desk",
        address="https://desk.example",
        satellite=Satellite(label="Kitchen"),
        said=NOW,
        at=NOW,
        state=OfferState.APPROVED,
        until=None,
        drop_at=NOW,
        by=by,
    )


@pytest.fixture
def tries(hands: Hands) -> Tries:
    return Tries(Clock(wall=hands.wall, elapsed=hands.elapsed))


def due(tries: Tries, offers: list[Offer]) -> list[str]:
    return [one.offer_id for one in offers if tries.is_due(one.offer_id)]


def test_what_waited_leaves_one_by_one_within_the_spread(tries: Tries, hands: Hands) -> None:
    spreading, offers = Spreading(tries), [approved(f"{number}", WAITED) for number in range(20)]
    spreading.spread([])
    spreading.spread(offers)
    left = []
    for _ in range(60):
        left.append(len(due(tries, offers)))
        hands.pass_by(SPREAD / 60)
        spreading.spread(offers)
    assert left[0] == 0
    assert len(set(left)) > 5
    assert len(due(tries, offers)) == 20


def test_what_somebody_sends_leaves_now(tries: Tries) -> None:
    spreading, offers = Spreading(tries), [approved(f"{number}", "Ada") for number in range(3)]
    spreading.spread([])
    spreading.spread(offers)
    assert len(due(tries, offers)) == 3


def test_somebody_who_sends_what_waits_for_its_time_sends_it_now(tries: Tries) -> None:
    spreading, offers = Spreading(tries), [approved("one", WAITED)]
    spreading.spread([])
    spreading.spread(offers)
    assert due(tries, offers) == []
    spreading.leave_out("one")
    tries.over("one")
    spreading.spread(offers)
    assert due(tries, offers) == ["one"]


def test_after_a_start_one_of_what_somebody_sent_leaves_now_and_the_rest_at_times_of_their_own(
    tries: Tries, hands: Hands
) -> None:
    offers = [approved(f"{number}", "Ada") for number in range(9)] + [approved("itself", WAITED)]
    Spreading(tries).spread(offers)
    assert len(due(tries, offers)) == 1
    hands.pass_by(SPREAD)
    assert len(due(tries, offers)) == 10


def test_each_is_drawn_for_once(tries: Tries, hands: Hands) -> None:
    spreading, offers = Spreading(tries), [approved("one", WAITED)]
    spreading.spread([])
    for _ in range(100):
        spreading.spread(offers)
        hands.pass_by(SPREAD / 100)
    assert due(tries, offers) == ["one"]


async def waited(home: GivingHome, hands: Hands, count: int) -> None:
    """Let some clips wait until they may leave."""
    await home.consent()
    await home.donations.set_choices(replace(EVERYTHING, mode=Mode.AFTER_WAIT), "Ada")
    home.house.host.hears = accepted("what time is it")
    for _ in range(count):
        await home.say()
    hands.pass_by(timedelta(hours=24))
    await home.look()
    hands.pass_by(timedelta(hours=1))


@pytest.mark.promise(8)
async def test_clips_of_one_evening_come_to_a_desk_one_by_one_also_after_a_restart(
    home: GivingHome, hands: Hands
) -> None:
    await waited(home, hands, 4)
    assert await home.hass.config_entries.async_reload(home.house.entry.entry_id)
    await home.look()
    assert len(home.desk.held) < 4
    steps = []
    for _ in range(30):
        hands.pass_by(SPREAD / 30)
        await home.look()
        steps.append(len(home.desk.held))
    assert steps[-1] == 4
    assert len({0, *steps}) > 2


async def test_receipts_that_somebody_asks_for_are_asked_for_at_times_of_their_own(
    home: GivingHome, hands: Hands
) -> None:
    await home.consent()
    for _ in range(4):
        await home.say()
        (offer,) = [one for one in await home.donations.offers() if one.state is OfferState.WAITING]
        await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
        await home.look()
    assert len(home.desk.held) == 4
    for donation_id in home.desk.held:
        home.desk.listen(donation_id)
    home.desk.contacts.clear()
    await home.donations.fetch_receipts()
    assert home.desk.contacts == ["receipts"]
    newest = (await home.donations.given())[0]
    assert [one.donation_id for one in await home.reviewed()] == [newest.donation_id]
    asked = []
    for _ in range(40):
        hands.pass_by(timedelta(seconds=15))
        await home.look()
        asked.append(home.desk.contacts.count("receipts"))
    assert asked[-1] == 4
    assert asked[0] < 4


async def test_one_that_is_named_is_asked_about_alone(home: GivingHome, hands: Hands) -> None:
    await home.consent()
    for _ in range(2):
        await home.say()
        (offer,) = [one for one in await home.donations.offers() if one.state is OfferState.WAITING]
        await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
        await home.look()
    older = (await home.donations.given())[-1]
    for donation_id in home.desk.held:
        home.desk.listen(donation_id)
    await home.donations.fetch_receipts(older.donation_id)
    hands.pass_by(timedelta(minutes=10))
    await home.look()
    assert [one.donation_id for one in await home.reviewed()] == [older.donation_id]
