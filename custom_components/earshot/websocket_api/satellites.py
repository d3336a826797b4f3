"""Satellites: what is known of each one, and how."""

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback

from ..ledger.jsonable import to_json
from ..runtime import RuntimeData
from .answering import Access, Message, answered


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about satellites."""
    websocket_api.async_register_command(hass, satellites_list)


@websocket_command({"type": "earshot/satellites/list"})
@answered(Access.ADMIN)
async def satellites_list(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> None:
    """Send every satellite as it is known in this moment."""
    connection.send_result(msg["id"], {"satellites": to_json(runtime.satellites.survey.all())})
