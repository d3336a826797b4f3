"""Forgetting utterances: their contents, or the facts about them as well."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..errors import ConfirmationMissingError, EarshotError
from ..ledger import Erased, Redacted, Selection
from ..runtime import Forgotten, RuntimeData
from .answering import Access, Message, followed, instant
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


type ForgettingEvent = Progress | Failed | ForgottenEvent


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands."""
    websocket_api.async_register_command(hass, utterances_erase)
    websocket_api.async_register_command(hass, utterances_redact)


@websocket_command({"type": "earshot/utterances/erase", **SELECTION})
@followed(Access.CHANGE, enters=(Erased,))
async def utterances_erase(
    _hass: HomeAssistant,
    connection: ActiveConnection,
    msg: Message,
    runtime: RuntimeData,
    events: Events[ForgettingEvent],
) -> None:
    """Make contents unreadable. Events tell how many utterances are done; the last one tells what was forgotten.

    Whoever is no administrator names utterances, and each is their own.
    """
    selection = _selection(msg)
    await runtime.rights.require_change(selection, connection.user)
    await _work(connection, events, selection, runtime.forgetting.erase)


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
        done = await forget(selection, by=connection.user.name or connection.user.id, progress=progress)
    except EarshotError as err:
        # What was done so far is done, and doing it again does the rest.
        events.send(Failed.of(err))
    else:
        events.send(ForgottenEvent(forgotten=done))
