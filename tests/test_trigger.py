"""Triggers by purpose, in real automations: each fires once for the real event, with its facts, and for no other."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from homeassistant.core import HomeAssistant, ServiceCall
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.helpers.trigger import async_get_all_descriptions
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import probatio
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed, async_mock_service
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.earshot.ledger import Blocked, Record
from custom_components.earshot.models import Place, Rule, RuleContent, Zone
from custom_components.earshot.privacy_events import EVENT_TYPES
from custom_components.earshot.privacy_events.consents import follow_consents
from custom_components.earshot.runtime import TraceFound
from custom_components.earshot.traces.table import read_table
from custom_components.earshot.traces.traces import SIGNAL_SURVEYED
from custom_components.earshot.trigger import TRACE_PLACES, TRIGGERS, PrivacyTrigger
from tests.donating.stand_in import CONSENT, KITCHEN, NOW, ON, Donations
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
OTHERS = {
    "earshot.withdrawn",
    "earshot.stored",
    "earshot.consent_ends",
    "earshot.trace_found",
    "earshot.microphone_opened",
}


async def automate(
    hass: HomeAssistant, trigger: str, target: dict[str, Any] | None = None, **options: Any
) -> list[ServiceCall]:
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
        "triggers": [{"trigger": trigger, "options": options} | ({"target": target} if target else {})],
        "actions": [{"action": "test.told", "data": data}],
    }
    assert await async_setup_component(hass, "automation", {"automation": [automation]})
    await hass.async_block_till_done()
    assert hass.states.is_state("automation.somebody_s", "on")
    return calls


async def after(hass: HomeAssistant, seconds: float) -> None:
    """Let what waits for this long from now go on."""
    await hass.async_block_till_done()
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=seconds))
    await hass.async_block_till_done()


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
    assert {f"earshot.{name}" for name in TRIGGERS} == {*STORED_ENTRIES, *OTHERS}


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
    capture = {"type": "assist_pipeline/device/capture", "device_id": device_id}
    await client.send_json_auto_id(capture | {"timeout": 60})
    assert (await client.receive_json())["success"]
    await house.runtime.outside.settle()
    await hass.async_block_till_done()
    assert [(call.data["type"], call.data["satellite"]) for call in calls] == [("shared", kitchen)]
    await client.send_json_auto_id(capture | {"timeout": 0.01})  # takes over, so that nothing waits for a minute
    ends = 0
    while ends < 2:
        ends += (await client.receive_json()).get("event", {}).get("type") == "end"


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
        ("trace_found", {"trace": "the_moon"}),
        ("microphone_opened", {"for": "long"}),
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
        assert ("target" in described) == bool(trigger.target)


async def test_a_microphone_that_is_open_for_longer_than_was_said_fires_once_each_time(
    hass: HomeAssistant, house: House
) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    calls = await automate(hass, "earshot.microphone_opened", {"entity_id": kitchen}, **{"for": {"seconds": 10}})
    hass.states.async_set(kitchen, "listening")
    hass.states.async_set(hall, "listening")
    await after(hass, 9)
    assert not calls
    await after(hass, 11)
    await after(hass, 60)
    assert [(call.data["type"], call.data["satellite"]) for call in calls] == [("microphone_opened", kitchen)]
    hass.states.async_set(kitchen, "idle")
    await hass.async_block_till_done()
    with house.runtime.gate.microphones.streaming(kitchen):
        await after(hass, 11)
    assert len(calls) == 2


@pytest.mark.parametrize("closes", ["idle", "unavailable", "unloaded"])
async def test_a_microphone_that_closes_before_does_not_fire(hass: HomeAssistant, house: House, closes: str) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    calls = await automate(hass, "earshot.microphone_opened", {"entity_id": kitchen}, **{"for": {"seconds": 10}})
    hass.states.async_set(kitchen, "listening")
    await hass.async_block_till_done()
    if closes == "unloaded":
        await hass.config_entries.async_unload(house.entry.entry_id)
    else:
        hass.states.async_set(kitchen, closes)
    await after(hass, 11)
    assert not calls


async def test_any_microphone_fires_as_soon_as_it_opens_and_not_for_having_been_open(
    hass: HomeAssistant, house: House
) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    hass.states.async_set(hall, "listening")
    calls = await automate(hass, "earshot.microphone_opened")
    assert not calls
    await house.speak_to(satellite_id=kitchen)
    await house.over()
    assert [call.data["satellite"] for call in calls] == [kitchen]


async def test_a_trace_that_was_not_there_fires_once_and_again_when_it_was_cleared(
    hass: HomeAssistant, house: House
) -> None:
    calls = await automate(hass, "earshot.trace_found", trace="pipeline_debug")
    await after(hass, 61)
    await house.say()
    await house.over()
    await after(hass, 3601)
    await house.say()
    await house.over()
    await after(hass, 7202)
    assert [call.data["type"] for call in calls] == ["trace_found"]
    await house.runtime.traces.purge("pipeline_debug")
    await house.runtime.traces.survey()
    await house.say()
    await house.over()
    await house.runtime.traces.survey()
    await hass.async_block_till_done()
    assert len(calls) == 2
    assert COMMAND not in str(calls)


async def test_what_was_there_at_the_first_look_and_what_nobody_can_count_does_not_fire(
    hass: HomeAssistant, house: House
) -> None:
    calls = await automate(hass, "earshot.trace_found")
    some = TraceFound(place="in_a_drawer", count=7)
    for count in (7, 8, None, 9, 0, None, 0):
        async_dispatcher_send(hass, SIGNAL_SURVEYED, (replace(some, count=count),))
    await hass.async_block_till_done()
    assert not calls
    async_dispatcher_send(hass, SIGNAL_SURVEYED, (some,))
    await hass.async_block_till_done()
    assert len(calls) == 1


async def test_what_goes_by_itself_before_the_next_look_does_not_fire(hass: HomeAssistant, house: House) -> None:
    calls = await automate(hass, "earshot.trace_found")
    soon, later = dt_util.utcnow() + timedelta(minutes=5), dt_util.utcnow() + timedelta(hours=5)
    some = TraceFound(place="chat_sessions", count=0)
    for found in (some, replace(some, count=1, until=soon), some, replace(some, count=1, until=later)):
        async_dispatcher_send(hass, SIGNAL_SURVEYED, (found,))
    await hass.async_block_till_done()
    assert len(calls) == 1


async def test_a_consent_in_its_last_week_fires_once_and_not_again_after_a_reload(
    hass: HomeAssistant, house: House, donations: Donations
) -> None:
    now = dt_util.utcnow()
    soon = replace(CONSENT, consent_id="1" * 32, until=now + timedelta(days=3))
    later = replace(CONSENT, consent_id="2" * 32, until=now + timedelta(days=30))
    calls = await automate(hass, "earshot.consent_ends", satellite=KITCHEN.entity_id)
    donations.becomes(replace(ON, consents=(soon, later)))
    await after(hass, 61)
    await after(hass, 3601)
    assert [(call.data["type"], call.data["satellite"]) for call in calls] == [("consent_ends", KITCHEN.entity_id)]
    stop = follow_consents(hass, house.runtime)  # as a reload begins it anew
    await after(hass, 7202)
    stop()
    assert len(calls) == 1


def test_the_places_of_traces_are_those_that_there_are() -> None:
    assert {*TRACE_PLACES} == {*read_table().names}
