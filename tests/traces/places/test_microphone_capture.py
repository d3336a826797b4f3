"""A recording by Assist's own debug command, as a browser asks for it."""

from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.earshot.traces.traces import Traces
from tests.gate.house import House
from tests.traces.parrot import LONG_OVER, forget, found, purge

PLACE = "microphone_capture"


async def test_a_recording_is_found_while_it_goes_on_and_ended_when_it_is_cleared(
    hass: HomeAssistant, house: House, traces: Traces, hass_ws_client: WebSocketGenerator
) -> None:
    assert (await found(traces, PLACE)).count == 0
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "assist_pipeline/device/capture", "device_id": "kitchen", "timeout": 60})
    assert (await client.receive_json())["success"]
    assert (await found(traces, PLACE)).count == 1
    assert (await forget(traces, PLACE, LONG_OVER)).count == 0
    assert (await purge(traces, PLACE)).count == 1
    assert (await client.receive_json())["event"]["type"] == "end"
    assert (await found(traces, PLACE)).count == 0
