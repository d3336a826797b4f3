"""A home that is a review desk, too, and strangers and donors who ask it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from aiohttp.test_utils import TestClient
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from tests.gate.house import FakeHost, House, make_home
from tests.review_desk.house import desk_entry

type Client = TestClient[Any, Any]


@pytest.fixture
async def desk_house(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """Give a home with Earshot that is a review desk; unloaded afterwards."""
    monkeypatch.setattr("custom_components.earshot.runtime.VoiceHost", FakeHost)
    await make_home(hass)
    entry = desk_entry()
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    yield House(hass, entry)
    if entry.state is ConfigEntryState.LOADED:
        await hass.config_entries.async_unload(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)


@pytest.fixture
async def stranger(desk_house: House, hass_client_no_auth: ClientSessionGenerator) -> Client:
    """Give a connection to the desk of somebody without a login."""
    client: Client = await hass_client_no_auth()
    return client


@pytest.fixture
def remove_desk(hass: HomeAssistant, desk_house: House) -> Callable[[], Awaitable[None]]:
    """Return what takes the desk away from the home."""

    async def remove() -> None:
        (subentry,) = desk_house.entry.get_subentries_of_type("review_desk")
        hass.config_entries.async_remove_subentry(desk_house.entry, subentry.subentry_id)
        await hass.async_block_till_done()

    return remove
