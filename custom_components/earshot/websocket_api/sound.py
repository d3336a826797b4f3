"""The sound of an utterance, for those who ask for it. That is itself entered, before it is opened."""

from base64 import b64encode
from dataclasses import dataclass

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..errors import UtteranceUnknownError
from ..ledger import Accessed
from ..runtime import RuntimeData
from .answering import Access, Message, answered


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundTold:
    """The sound of an utterance, as a file."""

    content_type: str
    base64: str


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the command about sound."""
    websocket_api.async_register_command(hass, utterances_sound)


@websocket_command({"type": "earshot/utterances/sound", probatio.Required("utterance_id"): str})
@answered(Access.ADMIN, enters=(Accessed,))
async def utterances_sound(
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> SoundTold:
    """Send a FLAC file in base64: a minute at most, some 1.5 MB. No address leads to it that could be passed on."""
    if await hass.async_add_executor_job(runtime.ledger.utterance, msg["utterance_id"]) is None:
        raise UtteranceUnknownError
    flac = await runtime.reading_room.listen(msg["utterance_id"], connection.user)
    return SoundTold(content_type="audio/flac", base64=b64encode(flac).decode())
