"""Erasures that wait a moment, so that whoever wanted them can take them back.

They are done when their time is over, whether or not anybody still watches, and at once when Earshot is unloaded or
Home Assistant stops. Until then nobody gets what is to be erased, so it is as good as gone where it is shown as gone.
"""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
import logging
import secrets
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later
from homeassistant.util import dt as dt_util

from ..errors import EarshotError, TicketUnknownError, VaultError
from ..ledger.erasure import Selection
from .forgetting import Forgetting, Forgotten, Progress
from .storage import Storage
from .withheld import Withheld

LOGGER = logging.getLogger(__name__)

MAX_SECONDS: Final = 60.0
"""How long an erasure may wait: as long as somebody looks at a message that offers to take it back, and no longer,
because what is to be erased is still there."""


@dataclass(slots=True, eq=False)
class Postponed:
    """One erasure that waits."""

    ticket: str
    selection: Selection
    by: str
    until: datetime
    """When it will be done."""
    progress: Progress
    outcome: asyncio.Future[Forgotten | EarshotError | None]
    """What came of it: what was forgotten, or why it was broken off. None: it was taken back."""
    go: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the waiting is over."""
    stop_clock: CALLBACK_TYPE = field(default=lambda: None)


class Postponing:
    """Erasures that wait, and their tickets."""

    def __init__(self, hass: HomeAssistant, storage: Storage, forgetting: Forgetting, withheld: Withheld) -> None:
        self._hass = hass
        self._storage = storage
        self._forgetting = forgetting
        self._withheld = withheld
        self._waiting: dict[str, Postponed] = {}
        self._working: set[asyncio.Task[None]] = set()

    async def ask(self, selection: Selection, by: str, seconds: float, progress: Progress) -> Postponed:
        """Have contents erased in some seconds, MAX_SECONDS at most. What is said meanwhile is not meant.

        Raises what `Forgetting.erase` raises before it begins; whatever comes later is the outcome.
        """
        self._forgetting.check(selection)
        known = await self._hass.async_add_executor_job(self._storage.ledger.size)
        asked = Postponed(
            ticket=secrets.token_urlsafe(24),
            selection=replace(selection, known=known),
            by=by,
            until=dt_util.utcnow() + timedelta(seconds=min(seconds, MAX_SECONDS)),
            progress=progress,
            outcome=self._hass.loop.create_future(),
        )
        self._withheld.add(asked.ticket, asked.selection)
        self._waiting[asked.ticket] = asked

        @callback
        def due(_: object) -> None:
            asked.go.set()

        asked.stop_clock = async_call_later(self._hass, min(seconds, MAX_SECONDS), HassJob(due))
        work = self._hass.async_create_background_task(self._erase(asked), "earshot erases in a moment")
        self._working.add(work)
        work.add_done_callback(self._working.discard)
        return asked

    @callback
    def keep(self, ticket: str) -> None:
        """Take an erasure back. Raises TicketUnknownError if it does not wait any more."""
        if (asked := self._waiting.pop(ticket, None)) is None:
            raise TicketUnknownError
        self._withheld.drop(ticket)
        asked.outcome.set_result(None)
        asked.go.set()

    async def finish(self) -> None:
        """Do at once whatever waits."""
        for asked in self._waiting.values():
            asked.go.set()
        await asyncio.gather(*self._working, return_exceptions=True)

    async def _erase(self, asked: Postponed) -> None:
        await asked.go.wait()
        asked.stop_clock()
        if self._waiting.pop(asked.ticket, None) is None:
            return
        try:
            outcome: Forgotten | EarshotError = await self._forgetting.erase(
                asked.selection, by=asked.by, progress=asked.progress
            )
        except EarshotError as err:
            # Nobody may be there any more who is told: then there is what tells of an outage.
            if isinstance(err, VaultError):
                self._storage.ail(err)
            outcome = err
            LOGGER.warning("What was to be erased is not, or not all of it: %s", err.code)
        finally:
            self._withheld.drop(asked.ticket)
        asked.outcome.set_result(outcome)
