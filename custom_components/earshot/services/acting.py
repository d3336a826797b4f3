"""What all actions have in common: a loaded entry, and somebody who wants it."""

from typing import Final

from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers.service import async_get_config_entry

from ..const import DOMAIN
from ..runtime import EarshotConfigEntry

AUTOMATION: Final = "automation"
"""What the ledger calls whoever wants something without being a person: an automation, a script, Home Assistant."""


def loaded_entry(hass: HomeAssistant) -> EarshotConfigEntry:
    """Return Earshot's entry. Raises ServiceValidationError while there is none that is loaded."""
    entry: EarshotConfigEntry = async_get_config_entry(hass, DOMAIN, None)
    return entry


async def actor(hass: HomeAssistant, context: Context) -> str:
    """Return the name by which the ledger remembers who wanted it."""
    user = await hass.auth.async_get_user(context.user_id) if context.user_id else None
    return (user.name or user.id) if user else AUTOMATION
