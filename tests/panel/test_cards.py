"""The dashboard cards: where their code is found, and who has to do something for that."""

from http import HTTPStatus
from typing import Any

from homeassistant.components.lovelace.const import LOVELACE_DATA
from homeassistant.components.lovelace.resources import ResourceYAMLCollection
from homeassistant.const import CONF_URL
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.panel.bundle import address_of
from custom_components.earshot.panel.cards import ADDRESS, ENTRY, ISSUE
from tests.gate.house import House

YAML: dict[str, Any] = {"resource_mode": "yaml", "resources": [{"url": "/local/other.js", "type": "module"}]}


@pytest.fixture
def lovelace() -> dict[str, Any]:
    return {}


@pytest.fixture
async def with_dashboards(hass: HomeAssistant, lovelace: dict[str, Any]) -> None:
    assert await async_setup_component(hass, "lovelace", {"lovelace": lovelace})


def addresses(hass: HomeAssistant) -> list[str]:
    return [item[CONF_URL] for item in hass.data[LOVELACE_DATA].resources.async_items()]


async def test_nobody_has_to_add_the_cards_and_they_are_added_once(
    hass: HomeAssistant, with_dashboards: None, house: House
) -> None:
    assert addresses(hass) == [ADDRESS]
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=False)
    assert addresses(hass) == [ADDRESS]
    await hass.config_entries.async_remove(house.entry.entry_id)
    assert addresses(hass) == []


@pytest.mark.parametrize("lovelace", [YAML])
async def test_who_keeps_the_list_in_yaml_is_told_what_to_add(
    hass: HomeAssistant, with_dashboards: None, house: House, issue_registry: ir.IssueRegistry
) -> None:
    issue = issue_registry.async_get_issue(DOMAIN, ISSUE)
    assert issue is not None
    assert issue.translation_placeholders == {"address": ADDRESS}
    listed = hass.data[LOVELACE_DATA].resources
    assert isinstance(listed, ResourceYAMLCollection)
    listed.data.append({"url": ADDRESS, "type": "module"})
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=False)
    assert issue_registry.async_get_issue(DOMAIN, ISSUE) is None


async def test_the_address_leads_to_the_file_of_this_version_and_is_not_kept(
    hass: HomeAssistant, with_dashboards: None, house: House, hass_client_no_auth: ClientSessionGenerator
) -> None:
    client = await hass_client_no_auth()
    response = await client.get(ADDRESS)
    assert response.status == HTTPStatus.OK
    assert response.headers["Cache-Control"] == "no-cache"
    assert await response.text() == f'import "{await address_of(hass, ENTRY)}";\n'
