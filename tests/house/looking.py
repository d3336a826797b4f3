"""Waiting until an entity shows something, and looking at it."""

import asyncio
from datetime import datetime
from typing import Any

from homeassistant.const import EVENT_STATE_CHANGED
from homeassistant.core import Event, EventStateChangedData, HomeAssistant, State, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.util import dt as dt_util

from tests.gate.house import House


def shown(hass: HomeAssistant, entity_id: str) -> State:
    """Return what an entity shows now."""
    found = hass.states.get(entity_id)
    assert found is not None
    return found


def value(hass: HomeAssistant, entity_id: str) -> str:
    return shown(hass, entity_id).state


def instant(hass: HomeAssistant, entity_id: str) -> datetime:
    return dt_util.parse_datetime(value(hass, entity_id), raise_on_error=True)


async def until(hass: HomeAssistant, entity_id: str, wanted: str) -> None:
    """Wait until an entity shows this."""
    reached = asyncio.Event()

    @callback
    def look(_event: Event[EventStateChangedData] | None = None) -> None:
        if hass.states.is_state(entity_id, wanted):
            reached.set()

    stop = hass.bus.async_listen(EVENT_STATE_CHANGED, look)
    look()
    try:
        await reached.wait()
    finally:
        stop()


async def enable(hass: HomeAssistant, house: House, *entity_ids: str) -> None:
    """Let a person enable entities that are disabled at first, and Earshot be loaded anew."""
    for entity_id in entity_ids:
        er.async_get(hass).async_update_entity(entity_id, disabled_by=None)
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()


def attribute(hass: HomeAssistant, entity_id: str, name: str) -> Any:
    return shown(hass, entity_id).attributes[name]
