"""The panel in the sidebar. Where Home Assistant runs without its frontend there is none."""

from typing import Final

from homeassistant.components import frontend, panel_custom
from homeassistant.components.http.server import StaticPathConfig
from homeassistant.core import HomeAssistant, callback

from ..const import DOMAIN
from .bundle import FOLDER, STATIC, address_of

ENTRY: Final = "src/app/panel.ts"
"""What the bundler's manifest calls the panel."""


async def async_setup(hass: HomeAssistant) -> None:
    """Serve the bundle. A path cannot be taken back, so it is served whether an entry is loaded or not."""
    if _has_frontend(hass):
        # Every file bears its hash in its name, so a browser may keep it.
        await hass.http.async_register_static_paths([StaticPathConfig(STATIC, str(FOLDER), cache_headers=True)])


async def async_setup_entry(hass: HomeAssistant) -> None:
    """Put the panel into the sidebar, for everybody: what a person sees in it is decided command by command."""
    if not _has_frontend(hass) or await _is_there(hass):
        return
    async_remove(hass)
    await panel_custom.async_register_panel(
        hass,
        frontend_url_path=DOMAIN,
        webcomponent_name="earshot-panel",
        sidebar_title="Earshot",
        sidebar_icon="mdi:ear-hearing",
        module_url=await address_of(hass, ENTRY),
        require_admin=False,
        config_panel_domain=DOMAIN,
        handle_safe_area=True,
    )


@callback
def async_remove(hass: HomeAssistant) -> None:
    """Take it out of the sidebar, for good.

    It stays while Earshot is loaded anew, as it is when a satellite is paired: a browser throws away the page of a
    panel that is gone for a moment, and with it what somebody is about to do there.
    """
    if _has_frontend(hass):
        frontend.async_remove_panel(hass, DOMAIN, warn_if_unknown=False)


async def _is_there(hass: HomeAssistant) -> bool:
    """Return whether the panel is in the sidebar, of this bundle and no older one."""
    panel = hass.data.get(frontend.DATA_PANELS, {}).get(DOMAIN)
    shown = {} if panel is None else (panel.config or {}).get("_panel_custom", {})
    return shown.get("module_url") == await address_of(hass, ENTRY)


@callback
def _has_frontend(hass: HomeAssistant) -> bool:
    return frontend.DOMAIN in hass.config.components
