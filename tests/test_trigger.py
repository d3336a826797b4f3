"""Triggers by purpose, in real automations: each fires once for the real event, with its facts, and for no other."""

from dataclasses import replace
from typing import Any

from homeassistant.core import HomeAssistant, ServiceCall
from homeassistant.helpers.trigger import async_get_all_descriptions
from homeassistant.setup import async_setup_component
import probatio
import pytest
from pytest_homeassistant_custom_component.common import async_mock_service
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.earshot.ledger import Blocked, Record
from custom_components.earshot.models import Place, Rule, RuleContent, Zone
from custom_components.earshot.privacy_events import EVENT_TYPES
from custom_components.earshot.trigger import TRIGGERS, PrivacyTrigger
from tests.donating.stand_in import NOW, Donations
from tests.gate.engines import put_cloud_behind
from tests.gate.house import COMMAND, House, add_satellite
from tests.gate.test_outside import satellite_of_a_device
from tests.gate.test_verifying import spoiled
from tests.test_event import RECORDS, REVIEWED, enter

STORED_ENTRIES = {
    "earshot.left_house": "left_house",
    "earshot.blocked": "blocked",
    "earshot.listened": "reviewed",
    "earshot.opened": "opened",
    "earshot.shared": "shared",
    "earshot.offered": "offered",
    "earshot.donated": "donated",
    "earshot.erased": "erased",
    "earshot.false_wake": "false_wake",
    "earshot.off_the_record": "off_the_record",
    "earshot.on_the_record": "on_the_record",
    "earshot.consent_changed": "consent_given",
    "earshot.ledger_problem": "gap",
}
"""The triggers that one entry alone fires, with the type of the event."""


async def automate(hass: HomeAssistant, trigger: str, **options: Any) -> list[ServiceCall]:
    """Let an automation of somebody wait for a trigger; return what it does each time."""
    calls: list[ServiceCall] = async_mock_service(hass, "test", "told")
    data = {
        "type": "{{ trigger.type }}",
        "satellite": "{{ trigger.satellite_id }}",
        "engine": "{{ trigger.engine }}",
        "place": "{{ trigger.place }}",
        "all": "{{ trigger }}",
    }
    automation = {
        "alias": "Somebody's",
        "mode": "queued",
        "triggers": [{"trigger": trigger, "options": options}],
        "actions": [{"action": "test.told", "data": data}],
    }
    assert await async_setup_component(hass, "automation", {"automation": [automation]})
    await hass.async_block_till_done()
    assert hass.states.is_state("automation.somebody_s", "on")
    return calls


@pytest.mark.parametrize(("trigger", "event_type"), STORED_ENTRIES.items())
async def test_it_fires_once_for_the_entry_and_for_no_other(
    hass: HomeAssistant, house: House, donations: Donations, trigger: str, event_type: str
) -> None:
    calls = await automate(hass, trigger)
    mine = next(kind for kind in TRIGGERS if trigger == f"earshot.{kind}")
    types = types_of(mine)
    await enter(hass, house, *(record for name, record in RECORDS.items() if name not in types))
    assert not calls
    await enter(hass, house, RECORDS[event_type])
    assert [call.data["type"] for call in calls] == [event_type]


def types_of(name: str) -> frozenset[str]:
    trigger = TRIGGERS[name]
    assert issubclass(trigger, PrivacyTrigger)
    return trigger.types


def test_every_type_of_event_fires_some_trigger() -> None:
    assert frozenset().union(*map(types_of, TRIGGERS)) == {*EVENT_TYPES}
    assert {f"earshot.{name}" for name in TRIGGERS} == {*STORED_ENTRIES, "earshot.withdrawn", "earshot.stored"}


