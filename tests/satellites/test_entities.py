"""What stands on the page of a paired satellite's device: switches, rules, what was last, and the microphone."""

import asyncio
from datetime import timedelta
from typing import Any

from homeassistant.auth.models import User
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.const import STATE_UNAVAILABLE
from homeassistant.core import Context, HomeAssistant, State
from homeassistant.exceptions import HomeAssistantError, Unauthorized
from homeassistant.helpers import device_registry as dr, entity_registry as er, issue_registry as ir
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import mock_restore_cache
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.ledger import Ledger
from custom_components.earshot.models import ContentKind, Evidence, Place, Rule, RuleContent, Zone
from custom_components.earshot.policy.classify import Standing
from tests.gate.house import House, refused
from tests.gate.test_settings import changes
from tests.satellites.devices import Device, Devices
from tests.satellites.test_pairing import pair

WEEK = timedelta(days=7)
ENTITIES = {
    "binary_sensor.kitchen_microphone_open",
    "select.kitchen_off_the_record_for",
    "select.kitchen_sound_to_the_internet",
    "select.kitchen_words_to_the_internet",
    "sensor.kitchen_last_left_the_house",
    "sensor.kitchen_last_outcome",
    "sensor.kitchen_off_the_record_until",
    "switch.kitchen_keep_sound",
    "switch.kitchen_keep_words",
    "switch.kitchen_off_the_record",
}


@pytest.fixture
async def kitchen(house: House, devices: Devices) -> Device:
    device = await devices.add(Device("Kitchen"))
    await pair(house, device)
    return device


def state(hass: HomeAssistant, entity_id: str) -> str:
    found = hass.states.get(entity_id)
    assert found is not None, entity_id
    return found.state


def entities(hass: HomeAssistant, house: House) -> set[str]:
    found = er.async_entries_for_config_entry(er.async_get(hass), house.entry.entry_id)
    pairs = {pair.subentry_id for pair in house.entry.get_subentries_of_type("satellite")}
    return {one.entity_id for one in found if one.config_subentry_id in pairs}


async def act(hass: HomeAssistant, action: str, entity_id: str, user: User | None = None, **data: Any) -> None:
    domain, _, service = action.partition(".")
    context = Context(user_id=user.id if user else None)
    await hass.services.async_call(domain, service, {"entity_id": entity_id, **data}, blocking=True, context=context)
    await hass.async_block_till_done()


async def test_they_stand_on_the_satellites_own_device(hass: HomeAssistant, house: House, kitchen: Device) -> None:
    assert entities(hass, house) == ENTITIES
    registry = er.async_get(hass)
    device_id = registry.async_get(kitchen.entity_id).device_id  # type: ignore[union-attr]  # it is registered
    assert {registry.async_get(one).device_id for one in ENTITIES} == {device_id}  # type: ignore[union-attr]  # the same
    # Earshot has made no device for it, and taken none over.
    device = dr.async_get(hass).async_get(device_id or "")
    assert isinstance(device, dr.DeviceEntry)
    assert device.config_entry_id == kitchen.entry.entry_id


async def test_only_paired_satellites_have_them_and_lose_them_with_the_pairing(
    hass: HomeAssistant, house: House, devices: Devices, kitchen: Device
) -> None:
    await devices.add(Device("Hall"))
    assert hass.states.get("switch.hall_keep_sound") is None
    (subentry,) = house.entry.get_subentries_of_type("satellite")
    hass.config_entries.async_remove_subentry(house.entry, subentry.subentry_id)
    await hass.async_block_till_done()
    assert not [one for one in ENTITIES if hass.states.get(one) or er.async_get(hass).async_get(one)]


async def test_keeping_sound_is_switched_by_an_administrator_who_is_named(
    hass: HomeAssistant, house: House, kitchen: Device, hass_admin_user: User
) -> None:
    assert state(hass, "switch.kitchen_keep_sound") == "off"
    await act(hass, "switch.turn_on", "switch.kitchen_keep_sound", hass_admin_user)
    assert state(hass, "switch.kitchen_keep_sound") == "on"
    settings = house.runtime.settings
    assert settings.retention.keep(settings.place_of(kitchen.entity_id), ContentKind.SOUND) == WEEK
    await kitchen.speak()
    assert ContentKind.SOUND in {content.kind for content in (await house.utterance()).contents}
    (changed,) = changes(house)
    assert (changed.setting, changed.after, changed.by) == ("keep_sound", "P7D", hass_admin_user.name)
    assert changed.satellite is not None
    assert changed.satellite.entity_id == kitchen.entity_id
    await act(hass, "switch.turn_off", "switch.kitchen_keep_sound", hass_admin_user)
    assert state(hass, "switch.kitchen_keep_sound") == "off"


