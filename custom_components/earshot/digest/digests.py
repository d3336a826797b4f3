"""The digests of one house: when the next is due, bringing it once, and what people set."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
import logging
from typing import Any, Final, Protocol

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import EVENT_CORE_CONFIG_UPDATE
from homeassistant.core import CALLBACK_TYPE, Event, HomeAssistant, callback
from homeassistant.helpers.event import async_track_point_in_utc_time
from homeassistant.helpers.start import async_at_started
from homeassistant.util import dt as dt_util

from ..errors import EarshotError, VaultError
from ..gate.gate import Gate
from ..gate.storage import Storage
from ..host_link.chosen import chosen_hosts, has_own_host
from ..host_link.interface import Hosts
from ..models import EarKind
from ..vault.vault import Vault
from .bringing import bring
from .facts import DigestFacts, Moment, gather
from .picture import DAYS, draw
from .plan import Plan
from .remembered import Remembered, store
from .suggestion import Suggested, suggest

LOGGER = logging.getLogger(__name__)

AGAIN: Final = timedelta(hours=1)
"""When it is tried again, if the ledger could not be read: an outage is told elsewhere, and a digest is not urgent."""


class Sources(Protocol):
    """Where the facts come from."""

    host: Hosts
    storage: Storage
    gate: Gate


@dataclass(frozen=True, slots=True)
class Told:
    """Facts, and what they suggest."""

    facts: DigestFacts
    suggested: Suggested | None


class Digests:
    """Lives in the event loop."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any], sources: Sources) -> None:
        self._hass = hass
        self._sources = sources
        self._since = dt_util.utcnow()
        self._store = store(hass)
        # Where nobody speaks, there is nothing to tell: a house that is only a review desk has no hosts.
        self._remembered = Remembered(plan=Plan(on=has_own_host(entry.data) or bool(chosen_hosts(entry.data))))
        self._listeners: list[Callable[[], None]] = []
        self._bringing = asyncio.Lock()
        self._timer: CALLBACK_TYPE | None = None
        self._stops: list[CALLBACK_TYPE] = []
        self._running = False

    @property
    def plan(self) -> Plan:
        """What is set."""
        return self._remembered.plan

    async def start(self) -> CALLBACK_TYPE:
        """Bring digests from now on, and first the one that was missed; until the returned function is called."""
        await self._load()
        # What brings a message is there only when everything is.
        self._running = True
        self._stops = [
            self._hass.bus.async_listen(EVENT_CORE_CONFIG_UPDATE, self._on_config),
            async_at_started(self._hass, self._on_time),
        ]
        return self._stop

    async def _load(self) -> None:
        data = await self._store.async_load()
        if data is not None:
            try:
                self._remembered = Remembered.from_data(data)
            except KeyError, TypeError, ValueError:
                LOGGER.warning("What was set about the digest is not readable; it begins anew")
        if self._remembered.due is None:
            await self._begin(self.plan)

    @callback
    def add_listener(self, listener: Callable[[], None]) -> CALLBACK_TYPE:
        """Call `listener` after every change of the plan, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def change(self, **chosen: Any) -> None:
        """Change fields of the plan. What was due before is not caught up on: nobody wanted it then."""
        await self._begin(replace(self.plan, **chosen))
        self._wait()
        for listener in tuple(self._listeners):
            listener()

    async def tell(self, first: date, last: date) -> Told | None:
        """Tell of whole days that are over; None if the ledger began later. Raises LedgerUnavailableError, LedgerError.

        Nothing is sent, and nothing counts as told.
        """
        ledger, zone = self._sources.storage.ledger, dt_util.get_default_time_zone()
        facts = await self._hass.async_add_executor_job(gather, ledger, first, last, zone, self._moment())
        return None if facts is None else Told(facts, suggest(facts, self._local()))

    async def draw(self) -> str:
        """Draw the last seven whole days, as SVG. Raises LedgerUnavailableError, LedgerError."""
        last = dt_util.now().date() - timedelta(days=1)
        told = await self.tell(last - timedelta(days=DAYS - 1), last)
        return draw(None if told is None else told.facts, self._hass.config.language)

    async def _begin(self, plan: Plan) -> None:
        now, zone = dt_util.utcnow(), dt_util.get_default_time_zone()
        await self._keep(replace(self._remembered, plan=plan, due=plan.newest(now, zone), through=None))

    async def _keep(self, remembered: Remembered) -> None:
        self._remembered = remembered
        await self._store.async_save(remembered.to_data())

    async def _on_time(self, _: object) -> None:
        """Bring what is due, if something is, and wait for the next."""
        async with self._bringing:
            now, zone = dt_util.utcnow(), dt_util.get_default_time_zone()
            due, known = self.plan.newest(now, zone), self._remembered
            if self.plan.on and known.due is not None and due > known.due:
                try:
                    await self._bring(due)
                except EarshotError as err:
                    LOGGER.info("The digest waits: %s", err.code)
                    self._wait(until=now + AGAIN)
                    return
            self._wait()

    async def _bring(self, due: datetime) -> None:
        plan, zone = self.plan, dt_util.get_default_time_zone()
        known = self._remembered.through
        first, last = plan.days(due, zone, known)
        if known is not None and last <= known:
            # The house was moved to another time zone, where it is due again on the same day.
            await self._keep(replace(self._remembered, due=due))
            return
        told = await self.tell(first, last)
        suggested = None if told is None else suggest(told.facts, self._local(), self._remembered.suggested)
        # Written down first: what is interrupted now is never brought twice.
        what = None if suggested is None else suggested.what
        await self._keep(replace(self._remembered, due=due, through=last, suggested=what))
        if told is not None and self.plan.on:
            await bring(self._hass, told.facts, suggested, plan.target)

    def _moment(self) -> Moment:
        storage = self._sources.storage
        satellites = self._hass.states.async_all("assist_satellite")
        return Moment(
            now=dt_util.utcnow(),
            outages=tuple(storage.outages.items()),
            watching_since=self._since,
            unentered=tuple(one.so_far for one in self._sources.gate.streamed.running()),
            vault=self._vault(),
            names={state.entity_id: state.name for state in satellites},
        )

    def _vault(self) -> Vault | None:
        try:
            return self._sources.storage.vault
        except VaultError:
            return None

    def _local(self) -> frozenset[EarKind]:
        report = self._sources.host.report
        stages = frozenset() if report is None else frozenset(engine.stage for engine in report.engines)
        return frozenset(kind for kind in EarKind if kind.value in stages)

    @callback
    def _wait(self, until: datetime | None = None) -> None:
        if self._timer is not None:
            self._timer()
            self._timer = None
        if self.plan.on and self._running:
            until = until or self.plan.next(dt_util.utcnow(), dt_util.get_default_time_zone())
            self._timer = async_track_point_in_utc_time(self._hass, self._on_time, until)

    @callback
    def _on_config(self, _: Event) -> None:
        """Wait anew: the house may have another time zone."""
        self._wait()

    @callback
    def _stop(self) -> None:
        for stop in self._stops:
            stop()
        self._running = False
        self._wait()
