"""Clips are no media source, because nobody who resolves one is known. If that changes, the decision may, too."""

import asyncio
from dataclasses import fields
from datetime import timedelta
from pathlib import Path

from homeassistant.components.media_source import MediaSourceItem
from homeassistant.components.websocket_api import async_register_command
from homeassistant.components.websocket_api.connection import ActiveConnection, current_connection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components import earshot
from custom_components.earshot.models import ContentKind
from tests.gate.house import House


def test_a_media_source_is_not_told_who_asks() -> None:
    assert {field.name for field in fields(MediaSourceItem)} == {"hass", "domain", "identifier", "target_media_player"}
    assert not Path(earshot.__file__).with_name("media_source.py").exists()


async def test_the_connection_of_a_browser_lives_on_in_what_began_with_it(
    hass: HomeAssistant, hass_ws_client: WebSocketGenerator
) -> None:
    assert await async_setup_component(hass, "websocket_api", {})
    found: asyncio.Future[ActiveConnection | None] = hass.loop.create_future()

    @websocket_command({"type": "begin"})
    @callback
    def begin(hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, int]) -> None:
        hass.loop.call_later(0, lambda: found.set_result(current_connection.get()))
        connection.send_result(msg["id"])

    async_register_command(hass, begin)
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "begin"})
    assert (await client.receive_json())["success"]
    assert await found is not None


async def test_home_assistant_lists_no_clips(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.runtime.settings.set_retention(None, ContentKind.SOUND, timedelta(days=1), "Ada")
    await house.say()
    await house.over()
    assert await async_setup_component(hass, "media_source", {})
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "media_source/browse_media"})
    listed = (await client.receive_json())["result"]
    assert "earshot" not in str(listed)
