"""Follows the entries, makes of them what is told, and tells each once and in their order."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect, async_dispatcher_send

from ..errors import EarshotError
from ..ledger import Blocked, Finished, Record
from ..runtime import SIGNAL_RECORDS, EarshotConfigEntry
from .consents import follow_consents
from .giving import OF_GIVING
from .house import OF_THE_HOUSE
from .leftovers import follow_traces
from .told import SIGNAL_TOLD, Told
from .utterances import ABOUT, Views, of_many, of_one
from .verified import follow_verifications

MOST_LOOKED_AT: Final = 100
"""Of so many utterances that were erased or opened together the ledger is asked which satellites and whose they were:
beyond that it would be kept busy for an event that names none of them."""

REMEMBERED: Final = 64
"""So many utterances that a rule refused something of are remembered, to tell of each once; more are not under way."""


@callback
def start_telling(hass: HomeAssistant, entry: EarshotConfigEntry) -> CALLBACK_TYPE:
    """Begin to tell, whether or not anybody listens. Returns what ends it."""
    teller = _Teller(hass, entry)
    stops = (
        async_dispatcher_connect(hass, SIGNAL_RECORDS, teller.entered),
        follow_verifications(hass),
        follow_traces(hass, entry.runtime_data),
        follow_consents(hass, entry.runtime_data),
    )

    @callback
    def stop() -> None:
        for one in stops:
            one()

    return stop


class _Teller:
    def __init__(self, hass: HomeAssistant, entry: EarshotConfigEntry) -> None:
        self._hass = hass
        # Held here: what is entered last is told while the entry is being unloaded, and it has no parts then.
        self._runtime = entry.runtime_data
        self._in_turn = asyncio.Lock()
        self._blocked: OrderedDict[str, None] = OrderedDict()

    @callback
    def entered(self, records: tuple[Record, ...]) -> None:
        told = [record for record in records if self._is_news(record)]
        if told:
            # Not at once: whoever keeps something at hand for conditions has seen the entries before anybody is told.
            self._hass.async_create_task(self._tell(told), "earshot tells automations", eager_start=False)

    def _is_news(self, record: Record) -> bool:
        if isinstance(record, Blocked):
            known = record.utterance_id in self._blocked
            self._blocked[record.utterance_id] = None
            if len(self._blocked) > REMEMBERED:
                self._blocked.popitem(last=False)
            return not known
        return type(record) in OF_GIVING or type(record) in OF_THE_HOUSE or isinstance(record, ABOUT)

    async def _tell(self, records: Sequence[Record]) -> None:
        async with self._in_turn:
            for told in await self._make(records):
                async_dispatcher_send(self._hass, SIGNAL_TOLD, told)

    async def _make(self, records: Sequence[Record]) -> list[Told]:
        views = await self._views({record.utterance_id: None for record in records if isinstance(record, ABOUT)})
        told: list[Told | None] = []
        for record in records:
            if (giving := OF_GIVING.get(type(record))) is not None:
                told.append(await giving(record, self._runtime.donations))
            elif (house := OF_THE_HOUSE.get(type(record))) is not None:
                told.append(house(record))
            else:
                told.extend(replace(one, cause=self._cause(record)) for one in of_one(record, views))
        return [one for one in (*told, *of_many(records, views)) if one is not None]

    def _cause(self, record: Record) -> str | None:
        """Return the mark of the run. That somebody says later that it was not meant does not come of the run."""
        if record.utterance_id is None or not isinstance(record, Blocked | Finished):
            return None
        return self._runtime.gate.deeds.mark_of(record.utterance_id)

    async def _views(self, ids: dict[str | None, None]) -> Views:
        """Ask the ledger. Whatever it cannot tell is told without: that something left matters more than from where."""
        names = [one for one in ids if one is not None]
        if not names or len(names) > MOST_LOOKED_AT:
            return {}
        try:
            views = await self._hass.async_add_executor_job(self._runtime.ledger.views, names)
        except EarshotError:
            return {}
        return {view.utterance_id: view for view in views}
