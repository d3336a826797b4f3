"""Telling whoever shows the state of things that it has changed. Within the process: no event, and nothing of what."""

from collections.abc import Iterable, Mapping
from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.util.signal_type import SignalType

from ..ledger.projection import LOOKED_THROUGH
from ..ledger.record import Accessed, Record

SIGNAL_CHANGED: Final = SignalType[()]("earshot_changed")
"""Sent when something was entered, kept, erased or redacted, when an outage or a question begins or ends. Mostly
several times for one utterance: whoever listens waits a moment before looking."""

SIGNAL_ENTERED: Final = SignalType[Mapping[str, frozenset[str]]]("earshot_entered")
"""Sent when something was entered of utterances, with the kinds of the entries by the utterances' ids."""

SIGNAL_GONE: Final = SignalType[tuple[str, ...]]("earshot_gone")
"""Sent with the ids of utterances that the ledger knows no more."""

SIGNAL_RECORDS: Final = SignalType[tuple[Record, ...]]("earshot_records")
"""Sent with the entries that were written together, in their order, once they are on disk. They hold facts, and never
words."""

SIGNAL_LISTENING: Final = SignalType[()]("earshot_listening")
"""Sent when sound of a microphone begins or ends to come to the gate, and when an utterance begins or ends."""


@callback
def tell_changed(hass: HomeAssistant) -> None:
    """Tell that something has changed."""
    async_dispatcher_send(hass, SIGNAL_CHANGED)


@callback
def tell_listening(hass: HomeAssistant) -> None:
    """Tell that somebody listens, or listens no more."""
    async_dispatcher_send(hass, SIGNAL_LISTENING)


@callback
def tell_entered(hass: HomeAssistant, records: Iterable[Record]) -> None:
    """Tell of which utterances something was entered."""
    kinds: dict[str, set[str]] = {}
    for record in records:
        if record.utterance_id is not None:
            kinds.setdefault(record.utterance_id, set()).add(_kind(record))
    if kinds:
        async_dispatcher_send(hass, SIGNAL_ENTERED, {name: frozenset(some) for name, some in kinds.items()})


@callback
def tell_records(hass: HomeAssistant, records: Iterable[Record]) -> None:
    """Hand on what was entered."""
    async_dispatcher_send(hass, SIGNAL_RECORDS, tuple(records))


@callback
def tell_gone(hass: HomeAssistant, utterance_ids: Iterable[str]) -> None:
    """Tell which utterances the ledger knows no more."""
    async_dispatcher_send(hass, SIGNAL_GONE, tuple(utterance_ids))


def _kind(record: Record) -> str:
    looked_through = isinstance(record, Accessed) and record.how == LOOKED_THROUGH
    return LOOKED_THROUGH if looked_through else record.kind
