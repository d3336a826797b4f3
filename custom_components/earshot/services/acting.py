"""What all actions have in common: a loaded entry."""

from homeassistant.core import HomeAssistant
from homeassistant.helpers.service import async_get_config_entry

from ..const import DOMAIN
from ..runtime import EarshotConfigEntry


def loaded_entry(hass: HomeAssistant) -> EarshotConfigEntry:
    """Return Earshot's entry. Raises ServiceValidationError while there is none that is loaded."""
    entry: EarshotConfigEntry = async_get_config_entry(hass, DOMAIN, None)
    return entry
