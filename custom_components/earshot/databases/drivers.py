"""What reaches a database server is installed when such an address is chosen, and not for everybody."""

from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.requirements import (
    RequirementsNotFound,
    async_clear_install_history,
    async_process_requirements,
)
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..errors import LedgerDriverError
from ..ledger.record import Contacted
from ..ledger.sql_store.address import Address
from ..ledger.sql_store.trial import driver_is_there

PURPOSE: Final = "driver"
"""What the ledger says that the outside was contacted for."""
LABEL: Final = "Python package index"


async def install_driver(hass: HomeAssistant, address: Address) -> Contacted | None:
    """Install what reaches this database, unless it is there. Return the entry of that contact with the outside.

    It is there no more after an update of Home Assistant's container, for example. Raises LedgerDriverError.
    """
    if await hass.async_add_executor_job(driver_is_there, address):
        return None
    # Otherwise one failure would last until Home Assistant is restarted.
    async_clear_install_history(hass)
    try:
        await async_process_requirements(hass, DOMAIN, list(address.drivers), is_built_in=False)
    except RequirementsNotFound as err:
        raise LedgerDriverError("the driver could not be installed", driver=", ".join(address.drivers)) from err
    # Home Assistant passes over requirements where it is told to install nothing, and is content.
    if not await hass.async_add_executor_job(driver_is_there, address):
        raise LedgerDriverError("the driver is still not there", driver=", ".join(address.drivers))
    return Contacted(at=dt_util.utcnow(), purpose=PURPOSE, label=LABEL, host=None, received_bytes=None)
