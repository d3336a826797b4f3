"""Forgetting utterances: their contents, or the facts about them as well."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..errors import ConfirmationMissingError, EarshotError
from ..ledger import Disowned, Erased, Redacted, Selection
from ..runtime import MAX_UNDO_SECONDS, Forgotten, RuntimeData
from .answering import Access, Message, answered, followed, instant
from .events import Events, Failed, Progress

SELECTION: Final[dict[Any, Any]] = {
    probatio.Optional("utterance_ids"): [str],
    probatio.Optional("since"): instant,
    probatio.Optional("until"): instant,
    probatio.Optional("satellite"): str,
    probatio.Optional("everything", default=False): bool,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgottenEvent:
    """It is done. The last event."""

    type: Literal["forgotten"] = field(default="forgotten", init=False)
    forgotten: Forgotten


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """It is done when its time is over, unless it is taken back. Until then nobody gets what is to be erased."""

    type: Literal["waiting"] = field(default="waiting", init=False)
    ticket: str
    """What `earshot/utterances/keep` takes it back with."""
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """It was taken back, and nothing is erased. The last event."""

    type: Literal["kept"] = field(default="kept", init=False)


type ForgettingEvent = Progress | Failed | ForgottenEvent
type ErasingEvent = ForgettingEvent | Waiting | Kept


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands."""
    websocket_api.async_register_command(hass, utterances_erase)
    websocket_api.async_register_command(hass, utterances_keep)
    websocket_api.async_register_command(hass, utterances_not_meant)
    websocket_api.async_register_command(hass, utterances_redact)


@websocket_command(
    {
        "type": "earshot/utterances/erase",
        **SELECTION,
        probatio.Optional("after", default=0): probatio.All(
            probatio.Any(int, float), probatio.Range(min=0, max=MAX_UNDO_SECONDS)
        ),
    }
)
@followed(Access.CHANGE, enters=(Erased,))
async def utterances_erase(
    _hass: HomeAssistant,
    connection: ActiveConnection,
    msg: Message,
    runtime: RuntimeData,
    events: Events[ErasingEvent],
) -> None:
    """Make contents unreadable. Events tell how many utterances are done; the last one tells what was forgotten.

    Whoever is no administrator names utterances, and each is their own. With `after` it is done in so many seconds,
    also if nobody listens any more, and can be taken back until then. What is asked for meanwhile is refused as
    `content_withheld`.
    """
    selection = _selection(msg)
    await runtime.rights.require_change(selection, connection.user)
    if msg["after"]:
        await _wait(connection, events, selection, msg["after"], runtime)
    else:
        await _work(connection, events, selection, runtime.forgetting.erase)


@websocket_command({"type": "earshot/utterances/keep", probatio.Required("ticket"): str})
@answered(Access.CHANGE)
async def utterances_keep(
    _hass: HomeAssistant, _connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> Kept:
    """Take an erasure back that waits."""
    runtime.postponing.keep(msg["ticket"])
    return Kept()


@websocket_command({"type": "earshot/utterances/not_meant", probatio.Required("utterance_id"): str})
@answered(Access.CHANGE, enters=(Erased, Disowned))
async def utterances_not_meant(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> Forgotten:
    """Let an utterance count as a false wake, because it was not meant for the house, and erase its contents.

    Whoever is no administrator says that of their own.
    """
    await runtime.rights.require_change(Selection(utterance_ids=(msg["utterance_id"],)), connection.user)
    return await runtime.forgetting.disown((msg["utterance_id"],), by=_by(connection))


@websocket_command(
    {"type": "earshot/utterances/redact", **SELECTION, probatio.Optional("confirm", default=False): bool}
)
@followed(Access.ADMIN, enters=(Redacted,))
async def utterances_redact(
    _hass: HomeAssistant,
    connection: ActiveConnection,
    msg: Message,
    runtime: RuntimeData,
    events: Events[ForgettingEvent],
) -> None:
    """Take away the facts as well. Of everything only with `confirm`. Otherwise as `earshot/utterances/erase`."""
    selection = _selection(msg)
    if selection.everything and not msg["confirm"]:
        raise ConfirmationMissingError
    await _work(connection, events, selection, runtime.forgetting.redact)


def _selection(msg: Message) -> Selection:
    return Selection(
        utterance_ids=tuple(msg.get("utterance_ids", ())),
        since=msg.get("since"),
        until=msg.get("until"),
        satellite=msg.get("satellite"),
        everything=msg["everything"],
    )


async def _wait(
    connection: ActiveConnection,
    events: Events[ErasingEvent],
    selection: Selection,
    seconds: float,
    runtime: RuntimeData,
) -> None:
    @callback
    def progress(done: int) -> None:
        events.send(Progress(done=done))

    asked = await runtime.postponing.ask(selection, _by(connection), seconds, progress)
    events.begin()
    events.send(Waiting(ticket=asked.ticket, until=asked.until))
    match await asyncio.shield(asked.outcome):
        case None:
            events.send(Kept())
        case EarshotError() as err:
            events.send(Failed.of(err))
        case done:
            events.send(ForgottenEvent(forgotten=done))


def _by(connection: ActiveConnection) -> str:
    return connection.user.name or connection.user.id


async def _work(
    connection: ActiveConnection,
    events: Events[ForgettingEvent],
    selection: Selection,
    forget: Callable[..., Awaitable[Forgotten]],
) -> None:
    events.begin()

    @callback
    def progress(done: int) -> None:
        events.send(Progress(done=done))

    try:
        done = await forget(selection, by=_by(connection), progress=progress)
    except EarshotError as err:
        # What was done so far is done, and doing it again does the rest.
        events.send(Failed.of(err))
    else:
        events.send(ForgottenEvent(forgotten=done))
