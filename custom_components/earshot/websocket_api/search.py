"""Looking for something that was said."""

from dataclasses import dataclass, field, fields
from typing import Literal

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..ledger import Accessed
from ..ledger.query import Query
from ..ledger.search import Search
from ..models import ContentKind
from ..runtime import Finding, RuntimeData
from .answering import Access, Message, followed, instant
from .events import Events, Failed, Progress
from .long_work import run_long


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """It is searched. The last event."""

    type: Literal["found"] = field(default="found", init=False)
    finding: Finding


type SearchingEvent = Progress | Failed | FoundEvent


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the command that searches."""
    websocket_api.async_register_command(hass, utterances_search)


@websocket_command(
    {
        "type": "earshot/utterances/search",
        # How long it may be is looked at by the search: a schema would repeat it in its complaint, and in the log.
        probatio.Required("needle"): str,
        probatio.Optional("contents", default=lambda: ["words"]): [
            probatio.All(probatio.In(["words", "response"]), probatio.Coerce(ContentKind))
        ],
        probatio.Optional("before"): str,
        probatio.Optional("satellite"): str,
        probatio.Optional("since"): instant,
        probatio.Optional("until"): instant,
    }
)
@followed(Access.ADMIN, enters=(Accessed,))
async def utterances_search(
    hass: HomeAssistant,
    connection: ActiveConnection,
    msg: Message,
    runtime: RuntimeData,
    events: Events[SearchingEvent],
) -> None:
    """Search the sealed words of a range; events tell how far it is, the last one what was found, without words.

    Everything that is looked through is entered as accessed by this person, and what is found once more. `next` of the
    finding is the `before` of the search that goes on from there.
    """
    query = Query(**{one.name: msg[one.name] for one in fields(Query) if one.name in msg})
    search = Search(needle=msg["needle"], query=query)
    work = runtime.search_room.prepare(search, connection.user, frozenset(msg["contents"]))
    finding = await run_long(hass, events, work)
    if finding is not None:
        events.send(FoundEvent(finding=finding))
