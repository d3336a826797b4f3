"""What people look at: the panel in the sidebar, and the cards of dashboards."""

from homeassistant.core import HomeAssistant, callback

from . import cards, sidebar


async def async_setup(hass: HomeAssistant) -> None:
    """Serve the files of both."""
    await sidebar.async_setup(hass)
    cards.async_setup(hass)


async def async_setup_entry(hass: HomeAssistant) -> None:
    """Let both be found."""
    await sidebar.async_setup_entry(hass)
    await cards.async_setup_entry(hass)


@callback
def async_disable(hass: HomeAssistant) -> None:
    """Take the panel away: nothing behind it answers."""
    sidebar.async_remove(hass)


async def async_remove_entry(hass: HomeAssistant) -> None:
    """Take both away again."""
    sidebar.async_remove(hass)
    await cards.async_remove_entry(hass)
