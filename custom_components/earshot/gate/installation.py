"""Installing the engines' packages is contact with the outside: entered as soon as there is a ledger to enter it in."""

from typing import Final

from homeassistant.core import HomeAssistant

from ..host_link.environment import HostEnvironment
from ..ledger.record import Contacted
from .storage import Storage

PURPOSE: Final = "packages"
"""What the ledger says that the outside was contacted for: to install the engines' packages."""
LABEL: Final = "Python package index"


async def enter_installation(hass: HomeAssistant, environment: HostEnvironment, storage: Storage) -> None:
    """Enter the installation that no ledger knows of yet, once. One that cannot be entered waits for the next start."""
    contact = await hass.async_add_executor_job(environment.contact)
    if contact is None:
        return
    entry = Contacted(at=contact.at, purpose=PURPOSE, label=LABEL, host=contact.host, received_bytes=None)
    if await storage.write([entry]):
        await hass.async_add_executor_job(environment.contact_entered)
