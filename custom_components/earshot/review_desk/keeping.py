"""What goes on at the desk by itself: what is due is erased, and what was broken off is brought to its end."""

import asyncio
from collections.abc import Sequence
import logging
from typing import TYPE_CHECKING, Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir

from ..const import DOMAIN
from ..donation.desk.desk_store import clips, receipts
from ..donation.desk.desk_store.rows import ReceiptRow, State
from ..errors import EarshotError
from .ending import Ending
from .entering import TOGETHER
from .opened import Opened
from .receipting import Receipts

if TYPE_CHECKING:
    from .desk import ReviewDesk

LOGGER = logging.getLogger(__name__)

LOOK_SECONDS: Final = 20.0
"""How often it is looked. A clip is to be erased a minute late at most: two looks may fail, or take as long as this
each. As often a store that does not open is tried again."""

ISSUE: Final = "desk_store"
"""The repair issue while the store does not open, and the key of its words."""


class Keeper:
    """Looks after one desk, from `start` to `stop`."""

    def __init__(self, hass: HomeAssistant, desk: ReviewDesk) -> None:
        self._hass = hass
        self._desk = desk
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Look at once, and from now on. A desk that does not open keeps nobody from anything else."""
        await self._look()
        self._task = self._hass.async_create_background_task(self._watch(), "earshot review desk")

    async def stop(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None
        ir.async_delete_issue(self._hass, DOMAIN, ISSUE)

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await self._look()

    async def _look(self) -> None:
        try:
            await self._desk.open()
            await self._desk.look()
        except (EarshotError, OSError) as err:
            LOGGER.warning("The review desk could not do what is due: %s", type(err).__name__)
        except Exception:
            # Whatever goes wrong here must not be the end of all erasing.
            LOGGER.exception("The review desk could not do what is due")
        self._show(closed=not self._desk.is_open)

    @callback
    def _show(self, *, closed: bool) -> None:
        if not closed:
            ir.async_delete_issue(self._hass, DOMAIN, ISSUE)
            return
        severity = ir.IssueSeverity.ERROR
        ir.async_create_issue(self._hass, DOMAIN, ISSUE, is_fixable=False, severity=severity, translation_key=ISSUE)


def end_what_is_due(desk: Opened) -> list[ReceiptRow]:
    """Erase what is due, and finish what was broken off. Return the receipts. Blocks.

    Raises DeskStoreError, VaultError.
    """
    desk.chest.settle_again()
    ending = Ending(desk, Receipts(desk.keys.signing))
    with desk.store.read() as connection:
        doomed = list(clips.in_state(connection, State.DOOMED))
    ended = [ending.finish(clip) for clip in doomed]
    ended += [ending.end(donation_id, "retention") for donation_id in desk.chest.due()]
    if ended:
        desk.store.scrub()
    return [row for row in ended if row is not None]


def to_enter(desk: Opened) -> list[ReceiptRow]:
    """Return receipts that the house's ledger does not have, some at a time. Raises DeskStoreError. Blocks."""
    with desk.store.read() as connection:
        return receipts.to_enter(connection, TOGETHER)


def not_entered(desk: Opened, rows: Sequence[ReceiptRow]) -> list[ReceiptRow]:
    """Return those of some receipts that the house's ledger does not have by now. Raises DeskStoreError. Blocks."""
    with desk.store.read() as connection:
        return receipts.not_entered(connection, rows)
