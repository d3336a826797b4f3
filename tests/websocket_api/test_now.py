"""Who listens, as a page follows it."""

from typing import Any

from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from tests.gate.house import House, add_satellite
from tests.websocket_api.test_commands import ask


async def follow(client: Any) -> Any:
    await ask(client, type="earshot/now/subscribe")
    event = (await client.receive_json())["event"]
    assert event["type"] == "now"
    return event


async def test_who_follows_is_sent_all_once_and_then_what_changes(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen", "Ground floor"), add_satellite(hass, "Hall")
    client = await hass_ws_client(hass)
    whole = await follow(client)
    assert [(one["entity_id"], one["state"], one["area"]) for one in whole["satellites"]] == [
        (hall, "idle", None),
        (kitchen, "idle", "Ground floor"),
    ]
    hass.states.async_set(kitchen, "processing", {"friendly_name": "Kitchen satellite"})
    event = (await client.receive_json())["event"]
    assert [(one["entity_id"], one["state"]) for one in event["satellites"]] == [(kitchen, "processing")]
    assert (event["type"], event["gone"], event["others"]) == ("changed", [], None)


async def test_what_is_set_off_the_record_is_told(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    client = await hass_ws_client(hass)
    await follow(client)
    await house.runtime.settings.go_off(kitchen, None, "Anna")
    event = (await client.receive_json())["event"]
    assert [one["off_the_record"] for one in event["satellites"]] == [True]


async def test_who_follows_hears_of_it_when_earshot_is_gone_and_back(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    add_satellite(hass, "Kitchen")
    client = await hass_ws_client(hass)
    await follow(client)
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert (await client.receive_json())["event"] == {"type": "unavailable", "code": "not_loaded"}
    await hass.config_entries.async_setup(house.entry.entry_id)
    assert (await client.receive_json())["event"]["type"] == "now"


async def test_a_run_of_a_browser_comes_and_goes(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await follow(client)
    house.host.gets_stuck = True
    run = house.speak_to()
    await house.host.stuck.wait()
    event = (await client.receive_json())["event"]
    assert [(one["kind"], one["listening_for"]) for one in event["others"]] == [("run", "command")]
    house.host.stopped.set()
    await run
    while event["others"] != []:
        event = (await client.receive_json())["event"]
