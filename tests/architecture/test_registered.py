"""Everything that Earshot registers with Home Assistant, held against what is written down beside this test.

A change here is a change for somebody: their dashboards, automations and scripts name these things.
"""

from pathlib import Path
from typing import Any

from homeassistant.components.websocket_api.const import DOMAIN as WEBSOCKET_API
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er, llm
import pytest
from syrupy.assertion import SnapshotAssertion

from custom_components.earshot.condition import async_get_conditions
from custom_components.earshot.const import DOMAIN
from custom_components.earshot.trigger import async_get_triggers
from tests.gate.house import House
from tests.satellites.conftest import devices
from tests.satellites.devices import Device, Devices
from tests.satellites.test_pairing import pair

__all__ = ["devices"]

HOW = "If it is meant, `pytest tests/architecture/test_registered.py --snapshot-update` writes it down."
PAGE = Path(__file__).parents[2] / "docs" / "entities.md"


@pytest.fixture
async def paired(house: House, devices: Devices) -> House:
    """Give a home with one assistant and one satellite."""
    await pair(house, await devices.add(Device("Kitchen")))
    return house


def entries(hass: HomeAssistant, house: House) -> list[er.RegistryEntry]:
    found = er.async_entries_for_config_entry(er.async_get(hass), house.entry.entry_id)
    return sorted(found, key=lambda entry: entry.entity_id)


def told(entry: er.RegistryEntry) -> dict[str, Any]:
    """What an entity says of itself before it has any state."""
    return {
        "category": entry.entity_category and entry.entity_category.value,
        "translation_key": entry.translation_key,
        "device_class": entry.original_device_class,
        "enabled": entry.disabled_by is None,
        "unit": entry.unit_of_measurement,
        "capabilities": dict(entry.capabilities or {}),
    }


async def test_all_entities_are_written_down(hass: HomeAssistant, paired: House, snapshot: SnapshotAssertion) -> None:
    assert {entry.entity_id: told(entry) for entry in entries(hass, paired)} == snapshot, HOW


async def test_all_that_can_be_asked_and_followed_is_written_down(
    hass: HomeAssistant, paired: House, snapshot: SnapshotAssertion
) -> None:
    actions = hass.services.async_services_for_domain(DOMAIN)
    commands = hass.data[WEBSOCKET_API]
    addresses = {resource.canonical for resource in hass.http.app.router.resources()}
    assert {
        "actions": {name: action.supports_response.value for name, action in sorted(actions.items())},
        "triggers": sorted(await async_get_triggers(hass)),
        "conditions": sorted(await async_get_conditions(hass)),
        "websocket_commands": sorted(name for name in commands if name.startswith(f"{DOMAIN}/")),
        "addresses": sorted(address for address in addresses if DOMAIN in address),
        # Of Home Assistant's, and none of Earshot's: no agent is handed the ledger.
        "llm_apis": sorted(api.id for api in llm.async_get_apis(hass)),
    } == snapshot, HOW


async def test_the_page_of_entities_names_each_of_them(hass: HomeAssistant, paired: House) -> None:
    page = PAGE.read_text(encoding="utf-8")
    missing = [entry.entity_id for entry in entries(hass, paired) if str(entry.original_name) not in page]
    assert not missing