async def test_keeping_words_means_answers_too(hass: HomeAssistant, house: House, kitchen: Device) -> None:
    assert state(hass, "switch.kitchen_keep_words") == "on"
    await act(hass, "switch.turn_off", "switch.kitchen_keep_words")
    await kitchen.speak()
    assert (await house.utterance()).contents == ()
    # Words alone off, answers on: something is kept, so it is not off.
    await house.runtime.settings.set_retention(kitchen.entity_id, ContentKind.RESPONSE, None, "test")
    await hass.async_block_till_done()
    assert state(hass, "switch.kitchen_keep_words") == "on"


@pytest.mark.parametrize(
    ("action", "entity_id", "data"),
    [
        ("switch.turn_on", "switch.kitchen_keep_sound", {}),
        ("switch.turn_off", "switch.kitchen_keep_words", {}),
        ("select.select_option", "select.kitchen_sound_to_the_internet", {"option": "allow"}),
    ],
)
@pytest.mark.usefixtures("kitchen")
async def test_what_is_kept_and_sent_is_for_administrators(
    hass: HomeAssistant, hass_read_only_user: User, action: str, entity_id: str, data: dict[str, Any]
) -> None:
    hass_read_only_user.mock_policy({"entities": True})  # type: ignore[attr-defined]  # they may control everything
    before = state(hass, entity_id)
    with pytest.raises(Unauthorized):
        await act(hass, action, entity_id, hass_read_only_user, **data)
    assert state(hass, entity_id) == before


async def test_off_the_record_is_for_everybody_who_may_control_it(
    hass: HomeAssistant, house: House, kitchen: Device, hass_read_only_user: User
) -> None:
    hass_read_only_user.mock_policy({"entities": True})  # type: ignore[attr-defined]  # they may control everything
    await act(hass, "switch.turn_on", "switch.kitchen_off_the_record", hass_read_only_user)
    assert state(hass, "switch.kitchen_off_the_record") == "on"
    assert state(hass, "sensor.kitchen_off_the_record_until") == "unknown"
    await kitchen.speak()
    assert (await house.utterance()).contents == ()
    await act(hass, "switch.turn_off", "switch.kitchen_off_the_record", hass_read_only_user)
    assert state(hass, "switch.kitchen_off_the_record") == "off"
    await act(hass, "switch.turn_off", "switch.kitchen_off_the_record")  # once more changes nothing


async def test_it_ends_by_itself_when_that_is_chosen(hass: HomeAssistant, house: House, kitchen: Device) -> None:
    before = dt_util.utcnow()
    await act(hass, "select.select_option", "select.kitchen_off_the_record_for", option="1_hour")
    assert state(hass, "switch.kitchen_off_the_record") == "off"
    await act(hass, "switch.turn_on", "switch.kitchen_off_the_record")
    until = dt_util.parse_datetime(state(hass, "sensor.kitchen_off_the_record_until"))
    assert until is not None
    assert timedelta(minutes=59) < until - before < timedelta(minutes=61)
    # While it lasts, another choice moves its end.
    await act(hass, "select.select_option", "select.kitchen_off_the_record_for", option="until_ended")
    assert state(hass, "sensor.kitchen_off_the_record_until") == "unknown"
    assert state(hass, "switch.kitchen_off_the_record") == "on"


async def test_what_was_chosen_outlives_a_restart(hass: HomeAssistant, house: House, kitchen: Device) -> None:
    await act(hass, "select.select_option", "select.kitchen_off_the_record_for", option="4_hours")
    mock_restore_cache(hass, [State("select.kitchen_off_the_record_for", "4_hours")])
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()
    assert state(hass, "select.kitchen_off_the_record_for") == "4_hours"


async def test_while_the_whole_house_is_off_the_record_the_satellite_is_and_cannot_end_it(
    hass: HomeAssistant, house: House, kitchen: Device
) -> None:
    await house.runtime.settings.go_off(None, None, "test")
    await hass.async_block_till_done()
    assert state(hass, "switch.kitchen_off_the_record") == "on"
    with pytest.raises(HomeAssistantError):
        await act(hass, "switch.turn_off", "switch.kitchen_off_the_record")


async def test_the_rule_for_the_internet_is_the_houses_or_its_own(
    hass: HomeAssistant, house: House, kitchen: Device
) -> None:
    settings, entity_id = house.runtime.settings, "select.kitchen_words_to_the_internet"
    assert state(hass, entity_id) == "as_the_house"
    await act(hass, "select.select_option", entity_id, option="local_only")
    assert state(hass, entity_id) == "local_only"
    assert settings.rule_of(kitchen.entity_id, RuleContent.WORDS, Zone.INTERNET) is Rule.LOCAL_ONLY
    assert state(hass, "select.kitchen_sound_to_the_internet") == "as_the_house"
    await act(hass, "select.select_option", entity_id, option="as_the_house")
    assert settings.rule_of(kitchen.entity_id, RuleContent.WORDS, Zone.INTERNET) is None


