"""The store of offers and donations: durable, whole, and without words."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
import sqlite3

import pytest

from custom_components.earshot.donation.choices import Choices, Mode
from custom_components.earshot.donation.consent import ConsentEnd
from custom_components.earshot.donation.offer_store import Donation, Offer, OfferStore, Review
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.states import OfferState
from custom_components.earshot.errors.donating import (
    DonationsUnreadableError,
    OfferDecidedError,
    OfferUnknownError,
    PreviewChangedError,
)
from custom_components.earshot.models import ContentKind, Satellite
from tests.donation.consents import NOON, a_consent

OFFER = Offer(
    offer_id="0f" * 16,
    utterance_id="01KAPZJ1J8Q6R9V3W5X7Y9Z1A2",
    consent_id="c0" * 16,
    purpose=Purpose.SPEECH,
    desk="Some desk",
    address="https://desk.example",
    satellite=Satellite(label="Kitchen", entity_id="assist_satellite.kitchen", area="Kitchen"),
    said=NOON,
    at=NOON,
    state=OfferState.WAITING,
    until=NOON + timedelta(days=1),
    drop_at=NOON + timedelta(days=14),
    contents=(ContentKind.SOUND, ContentKind.WORDS),
    sha256="ab" * 32,
    size=4711,
    sound_ms=2000,
    strength=0.8,
)
DONATION = Donation(
    donation_id="d0" * 16,
    offer_id=OFFER.offer_id,
    token=b"t" * 32,
    key=b"k" * 32,
    statement_sha256="5a" * 32,
    made=NOON,
    size=5000,
    until=NOON + timedelta(days=365),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "earshot" / "donations.db"


@pytest.fixture
def store(path: Path) -> OfferStore:
    return OfferStore.open(path)


def test_what_was_put_in_is_what_comes_out_also_after_a_restart(store: OfferStore, path: Path) -> None:
    consent = a_consent()
    store.add_consents([consent], b"statement", b"receipt")
    store.choose(Choices(mode=Mode.AFTER_WAIT, sampling=0.5, proxy="http://proxy:8080"))
    store.add_offer(OFFER)
    store.close()
    again = OfferStore.open(path)
    assert again.consents() == (consent,)
    assert again.statement(consent.statement_sha256) == b"statement"
    assert again.consent_receipt(consent.receipt_sha256) == b"receipt"
    assert again.choices() == Choices(mode=Mode.AFTER_WAIT, sampling=0.5, proxy="http://proxy:8080")
    assert again.offer(OFFER.offer_id) == OFFER
    assert path.stat().st_mode & 0o777 == 0o600
    over = consent.over(ConsentEnd.KEY_CHANGED, NOON)
    again.put_consents([over])
    assert again.consents() == (over,)


def test_only_what_was_shown_is_approved(store: OfferStore) -> None:
    store.add_offer(OFFER)
    with pytest.raises(PreviewChangedError):
        store.approve(OFFER.offer_id, "00" * 32, "Ada")
    assert store.approve(OFFER.offer_id, "ab" * 32, "Ada").by == "Ada"
    with pytest.raises(OfferDecidedError):
        store.approve(OFFER.offer_id, "ab" * 32, "Ada")


def test_a_wait_is_over_when_both_clocks_say_so(store: OfferStore) -> None:
    store.add_offer(OFFER)
    assert not store.approve_what_waited(NOON + timedelta(days=9))
    store.waited(24 * 3600 * 1000 - 1)
    assert not store.approve_what_waited(NOON + timedelta(days=9))
    store.waited(1)
    assert not store.approve_what_waited(NOON + timedelta(hours=23))
    assert [one.by for one in store.approve_what_waited(NOON + timedelta(hours=24))] == ["waited"]


def test_nothing_leaves_by_itself_once_people_are_asked(store: OfferStore) -> None:
    store.add_offer(OFFER)
    store.wait_for_persons()
    store.waited(10**9)
    assert not store.approve_what_waited(NOON + timedelta(days=9))


@pytest.mark.parametrize("late", [timedelta(days=14), timedelta(0)])
def test_what_nobody_answers_is_over_when_either_clock_says_so(store: OfferStore, late: timedelta) -> None:
    store.add_offer(OFFER)
    assert not store.unanswered(NOON)
    store.waited(0 if late else 14 * 24 * 3600 * 1000)
    assert [one.offer_id for one in store.unanswered(NOON + late)] == [OFFER.offer_id]


def test_a_donation_begins_with_its_row_or_not_at_all(store: OfferStore) -> None:
    store.add_offer(OFFER)
    with pytest.raises(OfferDecidedError):
        store.begin_sending(DONATION)
    assert store.donation_of(OFFER.offer_id) is None
    store.approve(OFFER.offer_id, "ab" * 32, "Ada")
    assert store.begin_sending(DONATION).state is OfferState.SENDING
    assert store.donation_of(OFFER.offer_id) == DONATION
    with pytest.raises(OfferUnknownError):
        store.donation("ee" * 16)


def test_receipts_are_kept_in_the_order_of_the_desk(store: OfferStore) -> None:
    for number in (2, 1):
        signed = Review(receipt_sha256=f"{number:064}", donation_id="d0", sequence=number, signed=b"{}", has_label=True)
        store.put_review(signed)
    assert [(one.sequence, one.entered, one.has_label) for one in store.reviews("d0")] == [
        (1, False, True),
        (2, False, True),
    ]


def test_what_is_redacted_is_not_known_any_more_and_can_still_be_taken_back(store: OfferStore) -> None:
    store.add_offer(OFFER)
    store.forget([OFFER.utterance_id])
    with pytest.raises(OfferUnknownError):
        store.offer(OFFER.offer_id)
    store.add_offer(OFFER)
    store.approve(OFFER.offer_id, "ab" * 32, "Ada")
    store.begin_sending(DONATION)
    store.forget([OFFER.utterance_id])
    assert store.offer(OFFER.offer_id).utterance_id == ""
    assert store.donation(DONATION.donation_id).token == b"t" * 32


def test_what_is_deleted_is_overwritten(store: OfferStore, path: Path) -> None:
    store.add_offer(OFFER)
    assert OFFER.utterance_id.encode() in path.read_bytes()
    store.forget([OFFER.utterance_id])
    assert OFFER.utterance_id.encode() not in path.read_bytes()


@pytest.mark.parametrize("content", [b"no database", b""])
def test_a_file_that_is_none_of_ours_is_told(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    if content:
        with pytest.raises(DonationsUnreadableError):
            OfferStore.open(path)
    else:
        assert OfferStore.open(path).consents() == ()


def test_a_store_of_another_version_is_left_alone(store: OfferStore, path: Path) -> None:
    store.close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE meta SET value = '2' WHERE name = 'version'")
    with pytest.raises(DonationsUnreadableError):
        OfferStore.open(path)


def test_instants_are_utc() -> None:
    assert datetime(2026, 11, 28, 12, tzinfo=UTC) == NOON
