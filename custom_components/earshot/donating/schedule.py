"""What must happen at its time: consents end, offers leave or are dropped, desks are told and asked.

A wait is over only when both clocks say so: the one on the wall, and the time that went by while Earshot ran. A clock
that was set forward sends nothing early, and what was shown to nobody, because Earshot was not running, waited for
nobody. What is dropped, and what ends, is so as soon as either says so.
"""

import asyncio
from collections.abc import Awaitable, Callable
import logging
from typing import Final

from ..donation.consent import REMINDER
from ..errors import EarshotError
from .entering import enter_over
from .home import Home
from .issues import show_consents
from .receipts import Receipts
from .sending import Sending
from .withdrawing import Withdrawing

LOGGER = logging.getLogger(__name__)

LOOK_SECONDS: Final = 20.0
"""How often it is looked at least. An offer may leave that much later than it could."""
SHORTEST_WAIT: Final = 0.05
"""Seconds between two looks at least, so that something that stays due is no treadmill."""
UNANSWERED: Final = "unanswered"
"""Why an offer was dropped: nobody decided about it in two weeks."""


class Schedule:
    """Looks at the clocks from `start` to `stop`, once there is anything to look at."""

    def __init__(self, home: Home, sending: Sending, withdrawing: Withdrawing, receipts: Receipts) -> None:
        self._home = home
        self._sending = sending
        self._withdrawing = withdrawing
        self._receipts = receipts
        self._task: asyncio.Task[None] | None = None
        self._uploads: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._looking = asyncio.Lock()
        self._looked = home.clock.elapsed()

    def start(self) -> None:
        """Look from now on. Idempotent."""
        if self._task is None:
            self._looked = self._home.clock.elapsed()
            self._task = self._home.hass.async_create_background_task(self._watch(), "earshot donations")

    async def stop(self) -> None:
        """Look no more."""
        tasks = [task for task in (self._task, self._uploads) if task is not None]
        self._task = self._uploads = None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def look_soon(self) -> None:
        """Look at once: something was decided."""
        self._wake.set()

    async def look(self) -> None:
        """Do what is due, each for itself, and return when what is to leave has left, or failed."""
        await self._due()
        await self._upload()

    def _upload(self) -> asyncio.Task[None]:
        """Bring what is to leave, in a task of its own: a desk that hangs takes minutes, and consents end meanwhile."""
        if self._uploads is None or self._uploads.done():
            work = self._guarded(self._sending.look)
            self._uploads = self._home.hass.async_create_background_task(work, "earshot brings donations")
        return self._uploads

    async def _due(self) -> None:
        steps: tuple[Callable[[], Awaitable[None]], ...] = (
            self._count,
            self._home.consents.look,
            self._remind,
            self._drop,
            self._enter_over,
            self._approve,
            self._withdrawing.look,
            self._receipts.look,
        )
        async with self._looking:
            for step in steps:
                await self._guarded(step)

    @staticmethod
    async def _guarded(step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        except EarshotError as err:
            LOGGER.debug("What is due of a donation could not be done: %s", err.code)
        except Exception:
            # Whatever goes wrong with one thing must not keep a consent from ending.
            LOGGER.exception("What is due of a donation could not be done")

    async def _watch(self) -> None:
        while True:
            self._wake.clear()
            await self._due()
            self._upload()
            try:
                left = self._seconds_left()
            except Exception:
                LOGGER.exception("When something of a donation is due cannot be said")
                left = LOOK_SECONDS
            try:
                async with asyncio.timeout(left):
                    await self._wake.wait()
            except TimeoutError:
                continue

    def _seconds_left(self) -> float:
        known = (
            self._home.consents.seconds_left(),
            self._sending.seconds_left(),
            self._withdrawing.seconds_left(),
            self._receipts.seconds_left(),
        )
        return max(SHORTEST_WAIT, min((LOOK_SECONDS, *(left for left in known if left is not None))))

    async def _count(self) -> None:
        now = self._home.clock.elapsed()
        went_by, self._looked = now - self._looked, now
        await self._home.stock.run(self._home.stock.store.waited, round(went_by * 1000))

    async def _remind(self) -> None:
        consents, now = self._home.consents, self._home.clock.wall()
        ending = [one for one in consents.standing if one.until - now <= REMINDER]
        show_consents(self._home.hass, ending, consents.suspended)

    async def _drop(self) -> None:
        found = await self._home.stock.run(self._home.stock.store.unanswered, self._home.clock.wall())
        if found:
            await self._sending.drop(found, UNANSWERED)

    async def _enter_over(self) -> None:
        await enter_over(self._home)

    async def _approve(self) -> None:
        store = self._home.stock.store
        if await self._home.stock.run(store.approve_what_waited, self._home.clock.wall()):
            self._home.tell()