async def test_what_leaves_the_house_fires_with_the_satellite_the_engine_and_no_words(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    cloud = await put_cloud_behind(hass, house, monkeypatch)
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    calls = await automate(hass, "earshot.left_house", satellite=kitchen, place="internet")
    await house.say(satellite_id=hall)
    await house.over()
    assert not calls
    await house.say(satellite_id=kitchen)
    await house.over()
    (call,) = calls
    assert (call.data["satellite"], call.data["place"]) == (kitchen, "internet")
    assert call.data["engine"] == "The speech_to_text"
    assert cloud.ears.hears not in str(call.data)


async def test_what_stays_at_home_does_not_fire(hass: HomeAssistant, house: House) -> None:
    calls = await automate(hass, "earshot.left_house")
    await house.say()
    await house.over()
    assert not calls


async def test_what_a_rule_refuses_fires(hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await put_cloud_behind(hass, house, monkeypatch)
    for content in RuleContent:
        await house.runtime.settings.set_rule(None, content, Zone.INTERNET, Rule.LOCAL_ONLY, "Ada")
    kitchen = add_satellite(hass, "Kitchen")
    calls = await automate(hass, "earshot.blocked", satellite=[kitchen])
    await house.say(satellite_id=kitchen)
    await house.over()
    assert [(call.data["satellite"], call.data["place"]) for call in calls] == [(kitchen, "internet")]


async def test_what_is_kept_fires_once_for_an_utterance(hass: HomeAssistant, house: House) -> None:
    calls = await automate(hass, "earshot.stored")
    await house.say()
    await house.over()
    assert [call.data["type"] for call in calls] == ["stored"]
    assert COMMAND not in str(calls[0].data)


async def test_a_clip_that_was_taken_back_fires_and_nobody_listened_to_it(
    hass: HomeAssistant, house: House, donations: Donations
) -> None:
    calls = await automate(hass, "earshot.withdrawn")
    donations.one = replace(donations.one, withdraw_asked=NOW)
    await enter(hass, house, replace(REVIEWED, action="deleted"))
    assert [call.data["type"] for call in calls] == ["withdrawn"]


async def test_a_deletion_is_no_listening(hass: HomeAssistant, house: House, donations: Donations) -> None:
    calls = await automate(hass, "earshot.listened")
    await enter(hass, house, replace(REVIEWED, action="deleted"))
    assert not calls


async def test_a_captured_microphone_fires_with_the_satellite(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    kitchen, device_id = satellite_of_a_device(hass)
    calls = await automate(hass, "earshot.shared", satellite=kitchen, place="unknown")
    client = await hass_ws_client()
    await client.send_json_auto_id({"type": "assist_pipeline/device/capture", "device_id": device_id, "timeout": 60})
    assert (await client.receive_json())["success"]
    await house.runtime.outside.settle()
    await hass.async_block_till_done()
    assert [(call.data["type"], call.data["satellite"]) for call in calls] == [("shared", kitchen)]


async def test_a_verification_that_fails_fires_without_a_witness_and_one_that_holds_does_not(
    hass: HomeAssistant, house: House
) -> None:
    await house.say()
    await house.over()
    calls = await automate(hass, "earshot.ledger_problem")
    await hass.services.async_call("earshot", "verify", blocking=True, return_response=True)
    assert not calls
    async with spoiled(hass, house):
        await hass.services.async_call("earshot", "verify", blocking=True, return_response=True)
        await hass.async_block_till_done()
    (call,) = calls
    assert call.data["type"] == "verification_failed"
    assert "'who': None, 'step':" in call.data["all"]


async def test_an_engine_and_a_place_that_are_not_named_do_not_fire(hass: HomeAssistant, house: House) -> None:
    calls = await automate(hass, "earshot.blocked", engine="Cloud mind", place=["internet", "unknown"])
    record = RECORDS["blocked"]
    assert isinstance(record, Blocked)
    others: list[Record] = [
        replace(record, utterance_id="03", label="Another"),
        replace(record, utterance_id="04", place=Place.HOME_NETWORK),
    ]
    await enter(hass, house, *others)
    assert not calls
    await enter(hass, house, record)
    assert [call.data["engine"] for call in calls] == ["Cloud mind"]


async def test_it_fires_after_a_reload_still_once(hass: HomeAssistant, house: House) -> None:
    calls = await automate(hass, "earshot.ledger_problem")
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()
    await enter(hass, house, RECORDS["gap"])
    assert len(calls) == 1


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("left_house", {"satellite": "light.kitchen"}),
        ("left_house", {"place": "the_moon"}),
        ("donated", {"satellite": "assist_satellite.kitchen"}),
    ],
)
async def test_options_that_make_no_sense_are_refused(
    hass: HomeAssistant, house: House, name: str, options: dict[str, str]
) -> None:
    config = {"trigger": f"earshot.{name}", "options": options}
    with pytest.raises(probatio.Invalid):
        await TRIGGERS[name].async_validate_complete_config(hass, config)


async def test_each_is_described_with_the_fields_that_it_takes(hass: HomeAssistant, house: House) -> None:
    descriptions = await async_get_all_descriptions(hass)
    for name, trigger in TRIGGERS.items():
        assert issubclass(trigger, PrivacyTrigger)
        described = descriptions[f"earshot.{name}"]
        assert described is not None
        assert {*described.get("fields", {})} == {str(marker) for marker in trigger.fields}
