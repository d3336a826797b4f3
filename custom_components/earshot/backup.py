"""A backup that is being made finds the ledger's file in one piece. No backup takes the keys: they lie in the cache."""

from homeassistant.core import HomeAssistant

from .const import DOMAIN
from .runtime import EarshotConfigEntry


async def async_pre_backup(hass: HomeAssistant) -> None:
    """Let the ledger's file hold still while it is copied."""
    for entry in _loaded(hass):
        await entry.runtime_data.stillness.begin()


async def async_post_backup(hass: HomeAssistant) -> None:
    """Let it go on."""
    for entry in _loaded(hass):
        await entry.runtime_data.stillness.end()


def _loaded(hass: HomeAssistant) -> list[EarshotConfigEntry]:
    return hass.config_entries.async_loaded_entries(DOMAIN)
