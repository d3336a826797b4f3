"""Forgetting utterances: their contents, or the facts about them as well."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..errors import ConfirmationMissingError, EarshotError
from ..ledger import Selection
from ..ledger.jsonable import to_json
from ..runtime import RuntimeData
from .answering import Access, Message, answered, instant

SELECTION: Final[dict[Any, Any]] = {
    probatio.Optional("utterance_ids"): [str],
    probatio.Optional("since"): instant,
    probatio.Optional("until"): instant,
    probatio.Optional("satellite"): str,
    probatio.Optional("everything", default=False): bool,
}


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands."""
    websocket_api.async_register_command(hass, utterances_erase)
    websocket_api.async_register_command(hass, utterances_redact)


@websocket_command({"type": "earshot/utterances/erase", **SELECTION})
@answered(Access.ADMIN)
async def utterances_erase(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> None:
    """Make contents unreadable. Events tell how many utterances are done; the last one tells what was forgotten."""
    await _work(connection, msg, _selection(msg), runtime.forgetting.erase)


@websocket_command(
    {"type": "earshot/utterances/redact", **SELECTION, probatio.Optional("confirm", default=False): bool}
)
@answered(Access.ADMIN)
async def utterances_redact(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> None:
    """Take away the facts as well. Of everything only with `confirm`. Otherwise as `earshot/utterances/erase`."""
    selection = _selection(msg)
    if selection.everything and not msg["confirm"]:
        raise ConfirmationMissingError
    await _work(connection, msg, selection, runtime.forgetting.redact)


def _selection(msg: Message) -> Selection:
    return Selection(
        utterance_ids=tuple(msg.get("utterance_ids", ())),
        since=msg.get("since"),
        until=msg.get("until"),
        satellite=msg.get("satellite"),
        everything=msg["everything"],
    )


async def _work(
    connection: ActiveConnection, msg: Message, selection: Selection, forget: Callable[..., Awaitable[Any]]
) -> None:
    connection.subscriptions[msg["id"]] = lambda: None
    connection.send_result(msg["id"])

    @callback
    def progress(done: int) -> None:
        connection.send_event(msg["id"], {"type": "progress", "done": done})

    try:
        done = await forget(selection, by=connection.user.name or connection.user.id, progress=progress)
    except EarshotError as err:
        # The command has its result already. What was done so far is done, and doing it again does the rest.
        connection.send_event(msg["id"], {"type": "failed", "code": err.code, **err.placeholders})
    else:
        connection.send_event(msg["id"], {"type": "forgotten", "forgotten": to_json(done)})
