"""Settings by which Home Assistant writes down everything, as a person sees them in the repairs."""

from homeassistant.components.assist_pipeline.const import CONF_DEBUG_RECORDING_DIR, DATA_CONFIG
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
import pytest

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.traces.watch import LOGGING, RECORDING
from tests.gate.house import House
from tests.test_translate_errors import ENGLISH


async def test_recording_for_debugging_is_a_repair_while_earshot_is_there(
    hass: HomeAssistant, house: House, issue_registry: ir.IssueRegistry
) -> None:
    assert issue_registry.async_get_issue(DOMAIN, RECORDING) is None
    hass.data[DATA_CONFIG] = {CONF_DEBUG_RECORDING_DIR: "recordings"}
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert issue_registry.async_get_issue(DOMAIN, RECORDING) is not None
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert issue_registry.async_get_issue(DOMAIN, RECORDING) is None


async def test_a_home_assistant_that_does_not_say_whether_it_records_is_no_reason_not_to_start(
    hass: HomeAssistant, house: House, issue_registry: ir.IssueRegistry
) -> None:
    del hass.data[DATA_CONFIG]
    assert await hass.config_entries.async_reload(house.entry.entry_id)
    assert issue_registry.async_get_issue(DOMAIN, RECORDING) is None


@pytest.mark.parametrize("issue", [RECORDING, LOGGING])
def test_each_has_a_sentence(issue: str) -> None:
    told = ENGLISH["issues"][issue]
    assert told["title"]
    assert told.get("description") or told["fix_flow"]["step"]["confirm"]["description"]
