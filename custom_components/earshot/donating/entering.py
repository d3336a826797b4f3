"""What is entered of a donation: exactly once, whatever breaks off in between, and before anything is done about it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
import logging
from typing import Final

from homeassistant.util import dt as dt_util

from ..donation.clip import decode_clip
from ..donation.eligibility import Refusal
from ..donation.offer_store import Donation, Offer, Over
from ..donation.states import OfferState
from ..errors import LedgerUnavailableError, UtteranceUnknownError
from ..gate.storage import LEDGER_ILL
from ..ledger.giving import Donated, Offered, OfferOver
from ..ledger.record import Record
from ..models import ContentKind, Ear, EarKind, Evidence, Keeping, Place, Received
from .content_names import payload
from .home import Home

LOGGER = logging.getLogger(__name__)

AFTER_PROMISE: Final = timedelta(days=7)
"""How long after the desk's promise to have deleted it is still asked: its receipt of that may be late."""


async def enter_once[R: Record](home: Home, utterance_id: str, same: Callable[[Record], R | None], record: R) -> R:
    """Enter a record of an utterance unless the ledger has it already; return the one that it has.

    `same` returns a record if it is the one that is meant. Raises LedgerUnavailableError if it cannot be entered now,
    and UtteranceUnknownError if the ledger knows nothing of the utterance any more.
    """
    storage = home.storage
    if LEDGER_ILL in storage.outages:
        # An entry that came late may still come: only when the ledger writes again is it known what it has.
        await storage.recover()
    if LEDGER_ILL in storage.outages:
        raise LedgerUnavailableError("the ledger is ill")
    entries = await home.stock.run(storage.ledger.entries, utterance_id)
    if not entries:
        raise UtteranceUnknownError
    for entry in entries:
        if (found := same(entry.record)) is not None:
            return found
    if not await storage.write([record]):
        raise LedgerUnavailableError("a donation could not be entered")
    return record


async def enter_donated(home: Home, offer: Offer, donation: Donation) -> Donation:
    """Enter that a donation leaves, before any of it does, and note that it is entered. Raises as `enter_once`."""
    got = await home.stock.run(_got, home, offer)
    record = Donated(
        utterance_id=offer.utterance_id,
        at=dt_util.utcnow(),
        donation_id=donation.donation_id,
        consent_id=offer.consent_id,
        contents=offer.contents,
        ear=recipient(offer, donation, got),
        size=donation.size,
        sha256=offer.sha256 or "",
        by=offer.by,
    )

    def same(found: Record) -> Donated | None:
        return found if isinstance(found, Donated) and found.donation_id == donation.donation_id else None

    entered = await enter_once(home, offer.utterance_id, same, record)
    return await home.stock.run(home.stock.store.put_donation, replace(donation, entered=entered.at))


async def enter_over(home: Home) -> None:
    """Enter each offer that came to nothing, once. Raises LedgerUnavailableError, DonationsUnreadableError."""
    store = home.stock.store
    for over in await home.stock.run(store.over):
        try:
            await _enter_over(home, over)
        except UtteranceUnknownError:
            # It was redacted: the ledger is not told anew of what it knows nothing of any more.
            LOGGER.debug("An offer that came to nothing is of something that was redacted")
        await home.stock.run(store.note_over, over.offer.offer_id)


async def _enter_over(home: Home, over: Over) -> None:
    offer = over.offer
    record = OfferOver(
        utterance_id=offer.utterance_id,
        at=over.at,
        purpose=offer.purpose.value,
        desk=offer.desk,
        consent_id=offer.consent_id,
        reason=offer.failure or "",
        by=offer.by if offer.state is OfferState.DECLINED else None,
    )
    entries = await home.stock.run(home.storage.ledger.entries, offer.utterance_id)
    # What broke off before it was an offer for anybody else is none that came to nothing.
    if any(_is_offer(entry.record, offer) for entry in entries) and record.reason != Refusal.NOT_PREPARED:
        await enter_once(home, offer.utterance_id, lambda found: record if found == record else None, record)


def _is_offer(record: Record, offer: Offer) -> bool:
    mine = isinstance(record, Offered) and (record.purpose, record.consent_id) == (offer.purpose, offer.consent_id)
    return isinstance(record, Offered) and mine and record.refused is None


def recipient(offer: Offer, donation: Donation, got: Received) -> Ear:
    """Return whoever gets a donation: people elsewhere by their own word, or a folder of this machine."""
    to_folder = donation.until is None
    return Ear(
        label=offer.desk,
        kind=EarKind.RECIPIENT,
        place=Place.THIS_MACHINE if to_folder else Place.INTERNET,
        evidence=Evidence.DECLARED,
        got=got,
        keeps=Keeping.UNKNOWN if to_folder else Keeping.UNTIL,
        until=donation.until,
    )


def promised(now: datetime, days: int) -> datetime:
    """Return until when a desk says that it keeps what it gets now."""
    return now + timedelta(days=days)


def _got(home: Home, offer: Offer) -> Received:
    clip = decode_clip(home.stock.read(payload(offer.offer_id, offer.revision)))
    return Received(
        sound_ms=clip.sound_ms if ContentKind.SOUND in offer.contents else None,
        sound_bytes=len(clip.sound) if clip.sound is not None else None,
        words=len(clip.words.split()) if clip.words is not None else None,
    )
