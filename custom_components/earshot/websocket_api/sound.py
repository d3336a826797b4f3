"""The sound of an utterance: an address for a player, made for the person who asks."""

from dataclasses import dataclass
from datetime import timedelta

from homeassistant.components import websocket_api
from homeassistant.components.http.auth import async_sign_path
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..const import SOUND_PATH, SOUND_TYPE
from ..ledger import Accessed
from ..runtime import SOUND_ADDRESS_SECONDS, RuntimeData
from .answering import Access, Message, answered


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundPath:
    """Where a sound can be fetched for five minutes, in parts, by the person whom this is told."""

    path: str
    content_type: str


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the command about sound."""
    websocket_api.async_register_command(hass, utterances_sound_path)


@websocket_command({"type": "earshot/utterances/sound_path", probatio.Required("utterance_id"): str})
@answered(Access.HOUSEHOLD, enters=(Accessed,))
async def utterances_sound_path(
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> SoundPath:
    """Send an address of a sound, for a player. It is entered, and then opened, when the address is fetched first."""
    address = await runtime.listening.address(msg["utterance_id"], connection.user)
    path = async_sign_path(
        hass,
        f"{SOUND_PATH}{address.utterance_id}?ticket={address.ticket}",
        timedelta(seconds=SOUND_ADDRESS_SECONDS),
        refresh_token_id=connection.refresh_token_id,
    )
    return SoundPath(path=path, content_type=SOUND_TYPE)
