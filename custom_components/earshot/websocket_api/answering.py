"""What all commands have in common: who may use them, a loaded entry, a typed answer, and errors that have a code.

A command returns its answer as a value, and what is sent is that value as JSON. So its annotation says what the page
gets, and the page's own types are written from it (`scripts/types`).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
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
from ..errors import EarshotError, SecondFactorMissingError
from ..ledger.jsonable import to_json
from ..ledger.record import Record
from ..runtime import Access, EarshotConfigEntry, People, RuntimeData
from .events import Events

__all__ = ["ERR_NOT_LOADED", "Access", "Command", "Message", "answered", "contract_of", "followed", "instant", "loaded"]

ERR_NOT_LOADED: Final = "not_loaded"

type Message = dict[str, Any]
type Answer = Callable[[HomeAssistant, ActiveConnection, Message, RuntimeData], Awaitable[object]]
type Following = Callable[[HomeAssistant, ActiveConnection, Message, RuntimeData, Events[Any]], Awaitable[object]]
type Command = Callable[[HomeAssistant, ActiveConnection, Message], None]


@callback
def loaded(hass: HomeAssistant) -> RuntimeData | None:
    """Return what is at work; None while no entry is loaded."""
    entries: list[EarshotConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    return entries[0].runtime_data if entries else None


def instant(value: Any) -> datetime:
    """Read an ISO 8601 instant; one without a zone is the house's time."""
    return dt_util.as_utc(cv.datetime(value))


@dataclass(frozen=True, slots=True)
class Contract:
    """What is agreed on with whoever calls a command."""

    access: Access
    """Who is answered."""
    enters: tuple[type[Record], ...]
    """What it enters in the ledger."""
    answer: Callable[..., Awaitable[object]]
    """The coroutine: its annotations say what is answered, and what events follow."""


_CONTRACTS: Final[dict[Command, Contract]] = {}

_SENT: Final = object()
"""Stands for an answer that was sent before the first event."""


def answered(access: Access, *, enters: tuple[type[Record], ...] = ()) -> Callable[[Answer], Command]:
    """Make a command of a coroutine that needs the runtime data; to be decorated with `websocket_command`.

    `access` says who is answered: who is not gets the error "unauthorized", whatever the page lets them ask. `enters`
    says what the command itself enters in the ledger, for the list of commands in docs/websocket-api.md.
    """

    def decorate(answer: Answer) -> Command:
        async def command(hass: HomeAssistant, connection: ActiveConnection, msg: Message) -> None:
            await _answer(hass, connection, msg, access, lambda runtime: answer(hass, connection, msg, runtime))

        return _declared(Contract(access, enters, answer), command)

    return decorate


def followed(access: Access, *, enters: tuple[type[Record], ...] = ()) -> Callable[[Following], Command]:
    """Make a command whose answer events follow. Otherwise as `answered`."""

    def decorate(answer: Following) -> Command:
        async def command(hass: HomeAssistant, connection: ActiveConnection, msg: Message) -> None:
            events = Events[Any](connection, msg["id"])

            async def ask(runtime: RuntimeData) -> object:
                value = await answer(hass, connection, msg, runtime, events)
                return _SENT if events.answered else value

            try:
                await _answer(hass, connection, msg, access, ask)
            finally:
                events.close()

        return _declared(Contract(access, enters, answer), command)

    return decorate


def contract_of(command: Command) -> Contract:
    """Return what is agreed on for a command. Raises KeyError for one that is none of Earshot's."""
    return _CONTRACTS[command]


def _declared(contract: Contract, command: Callable[..., Awaitable[None]]) -> Command:
    made = async_response(wraps(contract.answer)(command))
    _CONTRACTS[made] = contract
    return made


async def _answer(
    hass: HomeAssistant,
    connection: ActiveConnection,
    msg: Message,
    access: Access,
    ask: Callable[[RuntimeData], Awaitable[object]],
) -> None:
    runtime = loaded(hass)
    people = People(hass) if runtime is None else runtime.people
    if not await people.may(connection.user, access, connection.refresh_token_id):
        if await people.lacks_only_a_second_factor(connection.user, access):
            # They are told what they lack, and nothing else: it is about themselves.
            _send_error(connection, msg, SecondFactorMissingError())
            return
        raise Unauthorized
    if runtime is None:
        connection.send_error(msg["id"], ERR_NOT_LOADED, "Earshot is not loaded")
        return
    try:
        value = await ask(runtime)
    except EarshotError as err:
        _send_error(connection, msg, err)
        return
    if value is not _SENT:
        connection.send_result(msg["id"], to_json(value))


def _send_error(connection: ActiveConnection, msg: Message, err: EarshotError) -> None:
    connection.send_error(
        msg["id"],
        err.code,
        str(err),
        translation_domain=DOMAIN,
        translation_key=err.code,
        translation_placeholders=dict(err.placeholders),
    )
