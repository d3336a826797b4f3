"""Traces: where Home Assistant itself keeps words or sound, and clearing it."""

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..ledger.jsonable import to_json
from ..runtime import RuntimeData
from .answering import Access, Message, answered


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about traces."""
    websocket_api.async_register_command(hass, traces_list)
    websocket_api.async_register_command(hass, traces_purge)


@websocket_command({"type": "earshot/traces/list"})
@answered(Access.ADMIN)
async def traces_list(_hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData) -> None:
    """Send what is in every place now, as it is looked at in this moment."""
    connection.send_result(msg["id"], {"traces": to_json(await runtime.traces.survey())})


@websocket_command({"type": "earshot/traces/purge", probatio.Optional("place"): str})
@answered(Access.ADMIN)
async def traces_purge(_hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData) -> None:
    """Clear one place, or all, and send what is gone, what is left, and why."""
    connection.send_result(msg["id"], {"traces": to_json(await runtime.traces.purge(msg.get("place")))})
