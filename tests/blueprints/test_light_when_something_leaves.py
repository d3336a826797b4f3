"""A light turns red when something leaves the house, and is afterwards what it was."""

import asyncio
from datetime import timedelta
from typing import Any

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.earshot.privacy_events import SIGNAL_TOLD, Told
from tests.blueprints.author import Author, Lamp
from tests.gate.engines import put_cloud_behind
from tests.gate.house import House, add_satellite

NAME = "light_when_something_leaves"
RED = (255, 0, 0)
GREEN = (0, 255, 0)


async def until_it_is_over(hass: HomeAssistant, lamp: Lamp) -> None:
    """Let the time pass for which it is red."""
    while lamp.turns.locked():
        async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=31))
        await asyncio.sleep(0)
    await hass.async_block_till_done()


async def leave(hass: HomeAssistant, house: House, satellite: str) -> None:
    """Let something be said that leaves the house, and wait until that is told."""
    left = asyncio.Event()

    @callback
    def told(one: Told) -> None:
        if one.event_type == "left_house":
            left.set()

    unsubscribe = async_dispatcher_connect(hass, SIGNAL_TOLD, told)
    await house.say(satellite_id=satellite)
    await left.wait()
    unsubscribe()


@pytest.mark.parametrize(("lit", "before"), [(True, GREEN), (False, False)])
async def test_it_is_red_once_for_the_right_satellite_and_then_what_it_was(  # noqa: PLR0913, PLR0917 - fixtures
    hass: HomeAssistant, house: House, author: Author, lamp: Lamp, before: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_cloud_behind(hass, house, monkeypatch)
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await author.use(NAME, lights=["light.lamp"], satellites=[kitchen], places=["internet"])
    await house.say(satellite_id=hall)
    await house.over()
    assert not lamp.turned
    await house.say(satellite_id=kitchen)
    await lamp.turns.acquire()
    assert lamp.turned == [RED]
    # It goes on being red, and does not take red for what it was.
    for _ in range(2):
        await leave(hass, house, kitchen)
    assert lamp.turned == [RED]
    await until_it_is_over(hass, lamp)
    assert lamp.turned == [RED, before]
    assert lamp.brightness == 50 or not lamp.is_on
    assert author.runs == 1
    assert not hass.states.async_entity_ids("scene")


async def test_it_does_nothing_for_what_stays_at_home(
    hass: HomeAssistant, house: House, author: Author, lamp: Lamp
) -> None:
    await author.use(NAME, lights=["light.lamp"])
    await house.say()
    await house.over()
    assert (lamp.turned, author.runs) == ([], 0)
