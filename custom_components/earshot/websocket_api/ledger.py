"""The ledger as a whole: how long it is, what it last signed, and whether it is what was written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Literal

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..ledger import Accessed, Contacted, Donated, Gap, Reviewed, Shared
from ..ledger.query import MAX_PAGE, HappeningsPage
from ..ledger.record import CheckpointWitnessed
from ..ledger.verdict import Verdict
from ..ledger.view import StoredEntry, UtteranceView
from ..runtime import RuntimeData, Sight
from .answering import Access, Message, answered, followed
from .events import Events, Failed, Progress
from .long_work import run_long


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerStatus:
    """The ledger in this moment."""

    size: int
    """Its entries."""
    checkpoint: str | None
    """The latest signed note. None: none was ever signed."""
    witnessed: CheckpointWitnessed | None
    """The newest comparison that agreed. None: there never was one."""
    outages: Mapping[str, datetime]
    """What is ill now, by its kind, and since when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictEvent:
    """It is verified. The last event."""

    type: Literal["verdict"] = field(default="verdict", init=False)
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuiltEvent:
    """The list is made anew. The last event."""

    type: Literal["rebuilt"] = field(default="rebuilt", init=False)
    put_right: int
    """Utterances that stood in it otherwise than the entries tell, or did not stand in it."""


HAPPENINGS: Final = tuple(kind.kind for kind in (Accessed, Contacted, Donated, Gap, Reviewed, Shared))
"""The kinds that can be listed: what somebody did with what was said, when nobody watched, and what was fetched."""


type VerifyingEvent = Progress | Failed | VerdictEvent
type RebuildingEvent = Progress | Failed | RebuiltEvent


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about the ledger."""
    websocket_api.async_register_command(hass, ledger_status)
    websocket_api.async_register_command(hass, ledger_events)
    websocket_api.async_register_command(hass, ledger_verify)
    websocket_api.async_register_command(hass, ledger_rebuild)


@websocket_command({"type": "earshot/ledger/status", probatio.Optional("sign", default=False): bool})
@answered(Access.HOUSEHOLD)
async def ledger_status(
    hass: HomeAssistant, _connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> LedgerStatus:
    """Send the number of entries, the latest checkpoint (a new one with `sign`), who last vouched, and what is ill."""
    ledger = runtime.ledger
    if msg["sign"]:
        await hass.async_add_executor_job(ledger.checkpoint)
    return LedgerStatus(
        size=await hass.async_add_executor_job(ledger.size),
        checkpoint=await hass.async_add_executor_job(ledger.latest_checkpoint),
        witnessed=await hass.async_add_executor_job(ledger.last_witnessed),
        outages=dict(runtime.storage.outages),
    )


@websocket_command(
    {
        "type": "earshot/ledger/events",
        probatio.Required("kinds"): probatio.All([probatio.In(HAPPENINGS)], probatio.Length(min=1)),
        probatio.Optional("before", default=None): probatio.Any(None, str),
        probatio.Optional("limit", default=50): probatio.All(int, probatio.Range(min=1, max=MAX_PAGE)),
    }
)
@answered(Access.HOUSEHOLD)
async def ledger_events(
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> HappeningsPage:
    """Send entries of some kinds, whatever they are about, newest first: who read what, when nobody watched.

    `next` of its answer is the next page's `before`. Whoever may not know whose session an utterance was is not told
    that here either.
    """
    sight = await runtime.rights.sight(connection.user)

    def read() -> HappeningsPage:
        page = runtime.ledger.happenings(msg["kinds"], msg["before"], msg["limit"])
        told = {entry.record.utterance_id or "" for entry in page.items}
        views = {view.utterance_id: view for view in runtime.ledger.views(sorted(told))}
        items = (_seen(sight, entry, views.get(entry.record.utterance_id or "")) for entry in page.items)
        return replace(page, items=tuple(items))

    return await hass.async_add_executor_job(read)


def _seen(sight: Sight, entry: StoredEntry, view: UtteranceView | None) -> StoredEntry:
    return entry if view is None else sight.entries(view, [entry])[0]


@websocket_command({"type": "earshot/ledger/verify"})
@followed(Access.HOUSEHOLD)
async def ledger_verify(
    hass: HomeAssistant,
    _connection: ActiveConnection,
    _msg: Message,
    runtime: RuntimeData,
    events: Events[VerifyingEvent],
) -> None:
    """Check everything that is stored; events tell how far it is, the last one the verdict."""
    verdict = await run_long(hass, events, runtime.witnesses.verifying.verify)
    if verdict is not None:
        events.send(VerdictEvent(verdict=verdict))


@websocket_command({"type": "earshot/ledger/rebuild"})
@followed(Access.ADMIN)
async def ledger_rebuild(
    hass: HomeAssistant,
    _connection: ActiveConnection,
    _msg: Message,
    runtime: RuntimeData,
    events: Events[RebuildingEvent],
) -> None:
    """Make the list of utterances anew from the entries; events tell how far it is, the last one what was put right."""
    put_right = await run_long(hass, events, runtime.ledger.rebuild)
    if put_right is not None:
        events.send(RebuiltEvent(put_right=put_right))
