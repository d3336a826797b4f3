"""The satellites, as a panel sees them."""

from collections.abc import Iterator
from unittest.mock import patch

from homeassistant.config_entries import HANDLERS
from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.earshot.const import TITLE
from tests.gate.house import House
from tests.satellites.devices import Device, Devices, wake_words
from tests.websocket_api.test_commands import ask

UNKNOWN = {"value": None, "evidence": "unknown", "why": "nothing"}
NO = {"value": False, "evidence": "declared", "why": "integration"}


@pytest.fixture
def devices(hass: HomeAssistant, house: House) -> Iterator[Devices]:
    with patch.dict(HANDLERS):
        yield Devices(hass)


async def test_each_satellite_comes_with_its_facts_and_how_they_are_known(
    hass: HomeAssistant, house: House, devices: Devices, hass_ws_client: WebSocketGenerator
) -> None:
    data = {"host": "192.168.1.5", "port": 10700}
    device = await devices.add(
        Device("Kitchen", integration="wyoming", data=data, words=wake_words("nabu", active=("nabu",))), area="Kitchen"
    )
    await device.choose(hass, TITLE)
    client = await hass_ws_client(hass)
    (told,) = (await ask(client, type="earshot/satellites/list"))["satellites"]
    (use,) = told.pop("pipelines")
    assert told == {
        "satellite": {"label": "Kitchen", "entity_id": "assist_satellite.kitchen", "area": "Kitchen"},
        "key": device.key,
        "integration": "wyoming",
        "speaks": {"value": "wyoming", "evidence": "declared", "why": "integration"},
        "available": True,
        "announces": True,
        "wake": {
            "where": {"value": "on_device", "evidence": "declared", "why": "device"},
            "words": [{"wake_word_id": "nabu", "phrase": "Nabu", "active": True}],
            "choosable": True,
            "most": 2,
        },
        "mute": {"value": "none_known", "evidence": "unknown", "why": "nothing"},
        "muted": UNKNOWN,
        "doors": [
            {"host": "192.168.1.5", "port": 10700, "transport": "tcp", "authenticated": NO, "encrypted": NO},
        ],
        "encrypted": NO,
        "paired": None,
    }
    assert (use["option"], use["assistant"]) == (TITLE, "one")
    assert use["stages"][0] == {
        "stage": "wake_word",
        "label": "wake (hey_jarvis)",
        "integration": "earshot",
        "place": "sandbox",
        "evidence": "enforced",
    }
