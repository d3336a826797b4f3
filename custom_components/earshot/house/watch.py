"""The one source of all entities of the house, so that the ledger is asked once for all of them."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.dispatcher import async_dispatcher_connect

from ..at_a_glance.answers import Today
from ..at_a_glance.following import Following
from ..at_a_glance.leftovers import Leftovers
from ..at_a_glance.signs import follow_day
from ..at_a_glance.sums import BEFORE_EARSHOT
from ..at_a_glance.today import Days
from ..const import DOMAIN
from ..gate.captures import CAPTURE
from ..gate.storage import Storage
from ..gate.verifying import SIGNAL_VERIFIED, Verified, Verifying
from ..gate.witness import DISAGREES
from ..host_link.interface import Hosts
from ..ledger.ledger import Ledger
from ..ledger.query import Query
from ..models import Outcome
from ..traces.place import ELSEWHERE, Found
from .sandbox import sandbox_state
from .told import HouseFacts, HouseNow, LedgerState

LOOKED_BACK: Final = 20
"""Utterances among which one that is over is looked for. A home has not so many under way at once."""

LOOK_SECONDS: Final = 3600.0
"""How long it is good enough for a sensor what lies around. To look reads the recorder's rows of ten days, which nobody
waits for; a page that somebody opens looks more often."""


class HouseWatch:
    """Looks while somebody listens, and only then."""

    def __init__(  # noqa: PLR0913, PLR0917 - the parts that it looks at, each from its only maker
        self,
        hass: HomeAssistant,
        storage: Storage,
        hosts: Hosts,
        days: Days,
        leftovers: Leftovers,
        verifying: Verifying,
    ) -> None:
        self._hass = hass
        self._storage = storage
        self._hosts = hosts
        self._days = days
        self._leftovers = leftovers
        self._verifying = verifying
        self._facts: HouseFacts | None = None
        self._listeners: list[Callable[[], None]] = []
        self._followers = 0
        self._following: Following[HouseFacts] | None = None
        self._first: asyncio.Task[None] | None = None

    @property
    def now(self) -> HouseNow:
        """The house as it was when somebody last looked."""
        last = self._verifying.last
        return HouseNow(
            facts=self._facts,
            ledger=self._ledger_state(),
            verified_at=last.at if last is not None and last.verdict.ok else None,
            sandbox=sandbox_state(self._hosts.members),
        )

    async def follow(self, listener: Callable[[], None]) -> CALLBACK_TYPE:
        """Call `listener` whenever the house may be another, until what is returned is called.

        On return somebody has looked: `now` is known, or it is known that the ledger does not answer.
        """
        self._followers += 1
        try:
            self._first = self._first or self._begin()
            await asyncio.shield(self._first)
        except BaseException:
            self._let_go()
            raise
        self._listeners.append(listener)

        @callback
        def stop() -> None:
            self._listeners.remove(listener)
            self._let_go()

        return stop

    @callback
    def stop(self) -> None:
        """Look no more. Idempotent; also where entities stay behind, because Earshot broke off while it was loaded."""
        if self._following is not None:
            self._following.stop()
            self._following = self._first = self._facts = None

    @callback
    def _let_go(self) -> None:
        self._followers -= 1
        if not self._followers:
            self.stop()

    @callback
    def _begin(self) -> asyncio.Task[None]:
        following = self._following = Following[HouseFacts](self._hass, self._read, self._show, self._fail)
        follow_day(self._hass, following)
        following.until_stopped(
            async_dispatcher_connect(self._hass, SIGNAL_VERIFIED, self._on_verified),
            self._hosts.add_listener(self._tell),
        )
        return self._hass.async_create_task(following.start(), "earshot looks at the house")

    async def _read(self) -> HouseFacts:
        """Look. Raises LedgerError."""
        today = await self._days.tell(fresh_seconds=LOOK_SECONDS)
        entries, outcome = await self._hass.async_add_executor_job(_newest, self._storage.ledger)
        return _facts(today, entries, outcome, _count(self._leftovers.known))

    @callback
    def _show(self, _before: HouseFacts | None, facts: HouseFacts) -> None:
        self._facts = facts
        self._tell()

    @callback
    def _fail(self, _code: str) -> None:
        self._facts = None
        self._tell()

    @callback
    def _on_verified(self, _verified: Verified) -> None:
        self._tell()

    @callback
    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    def _ledger_state(self) -> LedgerState | None:
        last, facts = self._verifying.last, self._facts
        if last is not None and not last.verdict.ok:
            return LedgerState.FAILED
        if ir.async_get(self._hass).async_get_issue(DOMAIN, DISAGREES) is not None:
            return LedgerState.DISAGREES
        if self._storage.outages:
            return LedgerState.OUTAGE
        if facts is None:
            return None
        if facts.gaps:
            return LedgerState.GAP
        return LedgerState.NOT_VERIFIED if last is None else LedgerState.VERIFIED


def _newest(ledger: Ledger) -> tuple[int, Outcome | None]:
    """Return the number of entries, and how the newest utterance that is over ended. Blocks."""
    views = ledger.utterances(Query(limit=LOOKED_BACK)).items
    # Of a microphone that somebody captured nobody knows whether anything was said.
    over = (view.outcome for view in views if view.outcome is not None and view.outside != CAPTURE)
    return ledger.size(), next(over, None)


def _facts(today: Today, entries: int, outcome: Outcome | None, traces: int | None) -> HouseFacts:
    kept = today.kept
    return HouseFacts(
        began=today.began,
        said=today.said,
        left_house=today.left_house,
        listened=today.listened,
        sounds_kept=None if kept is None else kept.sounds,
        words_kept=None if kept is None else kept.words,
        bytes_kept=None if kept is None else kept.bytes,
        last_outcome=outcome,
        entries=entries,
        gaps=any(gap.reason != BEFORE_EARSHOT for gap in today.gaps),
        traces=traces,
    )


def _count(known: Iterable[Found] | None) -> int | None:
    """Sum what lies around. What the system below Home Assistant keeps nobody can count, and it is left out."""
    if known is None:
        return None
    counts = [found.count for found in known if found.why_not != ELSEWHERE]
    found = [count for count in counts if count is not None]
    return sum(found) if len(found) == len(counts) else None
