"""Privacy events for automations: facts of what was entered of a donation, and never words."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.dispatcher import async_dispatcher_connect
import pytest

from custom_components.earshot.event import PrivacyEvent
from custom_components.earshot.ledger import (
    Accessed,
    Announced,
    Blocked,
    CheckpointWitnessed,
    ConsentGiven,
    ConsentWithdrawn,
    Disowned,
    Donated,
    Erased,
    Finished,
    Gap,
    Heard,
    Listened,
    Offered,
    Record,
    Redacted,
    Reviewed,
    SettingChanged,
    Shared,
)
from custom_components.earshot.models import (
    ContentKind,
    Ear,
    EarKind,
    Evidence,
    Keeping,
    Outcome,
    Place,
    Received,
    Stage,
)
from custom_components.earshot.privacy_events import EVENT_TYPES, SIGNAL_TOLD, Told
from custom_components.earshot.privacy_events.teller import _Teller
from tests.donating.stand_in import KITCHEN, NOW, Donations
from tests.gate.engines import put_cloud_behind
from tests.gate.house import COMMAND, House, add_satellite

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
    "left_house": Announced(at=NOW, ear=DESK, took_ms=20, integration="cloud", version="1", status="ok"),
    "false_wake": Disowned(utterance_id="01", at=NOW, by="Anna"),
    "off_the_record": SettingChanged(at=NOW, setting="off_the_record", satellite=KITCHEN, after="on", by="Anna"),
    "on_the_record": SettingChanged(at=NOW, setting="off_the_record", satellite=KITCHEN, after="off", by="Anna"),
    "gap": Gap(at=NOW, began=NOW, ended=NOW, reason="not_running"),
    "verification_failed": CheckpointWitnessed(at=NOW, size=1, root="0" * 64, agrees=False, witness="Anna", how="qr"),
    "redacted": Redacted(at=NOW, entries=(), utterances=2, by="Anna"),
    "blocked": Blocked(
        utterance_id="01",
        at=NOW,
        stage=Stage.CONVERSATION,
        content=ContentKind.WORDS,
        label="Cloud mind",
        integration="cloud",
        place=Place.INTERNET,
        evidence=Evidence.DECLARED,
        rule="local_only",
    ),
    "shared": Shared(
        utterance_id="01",
        at=NOW,
        contents=(ContentKind.WORDS,),
        ear=replace(DESK, label="Diary"),
        how="action",
        by="Anna",
    ),
    "erased": Erased(utterance_id="01", at=NOW, contents=(ContentKind.WORDS,), by="Anna"),
    "opened": Accessed(utterance_id="01", at=NOW, contents=(ContentKind.WORDS,), who="Anna", how="words"),
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
    # What is kept is told at the end of what was said, and some has no entry, as the tests of that show.
    assert {*EVENT_TYPES} == {*RECORDS, "withdrawn", "stored", "consent_ends", "trace_found"}
    entry = er.async_get(hass).async_get(PRIVACY)
    assert entry is not None
    assert entry.capabilities == {"event_types": list(EVENT_TYPES)}


HEARD = Heard(utterance_id="02", at=NOW, satellite=KITCHEN, assistant="Earshot", user="Anna")
OVER = Finished(utterance_id="02", at=NOW, outcome=Outcome.ANSWERED, left_house=False, took_ms=900)


async def test_what_somebody_said_is_kept_and_that_is_told_once(
    hass: HomeAssistant, house: House, told: list[dict[str, Any]]
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    await house.say(satellite_id=kitchen)
    await house.over()
    assert [(one["event_type"], one["satellite_id"], one["contents"]) for one in told] == [
        ("stored", kitchen, ["response", "words"])
    ]
    assert not any(COMMAND in str(one) for one in told)


async def test_what_left_is_told_once_however_many_got_it(
    hass: HomeAssistant, house: House, told: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    cloud = await put_cloud_behind(hass, house, monkeypatch)
    kitchen = add_satellite(hass, "Kitchen")
    await house.say(satellite_id=kitchen)
    await house.over()
    assert cloud.calls > 1
    (left,) = [one for one in told if one["event_type"] == "left_house"]
    assert (left["satellite_id"], left["place"], left["what"]) == (kitchen, "internet", "utterance")
    assert left["engine"] in left["engines"]
    assert len(left["engines"]) == cloud.calls
    assert not any(cloud.ears.hears in str(one) for one in told)


async def test_a_false_wake_is_told_and_one_that_stayed_at_home_did_not_leave(
    hass: HomeAssistant, house: House, told: list[dict[str, Any]]
) -> None:
    await enter(hass, house, HEARD, replace(OVER, outcome=Outcome.FALSE_WAKE))
    assert [(one["event_type"], one["satellite"]) for one in told] == [("false_wake", KITCHEN.label)]


async def test_an_utterance_is_told_as_refused_once(
    hass: HomeAssistant, house: House, told: list[dict[str, Any]]
) -> None:
    blocked = RECORDS["blocked"]
    await enter(hass, house, blocked)
    await enter(hass, house, blocked)
    assert [one["event_type"] for one in told] == ["blocked"]


async def test_what_is_erased_together_is_told_once(
    hass: HomeAssistant, house: House, told: list[dict[str, Any]]
) -> None:
    erased = Erased(utterance_id="02", at=NOW, contents=(ContentKind.WORDS,), by="Anna")
    await enter(hass, house, HEARD, erased, replace(erased, utterance_id="03"))
    assert [(one["event_type"], one["count"]) for one in told] == [("erased", 2)]


async def test_that_somebody_opens_their_own_words_is_not_told(
    hass: HomeAssistant, house: House, told: list[dict[str, Any]]
) -> None:
    opened = Accessed(utterance_id="02", at=NOW, contents=(ContentKind.WORDS,), who="Anna", how="words")
    await enter(hass, house, HEARD, opened, replace(opened, how="search", who="Chief"))
    assert not told
    await enter(hass, house, replace(opened, who="Chief"))
    assert [(one["event_type"], one["who"]) for one in told] == [("opened", "Chief")]


async def test_what_stays_at_home_has_not_left(hass: HomeAssistant, house: House, told: list[dict[str, Any]]) -> None:
    near = replace(DESK, place=Place.THIS_MACHINE)
    streamed = Listened(
        at=NOW, satellite=KITCHEN, ear=near, integration="x", version="1", began=NOW, ended=NOW, wakes=0
    )
    announced = RECORDS["left_house"]
    assert isinstance(announced, Announced)
    await enter(hass, house, streamed, replace(announced, ear=near))
    assert not told
    await enter(hass, house, replace(streamed, ear=DESK))
    assert [(one["event_type"], one["what"]) for one in told] == [("left_house", "stream")]


async def test_another_setting_and_a_checkpoint_that_fits_are_not_told(
    hass: HomeAssistant, house: House, told: list[dict[str, Any]]
) -> None:
    setting, witnessed = RECORDS["off_the_record"], RECORDS["verification_failed"]
    assert isinstance(setting, SettingChanged)
    assert isinstance(witnessed, CheckpointWitnessed)
    await enter(hass, house, replace(setting, setting="keep_sound"), replace(witnessed, agrees=True))
    assert not told


async def test_what_is_entered_last_is_told_while_the_entry_unloads(hass: HomeAssistant, house: House) -> None:
    heard: list[Told] = []
    async_dispatcher_connect(hass, SIGNAL_TOLD, heard.append)
    teller, runtime = _Teller(hass, house.entry), house.entry.runtime_data
    async with teller._in_turn:
        teller.entered((replace(OVER, outcome=Outcome.FALSE_WAKE),))
        del house.entry.runtime_data
    await hass.async_block_till_done()
    house.entry.runtime_data = runtime
    assert [one.event_type for one in heard] == ["false_wake"]


async def test_what_is_handed_to_somebody_is_told_with_who_got_it_and_how(
    hass: HomeAssistant, house: House, told: list[dict[str, Any]]
) -> None:
    shared = RECORDS["shared"]
    assert isinstance(shared, Shared)
    await enter(hass, house, HEARD, replace(shared, utterance_id="02", by=""))
    assert [(one["satellite"], one["who"], one["how"], one["place"], one["by"]) for one in told] == [
        (KITCHEN.label, "Diary", "action", "internet", None)
    ]


def test_persons_are_not_recorded() -> None:
    assert {"by", "who", "satellite", "satellite_id"} <= PrivacyEvent._unrecorded_attributes
