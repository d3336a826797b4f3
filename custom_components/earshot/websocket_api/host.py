"""The voice host, as it describes itself."""

from dataclasses import asdict

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant, callback

from ..runtime import RuntimeData
from .answering import Message, answered


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about the voice host."""
    websocket_api.async_register_command(hass, host_report)


@websocket_api.websocket_command({"type": "earshot/host/report"})
@answered
async def host_report(hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData) -> None:
    """Send the walls, what was tried against them, and the engines; null for a report that was never made."""
    report = runtime.host.report
    answer = {"available": runtime.host.available, "report": None if report is None else asdict(report)}
    connection.send_result(msg["id"], answer)
