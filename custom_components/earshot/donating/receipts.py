"""What became of what was given: receipts are fetched, each donation by itself, verified, and entered once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
import logging
from random import SystemRandom
from typing import Final

from homeassistant.core import callback
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.util import dt as dt_util

from ..donation.answers import ReceivedReceipt
from ..donation.bundle import DonationSecrets
from ..donation.label import Label, OpenedLabel, label_bytes
from ..donation.offer_store import Donation, Offer, Review
from ..donation.ports import Courier
from ..donation.receipts import Receipt, ReceiptAction, SignedReceipt, verify_label, verify_receipt
from ..donation.reply import ReplyKey
from ..donation.signed import pack_bytes, unpack_bytes
from ..donation.statement import parse_statement
from ..donation.states import OfferState
from ..errors import EarshotError, ReceiptError, UtteranceUnknownError
from ..errors.donating import DonationsUnreadableError
from ..ledger.giving import Reviewed
from ..ledger.record import Record
from ..models import Ear, EarKind, Evidence, Keeping, Place, Received
from .content_names import label as label_part, reply
from .entering import AFTER_PROMISE, enter_once
from .home import Home
from .issues import Finding, Findings
from .signals import SIGNAL_REVIEWED

LOGGER = logging.getLogger(__name__)

USUAL_SECONDS: Final = 24 * 3600.0
"""How often a donation is asked about: people listen by the day, and a desk must not hear from a home by the minute."""
SPREAD: Final = 0.25
"""By how much sooner or later at random, each by itself: asked together, donations would say that they are of one
home."""
SOON_SECONDS: Final = 600.0
"""Within which all are asked about that somebody wants to hear of now: all but one at random, for that reason."""
MAX_RECEIPT: Final = 8 * 1024
"""Bytes of a signed receipt in the store."""

NO_LABEL: Final = OpenedLabel(b"", Label(quality="unusable"))
"""Stands for one that does not open: no receipt commits to it."""


class Receipts:
    """Asks desks, and enters what they say."""

    def __init__(self, home: Home, courier: Courier, findings: Findings) -> None:
        self._home = home
        self._courier = courier
        self._findings = findings
        self._chance = SystemRandom()
        self._next: dict[str, float] = {}
        """When each donation is asked about next, by the clock that nobody can set."""

    def seconds_left(self) -> float | None:
        """Return in how many seconds the next one is asked about; None if there is none."""
        now = self._home.clock.elapsed()
        return min((max(0.0, at - now) for at in self._next.values()), default=None)

    async def look(self) -> None:
        """Ask about those whose time has come."""
        asked = await self._to_ask()
        names = {donation.donation_id for _, donation in asked}
        self._next = {name: at for name, at in self._next.items() if name in names}
        for offer, donation in asked:
            at = self._next.setdefault(donation.donation_id, self._first(donation))
            if at <= self._home.clock.elapsed():
                await self._ask_quietly(offer, donation)

    async def fetch(self, donation_id: str | None = None) -> None:
        """Ask about one now: the one that is named, or else the last that was given, and soon about all others.

        Of these each at a time of its own, by chance: asked in a row, they would say that they are of one home. Raises
        the DeskError of the one that is asked about now.
        """
        found = await self._to_ask()
        wanted = [one for one in found if donation_id in {None, one[1].donation_id}]
        if not wanted:
            return
        first, now = max(wanted, key=lambda one: one[1].made), self._home.clock.elapsed()
        for _, donation in wanted:
            at = now + self._chance.uniform(SOON_SECONDS / 20, SOON_SECONDS)
            self._next[donation.donation_id] = min(at, self._next.get(donation.donation_id, at))
        if (failed := await self._ask_quietly(*first)) is not None:
            raise failed

    async def accept(self, offer: Offer, donation: Donation, received: Iterable[ReceivedReceipt]) -> None:
        """Enter what is new, as far as it is signed and of this donation. That one is missing hides no other.

        Raises LedgerUnavailableError, DonationsUnreadableError, VaultError; the rest is entered the next time.
        """
        known = await self._home.stock.run(self._home.stock.store.reviews, donation.donation_id)
        for review in known:
            if not review.entered:
                await self._enter(offer, donation, review)
        key = await self._home.stock.run(self._signing_key, donation)
        numbers = {review.sequence for review in known}
        opened = await self._home.stock.run(self._opened, donation, tuple(received))
        for receipt, one in self._verified(donation, opened, known, key):
            numbers.add(receipt.sequence)
            if len(numbers) < max(numbers):
                self._findings.found(Finding.RECEIPT_MISSING, donation.donation_id)
            review = await self._home.stock.run(self._note, donation, receipt, one)
            await self._enter(offer, donation, review)

    def read(self, donation: Donation, review: Review) -> Receipt:
        """Return what a noted receipt says. Blocks. Raises ReceiptError."""
        return verify_receipt(_unpacked(review), self._signing_key(donation), donation.donation_id)

    async def _to_ask(self) -> Sequence[tuple[Offer, Donation]]:
        def find() -> list[tuple[Offer, Donation]]:
            store, now = self._home.stock.store, dt_util.utcnow()
            found = []
            for offer in store.offers((OfferState.GIVEN, OfferState.WITHDRAWING)):
                donation = store.donation_of(offer.offer_id)
                if donation is not None and donation.until is not None and now < donation.until + AFTER_PROMISE:
                    found.append((offer, donation))
            return found

        return await self._home.stock.run(find)

    def _first(self, donation: Donation) -> float:
        """Return when a donation is asked about that was not in this run."""
        since = (dt_util.utcnow() - (donation.asked or donation.delivered or donation.made)).total_seconds()
        left = self._wait() - since
        # What fell due while Earshot was not running is not asked about all at once either.
        return self._home.clock.elapsed() + (left if left > 0 else self._chance.uniform(60.0, 3600.0))

    def _wait(self) -> float:
        return USUAL_SECONDS * self._chance.uniform(1 - SPREAD, 1 + SPREAD)

    async def _ask_quietly(self, offer: Offer, donation: Donation) -> EarshotError | None:
        self._next[donation.donation_id] = self._home.clock.elapsed() + self._wait()
        try:
            await self._ask(offer, donation)
        except EarshotError as err:
            LOGGER.debug("A desk did not tell what became of a donation: %s", err.code)
            return err
        return None

    async def _ask(self, offer: Offer, donation: Donation) -> None:
        secrets = secrets_of(donation)
        received = await self._courier.fetch_receipts(offer.address, secrets)
        store = self._home.stock.store
        now = await self._home.stock.run(store.donation, donation.donation_id)
        now = await self._home.stock.run(store.put_donation, replace(now, asked=dt_util.utcnow()))
        await self.accept(offer, now, received)
        self._home.tell()

    def _verified(
        self, donation: Donation, received: Iterable[ReceivedReceipt], known: Sequence[Review], key: bytes
    ) -> list[tuple[Receipt, ReceivedReceipt]]:
        """Return the new ones in their order. What is not as the desk signed it is told and left out."""
        hashes = {review.receipt_sha256 for review in known}
        numbers = {review.sequence for review in known}
        found = []
        for one in received:
            if one.signed.sha256 in hashes:
                continue
            try:
                receipt = verify_receipt(one.signed, key, donation.donation_id)
            except ReceiptError:
                self._findings.found(Finding.RECEIPT_FORGED, donation.donation_id)
                continue
            if receipt.sequence in numbers:  # two that say different things of the same moment
                self._findings.found(Finding.RECEIPT_FORGED, donation.donation_id)
                continue
            if one.label is not None and not verify_label(receipt, one.label):
                self._findings.found(Finding.RECEIPT_FORGED, donation.donation_id)
                continue
            numbers.add(receipt.sequence)
            found.append((receipt, one))
        return sorted(found, key=lambda pair: pair[0].sequence)

    def _opened(self, donation: Donation, received: Sequence[ReceivedReceipt]) -> list[ReceivedReceipt]:
        """Open the labels that are sealed to the donation's key. Blocks.

        After a restored backup there is no such key: then it is known that somebody wrote something, and not what.
        """
        key = self._home.stock.read_or_none(reply(donation.donation_id))
        return [one if one.sealed is None or key is None else self._open(donation, one, key) for one in received]

    def _open(self, donation: Donation, one: ReceivedReceipt, key: bytes) -> ReceivedReceipt:
        try:
            receipt = verify_receipt(one.signed, self._signing_key(donation), donation.donation_id)
            label = ReplyKey.from_bytes(key).open(one.sealed or b"", donation.donation_id, receipt.sequence)
        except ReceiptError:
            # It is told, and left out, where receipts are verified.
            return replace(one, label=NO_LABEL)
        return replace(one, label=label)

    def _note(self, donation: Donation, receipt: Receipt, one: ReceivedReceipt) -> Review:
        """Note a receipt, and seal what the reviewer wrote. Blocks."""
        stock = self._home.stock
        review = Review(
            receipt_sha256=one.signed.sha256,
            donation_id=donation.donation_id,
            sequence=receipt.sequence,
            signed=pack_bytes(one.signed.body, one.signed.signature),
            has_label=one.label is not None,
        )
        part = label_part(donation.donation_id, receipt.sequence)
        if one.label is None:
            stock.store.put_review(review)
            return review
        stock.erase((part,))  # what a crash left before the note of it
        end = (donation.until or dt_util.utcnow()) + AFTER_PROMISE
        sealed = stock.seal(part, _label(one.label), end)
        stock.store.put_review(review)
        stock.vault.commit(sealed)
        return review

    async def _enter(self, offer: Offer, donation: Donation, review: Review) -> None:
        receipt = await self._home.stock.run(self.read, donation, review)
        record = _reviewed(offer, donation, receipt, review)

        def same(found: Record) -> Reviewed | None:
            return found if isinstance(found, Reviewed) and found.receipt_sha256 == review.receipt_sha256 else None

        try:
            await enter_once(self._home, offer.utterance_id, same, record)
        except UtteranceUnknownError:
            # It was redacted: the ledger knows nothing of it any more, and is not told anew whose it was.
            LOGGER.debug("A receipt is of something that was redacted")
        await self._home.stock.run(self._entered, review, receipt, donation)
        self._tell(offer, record, receipt)

    def _entered(self, review: Review, receipt: Receipt, donation: Donation) -> None:
        store = self._home.stock.store
        store.put_review(replace(review, entered=True))
        if receipt.action is ReceiptAction.DELETED:  # nobody writes anything of it any more
            self._home.stock.erase((reply(donation.donation_id),))
        state = store.offer(donation.offer_id).state
        if receipt.action is ReceiptAction.DELETED and state in {OfferState.GIVEN, OfferState.WITHDRAWING}:
            store.change(donation.offer_id, OfferState.WITHDRAWN)

    @callback
    def _tell(self, offer: Offer, record: Reviewed, receipt: Receipt) -> None:
        self._next.pop(record.donation_id, None) if receipt.action is ReceiptAction.DELETED else None
        if receipt.action is ReceiptAction.RAISED_DANGER:
            self._findings.found(Finding.DANGER, record.donation_id, desk=offer.desk)
        if receipt.reason in {"accident", "personal_data"}:
            self._findings.found(Finding.DELETED, record.donation_id, desk=offer.desk)
        async_dispatcher_send(self._home.hass, SIGNAL_REVIEWED, record)

    def _signing_key(self, donation: Donation) -> bytes:
        """Return the key of the statement that was consented to. Blocks."""
        signed = self._home.stock.store.statement(donation.statement_sha256)
        if signed is None:
            raise DonationsUnreadableError
        return parse_statement(signed).statement.signing_key


def secrets_of(donation: Donation) -> DonationSecrets:
    """Return what shows that one is the donor."""
    return DonationSecrets(donation_id=donation.donation_id, token=donation.token, key=donation.key)


def _unpacked(review: Review) -> SignedReceipt:
    try:
        return SignedReceipt(*unpack_bytes(review.signed, MAX_RECEIPT))
    except ValueError as err:
        raise ReceiptError("a receipt in the store is damaged") from err


def _label(opened: OpenedLabel) -> bytes:
    try:
        return label_bytes(opened.label)
    except ValueError as err:
        raise ReceiptError("a label has a text that is not allowed") from err


def _reviewed(offer: Offer, donation: Donation, receipt: Receipt, review: Review) -> Reviewed:
    deleted = receipt.action is ReceiptAction.DELETED
    by_desk = deleted or receipt.action is ReceiptAction.PUBLISHED
    # Of what is published, whoever asked for it may have a copy, for as long as they like.
    keeps = Keeping.NOTHING if deleted else Keeping.UNKNOWN if by_desk or donation.until is None else Keeping.UNTIL
    return Reviewed(
        utterance_id=offer.utterance_id,
        at=dt_util.utcnow(),
        donation_id=donation.donation_id,
        ear=Ear(
            label=offer.desk if by_desk else f"A person at {offer.desk}",
            kind=EarKind.RECIPIENT if by_desk else EarKind.REVIEWER,
            place=Place.INTERNET,
            evidence=Evidence.DECLARED,
            got=Received(sound_ms=receipt.heard_ms),
            keeps=keeps,
            until=donation.until if keeps is Keeping.UNTIL else None,
        ),
        action=receipt.action.value,
        happened=receipt.at,
        receipt_sha256=review.receipt_sha256,
    )
