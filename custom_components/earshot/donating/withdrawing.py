"""Taking back what was given: asked durably, told to the desk until it has answered, and its signed answer kept."""

from dataclasses import replace
import logging
from typing import Final

from homeassistant.util import dt as dt_util

from ..donation.answers import ReceivedReceipt
from ..donation.offer_store import Donation, Offer
from ..donation.ports import Courier
from ..donation.states import OfferState
from ..errors import DeskBusyError, EarshotError
from .content_names import bundle, reply
from .home import Home
from .receipts import Receipts, secrets_of
from .tries import Tries

LOGGER = logging.getLogger(__name__)

NEVER_THERE: Final = 3
"""How often a desk may say that it has nothing, of what it never said that it got, until that is believed. What was
broken off may be taken a moment later than the first answer, and not three waits later."""


class Withdrawing:
    """Tells desks to delete."""

    def __init__(self, home: Home, courier: Courier, receipts: Receipts) -> None:
        self._home = home
        self._courier = courier
        self._receipts = receipts
        self._tries = Tries(home.clock)

    def seconds_left(self) -> float | None:
        """Return in how many seconds a desk is to be told again; None if none is."""
        return self._tries.seconds_left()

    async def ask(self, donations: tuple[Donation, ...], by: str) -> None:
        """Note, durably, that these are to be taken back."""
        await self._home.stock.run(self._ask, donations, by)
        for donation in donations:
            self._tries.over(donation.donation_id)
        self._home.tell()

    async def look(self) -> None:
        """Tell the desks whose turn it is."""
        store = self._home.stock.store
        for offer in await self._home.stock.run(store.offers, (OfferState.WITHDRAWING,)):
            donation = await self._home.stock.run(store.donation_of, offer.offer_id)
            if donation is None or not self._tries.is_due(donation.donation_id):
                continue
            try:
                over = await self._tell(offer, donation)
            except EarshotError as err:
                LOGGER.debug("A desk was not told to delete: %s", err.code)
                over, wished = False, err.retry_after if isinstance(err, DeskBusyError) else None
                self._tries.failed(donation.donation_id, wished)
                continue
            if over:
                self._tries.over(donation.donation_id)
            else:
                self._tries.failed(donation.donation_id)
            self._home.tell()

    async def _tell(self, offer: Offer, donation: Donation) -> bool:
        """Return whether it is over."""
        store, secrets = self._home.stock.store, secrets_of(donation)
        signed = await self._courier.withdraw(offer.address, secrets)
        if signed is None:
            return await self._home.stock.run(self._unanswered, donation)
        # The deletion is the last of its receipts: what came before it is entered before it.
        received = await self._courier.fetch_receipts(offer.address, secrets)
        known = {one.signed.sha256 for one in received}
        last = () if signed.sha256 in known else (ReceivedReceipt(signed),)
        await self._receipts.accept(offer, donation, (*received, *last))
        return (await self._home.stock.run(store.offer, offer.offer_id)).state is OfferState.WITHDRAWN

    def _unanswered(self, donation: Donation) -> bool:
        """Count that the desk knows of nothing, or not yet. Return whether that is believed. Blocks."""
        store = self._home.stock.store
        now = replace(donation, unanswered=donation.unanswered + 1)
        over = now.delivered is None and now.unanswered >= NEVER_THERE
        store.put_donation(now, OfferState.WITHDRAWN if over else None)
        if over:
            self._home.stock.erase((reply(donation.donation_id),))
        return over

    def _ask(self, donations: tuple[Donation, ...], by: str) -> None:
        store, now = self._home.stock.store, dt_util.utcnow()
        for donation in donations:
            state = store.offer(donation.offer_id).state
            if state in {OfferState.GIVEN, OfferState.SENDING}:
                # As it is now: the desk may have said meanwhile that it has it.
                asked = replace(store.donation(donation.donation_id), withdraw_asked=now, withdraw_by=by)
                store.put_donation(asked, OfferState.WITHDRAWING)
                self._home.stock.erase((bundle(donation.donation_id),))
