"""When a voice host elsewhere and Earshot do not share a pairing code any more, a person is asked for it anew."""

from collections.abc import Callable
from typing import Final

from homeassistant.config_entries import SOURCE_REAUTH
from homeassistant.core import HomeAssistant, callback

from .const import CONF_WHICH
from .runtime import EarshotConfigEntry

REFUSALS_BEFORE_ASKING: Final = 3
"""In a row, within some seconds. A host that is ending, or that strangers crowd, breaks connections off as well."""


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
            for flow in tuple(entry.async_get_active_flows(hass, {SOURCE_REAUTH})):
                hass.config_entries.flow.async_abort(flow["flow_id"])

    unsubscribe = host.add_listener(look)
    look()
    return unsubscribe


@callback
def ask_for_code(hass: HomeAssistant, entry: EarshotConfigEntry, title: str | None = None) -> None:
    """Ask for the code of the host of that name; of the first, where nobody knows which it was. Asks once."""
    entry.async_start_reauth(hass, data={} if title is None else {CONF_WHICH: title})
