"""What must be done around the utterances: the heartbeat, gaps, erasing on time, closing what a crash left open."""

import asyncio
from collections.abc import Callable
from datetime import datetime
import logging
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant
from homeassistant.helpers.event import async_track_time_interval
from homeassistant.util import dt as dt_util

from ..const import CARE_INTERVAL, CHECKPOINT_INTERVAL, GAP_TOLERANCE
from ..errors import EarshotError
from ..ledger.ledger import Ledger
from ..ledger.query import MAX_PAGE, Query
from ..ledger.record import Finished, Gap
from ..ledger.view import UtteranceView
from ..models import ContentKind, Outcome
from ..vault.reconcile import Reconciled
from .gate import Gate
from .household import GONE_ON, exchange_household_key
from .mending import entries, vanished
from .storage import Storage

LOGGER = logging.getLogger(__name__)

NOT_RUNNING: Final = "not_running"
"""Reason of a gap: neither Earshot nor, mostly, Home Assistant was running."""
RESTART: Final = "restart"
"""Code of an utterance that a crash broke off."""

ENTRY_SECONDS: Final = 30.0
"""How long the entry of lost contents may take. Nobody waits for it but the start of the care, in the background of
one worker; a disk that takes longer is tried again a minute later."""

type LostListener = Callable[[int], None]
"""Told of how many contents there is nothing, though the ledger said that they are kept. Called in the event loop."""

type FoundListener = Callable[[Reconciled], None]
"""Told what was found when the vault was brought together with the ledger. Called in the event loop."""


class Caretaker:
    """Looks after the ledger and the vault once a minute, from `start` to `stop`."""

    def __init__(
        self, hass: HomeAssistant, storage: Storage, gate: Gate, on_found: FoundListener, on_lost: LostListener
    ) -> None:
        self._hass = hass
        self._on_found = on_found
        self._on_lost = on_lost
        self._looked_for_lost = False
        self._storage = storage
        self._gate = gate
        self._started = dt_util.utcnow()
        self._watching = False
        """Whether the ledger has been told what was missed, so that signs of life may be given."""
        self._starting = True
        self._caring = asyncio.Lock()
        self._signed: datetime | None = None
        self._unsubscribe: CALLBACK_TYPE | None = None

    async def start(self) -> None:
        """Take up where the last run of Home Assistant ended, and go on from there."""
        await self._care(self._started)
        self._starting = False
        self._unsubscribe = async_track_time_interval(self._hass, self._care, CARE_INTERVAL, name="earshot caretaker")

    async def stop(self) -> None:
        """Sign what is there, and leave a last sign of life."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self._watching and not self._caring.locked():
            self._signed = None
            await self._guarded(dt_util.utcnow())

    async def exchange_household_key(self, by: str) -> None:
        """Exchange the key that wraps the keys of all contents. See `gate.household`."""
        await exchange_household_key(self._hass, self._storage, by)

    async def look_for_lost(self) -> None:
        """Enter what the ledger says is kept, and of which there is nothing any more.

        Once after each start, a minute later: it looks at everything that is kept, and nobody waits for it.
        """
        ledger, vault = self._storage.ledger, self._storage.vault
        lost = await self._hass.async_add_executor_job(vanished, ledger, vault, self._gate.in_flight)
        if not lost or await self._storage.write(lost):
            self._looked_for_lost = True
            self._on_lost(sum(len(record.contents) for record in lost))

    async def _care(self, now: datetime) -> None:
        # Storage that hangs must not collect one waiting thread a minute until Home Assistant has none left.
        if self._caring.locked():
            return
        async with self._caring:
            await self._storage.recover()
            await self._guarded(now)

    async def _guarded(self, now: datetime) -> None:
        """Care for the vault and then the ledger. An ill vault must not make the ledger look unwatched."""
        for care in (self._care_for_contents, self._sign_of_life):
            try:
                if not self._watching:
                    await self._take_up(self._storage.ledger)
                await care(now)
            except EarshotError as err:
                # Storage tells the person about it as soon as something should have been written.
                LOGGER.debug("No care could be taken: %s", err.code)

    async def _care_for_contents(self, _: datetime) -> None:
        if not self._storage.reconciled:
            await self._reconcile(self._storage.ledger)
        await self._storage.tell_erasures()
        if not self._looked_for_lost and not self._starting:
            await self.look_for_lost()
        if self._storage.vault.rotation_unfinished:
            await exchange_household_key(self._hass, self._storage, GONE_ON, go_on=True)

    async def _take_up(self, ledger: Ledger) -> None:
        """Enter what was missed, and end what a crash left open."""
        last = await self._hass.async_add_executor_job(ledger.last_alive)
        if last is not None and self._started - last > GAP_TOLERANCE:
            await self._storage.write([Gap(at=dt_util.utcnow(), began=last, ended=self._started, reason=NOT_RUNNING)])
        open_views = await self._hass.async_add_executor_job(_left_open, ledger)
        endings = [_broken_off(view) for view in open_views if view.utterance_id not in self._gate.in_flight]
        if endings:
            await self._storage.write(endings)
        self._watching = True

    async def _reconcile(self, ledger: Ledger) -> None:
        """Bring the vault together with the ledger."""
        vault = self._storage.vault

        def known(utterance_id: str, kind: ContentKind) -> bool:
            view = ledger.utterance(utterance_id)
            contents = view.contents if view else ()
            return any(content.kind is kind and content.erased_at is None for content in contents)

        def enter(found: Reconciled) -> None:
            ledger.append(entries(ledger, found, dt_util.utcnow())).result(ENTRY_SECONDS)

        self._on_found(await self._hass.async_add_executor_job(vault.reconcile, known, enter))
        self._storage.reconciled = True

    async def _sign_of_life(self, now: datetime) -> None:
        ledger = self._storage.ledger
        await self._hass.async_add_executor_job(ledger.mark_alive, now)
        if self._signed is None or now - self._signed >= CHECKPOINT_INTERVAL:
            await self._hass.async_add_executor_job(ledger.checkpoint)
            self._signed = now


def _left_open(ledger: Ledger) -> list[UtteranceView]:
    """Find utterances without an end. Those in flight at a crash are among the newest."""
    return [view for view in ledger.utterances(Query(limit=MAX_PAGE)).items if view.outcome is None]


def _broken_off(view: UtteranceView) -> Finished:
    return Finished(
        utterance_id=view.utterance_id,
        at=dt_util.utcnow(),
        outcome=Outcome.CANCELLED,
        left_house=view.left_house,
        took_ms=sum(stage.took_ms for stage in view.stages),
        code=RESTART,
    )
