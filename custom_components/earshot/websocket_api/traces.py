"""Traces: where Home Assistant itself keeps words or sound, and clearing it."""

from dataclasses import dataclass

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..runtime import RuntimeData, TraceFound, TracePurged
from .answering import Access, Message, answered


@dataclass(frozen=True, slots=True, kw_only=True)
class TracesFound:
    """What is in every place now."""

    traces: tuple[TraceFound, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TracesPurged:
    """What is gone, what is left, and why."""

    traces: tuple[TracePurged, ...]


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about traces."""
    websocket_api.async_register_command(hass, traces_list)
    websocket_api.async_register_command(hass, traces_purge)


@websocket_command({"type": "earshot/traces/list"})
@answered(Access.HOUSEHOLD)
async def traces_list(
    _hass: HomeAssistant, _connection: ActiveConnection, _msg: Message, runtime: RuntimeData
) -> TracesFound:
    """Send what is in every place now, as it is looked at in this moment."""
    return TracesFound(traces=await runtime.traces.survey())


@websocket_command({"type": "earshot/traces/purge", probatio.Optional("place"): str})
@answered(Access.ADMIN)
async def traces_purge(
    _hass: HomeAssistant, _connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> TracesPurged:
    """Clear one place, or all, and send what is gone, what is left, and why."""
    return TracesPurged(traces=await runtime.traces.purge(msg.get("place")))
