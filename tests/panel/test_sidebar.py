"""The panel in the sidebar, and the files that it is made of."""

from http import HTTPStatus

from homeassistant.components import frontend
from homeassistant.config_entries import ConfigEntryDisabler
from homeassistant.const import EVENT_PANELS_UPDATED
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import async_capture_events
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.earshot.panel.bundle import FOLDER, address_of
from custom_components.earshot.panel.sidebar import ENTRY
from tests.gate.house import House


@pytest.fixture
async def with_frontend(hass: HomeAssistant) -> None:
    assert await async_setup_component(hass, "frontend", {})


async def test_everybody_has_the_panel(hass: HomeAssistant, with_frontend: None, house: House) -> None:
    panel = hass.data[frontend.DATA_PANELS]["earshot"]
    assert panel.require_admin is False
    assert panel.config is not None
    assert panel.config["_panel_custom"]["module_url"] == await address_of(hass, ENTRY)


async def test_the_panel_stays_while_earshot_is_loaded_anew(
    hass: HomeAssistant, with_frontend: None, house: House
) -> None:
    updates = async_capture_events(hass, EVENT_PANELS_UPDATED)
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert "earshot" in hass.data[frontend.DATA_PANELS]
    assert updates == []


async def test_whoever_disables_earshot_has_no_panel(hass: HomeAssistant, with_frontend: None, house: House) -> None:
    await hass.config_entries.async_set_disabled_by(house.entry.entry_id, ConfigEntryDisabler.USER)
    assert "earshot" not in hass.data[frontend.DATA_PANELS]


async def test_whoever_removes_earshot_has_no_panel(hass: HomeAssistant, with_frontend: None, house: House) -> None:
    await hass.config_entries.async_remove(house.entry.entry_id)
    assert "earshot" not in hass.data[frontend.DATA_PANELS]


async def test_its_files_are_served_and_may_be_kept(
    hass: HomeAssistant, with_frontend: None, house: House, hass_client_no_auth: ClientSessionGenerator
) -> None:
    client = await hass_client_no_auth()
    response = await client.get(await address_of(hass, ENTRY))
    assert response.status == HTTPStatus.OK
    assert "max-age" in response.headers["Cache-Control"]
    assert "earshot-panel" in await response.text()


async def test_without_a_frontend_there_is_no_panel(hass: HomeAssistant, house: House) -> None:
    assert frontend.DATA_PANELS not in hass.data


def test_the_bundle_asks_no_other_host() -> None:
    files = list(FOLDER.glob("*.js"))
    assert files
    for file in files:
        code = file.read_text(encoding="utf-8")
        # A name space is a name, and nothing is fetched from it. A person may be told how an address begins.
        for harmless in ("http://www.w3.org/", "https://.`}", 'placeholder="https://"'):
            code = code.replace(harmless, "")
        assert "http://" not in code, file.name
        assert "https://" not in code, file.name
