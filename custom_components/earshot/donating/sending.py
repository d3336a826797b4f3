"""From a yes to the desk: the statement is held against the consent, the bundle is sealed once, entered, and brought.

The steps on disk, each whole before the next begins: the bundle in the vault; its row, by which the offer is being
sent; the entry in the ledger; the note that it is entered; the first byte; the note that the desk has it. Wherever that
breaks off, the next try goes on from there with the identical bytes.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
import logging
from typing import Final

from homeassistant.util import dt as dt_util

from ..donation.bundle import new_secrets, seal_bundle
from ..donation.clip import decode_clip, payload_sha256
from ..donation.offer_store import Donation, Offer
from ..donation.ports import Courier
from ..donation.reply import ReplyKey
from ..donation.statement import SignedStatement
from ..donation.states import BEFORE_IT_LEAVES, OfferState, require
from ..errors import (
    ContentGoneError,
    DeskBusyError,
    DeskError,
    DeskRefusedError,
    EarshotError,
    UtteranceUnknownError,
)
from .content_names import bundle, payload, reply
from .entering import AFTER_PROMISE, enter_donated, promised
from .home import Home
from .offering import Offering
from .spreading import Spreading
from .tries import Tries

LOGGER = logging.getLogger(__name__)

CONSENT_OVER: Final = "consent_over"
"""Why an offer never left: nobody agrees to it any more."""
NEVER: Final = "never"
"""Somebody said so."""


class Sending:
    """Brings what was approved. One bundle at a time."""

    def __init__(self, home: Home, courier: Courier, offering: Offering) -> None:
        self._home = home
        self._courier = courier
        self._offering = offering
        self._tries = Tries(home.clock)
        self._spreading = Spreading(self._tries)
        self._under_way: tuple[Offer, asyncio.Task[None]] | None = None
        self.failing_since: datetime | None = None
        self.failure: str | None = None

    def break_off(self, consents: Iterable[str]) -> None:
        """Stop an upload under way, at once, whose consent is among these.

        What finds out itself that the desk says something else goes on to enter that, and then brings nothing.
        """
        if self._under_way is None:
            return
        offer, work = self._under_way
        if offer.consent_id in set(consents) and work is not asyncio.current_task():
            work.cancel()

    def at_once(self, offer_id: str) -> None:
        """Do not wait any longer with an offer."""
        self._spreading.leave_out(offer_id)
        self._tries.over(offer_id)

    def seconds_left(self) -> float | None:
        """Return in how many seconds something is to be tried again; None if nothing failed."""
        return self._tries.seconds_left()

    async def look(self) -> None:
        """Bring everything whose time has come, and drop what nobody agrees to any more."""
        await self.drop_uncovered()
        offers = await self._offers(OfferState.SENDING, OfferState.APPROVED)
        if self._home.choices.folder is None:
            self._spreading.spread(offers)
        for offer in offers:
            if self._tries.is_due(offer.offer_id):
                await self._try(offer)

    async def drop_uncovered(self) -> None:
        """End every offer whose consent is over. What may have left is taken back."""
        for offer in await self._offers(*BEFORE_IT_LEAVES, OfferState.SENDING):
            if self._home.consents.holding(offer.consent_id) is None:
                await self._home.stock.run(self._uncovered, offer, CONSENT_OVER)
                self._home.tell()

    async def decline(self, offer: Offer, why: str, by: str) -> None:
        """Let an offer never leave, as somebody said. Raises OfferDecidedError if it may have, or is over."""
        require(offer.state, OfferState.DECLINED)
        await self.stop(offer.offer_id)
        await self._home.stock.run(self._decline, offer, why, by)
        self._home.tell()

    async def stop(self, offer_id: str) -> None:
        """Break off the upload of an offer, if it is under way, and return when it is over."""
        if self._under_way is None or self._under_way[0].offer_id != offer_id:
            return
        work = self._under_way[1]
        work.cancel()
        if work is not asyncio.current_task():
            await asyncio.wait({work})

    async def take_back(self, offer: Offer, why: str) -> None:
        """End an offer that is being sent, as nothing of it is to be anywhere. What may have left is taken back."""
        await self.stop(offer.offer_id)
        await self._home.stock.run(self._uncovered, offer, why)
        self._home.tell()

    async def drop(self, offers: Iterable[Offer], why: str) -> None:
        """Drop offers of which nothing has left."""
        await self._home.stock.run(self._drop, tuple(offers), why)
        self._home.tell()

    async def _offers(self, *states: OfferState) -> tuple[Offer, ...]:
        return await self._home.stock.run(self._home.stock.store.offers, states)

    async def _try(self, offer: Offer) -> None:
        # Not eagerly: it could be at the desk before anybody who wants to stop it can see that it is under way.
        work = self._home.hass.async_create_background_task(
            self._send(offer), "earshot brings a donation", eager_start=False
        )
        self._under_way = offer, work
        try:
            await asyncio.wait({work})
            if not work.cancelled() and (err := work.exception()) is not None:
                await self._failed(offer, err)
        except asyncio.CancelledError:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
            raise
        finally:
            self._under_way = None

    async def _failed(self, offer: Offer, err: BaseException) -> None:
        match err:
            case DeskRefusedError():
                LOGGER.warning("A desk refused a donation: %s", err.code)
                await self._home.stock.run(self._refused, offer, err.code)
            case UtteranceUnknownError() | ContentGoneError():
                # It was redacted, or came back from a backup without its keys.
                await self._home.stock.run(self._refused, offer, err.code)
            case EarshotError():
                self._tries.failed(offer.offer_id, err.retry_after if isinstance(err, DeskBusyError) else None)
                await self._note_failure(offer, err)
            case _:
                raise err
        self._home.tell()

    async def _note_failure(self, offer: Offer, err: EarshotError) -> None:
        if isinstance(err, DeskError):
            self.failing_since, self.failure = self.failing_since or dt_util.utcnow(), err.code
        store = self._home.stock.store
        now = await self._home.stock.run(store.offer, offer.offer_id)
        if now.state in {OfferState.APPROVED, OfferState.SENDING}:
            await self._home.stock.run(lambda: store.change(offer.offer_id, now.state, failure=err.code))

    async def _send(self, offer: Offer) -> None:
        home, store = self._home, self._home.stock.store
        if not await self._is_to_leave(offer) or await home.stock.run(home.withheld, offer.utterance_id):
            return
        donation = await home.stock.run(store.donation_of, offer.offer_id)
        to_folder = home.choices.folder is not None if donation is None else donation.until is None
        statement = None if to_folder else await self._agreed(offer)
        if home.consents.holding(offer.consent_id) is None:
            return
        if donation is None:
            donation = await home.stock.run(self._begin, offer, statement)
        if donation.entered is None:
            donation = await enter_donated(home, offer, donation)
        if not await self._is_to_leave(offer):
            return
        await self._bring(offer, donation)
        await home.stock.run(self._given, offer, donation)
        self.failing_since, self.failure = None, None
        self._tries.over(offer.offer_id)
        home.tell()

    async def _is_to_leave(self, offer: Offer) -> bool:
        """Whether an offer is still to leave. Since it was listed, another may have taken minutes to upload."""
        now = await self._home.stock.run(self._home.stock.store.offer, offer.offer_id)
        wanted = now.state in {OfferState.APPROVED, OfferState.SENDING}
        return wanted and self._home.consents.holding(offer.consent_id) is not None

    async def _agreed(self, offer: Offer) -> SignedStatement:
        """Ask the desk what it says now. What was consented to is suspended if that is something else."""
        statement = await self._courier.fetch_statement(offer.address)
        await self._home.consents.hold_against(offer.address, statement)
        return statement

    async def _bring(self, offer: Offer, donation: Donation) -> None:
        home, folder = self._home, self._home.choices.folder
        if donation.until is not None:
            sealed = await home.stock.run(home.stock.read, bundle(donation.donation_id))
            await self._courier.deliver(offer.address, sealed, donation.donation_id)
            return
        if folder is None:
            raise ContentGoneError("the folder that this was for is not chosen any more")
        shown = await home.stock.run(home.stock.read, payload(offer.offer_id, offer.revision))
        await self._courier.write_to_folder(folder, decode_clip(shown))

    def _begin(self, offer: Offer, statement: SignedStatement | None) -> Donation:
        """Seal the bundle, once and for all, and let the offer be a donation. Blocks."""
        stock, now = self._home.stock, dt_util.utcnow()
        shown = stock.read(payload(offer.offer_id, offer.revision))
        if payload_sha256(shown) != offer.sha256:
            raise ContentGoneError("this is not what was shown")
        secrets, replies = new_secrets(), ReplyKey.new()
        sealed = b""
        if statement is not None:
            sealed = seal_bundle(
                shown,
                statement=statement,
                purpose=offer.purpose,
                secrets=secrets,
                made_on=now.date(),
                reply_key=replies.public,
            )
        donation = Donation(
            donation_id=secrets.donation_id,
            offer_id=offer.offer_id,
            token=secrets.token,
            key=secrets.key,
            statement_sha256=statement.sha256 if statement is not None else "",
            made=now,
            size=len(sealed) or len(shown),
            until=promised(now, statement.statement.retention_days) if statement is not None else None,
        )
        if donation.until is None:
            stock.store.begin_sending(donation)
            return donation
        end, name = self._home.consents.get(offer.consent_id).until, donation.donation_id
        kept = [
            stock.seal(bundle(name), sealed, end),
            stock.seal(reply(name), replies.to_bytes(), donation.until + AFTER_PROMISE),
        ]
        try:
            stock.store.begin_sending(donation)
        except EarshotError:
            stock.erase((bundle(name), reply(name)))
            raise
        for one in kept:
            stock.vault.commit(one)
        return donation

    def _given(self, offer: Offer, donation: Donation) -> None:
        """Note that the desk has it, and destroy what it was made of. Blocks.

        What is left is the key of what reviewers will write.
        """
        stock = self._home.stock
        stock.store.put_donation(replace(donation, delivered=dt_util.utcnow()), OfferState.GIVEN, failure=None)
        self._offering.drop_contents(offer)
        stock.erase((bundle(donation.donation_id),))

    def _refused(self, offer: Offer, why: str) -> None:
        store = self._home.stock.store
        now, donation = store.offer(offer.offer_id), store.donation_of(offer.offer_id)
        if not now.state.over:
            store.change(offer.offer_id, OfferState.DROPPED, failure=why)
        self._clear(offer, donation)

    def _uncovered(self, offer: Offer, why: str) -> None:
        store = self._home.stock.store
        donation = store.donation_of(offer.offer_id)
        if donation is None or donation.entered is None or donation.until is None:
            store.change(offer.offer_id, OfferState.DROPPED, failure=why)
        else:
            # Whether it got there nobody knows, so the desk is told to delete it.
            asked = replace(donation, withdraw_asked=dt_util.utcnow())
            store.put_donation(asked, OfferState.WITHDRAWING, failure=why)
        self._clear(offer, donation)

    def _drop(self, offers: tuple[Offer, ...], why: str) -> None:
        store = self._home.stock.store
        for offer in offers:
            if store.offer(offer.offer_id).state in BEFORE_IT_LEAVES:
                store.change(offer.offer_id, OfferState.DROPPED, failure=why)
                self._clear(offer, None)

    def _decline(self, offer: Offer, why: str, by: str) -> None:
        self._home.stock.store.change(offer.offer_id, OfferState.DECLINED, failure=why, by=by)
        self._clear(offer, None)

    def _clear(self, offer: Offer, donation: Donation | None) -> None:
        self._offering.drop_contents(offer)
        if donation is not None:
            self._home.stock.erase((bundle(donation.donation_id), reply(donation.donation_id)))
