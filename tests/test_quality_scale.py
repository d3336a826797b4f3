"""What of Home Assistant's quality scale shows only while Earshot runs: its entities, its log, its examples."""

from collections import Counter
import logging
from pathlib import Path
import re
from typing import Any
from unittest.mock import patch

from homeassistant.const import STATE_ON, EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component
from homeassistant.util.yaml import parse_yaml
import pytest

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.ledger import Ledger
from tests.gate.house import House

DOCS = Path(__file__).parents[1] / "docs"
AUTOMATION = "automation"
ENGINES = {"conversation", "stt", "tts", "wake_word"}


def ours(hass: HomeAssistant, house: House) -> list[er.RegistryEntry]:
    return er.async_entries_for_config_entry(er.async_get(hass), house.entry.entry_id)


async def test_every_entity_is_registered_and_has_a_name_of_its_own(hass: HomeAssistant, house: House) -> None:
    registered = ours(hass, house)
    assert len({one.unique_id for one in registered}) == len(registered) > 5
    for one in registered:
        assert one.has_entity_name, one.entity_id
        assert one.translation_key, one.entity_id
        assert one.device_id, one.entity_id
    known = {one.entity_id for one in registered}
    shown = {state.entity_id for state in hass.states.async_all() if f".{DOMAIN}" in state.entity_id}
    assert shown <= known


async def test_what_is_no_engine_and_no_event_has_a_category(hass: HomeAssistant, house: House) -> None:
    """Where a domain is shown to agents by default, only a category keeps an entity from them."""
    settings = [one for one in ours(hass, house) if one.domain in {"switch", "select"}]
    assert settings
    assert [one.entity_id for one in settings if one.entity_category is None] == []
    assert EntityCategory.DIAGNOSTIC in {one.entity_category for one in ours(hass, house)}


NO_CLASS_FITS = {"witnessed_entries", "microphone_open"}
"""A number of entries; and a microphone that is open, which is neither sound that is heard nor anything else that
Home Assistant has a class for."""


async def test_a_sensor_has_a_device_class_or_there_is_none_for_it(hass: HomeAssistant, house: House) -> None:
    sensors = [one for one in ours(hass, house) if one.domain in {"sensor", "binary_sensor"}]
    assert sensors
    for one in sensors:
        counted = "state_class" in (one.capabilities or {})
        assert one.original_device_class or counted or one.translation_key in NO_CLASS_FITS, one.entity_id


OFTEN = 2
"""Changes of a state while one thing is said. More than that fills the recorder, and tells nobody anything."""


async def test_what_changes_often_is_off_until_somebody_wants_it(hass: HomeAssistant, house: House) -> None:
    changes: Counter[str] = Counter()
    hass.bus.async_listen("state_changed", lambda event: changes.update([event.data["entity_id"]]))
    await house.say()
    await house.over()
    watched = {one.entity_id for one in ours(hass, house) if one.domain not in ENGINES}
    assert changes
    assert {entity for entity in watched if changes[entity] > OFTEN} == set()
    off = {one.translation_key for one in ours(hass, house) if one.disabled_by is er.RegistryEntryDisabler.INTEGRATION}
    assert "ledger_entries" in off


async def test_an_outage_of_the_ledger_is_logged_once_and_its_end(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    with patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")):
        await house.say()
        await house.say()
        await house.over()
    await house.say()
    await house.over()
    of_storage = [record for record in caplog.records if record.name.endswith("gate.storage")]
    assert [(record.levelname, record.getMessage().partition(":")[0]) for record in of_storage] == [
        ("WARNING", "Nothing can be kept"),
        ("INFO", "Storage works again"),
    ]


def examples() -> list[dict[str, Any]]:
    """Return the automations that stand in the documentation."""
    found: list[dict[str, Any]] = []
    for name in ("examples.md", "automations.md"):
        for block in re.findall(r"```yaml\n(.*?)```", (DOCS / name).read_text(encoding="utf-8"), re.DOTALL):
            found += [one for one in parse_yaml(block) if isinstance(one, dict) and "triggers" in one]
    return found


async def test_the_examples_are_automations(hass: HomeAssistant, house: House) -> None:
    """Home Assistant takes each as it stands, and Earshot the data of each action."""
    wanted = examples()
    assert len(wanted) > 5
    assert await async_setup_component(hass, AUTOMATION, {AUTOMATION: wanted})
    await hass.async_block_till_done()
    states = hass.states.async_all(AUTOMATION)
    assert [state.state for state in states] == [STATE_ON] * len(wanted)
    for step in [step for one in wanted for step in one["actions"]]:
        domain, _, name = step["action"].partition(".")
        if domain == DOMAIN:
            schema = hass.services.async_services_for_domain(DOMAIN)[name].schema
            assert schema is not None
            schema(step.get("data", {}))
    everything = {"entity_id": [state.entity_id for state in states], "stop_actions": True}
    await hass.services.async_call(AUTOMATION, "turn_off", everything, blocking=True)
