"""Actions: one module for each noun."""

from homeassistant.core import HomeAssistant, callback

from . import asking, digest, donation, exporting, forgetting, models, record, traces


@callback
def async_setup(hass: HomeAssistant) -> None:
    """Register all actions. They are there once, whether an entry is loaded or not."""
    for noun in (asking, digest, donation, exporting, forgetting, models, record, traces):
        noun.async_register(hass)
