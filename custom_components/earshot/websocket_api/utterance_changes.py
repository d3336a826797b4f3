"""What a list of utterances is told while somebody watches it: each that ended or changed, and those that are gone."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, Literal

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import Unauthorized
from homeassistant.helpers.dispatcher import async_dispatcher_connect

from ..errors import EarshotError
from ..ledger import (
    Accessed,
    Acted,
    AlsoHeard,
    Disowned,
    Donated,
    Erased,
    Finished,
    Offered,
    Reviewed,
    Shared,
    Stored,
    UtteranceView,
)
from ..runtime import SIGNAL_ENTERED, SIGNAL_FINISHED, SIGNAL_GONE
from .answering import loaded
from .events import Events

SHOWN: Final = frozenset(
    record.kind
    for record in (
        Accessed,
        Acted,
        AlsoHeard,
        Disowned,
        Donated,
        Erased,
        Finished,
        Offered,
        Reviewed,
        Shared,
        Stored,
    )
)
"""The kinds of entries by which what a list shows changes. Being looked through by a search changes nothing."""

AT_ONCE: Final = 50
"""Utterances that are read together: some ten milliseconds of a thread, as long as a page of a list."""

MANY: Final = 500
"""Utterances that may wait to be told. What changes more at once, as erasing everything does, is read anew sooner than
it is told: each event is some kilobytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """An utterance ended, or something about it has changed since."""

    type: Literal["changed"] = field(default="changed", init=False)
    by: tuple[str, ...]
    """The kinds of the entries that changed it; "finished" among them when it ended."""
    utterance: UtteranceView
    """As it is now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """The ledger knows these utterances no more."""

    type: Literal["gone"] = field(default="gone", init=False)
    utterance_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """More has changed at once than is told one by one: the list is to be read anew."""

    type: Literal["stale"] = field(default="stale", init=False)


type UtteranceEvent = Changed | Gone | Stale


class UtteranceChanges:
    """Tells one subscriber, each utterance once for all that happened to it before it is told."""

    def __init__(self, hass: HomeAssistant, user: User, events: Events[UtteranceEvent]) -> None:
        self._hass = hass
        self._user = user
        self._events = events
        self._waiting: dict[str, set[str]] = {}
        self._gone: set[str] = set()
        """Those that went while others were read."""
        self._telling: asyncio.Task[None] | None = None
        self._stops = (
            async_dispatcher_connect(hass, SIGNAL_FINISHED, self._finished),
            async_dispatcher_connect(hass, SIGNAL_ENTERED, self._entered),
            async_dispatcher_connect(hass, SIGNAL_GONE, self._went),
        )

    @callback
    def stop(self) -> None:
        """Tell no more."""
        for stop in self._stops:
            stop()
        self._waiting.clear()

    @callback
    def _finished(self, utterance_id: str) -> None:
        self._wait({utterance_id: frozenset({Finished.kind})})

    @callback
    def _entered(self, kinds: Mapping[str, frozenset[str]]) -> None:
        runtime = loaded(self._hass)
        under_way = runtime.gate.in_flight if runtime is not None else frozenset[str]()
        # Of what is under way its end tells.
        self._wait({name: shown for name, some in kinds.items() if name not in under_way and (shown := some & SHOWN)})

    @callback
    def _went(self, utterance_ids: tuple[str, ...]) -> None:
        for name in utterance_ids:
            self._waiting.pop(name, None)
        self._gone.update(utterance_ids)
        self._events.send(Gone(utterance_ids=utterance_ids))

    def _wait(self, kinds: Mapping[str, frozenset[str]]) -> None:
        for name, some in kinds.items():
            self._waiting.setdefault(name, set()).update(some)
        if len(self._waiting) > MANY:
            self._waiting.clear()
            self._events.send(Stale())
        if self._waiting and (self._telling is None or self._telling.done()):
            # Not at once: what happens in the same moment is told together.
            self._telling = self._hass.async_create_task(self._tell(), "earshot tells of utterances", eager_start=False)

    async def _tell(self) -> None:
        while self._waiting and (runtime := loaded(self._hass)) is not None:
            kinds = {name: self._waiting.pop(name) for name in tuple(islice(self._waiting, AT_ONCE))}
            self._gone.clear()
            try:
                sight = await runtime.rights.sight(self._user)
                views = await self._hass.async_add_executor_job(runtime.ledger.views, tuple(kinds))
            except EarshotError, Unauthorized:
                continue  # of an outage the person is told by a repair issue, and a right may be taken away meanwhile
            self._send([sight.facts(view) for view in views], kinds)

    def _send(self, views: Iterable[UtteranceView], kinds: Mapping[str, set[str]]) -> None:
        for view in views:
            if view.outcome is not None and view.utterance_id not in self._gone:
                self._events.send(Changed(by=tuple(sorted(kinds[view.utterance_id])), utterance=view))
