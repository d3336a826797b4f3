"""When a voice host elsewhere, or the ledger's database, does not believe Earshot any more, a person is asked anew."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from homeassistant.config_entries import SOURCE_REAUTH
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.util import dt as dt_util

from .const import CONF_WHAT, CONF_WHICH, WHAT_DATABASE
from .errors import LedgerLoginError
from .runtime import SIGNAL_CHANGED, EarshotConfigEntry

REFUSALS_BEFORE_ASKING: Final = 3
"""In a row, within some seconds. A host that is ending, or that strangers crowd, breaks connections off as well."""

LOGIN_PATIENCE: Final = timedelta(seconds=45)
"""A server that is just starting lets nobody in either. The next try comes a minute after the first."""
DATABASE_STEPS: Final = {"database", "move", "move_failed"}
"""Of what asks for the address of the database. All others ask for a code."""


@callback
def watch_codes(hass: HomeAssistant, entry: EarshotConfigEntry) -> Callable[[], None]:
    """Ask for the code of a host that was refused, until the returned function is called.

    Who is asked needs not answer: a host that proves itself after all takes the question back.
    """
    host = entry.runtime_data.host

    @callback
    def look() -> None:
        for member in host.members:
            if member.refused and member.failures >= REFUSALS_BEFORE_ASKING:
                ask_for_code(hass, entry, member.title)
                return
        if all(member.available for member in host.members):
            _take_back(hass, entry, lambda step: step not in DATABASE_STEPS)

    unsubscribe = host.add_listener(look)
    look()
    return unsubscribe


@callback
def ask_for_code(hass: HomeAssistant, entry: EarshotConfigEntry, title: str | None = None) -> None:
    """Ask for the code of the host of that name; of the first, where nobody knows which it was. Asks once."""
    entry.async_start_reauth(hass, data={} if title is None else {CONF_WHICH: title})


@callback
def watch_database(hass: HomeAssistant, entry: EarshotConfigEntry) -> Callable[[], None]:
    """Ask for the database's address while its server does not let us in, until the returned function is called."""
    database = entry.runtime_data.database

    since: datetime | None = None

    @callback
    def look() -> None:
        nonlocal since
        if isinstance(database.failure, LedgerLoginError):
            since = since or dt_util.utcnow()
            if dt_util.utcnow() - since >= LOGIN_PATIENCE:
                entry.async_start_reauth(hass, data={CONF_WHAT: WHAT_DATABASE})
        elif database.failure is None:
            since = None
            # Not while the ledger moves: that is on its way to an end of its own.
            _take_back(hass, entry, lambda step: step == "database")

    unsubscribe = async_dispatcher_connect(hass, SIGNAL_CHANGED, look)
    look()
    return unsubscribe


@callback
def _take_back(hass: HomeAssistant, entry: EarshotConfigEntry, at: Callable[[str], bool]) -> None:
    """End what asks a person for something, where it is at one of these steps."""
    for flow in tuple(entry.async_get_active_flows(hass, {SOURCE_REAUTH})):
        if at(flow["step_id"]):
            hass.config_entries.flow.async_abort(flow["flow_id"])
