"""Satellites whose engines are against a rule: through the gate, which refuses, and past it."""

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.const import TITLE
from custom_components.earshot.models import Rule, RuleContent, Zone
from tests.gate.engines import put_cloud_behind
from tests.gate.house import House
from tests.gate.strangers import NAME, Strangers
from tests.house_issues.repairs import shown
from tests.satellites.conftest import devices
from tests.satellites.devices import Device, Devices

__all__ = ["devices"]


async def set_rules(house: House, satellite: str, rule: Rule | None) -> None:
    for content in RuleContent:
        await house.runtime.settings.set_rule(satellite, content, Zone.INTERNET, rule, "Ada")
    await house.hass.async_block_till_done()


async def test_an_engine_that_the_gate_refuses_is_shown_until_the_rule_or_the_engine_is_another(
    hass: HomeAssistant, house: House, devices: Devices, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_cloud_behind(hass, house, monkeypatch)
    kitchen = await devices.add(Device("Kitchen"))
    await kitchen.choose(hass, TITLE)
    await set_rules(house, kitchen.entity_id, Rule.WARN)
    assert shown(hass, "engine_refused") is None
    await set_rules(house, kitchen.entity_id, Rule.LOCAL_ONLY)
    issue = shown(hass, "engine_refused")
    assert issue is not None
    assert issue.translation_placeholders is not None
    assert issue.translation_placeholders["satellite"] == "Kitchen"
    assert shown(hass, "engine_past_rule") is None
    await house.put_behind({})
    assert shown(hass, "engine_refused") is None


async def test_an_engine_that_is_allowed_by_name_is_not_against_the_rule(
    hass: HomeAssistant, house: House, devices: Devices, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_cloud_behind(hass, house, monkeypatch)
    kitchen = await devices.add(Device("Kitchen"))
    await kitchen.choose(hass, TITLE)
    for content, engine in ((RuleContent.SOUND, "stt.cloud"), (RuleContent.WORDS, "conversation.cloud")):
        await house.runtime.settings.set_rule(kitchen.entity_id, content, engine, Rule.ALLOW, "Ada")
    await set_rules(house, kitchen.entity_id, Rule.LOCAL_ONLY)
    issue = shown(hass, "engine_refused")
    assert issue is None


async def test_an_engine_that_is_asked_past_the_gate_is_shown_as_what_gets_it_all_the_same(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    await Strangers(hass).move_in()
    kitchen = await devices.add(Device("Kitchen"))
    await kitchen.choose(hass, NAME)
    await set_rules(house, kitchen.entity_id, Rule.LOCAL_ONLY)
    issue = shown(hass, "engine_past_rule")
    assert issue is not None
    assert shown(hass, "engine_refused") is None
    await set_rules(house, kitchen.entity_id, None)
    assert shown(hass, "engine_past_rule") is None


async def test_the_issues_go_with_earshot(hass: HomeAssistant, house: House, devices: Devices) -> None:
    await Strangers(hass).move_in()
    kitchen = await devices.add(Device("Kitchen"))
    await kitchen.choose(hass, NAME)
    await set_rules(house, kitchen.entity_id, Rule.LOCAL_ONLY)
    assert shown(hass, "engine_past_rule") is not None
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert shown(hass, "engine_past_rule") is None
