"""Exports: a file is asked for here, and fetched by its address."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from homeassistant.components import websocket_api
from homeassistant.components.http.auth import async_sign_path
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..ledger import Accessed
from ..models import ContentKind
from ..runtime import EXPORT_TICKET_SECONDS, RuntimeData
from .answering import Access, Message, followed, instant
from .events import Events, Progress

PATH = "/api/earshot/export/"

PROGRESS_SECONDS = 0.25
"""Between two events: a bar that moves smoothly, and not an event for each of ten thousand parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyExport:
    """A file that waits to be fetched. The first event."""

    type: Literal["ready"] = field(default="ready", init=False)
    path: str
    """Its signed address on this Home Assistant, valid once and for a minute."""
    filename: str
    first: int
    """Index of its first entry."""
    end: int
    """Index behind its last entry."""


type ExportEvent = ReadyExport | Progress


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the command about exports."""
    websocket_api.async_register_command(hass, export_prepare)


@websocket_command(
    {
        "type": "earshot/export/prepare",
        probatio.Optional("since"): instant,
        probatio.Optional("until"): instant,
        probatio.Optional("contents", default=list): [probatio.Coerce(ContentKind)],
    }
)
@followed(Access.ADMIN, enters=(Accessed,))
async def export_prepare(
    hass: HomeAssistant,
    connection: ActiveConnection,
    msg: Message,
    runtime: RuntimeData,
    events: Events[ExportEvent],
) -> None:
    """Send the address of an export, valid once and for a minute; then events tell how much of it is fetched.

    Each content that is in it is entered as exported by this person before it is opened. To unsubscribe takes the
    address back, unless the file is on its way.
    """
    first, end = await hass.async_add_executor_job(runtime.ledger.span, msg.get("since"), msg.get("until"))

    shown_at = -PROGRESS_SECONDS

    @callback
    def told(done: int, total: int) -> None:
        nonlocal shown_at
        now = hass.loop.time()
        if done == total or now - shown_at >= PROGRESS_SECONDS:
            shown_at = now
            events.send(Progress(done=done, total=total))

    exports = runtime.exports
    export = exports.ask(first, end, frozenset(msg["contents"]), connection.user, told)
    events.begin(lambda: exports.give_up(export))
    path = async_sign_path(
        hass,
        f"{PATH}{export.ticket}",
        timedelta(seconds=EXPORT_TICKET_SECONDS),
        refresh_token_id=connection.refresh_token_id,
    )
    events.send(ReadyExport(path=path, filename=export.filename, first=first, end=end))
