"""The voice host, as it describes itself."""

from dataclasses import asdict
from typing import Any

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback

from ..runtime import Host, RuntimeData
from .answering import Access, Message, answered


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about the voice host."""
    websocket_api.async_register_command(hass, host_report)


@websocket_command({"type": "earshot/host/report"})
@answered(Access.ADMIN)
async def host_report(_hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData) -> None:
    """Send the walls and what was tried against them, the engines, and what was made of the home's sentences.

    Null stands for a report that was never made, and for sentences that the host does not have yet. With several hosts
    it is of one that is there, and `hosts` has all of them.
    """
    answer = {**_told(runtime.host), "hosts": [_told(host) for host in runtime.host.members]}
    connection.send_result(msg["id"], answer)


def _told(host: Host) -> dict[str, Any]:
    """Tell of one. A place is that of its address, where somebody else runs it: then its report is its own word."""
    report, built = host.report, host.grammar_built
    return {
        "title": host.title,
        "place": host.place,
        "available": host.available,
        "report": None if report is None else asdict(report),
        "grammar": None if built is None else asdict(built),
    }
