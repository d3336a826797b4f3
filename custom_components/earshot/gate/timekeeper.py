"""What must happen at its time: contents are erased when they are due, and a time off the record ends when it is over.

Between two looks nobody can be later than `LOOK_SECONDS`, whatever happens to the clock on the wall. Where the next
event is known, the look is at that instant.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from itertools import batched
import logging
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..errors import ContentDamagedError, ContentGoneError, EarshotError
from ..ledger.ledger import Ledger
from ..ledger.record import Heard, Stored
from ..vault.files import ContentName
from ..vault.vault import Vault
from .discretion import Discretion
from .gate import Gate
from .mending import RETENTION
from .settings import PrivacySettings
from .storage import Storage

LOGGER = logging.getLogger(__name__)

LOOK_SECONDS: Final = 20.0
"""How often it is looked at least. Contents are to be erased a minute late at most: two looks may fail, or take as long
as this each, and a look costs no more than a glance at a list in memory."""

SHORTEST_WAIT: Final = 0.05
"""Seconds between two looks at least, so that something that stays due does not make the looks a treadmill."""


START_SECONDS: Final = 10.0
"""How long Home Assistant's start waits for what fell due while it was down: some hundred contents. The rest is erased
while it goes on; nobody can read it meanwhile, because its time is over."""

TOGETHER: Final = 16
"""Utterances that are erased at once, so that their entries share a write of the ledger."""


class Timekeeper:
    """Watches the clocks from `start` to `stop`."""

    def __init__(
        self, hass: HomeAssistant, storage: Storage, settings: PrivacySettings, gate: Gate, discretion: Discretion
    ) -> None:
        self._hass = hass
        self._storage = storage
        self._settings = settings
        self._gate = gate
        self._discretion = discretion
        self._task: asyncio.Task[None] | None = None
        self._looking = asyncio.Lock()
        self._looked = asyncio.Event()
        self._changed = asyncio.Event()
        settings.add_listener(self._changed.set)

    async def start(self) -> None:
        """Look at once, and from now on whenever something is due. Returns after the first look, or soon enough."""
        self._task = self._hass.async_create_background_task(self._watch(), "earshot timekeeper")
        try:
            async with asyncio.timeout(START_SECONDS):
                await self._looked.wait()
        except TimeoutError:
            LOGGER.info("Much fell due while Earshot was not running; it is being erased")

    async def stop(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def look(self) -> float:
        """Do what is due; return in how many seconds to look again."""
        waits = [LOOK_SECONDS]
        async with self._looking:
            for act in (self._end_times_off_the_record, self._shorten, self._erase):
                try:
                    waits.append(await act())
                except EarshotError as err:
                    # Storage and settings tell the person; a look later it is tried again.
                    LOGGER.debug("What is due could not be done: %s", err.code)
                except Exception:
                    # Whatever goes wrong here must not be the end of all erasing.
                    LOGGER.exception("What is due could not be done")
        return max(SHORTEST_WAIT, min(waits))

    async def _watch(self) -> None:
        while True:
            self._changed.clear()
            wait = await self.look()
            self._looked.set()
            try:
                async with asyncio.timeout(wait):
                    await self._changed.wait()
            except TimeoutError:
                continue

    async def _end_times_off_the_record(self) -> float:
        now = dt_util.utcnow()
        await self._settings.end_what_is_over(now)
        left = self._settings.seconds_to_end(now)
        return LOOK_SECONDS if left is None else left

    async def _shorten(self) -> float:
        """Bring what is kept already under the settings, after they were changed."""
        if self._settings.to_shorten and self._storage.reconciled:
            rules = self._settings.retention
            await self._gate.written()
            ledger, vault = self._storage.ledger, self._storage.vault
            for name, entity_id, stored in await self._hass.async_add_executor_job(_stored, ledger, vault):
                place = self._settings.place_of(entity_id)
                until = rules.shortened(place, name.kind, stored=stored.at, until=stored.ear.until)
                if until is not None:
                    await self._hass.async_add_executor_job(_shorten, vault, name, until)
            await self._settings.shortened(rules)
        return LOOK_SECONDS

    async def _erase(self) -> float:
        vault = self._storage.vault
        dues = await self._hass.async_add_executor_job(vault.due)
        for some in batched(dues, TOGETHER, strict=False):
            erasing = (self._storage.erase(due.utterance_id, due.kinds, RETENTION) for due in some)
            for done in await asyncio.gather(*erasing, return_exceptions=True):
                if isinstance(done, BaseException):
                    raise done
        # Of what is kept no more, Home Assistant is not to keep more either.
        over = await self._hass.async_add_executor_job(_over, vault, [due.utterance_id for due in dues])
        await self._discretion.clear(over)
        left = await self._hass.async_add_executor_job(vault.seconds_left)
        return LOOK_SECONDS if left is None else left


def _over(vault: Vault, utterance_ids: Sequence[str]) -> tuple[str, ...]:
    """Return those of which nothing is kept any more. Blocks."""
    kept = {name.utterance_id for name in vault.names()} if utterance_ids else set()
    return tuple(utterance_id for utterance_id in utterance_ids if utterance_id not in kept)


def _stored(ledger: Ledger, vault: Vault) -> list[tuple[ContentName, str | None, Stored]]:
    """Find of everything that is kept which satellite it was said to, and when it was stored. Blocks."""
    found = []
    for name in vault.names():
        records = [entry.record for entry in ledger.entries(name.utterance_id)]
        heard = next((record for record in records if isinstance(record, Heard)), None)
        stored = next((one for one in records if isinstance(one, Stored) and one.content is name.kind), None)
        if stored is not None:
            found.append((name, heard.satellite.entity_id if heard else None, stored))
    return found


def _shorten(vault: Vault, name: ContentName, until: datetime) -> None:
    try:
        vault.shorten(name.utterance_id, name.kind, until)
    except ContentGoneError, ContentDamagedError:
        return  # erased meanwhile, or told of at the start
