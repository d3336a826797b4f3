"""Issues that a person mends by confirming: shown, mended through Home Assistant's repairs, gone; or told why not."""

from collections.abc import Iterator
from itertools import product
import json
import logging

from homeassistant.components.logger.helpers import set_log_levels
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.earshot.const import TITLE
from custom_components.earshot.ledger import SettingChanged
from custom_components.earshot.models import Rule, RuleContent, Zone
from custom_components.earshot.traces.voice_loggers import WORDS_AT_DEBUG
from tests.gate.house import House
from tests.house_issues.repairs import fix, shown
from tests.satellites.conftest import devices
from tests.satellites.devices import Device, Devices
from tests.satellites.test_pairing import pair, rename, settled

__all__ = ["devices"]

ROOT = "homeassistant.components.conversation"
BELOW = "homeassistant.components.conversation.chat_log"


@pytest.fixture
def quiet() -> Iterator[None]:
    """Let nothing talk, and put back what did. The tests themselves run with everything at DEBUG."""
    names = {*WORDS_AT_DEBUG, BELOW}
    levels = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.INFO)
    yield
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.usefixtures("quiet")
async def test_debug_logging_is_ended_by_submitting(
    hass: HomeAssistant, house: House, hass_client: ClientSessionGenerator
) -> None:
    assert await async_setup_component(hass, "logger", {"logger": {}})
    set_log_levels(hass, {ROOT: logging.DEBUG, BELOW: logging.DEBUG})
    await hass.async_block_till_done()
    issue = shown(hass, "debug_logging")
    assert issue is not None
    done = await fix(hass, hass_client, issue)
    assert done["type"] == "create_entry"
    assert shown(hass, "debug_logging") is None
    assert not logging.getLogger(BELOW).isEnabledFor(logging.DEBUG)


@pytest.mark.usefixtures("quiet")
async def test_without_the_logger_nothing_is_claimed(
    hass: HomeAssistant, house: House, hass_client: ClientSessionGenerator
) -> None:
    logging.getLogger(ROOT).setLevel(logging.DEBUG)
    hass.bus.async_fire("logging_changed")
    issue = shown(hass, "debug_logging")
    assert issue is not None
    done = await fix(hass, hass_client, issue)
    assert (done["type"], done["reason"]) == ("abort", "no_logger")
    assert shown(hass, "debug_logging") is not None


async def test_rules_that_were_lost_are_made_the_strictest_and_nothing_that_is_set_changes(
    hass: HomeAssistant, house: House, hass_client: ClientSessionGenerator
) -> None:
    settings = house.runtime.settings
    await settings.set_rule(None, RuleContent.WORDS, Zone.HOME_NETWORK, Rule.ALLOW, "Ada")
    file = house.runtime.paths.settings
    await hass.config_entries.async_unload(house.entry.entry_id)

    def lose() -> None:
        told = json.loads(file.read_text())
        del told["rules"]["house"]["sound"]
        file.write_text(json.dumps(told))

    await hass.async_add_executor_job(lose)
    await hass.config_entries.async_setup(house.entry.entry_id)
    issue = shown(hass, "rules_missing")
    assert issue is not None
    done = await fix(hass, hass_client, issue)
    assert done["type"] == "create_entry"
    assert shown(hass, "rules_missing") is None
    rules = {one: house.runtime.settings.rule_of(None, *one) for one in product(RuleContent, Zone)}
    assert {rules[RuleContent.SOUND, zone] for zone in Zone} == {Rule.LOCAL_ONLY}
    assert rules[RuleContent.WORDS, Zone.HOME_NETWORK] is Rule.ALLOW
    entered = await house.entries("setting_changed")
    changes = [one for one in entered if isinstance(one, SettingChanged)]
    assert [(one.setting, one.by) for one in changes[-3:]] == [("rule_sound", "repairs")] * 3


async def test_a_satellite_that_lost_its_assistant_gets_it_again_if_it_takes_it(
    hass: HomeAssistant, house: House, devices: Devices, hass_client: ClientSessionGenerator
) -> None:
    device = await devices.add(Device("Kitchen"))
    await pair(house, device)
    device.takes_choice = False
    await rename(hass, TITLE, "Our voice")
    issue = shown(hass, "paired_satellite_astray")
    assert issue is not None
    done = await fix(hass, hass_client, issue)
    assert (done["type"], done["reason"]) == ("abort", "still_astray")
    device.takes_choice = True
    assert shown(hass, "paired_satellite_astray") is not None
    done = await fix(hass, hass_client, issue)
    assert done["type"] == "create_entry"
    assert shown(hass, "paired_satellite_astray") is None
    assert device.chosen(hass) == "Our voice"


async def test_one_whose_assistant_a_person_chose_on_its_page_is_not_astray_any_more(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    device = await devices.add(Device("Kitchen"))
    await pair(house, device)
    device.takes_choice = False
    await rename(hass, TITLE, "Our voice")
    device.takes_choice = True
    assert shown(hass, "paired_satellite_astray") is not None
    await device.choose(hass, "Our voice")
    await settled(hass)
    assert shown(hass, "paired_satellite_astray") is None
