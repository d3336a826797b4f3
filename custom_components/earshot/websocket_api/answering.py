"""What all commands have in common: who may use them, a loaded entry, and errors that have a code."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import wraps
from typing import Any, Final

from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import async_response
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import Unauthorized
from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..errors import EarshotError
from ..runtime import Access, EarshotConfigEntry, People, RuntimeData

__all__ = ["ERR_NOT_LOADED", "Access", "Command", "Message", "access_of", "answered", "instant", "loaded"]

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


_ACCESS: Final[dict[Command, Access]] = {}


def answered(access: Access) -> Callable[[Answer], Command]:
    """Make a command of a coroutine that needs the runtime data; to be decorated with `websocket_command`.

    `access` says who is answered: who is not gets the error "unauthorized", whatever the page lets them ask.
    """

    def decorate(answer: Answer) -> Command:
        @async_response
        @wraps(answer)
        async def command(hass: HomeAssistant, connection: ActiveConnection, msg: Message) -> None:
            runtime = loaded(hass)
            people = People(hass) if runtime is None else runtime.people
            if not await people.may(connection.user, access):
                raise Unauthorized
            if runtime is None:
                connection.send_error(msg["id"], ERR_NOT_LOADED, "Earshot is not loaded")
                return
            try:
                await answer(hass, connection, msg, runtime)
            except EarshotError as err:
                _send_error(connection, msg, err)

        _ACCESS[command] = access
        return command

    return decorate


def access_of(command: Command) -> Access:
    """Return who is answered by a command. Raises KeyError for one that is none of Earshot's."""
    return _ACCESS[command]


def _send_error(connection: ActiveConnection, msg: Message, err: EarshotError) -> None:
    connection.send_error(
        msg["id"],
        err.code,
        str(err),
        translation_domain=DOMAIN,
        translation_key=err.code,
        translation_placeholders=dict(err.placeholders),
    )
