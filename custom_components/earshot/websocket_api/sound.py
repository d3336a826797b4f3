"""The sound of an utterance, for those who ask for it. That is itself entered, before it is opened."""

from base64 import b64encode

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.const import ERR_NOT_FOUND
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..runtime import RuntimeData
from .answering import Access, Message, answered


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the command about sound."""
    websocket_api.async_register_command(hass, utterances_sound)


@websocket_command({"type": "earshot/utterances/sound", probatio.Required("utterance_id"): str})
@answered(Access.ADMIN)
async def utterances_sound(
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> None:
    """Send a FLAC file in base64: a minute at most, some 1.5 MB. No address leads to it that could be passed on."""
    if await hass.async_add_executor_job(runtime.ledger.utterance, msg["utterance_id"]) is None:
        connection.send_error(msg["id"], ERR_NOT_FOUND, "The ledger does not know this utterance")
        return
    flac = await runtime.reading_room.listen(msg["utterance_id"], connection.user)
    connection.send_result(msg["id"], {"content_type": "audio/flac", "base64": b64encode(flac).decode()})
