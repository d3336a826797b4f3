"""Offers and donations as they are shown. What opens a content blocks; that somebody reads is entered before."""

import json

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..donation.clip import decode_clip
from ..donation.label import read_label
from ..donation.offer_store import Donation, Offer, Review
from ..donation.receipts import Receipt, ReceiptAction, missing
from ..donation.states import OfferState
from ..errors import ContentGoneError, ContentWithheldError, LedgerUnavailableError
from ..errors.donating import OfferDecidedError
from ..gate.reading import Rights
from ..ledger.projection import FROM_OFFER
from ..ledger.record import Accessed
from ..models import ContentKind
from .content_names import label as label_part, notes, original_sound, original_words, payload
from .home import Home
from .preparing import Notes, Original
from .receipts import Receipts
from .told import Given, OfferView, Preview, ReceiptView, Which


class Showing:
    """Opens what waits, and tells what was given."""

    def __init__(self, hass: HomeAssistant, home: Home, rights: Rights, receipts: Receipts) -> None:
        self._hass = hass
        self._home = home
        self._rights = rights
        self._receipts = receipts

    async def admit(self, offer: Offer, reader: User, contents: tuple[ContentKind, ...]) -> None:
        """Enter that somebody reads, or hears, what an offer holds. Raises as `Donations.preview`."""
        if offer.state.decided:
            raise OfferDecidedError(state=offer.state.value)
        await self._require(offer, reader)
        if await self._home.stock.run(self._home.withheld, offer.utterance_id):
            raise ContentWithheldError
        await self._enter(offer, reader, contents)

    async def preview(self, offer: Offer) -> Preview:
        """Open an offer as it would leave."""
        return await self._home.stock.run(self._preview, offer)

    async def sound(self, offer: Offer, which: Which) -> bytes:
        """Open the sound of an offer."""
        if offer.state is not OfferState.WAITING:
            raise OfferDecidedError(state=offer.state.value)
        return await self._home.stock.run(self._sound, offer, which)

    async def given(self, offer: Offer, donation: Donation, reader: User | None = None) -> Given:
        """Tell what became of a donation; for a reader with what reviewers wrote, which is entered."""
        if reader is not None:
            await self._require(offer, reader)
            if any(one.has_label for one in await self._home.stock.run(self._reviews, donation)):
                await self._enter(offer, reader, (ContentKind.WORDS,))
        return await self._home.stock.run(self._given, offer, donation, reader is not None)

    async def _require(self, offer: Offer, reader: User) -> None:
        await self._rights.require_read(offer.utterance_id, reader)

    async def _enter(self, offer: Offer, reader: User, contents: tuple[ContentKind, ...]) -> None:
        access = Accessed(
            utterance_id=offer.utterance_id,
            at=dt_util.utcnow(),
            contents=contents,
            who=reader.name or reader.id,
            how=FROM_OFFER,
        )
        if not await self._home.storage.write([access]):
            raise LedgerUnavailableError("the reading could not be entered")

    def _preview(self, offer: Offer) -> Preview:
        stock = self._home.stock
        shown = stock.read(payload(offer.offer_id, offer.revision))
        clip = decode_clip(shown)
        changed = Notes.from_bytes(stock.read(notes(offer.offer_id, offer.revision)))
        original = Original.from_bytes(stock.read(original_words(offer.offer_id)))
        return Preview(
            offer=offer_view(offer),
            words_before=original.words,
            words=clip.words,
            hidden=changed.hidden,
            hide=changed.hide,
            masked=clip.masked,
            trimmed_ms=changed.trimmed_ms,
            beeps=changed.beeps,
            week=clip.week,
            language=clip.language,
            wake_word=clip.wake_word,
            payload=shown,
        )

    def _sound(self, offer: Offer, which: Which) -> bytes:
        if which == "before":
            sound: bytes | None = self._home.stock.read(original_sound(offer.offer_id))
        else:
            sound = decode_clip(self._home.stock.read(payload(offer.offer_id, offer.revision))).sound
        if not sound:
            raise ContentGoneError("this offer has no sound")
        return sound

    def _reviews(self, donation: Donation) -> tuple[Review, ...]:
        return self._home.stock.store.reviews(donation.donation_id)

    def _given(self, offer: Offer, donation: Donation, readable: bool) -> Given:  # noqa: FBT001 - for an executor
        receipts = [(self._receipts.read(donation, one), one) for one in self._reviews(donation)]
        published = {name for receipt, _ in receipts for name in receipt.published}
        return Given(
            donation_id=donation.donation_id,
            offer=offer_view(offer),
            at=donation.entered or donation.made,
            size=donation.size,
            by=offer.by,
            until=donation.until,
            receipts=tuple(self._told(receipt, review, readable=readable) for receipt, review in receipts),
            missing=len(missing(receipt for receipt, _ in receipts)),
            withdraw_asked=donation.withdraw_asked,
            published=tuple(sorted(published)),
        )

    def _told(self, receipt: Receipt, review: Review, *, readable: bool) -> ReceiptView:
        label = None
        if readable and review.has_label:
            label = self._home.stock.read_or_none(label_part(review.donation_id, review.sequence))
        return ReceiptView(
            receipt_id=receipt.receipt_id,
            action=receipt.action.value,
            at=receipt.at,
            reviewer=receipt.reviewer,
            heard_ms=receipt.heard_ms,
            reason=receipt.reason,
            published=receipt.published,
            sequence=receipt.sequence,
            words=None if label is None else _words(label),
            unopened=readable and receipt.action is ReceiptAction.LABELLED and label is None,
        )


def offer_view(offer: Offer) -> OfferView:
    """Return an offer as it is told."""
    return OfferView(
        offer_id=offer.offer_id,
        utterance_id=offer.utterance_id,
        said=offer.said,
        satellite=offer.satellite,
        purpose=offer.purpose,
        desk=offer.desk,
        address=offer.address,
        consent_id=offer.consent_id,
        state=offer.state,
        at=offer.at,
        until=offer.until if offer.state is OfferState.WAITING else None,
        drop_at=offer.drop_at,
        by_hand=offer.by_hand,
        times_unknown=offer.times_unknown,
        contents=offer.contents,
        sound_ms=offer.sound_ms,
        size=offer.size,
        sha256=offer.sha256,
        strength=offer.strength,
        failure=offer.failure,
    )


def _words(label: bytes) -> str | None:
    return read_label(json.loads(label)).words
