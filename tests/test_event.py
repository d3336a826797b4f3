"""Privacy events for automations: facts of what was entered of a donation, and never words."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
import pytest

from custom_components.earshot.event import EVENT_TYPES, EVENTS, PrivacyEvent
from custom_components.earshot.ledger import ConsentGiven, ConsentWithdrawn, Donated, Offered, Record, Reviewed
from custom_components.earshot.models import ContentKind, Ear, EarKind, Evidence, Keeping, Place, Received
from tests.donating.stand_in import KITCHEN, NOW, Donations
from tests.gate.house import House

PRIVACY = "event.earshot_privacy"
DESK = Ear(
    label="Club desk",
    kind=EarKind.RECIPIENT,
    place=Place.INTERNET,
    evidence=Evidence.OBSERVED,
    got=Received(),
    keeps=Keeping.UNKNOWN,
)
PERSON = replace(DESK, kind=EarKind.REVIEWER, got=Received(sound_ms=2_400))
OFFERED = Offered(
    utterance_id="01", at=NOW, contents=(ContentKind.SOUND,), purpose="improve_wake_words", desk="Club desk"
)
REVIEWED = Reviewed(
    utterance_id="01",
    at=NOW,
    donation_id="7" * 32,
    ear=PERSON,
    action="listened",
    happened=NOW,
    receipt_sha256="0" * 64,
)
RECORDS: dict[str, Record] = {
    "offered": OFFERED,
    "donated": Donated(
        utterance_id="01",
        at=NOW,
        donation_id="7" * 32,
        consent_id="0" * 32,
        contents=(ContentKind.SOUND, ContentKind.WORDS),
        ear=DESK,
        size=65_536,
        sha256="4" * 64,
        by="Chief",
    ),
    "reviewed": REVIEWED,
    "consent_given": ConsentGiven(
        at=NOW,
        consent_id="0" * 32,
        purpose="improve_wake_words",
        satellite=KITCHEN,
        desk="Club desk",
        statement_sha256="0" * 64,
        desk_key_sha256="0" * 64,
        receipt_sha256="0" * 64,
        until=NOW + timedelta(days=90),
        by="Chief",
    ),
    "consent_withdrawn": ConsentWithdrawn(at=NOW, consent_id="0" * 32, reason="person", by="Anna"),
}


@pytest.fixture
def told(hass: HomeAssistant) -> list[dict[str, Any]]:
    """Collect what automations would see."""
    found: list[dict[str, Any]] = []

    @callback
    def changed(event: Any) -> None:
        if event.data["entity_id"] == PRIVACY and event.data["new_state"].attributes.get("event_type"):
            found.append(dict(event.data["new_state"].attributes))

    hass.bus.async_listen("state_changed", changed)
    return found


async def enter(hass: HomeAssistant, house: House, *records: Record) -> None:
    assert await house.runtime.storage.write(records)
    await hass.async_block_till_done()


@pytest.mark.parametrize("event_type", RECORDS)
async def test_an_entry_is_told(
    hass: HomeAssistant, house: House, donations: Donations, told: list[dict[str, Any]], event_type: str
) -> None:
    await enter(hass, house, RECORDS[event_type])
    assert [one["event_type"] for one in told] == [event_type]
    assert not {"utterance_id", "donation_id", "consent_id"} & told[0].keys()


async def test_each_of_several_entries_is_told(
    hass: HomeAssistant, house: House, donations: Donations, told: list[dict[str, Any]]
) -> None:
    await enter(hass, house, *RECORDS.values())
    assert [one["event_type"] for one in told] == [*RECORDS]


async def test_who_listened_and_how_long_is_told(
    hass: HomeAssistant, house: House, donations: Donations, told: list[dict[str, Any]]
) -> None:
    await enter(hass, house, REVIEWED)
    assert (told[0]["who"], told[0]["action"], told[0]["heard_ms"]) == ("Club desk", "listened", 2_400)


async def test_a_deletion_that_was_asked_for_is_a_withdrawal_and_another_is_not(
    hass: HomeAssistant, house: House, donations: Donations, told: list[dict[str, Any]]
) -> None:
    deleted = replace(REVIEWED, action="deleted")
    await enter(hass, house, deleted)
    donations.one = replace(donations.one, withdraw_asked=NOW)
    await enter(hass, house, deleted)
    assert [one["event_type"] for one in told] == ["reviewed", "withdrawn"]


async def test_neither_a_refusal_nor_what_the_house_s_own_desk_hears_is_told(
    hass: HomeAssistant, house: House, donations: Donations, told: list[dict[str, Any]]
) -> None:
    await enter(hass, house, replace(OFFERED, refused="guest"), replace(REVIEWED, utterance_id=None))
    assert not told


async def test_every_type_can_be_told_and_has_a_name(hass: HomeAssistant, house: House) -> None:
    assert {*EVENT_TYPES} == {*RECORDS, "withdrawn"}
    assert {type(record) for record in RECORDS.values()} == {*EVENTS}
    entry = er.async_get(hass).async_get(PRIVACY)
    assert entry is not None
    assert entry.capabilities == {"event_types": list(EVENT_TYPES)}


def test_persons_are_not_recorded() -> None:
    assert {"by", "who", "satellite"} <= PrivacyEvent._unrecorded_attributes
