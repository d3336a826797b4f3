"""Satellites: what is known of each one, and how."""

from dataclasses import dataclass

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback

from ..runtime import Posture, RuntimeData
from .answering import Access, Message, answered


@dataclass(frozen=True, slots=True, kw_only=True)
class SatellitesTold:
    """Every satellite, by their names."""

    satellites: tuple[Posture, ...]


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about satellites."""
    websocket_api.async_register_command(hass, satellites_list)


@websocket_command({"type": "earshot/satellites/list"})
@answered(Access.HOUSEHOLD)
async def satellites_list(
    _hass: HomeAssistant, _connection: ActiveConnection, _msg: Message, runtime: RuntimeData
) -> SatellitesTold:
    """Send every satellite as it is known in this moment."""
    return SatellitesTold(satellites=runtime.satellites.survey.all())
