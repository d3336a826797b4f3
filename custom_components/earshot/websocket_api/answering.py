"""What all commands have in common: an administrator, a loaded entry, and errors that have a code."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import wraps
from typing import Any, Final

from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import async_response, require_admin
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..errors import EarshotError
from ..runtime import EarshotConfigEntry, RuntimeData

ERR_NOT_LOADED: Final = "not_loaded"

type Message = dict[str, Any]
type Answer = Callable[[HomeAssistant, ActiveConnection, Message, RuntimeData], Awaitable[None]]
type Command = Callable[[HomeAssistant, ActiveConnection, Message], None]


@callback
def loaded(hass: HomeAssistant) -> RuntimeData | None:
    """Return what is at work; None while no entry is loaded."""
    entries: list[EarshotConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    return entries[0].runtime_data if entries else None


def instant(value: Any) -> datetime:
    """Read an ISO 8601 instant; one without a zone is the house's time."""
    return dt_util.as_utc(cv.datetime(value))


def answered(answer: Answer) -> Command:
    """Make a command of a coroutine that needs the runtime data; to be decorated with `websocket_command`."""

    @require_admin
    @async_response
    @wraps(answer)
    async def command(hass: HomeAssistant, connection: ActiveConnection, msg: Message) -> None:
        if (runtime := loaded(hass)) is None:
            connection.send_error(msg["id"], ERR_NOT_LOADED, "Earshot is not loaded")
            return
        try:
            await answer(hass, connection, msg, runtime)
        except EarshotError as err:
            connection.send_error(
                msg["id"],
                err.code,
                str(err),
                translation_domain=DOMAIN,
                translation_key=err.code,
                translation_placeholders=dict(err.placeholders),
            )

    return command
