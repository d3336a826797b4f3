"""Donation as the surface sees it: consent, offers, what was given, and taking it back."""

from collections.abc import Sequence
from datetime import datetime

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant

from ..const import NO_SATELLITE
from ..donation.addresses import desk_address
from ..donation.choices import Choices
from ..donation.consent import ConsentRequest
from ..donation.offer_store import Donation, Offer
from ..donation.purposes import Purpose
from ..donation.statement import SignedStatement, parse_statement
from ..donation.states import BEFORE_IT_LEAVES, OfferState
from ..errors import DeskAnswerError, DeskInsecureError, SelectionUnclearError
from ..errors.donating import ConsentUnknownError, DonationsUnreadableError, OfferUnknownError, StatementChangedError
from ..gate.donor import Donor
from ..gate.paths import Paths
from ..gate.reading import Rights
from ..gate.runs import describe_satellite
from ..gate.settings import PrivacySettings
from ..gate.storage import Storage
from ..gate.withheld import Withheld
from ..models import ContentKind
from ..vault.clock import Clock
from .by_hand import ByHand
from .candidates import Candidates
from .choosing import Choosing
from .chosen_courier import ChosenCourier, MakeCourier
from .consents import Consents
from .home import Home
from .issues import Findings, clear_donation_issues, show_unreadable
from .offering import Offering
from .receipts import Receipts
from .schedule import Schedule
from .sending import NEVER, Sending
from .showing import Showing, offer_view
from .stock import Stock
from .told import DonationState, Given, OfferView, Place, Preview, Which
from .withdrawing import Withdrawing

ERASED = "erased"
"""Why an offer was dropped: what it was made of was erased, or is known no more."""


