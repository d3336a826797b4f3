"""Utterances: who was within earshot of what was said, and, for those who ask for them, the words."""

from dataclasses import dataclass, fields
from typing import Any, Final

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..errors import NotYoursError, UtteranceUnknownError
from ..ledger import Accessed
from ..ledger.query import MAX_PAGE, MAX_SKIP, Labels, Page, Query
from ..ledger.view import StoredEntry, UtteranceView
from ..ledger.witness import ProofSizes
from ..models import Outcome, Place
from ..runtime import Readable, RuntimeData, WordsRead
from .answering import Access, Message, answered, followed, instant
from .events import Events
from .utterance_changes import UtteranceChanges, UtteranceEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceTold:
    """One utterance with its entries."""

    utterance: UtteranceView
    entries: tuple[StoredEntry, ...]
    proof: ProofSizes
    """By their indexes it tells how far each entry is proven."""
    words: WordsRead | None
    """None: they were not asked for."""
    readable: Readable
    """Whether words and sound may be read and heard by whoever asks, and why."""
    may_change: bool
    """Whether whoever asks may erase them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceCount:
    """How many utterances a list has on all its pages."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptTold:
    """The receipt for an utterance as a file. It holds no words."""

    filename: str
    receipt: str
    keys: tuple[str, ...]
    """The keys that it is verified with."""


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about utterances."""
    websocket_api.async_register_command(hass, utterances_list)
    websocket_api.async_register_command(hass, utterances_count)
    websocket_api.async_register_command(hass, utterances_labels)
    websocket_api.async_register_command(hass, utterances_get)
    websocket_api.async_register_command(hass, utterances_receipt)
    websocket_api.async_register_command(hass, utterances_subscribe)


FILTERS: Final[dict[Any, Any]] = {
    probatio.Optional("satellite"): str,
    probatio.Optional("outcome"): probatio.Coerce(Outcome),
    probatio.Optional("since"): instant,
    probatio.Optional("until"): instant,
    probatio.Optional("left_house"): bool,
    probatio.Optional("listened"): bool,
    probatio.Optional("sound_kept"): bool,
    probatio.Optional("words_kept"): bool,
    probatio.Optional("place"): probatio.Coerce(Place),
    probatio.Optional("heard_by"): str,
}
"""What restricts a list of utterances, as the fields of `Query` have it."""


@websocket_command(
    {
        "type": "earshot/utterances/list",
        probatio.Optional("limit", default=50): probatio.All(int, probatio.Range(min=1, max=MAX_PAGE)),
        probatio.Optional("before"): str,
        probatio.Optional("skip", default=0): probatio.All(int, probatio.Range(min=0, max=MAX_SKIP)),
        **FILTERS,
    }
)
@answered(Access.HOUSEHOLD)
async def utterances_list(
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> Page:
    """Send a page of utterances, newest first. `next` of its answer is the next page's `before`."""
    sight = await runtime.rights.sight(connection.user)
    return sight.page(await hass.async_add_executor_job(runtime.ledger.utterances, _query(msg)))


@websocket_command({"type": "earshot/utterances/count", **FILTERS})
@answered(Access.HOUSEHOLD)
async def utterances_count(
    hass: HomeAssistant, _connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> UtteranceCount:
    """Send how many utterances all pages of a list have together."""
    return UtteranceCount(count=await hass.async_add_executor_job(runtime.ledger.count, _query(msg)))


@websocket_command({"type": "earshot/utterances/labels"})
@answered(Access.HOUSEHOLD)
async def utterances_labels(
    hass: HomeAssistant, _connection: ActiveConnection, _msg: Message, runtime: RuntimeData
) -> Labels:
    """Send what `satellite` and `heard_by` of a list find, by name."""
    return await hass.async_add_executor_job(runtime.ledger.labels)


def _query(msg: Message) -> Query:
    return Query(**{field.name: msg[field.name] for field in fields(Query) if field.name in msg})


@websocket_command(
    {
        "type": "earshot/utterances/get",
        probatio.Required("utterance_id"): str,
        probatio.Optional("words", default=False): bool,
    }
)
@answered(Access.HOUSEHOLD, enters=(Accessed,))
async def utterances_get(
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> UtteranceTold:
    """Send one utterance with its entries. With `words`, also what was said, which is itself entered."""
    ledger, utterance_id = runtime.ledger, msg["utterance_id"]
    if await hass.async_add_executor_job(ledger.utterance, utterance_id) is None:
        raise UtteranceUnknownError
    words = await runtime.reading_room.read(utterance_id, connection.user) if msg["words"] else None
    # Only now: the reading is one of its entries.
    if (view := await hass.async_add_executor_job(ledger.utterance, utterance_id)) is None:
        raise UtteranceUnknownError
    entries = await hass.async_add_executor_job(ledger.entries, utterance_id)
    proof = await hass.async_add_executor_job(ledger.proof_sizes)
    sight = await runtime.rights.sight(connection.user)
    return UtteranceTold(
        utterance=sight.facts(view),
        entries=sight.entries(view, entries),
        proof=proof,
        words=words,
        readable=sight.readable(view),
        may_change=sight.may_change(view),
    )


@websocket_command({"type": "earshot/utterances/receipt", probatio.Required("utterance_id"): str})
@answered(Access.HOUSEHOLD)
async def utterances_receipt(
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> ReceiptTold:
    """Send the receipt for an utterance as a file, and the keys that it is verified with. It holds no words.

    It holds the entries as they were hashed, so that nothing in them can be left untold: whoever must not be told whose
    session it was gets none.
    """
    ledger, utterance_id = runtime.ledger, msg["utterance_id"]
    if (view := await hass.async_add_executor_job(ledger.utterance, utterance_id)) is None:
        raise UtteranceUnknownError
    if (await runtime.rights.sight(connection.user)).hides(view):
        raise NotYoursError
    receipt = await hass.async_add_executor_job(ledger.receipt, utterance_id)
    return ReceiptTold(
        filename=f"earshot-{utterance_id}.tlog-proof",
        receipt=receipt.text(),
        keys=tuple(key.text for key in ledger.keys),
    )


@websocket_command({"type": "earshot/utterances/subscribe"})
@followed(Access.HOUSEHOLD)
async def utterances_subscribe(
    hass: HomeAssistant,
    connection: ActiveConnection,
    _msg: Message,
    _runtime: RuntimeData,
    events: Events[UtteranceEvent],
) -> None:
    """Send each utterance when it ends and when something changes that a list shows, also after a reload of Earshot."""
    events.begin(UtteranceChanges(hass, connection.user, events).stop)
