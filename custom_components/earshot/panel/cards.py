"""The dashboard cards: their code is one resource of the dashboards, at an address that stays the same."""

from http import HTTPStatus
from typing import Final

from aiohttp import web
from homeassistant.components.lovelace.const import (
    CONF_RESOURCE_TYPE_WS,
    DOMAIN as LOVELACE,
    LOVELACE_DATA,
)
from homeassistant.components.lovelace.resources import ResourceStorageCollection
from homeassistant.const import CONF_ID, CONF_URL
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.http import KEY_HASS, HomeAssistantView

from ..const import DOMAIN
from .bundle import address_of

ADDRESS: Final = "/earshot_cards.js"
"""What a dashboard's resource names. The files of the bundle have other names with every version."""
ENTRY: Final = "src/cards/cards.ts"
"""What the bundler's manifest calls the cards."""
ISSUE: Final = "cards_in_yaml"


@callback
def async_setup(hass: HomeAssistant) -> None:
    """Serve the code. The view cannot be taken back."""
    if LOVELACE in hass.config.components:
        hass.http.register_view(CardsView())


async def async_setup_entry(hass: HomeAssistant) -> None:
    """Add the resource, where Home Assistant keeps the list of them; where a person does, tell them what to add."""
    if LOVELACE not in hass.config.components:
        return
    resources = hass.data[LOVELACE_DATA].resources
    await resources.async_get_info()  # loads what is stored
    there = any(item[CONF_URL] == ADDRESS for item in resources.async_items() or ())
    if isinstance(resources, ResourceStorageCollection):
        if not there:
            await resources.async_create_item({CONF_RESOURCE_TYPE_WS: "module", CONF_URL: ADDRESS})
    elif there:
        ir.async_delete_issue(hass, DOMAIN, ISSUE)
    else:
        ir.async_create_issue(
            hass,
            DOMAIN,
            ISSUE,
            is_fixable=False,
            severity=ir.IssueSeverity.WARNING,
            translation_key=ISSUE,
            translation_placeholders={"address": ADDRESS},
        )


async def async_remove_entry(hass: HomeAssistant) -> None:
    """Take the resource away again."""
    ir.async_delete_issue(hass, DOMAIN, ISSUE)
    if LOVELACE not in hass.config.components:
        return
    resources = hass.data[LOVELACE_DATA].resources
    if isinstance(resources, ResourceStorageCollection):
        await resources.async_get_info()
        for item in [one for one in resources.async_items() if one[CONF_URL] == ADDRESS]:
            await resources.async_delete_item(item[CONF_ID])


class CardsView(HomeAssistantView):
    """Leads from the address that stays to the file of this version."""

    url = ADDRESS
    name = "earshot:cards"
    requires_auth = False
    """As all of the frontend's code: a browser fetches modules without a token."""

    async def get(self, request: web.Request) -> web.Response:
        """Send a module that is the file of this version."""
        file = await address_of(request.app[KEY_HASS], ENTRY)
        return web.Response(
            status=HTTPStatus.OK,
            text=f'import "{file}";\n',
            content_type="text/javascript",
            headers={"Cache-Control": "no-cache"},
        )