async def test_what_was_last_comes_from_the_ledger_also_after_a_restart(
    hass: HomeAssistant, house: House, kitchen: Device
) -> None:
    assert state(hass, "sensor.kitchen_last_outcome") == "unknown"
    await kitchen.speak()
    await house.over()
    await hass.async_block_till_done()
    assert state(hass, "sensor.kitchen_last_outcome") == "answered"
    assert state(hass, "sensor.kitchen_last_left_the_house") == "unknown"
    house.host.hears = refused("rejected")
    await kitchen.speak()
    await house.over()
    await hass.async_block_till_done()
    assert state(hass, "sensor.kitchen_last_outcome") == "not_understood"
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()
    assert state(hass, "sensor.kitchen_last_outcome") == "not_understood"


async def test_what_others_say_is_not_its_last(
    hass: HomeAssistant, house: House, devices: Devices, kitchen: Device
) -> None:
    hall = await devices.add(Device("Hall"))
    await hall.choose(hass, "Earshot")
    await hall.speak()
    await house.say()
    await house.over()
    await hass.async_block_till_done()
    assert state(hass, "sensor.kitchen_last_outcome") == "unknown"


async def test_what_leaves_the_house_is_told_with_its_time(
    hass: HomeAssistant, house: House, kitchen: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = Standing(Place.INTERNET, Evidence.DECLARED)
    monkeypatch.setattr("custom_components.earshot.gate.engine.HOME_ASSISTANT", away)
    await kitchen.speak()
    utterance = await house.utterance()
    await hass.async_block_till_done()
    assert utterance.left_house
    assert state(hass, "sensor.kitchen_last_left_the_house") == utterance.at.isoformat(timespec="seconds")


async def test_a_ledger_that_does_not_answer_is_asked_again_with_the_next_utterance(
    hass: HomeAssistant, house: House, kitchen: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise LedgerUnavailableError

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "utterances", refuse)
        await kitchen.speak()
        await house.over()
        await hass.async_block_till_done()
        assert state(hass, "sensor.kitchen_last_outcome") == STATE_UNAVAILABLE
    await kitchen.speak()
    await house.over()
    await hass.async_block_till_done()
    assert state(hass, "sensor.kitchen_last_outcome") == "answered"


async def test_the_microphone_is_shown_open_while_sound_comes(
    hass: HomeAssistant, house: House, kitchen: Device
) -> None:
    assert state(hass, "binary_sensor.kitchen_microphone_open") == "off"
    house.host.wakes_after = 3600
    opened = asyncio.Event()
    house.runtime.gate.microphones.add_listener(opened.set)
    run = asyncio.create_task(kitchen.speak(seconds=600, start=PipelineStage.WAKE_WORD))
    await opened.wait()
    # It says that it is idle, and streams all the same.
    assert state(hass, kitchen.entity_id) == "idle"
    assert state(hass, "binary_sensor.kitchen_microphone_open") == "on"
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
    assert state(hass, "binary_sensor.kitchen_microphone_open") == "off"


async def test_everything_goes_on_under_another_name(hass: HomeAssistant, house: House, kitchen: Device) -> None:
    await kitchen.speak()
    await house.over()
    er.async_get(hass).async_update_entity(kitchen.entity_id, new_entity_id="assist_satellite.cellar")
    await hass.async_block_till_done()
    hass.states.async_set("assist_satellite.cellar", "listening")
    await hass.async_block_till_done()
    assert state(hass, "binary_sensor.kitchen_microphone_open") == "on"
    await act(hass, "switch.turn_on", "switch.kitchen_keep_sound")
    assert state(hass, "switch.kitchen_keep_sound") == "on"
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()
    # The ledger names it as it was called then, and it is still the same satellite.
    assert state(hass, "sensor.kitchen_last_outcome") == "answered"
    assert state(hass, "switch.kitchen_keep_sound") == "on"


async def test_with_a_satellite_that_is_removed_they_go_and_a_person_can_end_the_pairing(
    hass: HomeAssistant, house: House, kitchen: Device, hass_client: ClientSessionGenerator
) -> None:
    await hass.config_entries.async_remove(kitchen.entry.entry_id)
    await hass.async_block_till_done()
    assert entities(hass, house) == set()
    assert not [one for one in ENTITIES if hass.states.get(one)]
    assert await async_setup_component(hass, "repairs", {})
    (issue_id,) = [issue for domain, issue in ir.async_get(hass).issues if domain == DOMAIN]
    client = await hass_client()
    begun = await (await client.post("/api/repairs/issues/fix", json={"handler": DOMAIN, "issue_id": issue_id})).json()
    assert begun["step_id"] == "confirm"
    done = await (await client.post(f"/api/repairs/issues/fix/{begun['flow_id']}", json={})).json()
    await hass.async_block_till_done()
    assert done["type"] == "create_entry"
    assert list(house.entry.get_subentries_of_type("satellite")) == []
    assert not [issue for domain, issue in ir.async_get(hass).issues if domain == DOMAIN]