class Donations:
    """Everything of this home's donating. Off until a person consents."""

    def __init__(  # noqa: PLR0913, PLR0917 - the parts that it needs, each from its only maker
        self,
        hass: HomeAssistant,
        storage: Storage,
        settings: PrivacySettings,
        rights: Rights,
        withheld: Withheld,
        make_courier: MakeCourier,
        paths: Paths,
        clock: Clock | None = None,
    ) -> None:
        clock = clock or Clock()
        stock = Stock(hass, paths, clock)
        consents = Consents(hass, storage, settings, stock, clock)
        self._hass = hass
        self._home = home = Home(
            hass=hass,
            storage=storage,
            settings=settings,
            stock=stock,
            consents=consents,
            clock=clock,
            withheld=withheld.holds,
        )
        self._courier = courier = ChosenCourier(make_courier, lambda: home.choices)
        self._offering = Offering(home)
        self._candidates = Candidates(home, self._offering)
        self._by_hand = ByHand(home, rights, self._offering)
        self._sending = Sending(home, courier, self._offering)
        self._receipts = Receipts(home, courier, Findings(hass))
        self._withdrawing = Withdrawing(home, courier, self._receipts)
        self._choosing = Choosing(home)
        self._showing = Showing(hass, home, rights, self._receipts)
        self._schedule = Schedule(home, self._sending, self._withdrawing, self._receipts)
        consents.on_ended = self._consents_ended

    @property
    def donor(self) -> Donor:
        """Who takes from the gate what could be given."""
        return self._candidates

    @property
    def on(self) -> bool | None:
        """Whether a consent holds now. None: nobody can say, because the store cannot be read."""
        return None if self._home.stock.failed else bool(self._home.consents.standing)

    async def start(self) -> None:
        """Take up what an earlier run left. Does nothing where nobody has ever consented."""
        stock = self._home.stock
        await stock.open_if_there()
        show_unreadable(self._hass, unreadable=stock.failed)
        if stock.there:
            self._home.choices = await stock.run(stock.store.choices)
            await self._home.consents.load()
            self._schedule.start()

    async def stop(self) -> None:
        """Stop whatever goes on; the next start goes on with it."""
        await self._candidates.stop()
        await self._schedule.stop()
        await self._home.stock.close()
        clear_donation_issues(self._hass)

    async def settled(self) -> None:
        """Return when everything that the gate handed over so far is decided about."""
        await self._candidates.settled()

    async def state(self) -> DonationState:
        """Tell how donation stands."""
        home, consents = self._home, self._home.consents
        statement, waiting = None, 0
        if home.stock.there:
            waiting = len(await self._offers(OfferState.WAITING))
            shown = next(iter(consents.standing or consents.suspended), None)
            if shown is not None:
                body = await home.stock.run(home.stock.store.statement, shown.statement_sha256)
                statement = None if body is None else parse_statement(body)
        return DonationState(
            on=bool(consents.standing),
            suspended=next((one.suspended for one in consents.suspended), None),
            consents=(*consents.standing, *consents.suspended),
            choices=home.choices,
            statement=statement,
            places=self._places(),
            waiting=waiting,
            failing_since=self._sending.failing_since,
            failure=self._sending.failure,
            readable=not home.stock.failed,
        )

    async def look_at(self, address: str) -> SignedStatement:
        """Fetch what a desk says of itself, signed. Nothing is consented to by looking.

        Raises DeskInsecureError for an address that nothing may go to, StatementError and DeskErrors.
        """
        try:
            address = desk_address(address.strip())
        except ValueError as err:
            raise DeskInsecureError(str(err)) from None
        statement = await self._courier.fetch_statement(address)
        if statement.statement.address != address:
            raise DeskAnswerError("a desk says that it is elsewhere")
        await self._home.consents.hold_against(address, statement)
        return statement

    async def give_consent(self, request: ConsentRequest, user: User) -> None:
        """Consent, for each of the purposes and each of the satellites.

        Whoever calls has made sure that the person has logged in, and not a token that was handed out.

        Raises ConsentRefusedError for what is missing, StatementChangedError if the desk's statement is not the one
        that was shown, LedgerUnavailableError if it could not be entered, Unauthorized for all but administrators.
        """
        statement = await self.look_at(request.address)
        if statement.sha256 != request.statement_sha256:
            raise StatementChangedError
        first = not self._home.stock.there
        await self._home.consents.give(request, statement, user)
        if first:
            await self._choosing.begin(user.name or user.id)
        self._schedule.start()
        self._changed()

    async def off(self, by: str) -> None:
        """Withdraw every consent, now and whatever is ill: nothing is offered any more, and nothing leaves.

        What waits is dropped, and an upload under way is broken off and taken back. What was given stays given. Raises
        SettingsUnsavedError where it holds, and will not outlast a restart.
        """
        try:
            await self._home.consents.off(by)
        finally:
            self._changed()
        if self._home.stock.there:
            await self._sending.drop_uncovered()

    async def set_choices(self, choices: Choices, by: str) -> None:
        """Set how offers are made and how they leave. Switches nothing on. Raises as `Choosing.choose` does."""
        await self._choosing.choose(choices, by)
        self._changed()

    async def consent_receipt(self, consent_id: str) -> bytes:
        """Return the receipt of a consent: canonical JSON, whose SHA-256 the ledger has. Raises ConsentUnknownError."""
        consent = self._home.consents.get(consent_id)
        body = await self._home.stock.run(self._home.stock.store.consent_receipt, consent.receipt_sha256)
        if body is None:
            raise ConsentUnknownError
        return body

    async def offers(self) -> tuple[OfferView, ...]:
        """Return the offers that have not left and are not over: the one that leaves next first, then the oldest."""
        if not self._home.stock.there:
            return ()
        found = await self._offers(*BEFORE_IT_LEAVES, OfferState.SENDING)
        views = [offer_view(offer) for offer in found if offer.state is not OfferState.PREPARING]
        return tuple(sorted(views, key=lambda one: (one.until is None, one.until or one.at)))

    async def offer(self, offer_id: str) -> OfferView:
        """Return one offer, whatever became of it. Raises OfferUnknownError, DonationsUnreadableError."""
        return offer_view(await self._offer(offer_id))

    async def preview(self, offer_id: str, reader: User) -> Preview:
        """Open an offer as it would leave, after it was entered that somebody reads it.

        Raises OfferUnknownError, OfferDecidedError; NotYoursError, UtteranceUnknownError, Unauthorized and
        LedgerUnavailableError as for any reading.
        """
        offer = await self._offer(offer_id)
        await self._showing.admit(offer, reader, (ContentKind.WORDS,))
        return await self._showing.preview(offer)

    async def listen(self, offer_id: str, reader: User) -> None:
        """Enter that somebody listens to an offer, before `sound` is asked for. Raises as `preview` does."""
        await self._showing.admit(await self._offer(offer_id), reader, (ContentKind.SOUND,))

    async def sound(self, offer_id: str, which: Which) -> bytes:
        """Return the sound of an offer as a FLAC file: as it was, or as it would leave.

        Whoever calls has had it entered by `listen`. Raises OfferUnknownError, OfferDecidedError, ContentGoneError.
        """
        return await self._showing.sound(await self._offer(offer_id), which)

    async def adjust(
        self,
        offer_id: str,
        *,
        strength: float | None = None,
        hide: Sequence[int] | None = None,
        with_sound: bool | None = None,
    ) -> OfferView:
        """Prepare an offer anew: with another strength of masking, with these words hidden, with or without its sound.

        Words are counted from 0. None leaves it as it is. The hash of the payload is another one then. Raises
        OfferUnknownError, OfferDecidedError, OfferRefusedError if it could not be prepared.
        """
        offer = await self._offer(offer_id)
        consent = self._home.consents.get(offer.consent_id)
        hidden = None if hide is None else tuple(sorted(set(hide)))
        return offer_view(
            await self._offering.adjust(offer_id, consent, strength=strength, hide=hidden, with_sound=with_sound)
        )

    async def send_now(self, offer_id: str, sha256: str, by: str) -> OfferView:
        """Let exactly the payload leave that was shown: the one of this hash.

        Raises PreviewChangedError for another one, OfferUnknownError, OfferDecidedError.
        """
        store = self._home.stock.store
        offer = await self._offer(offer_id)
        if offer.state is OfferState.APPROVED and offer.sha256 == sha256:
            self._sending.at_once(offer_id)
        else:
            offer = await self._home.stock.run(store.approve, offer_id, sha256, by)
        self._changed()
        return offer_view(offer)

    async def never(self, offer_id: str, by: str) -> None:
        """Let an offer never leave, and destroy what was prepared. Raises OfferUnknownError, OfferDecidedError."""
        await self._sending.decline(await self._offer(offer_id), NEVER, by)
        self._changed()

    async def offer_by_hand(self, utterance_id: str, purpose: Purpose, user: User) -> OfferView:
        """Offer something whose sound is kept. It never leaves by itself.

        Raises OfferRefusedError with the refusal, NotYoursError, UtteranceUnknownError, LedgerUnavailableError.
        """
        return offer_view(await self._by_hand.offer(utterance_id, purpose, user))

    async def given(self, *, utterance_id: str | None = None) -> tuple[Given, ...]:
        """Return what was given, the newest first, without what reviewers wrote; of one utterance, if it is named."""
        pairs = await self._given()
        wanted = [pair for pair in pairs if utterance_id is None or pair[0].utterance_id == utterance_id]
        return tuple([await self._showing.given(offer, donation) for offer, donation in wanted])

    async def given_one(self, donation_id: str, reader: User | None = None) -> Given:
        """Return one donation, for a reader with what the reviewers wrote. Raises OfferUnknownError.

        For a reader it is entered that they read it. Raises NotYoursError and others as `preview` does then.
        """
        self._require_some()
        store = self._home.stock.store
        donation = await self._home.stock.run(store.donation, donation_id)
        return await self._showing.given(await self._offer(donation.offer_id), donation, reader)

    async def withdraw(
        self,
        by: str,
        *,
        donation_ids: Sequence[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        everything: bool = False,
    ) -> tuple[Given, ...]:
        """Take back what was given: by name, in a time (until is exclusive), or everything.

        The desk is told until it has answered, also after a restart.

        Raises OfferUnknownError for a name of nothing, SelectionUnclearError unless exactly one of these is named.
        """
        in_time = since is not None or until is not None
        if (donation_ids is not None) + in_time + everything != 1:
            raise SelectionUnclearError
        if donation_ids is not None:
            self._require_some()
            chosen = [await self._home.stock.run(self._home.stock.store.donation, name) for name in donation_ids]
        else:
            pairs = await self._given()
            chosen = [donation for _, donation in pairs if _is_in(donation.made, since, until)]
        if not chosen:
            return ()
        for donation in chosen:
            await self._sending.stop(donation.offer_id)
        await self._withdrawing.ask(tuple(chosen), by)
        for donation in chosen:  # one may have begun anew before that was noted; from now on none does
            await self._sending.stop(donation.offer_id)
        self._changed()
        return tuple([await self.given_one(donation.donation_id) for donation in chosen])

    async def fetch_receipts(self, donation_id: str | None = None) -> None:
        """Ask now for the receipts of one donation; without a name of the last, and soon of all. Raises DeskErrors."""
        if self._home.stock.there:
            await self._receipts.fetch(donation_id)

    async def forget(self, utterance_ids: Sequence[str], redacting: bool) -> None:  # noqa: FBT001 - a listener's shape
        """Drop the offers of utterances whose contents were erased. What the desk has said that it has stays given.

        Raises DonationsUnreadableError, VaultError.
        """
        stock = self._home.stock
        if stock.failed:
            # What was put up would be there again as soon as the store opens.
            raise DonationsUnreadableError
        if stock.there and utterance_ids:
            found = await stock.run(stock.store.offers_of, utterance_ids)
            await self._sending.drop([offer for offer in found if offer.state in BEFORE_IT_LEAVES], ERASED)
            for offer in found:
                # What became of those that were just dropped is read anew: one of them may be on its way by now.
                if (await self._offer(offer.offer_id)).state is OfferState.SENDING:
                    await self._sending.take_back(offer, ERASED)
            if redacting:
                await stock.run(stock.store.forget, utterance_ids)

    def _changed(self) -> None:
        self._home.tell()
        self._schedule.look_soon()

    def _consents_ended(self, consents: frozenset[str]) -> None:
        self._sending.break_off(consents)
        self._changed()

    def _places(self) -> tuple[Place, ...]:
        settings = self._home.settings
        return tuple(
            Place(
                satellite_key=settings.place_of(entity_id),
                satellite=describe_satellite(self._hass, entity_id),
                guests_or_children=settings.guests_speak(settings.place_of(entity_id)),
            )
            for entity_id in sorted(self._hass.states.async_entity_ids("assist_satellite"))
            if entity_id != NO_SATELLITE
        )

    def _require_some(self) -> None:
        """Raise OfferUnknownError where nobody ever consented, and so nothing was ever offered."""
        if not self._home.stock.there and not self._home.stock.failed:
            raise OfferUnknownError

    async def _offer(self, offer_id: str) -> Offer:
        self._require_some()
        return await self._home.stock.run(self._home.stock.store.offer, offer_id)

    async def _offers(self, *states: OfferState) -> tuple[Offer, ...]:
        return await self._home.stock.run(self._home.stock.store.offers, states)

    async def _given(self) -> list[tuple[Offer, Donation]]:
        """Return everything that may have left, the newest first."""
        if not self._home.stock.there:
            return []
        donations = await self._home.stock.run(self._home.stock.store.donations)
        return [(await self._offer(one.offer_id), one) for one in donations if one.entered is not None]


def _is_in(instant: datetime, since: datetime | None, until: datetime | None) -> bool:
    return (since is None or instant >= since) and (until is None or instant < until)
