"""What is at work, for whoever asks or looks also while Earshot is reloaded."""

from homeassistant.core import HomeAssistant, callback

from ..const import DOMAIN
from ..runtime import EarshotConfigEntry, RuntimeData


@callback
def loaded(hass: HomeAssistant) -> RuntimeData | None:
    """Return what is at work; None while no entry is loaded."""
    entries: list[EarshotConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    return entries[0].runtime_data if entries else None
