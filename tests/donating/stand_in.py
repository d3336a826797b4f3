# ruff: noqa: ARG002 - a stand-in takes what the real one takes
"""Stands in for the donor's side where the surface is tested: it knows one of everything, and sends nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.helpers.dispatcher import async_dispatcher_send

from custom_components.earshot.donating.offer_sounds import OfferSounds
from custom_components.earshot.donating.signals import SIGNAL_DONATION
from custom_components.earshot.donating.told import (
    DonationState,
    Given,
    Hidden,
    OfferView,
    Place,
    Preview,
    ReceiptView,
    Which,
)
from custom_components.earshot.donation.choices import Choices
from custom_components.earshot.donation.consent import Consent, ConsentRequest
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.signing import SigningKey
from custom_components.earshot.donation.statement import SignedStatement, Statement, StatementText, sign_statement
from custom_components.earshot.donation.states import OfferState
from custom_components.earshot.errors.donating import ConsentUnknownError, OfferUnknownError
from custom_components.earshot.ledger import ConsentGiven, ConsentWithdrawn, Offered, SettingChanged
from custom_components.earshot.models import ContentKind, Satellite
from custom_components.earshot.runtime import RuntimeData

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
KITCHEN = Satellite(label="Kitchen", entity_id="assist_satellite.kitchen", area="Kitchen")
TEXT = StatementText(
    listen="People listen.",
    who="Two members of the club.",
    where="In Leeds.",
    how_long="For 30 days.",
    what_for="To teach a wake word.",
    withdraw="On the page Sharing.",
    danger="We ring you.",
)
KEY = SigningKey.from_bytes(bytes(range(32)))
STATEMENT = sign_statement(
    Statement(
        name="Club desk",
        contact="desk@example.org",
        people="Two members",
        place="Leeds, United Kingdom",
        retention_days=30,
        purposes=(Purpose.WAKE_WORDS,),
        texts={"en": TEXT},
        address="https://desk.example",
        encryption_key=bytes(32),
        signing_key=KEY.public,
        version=1,
        issued=NOW,
    ),
    KEY,
)
CONSENT = Consent(
    consent_id="0" * 32,
    purpose=Purpose.WAKE_WORDS,
    satellite_key="kitchen",
    satellite=KITCHEN,
    statement_sha256=STATEMENT.sha256,
    desk="Club desk",
    address="https://desk.example",
    desk_key_sha256="1" * 64,
    receipt_sha256="2" * 64,
    given=NOW,
    until=NOW + timedelta(days=90),
    by="Chief",
)
OFFER = OfferView(
    offer_id="3" * 32,
    utterance_id="",
    said=NOW,
    satellite=KITCHEN,
    purpose=Purpose.WAKE_WORDS,
    desk="Club desk",
    address="https://desk.example",
    consent_id=CONSENT.consent_id,
    state=OfferState.WAITING,
    at=NOW,
    until=NOW + timedelta(days=1),
    drop_at=NOW + timedelta(days=14),
    by_hand=False,
    times_unknown=False,
    contents=(ContentKind.SOUND, ContentKind.WORDS),
    sound_ms=2_400,
    size=31_000,
    sha256="4" * 64,
    strength=0.8,
    failure=None,
)
LISTENED = ReceiptView(
    receipt_id="5" * 32,
    action="listened",
    at=NOW,
    reviewer="2",
    heard_ms=2_400,
    reason=None,
    published=(),
    sequence=1,
    words=None,
)
LABELLED = replace(LISTENED, receipt_id="6" * 32, action="labelled", sequence=2)
DONATION_ID = "7" * 32
OFF = DonationState(
    on=False,
    suspended=None,
    consents=(),
    choices=Choices(),
    statement=None,
    places=(Place(satellite_key="kitchen", satellite=KITCHEN, guests_or_children=False),),
    waiting=0,
    failing_since=None,
    failure=None,
    readable=True,
)
ON = replace(OFF, on=True, consents=(CONSENT,), statement=STATEMENT, waiting=1)


def given(consent: Consent) -> ConsentGiven:
    """Return the entry of a consent."""
    return ConsentGiven(
        at=consent.given,
        consent_id=consent.consent_id,
        purpose=consent.purpose.value,
        satellite=consent.satellite,
        desk=consent.desk,
        statement_sha256=consent.statement_sha256,
        desk_key_sha256=consent.desk_key_sha256,
        receipt_sha256=consent.receipt_sha256,
        until=consent.until,
        by=consent.by,
    )


def put_in(hass: HomeAssistant, runtime: RuntimeData, stand_in: Donations) -> None:
    """Let the surface of a house ask the stand-in."""
    runtime.donations = stand_in  # type: ignore[assignment]  # it has what the surface asks
    runtime.offer_sounds = OfferSounds(hass, runtime.donations, runtime.rights, runtime.reading_room)


class Donations:
    """One consent, one offer, one donation; and what was asked of it."""

    def __init__(self, hass: HomeAssistant, runtime: RuntimeData, utterance_id: str = "01") -> None:
        self._hass = hass
        self._runtime = runtime
        self._instead_of = runtime.donations
        self.now = OFF
        self.view = replace(OFFER, utterance_id=utterance_id)
        self.one = Given(
            donation_id=DONATION_ID,
            offer=replace(self.view, state=OfferState.GIVEN),
            at=NOW,
            size=65_536,
            by="Chief",
            until=NOW + timedelta(days=30),
            receipts=(LISTENED, LABELLED),
            missing=0,
            withdraw_asked=None,
            published=(),
        )
        self.requests: list[ConsentRequest] = []
        self.done: list[str] = []

    async def stop(self) -> None:
        """Stop the real one, with the house."""
        await self._instead_of.stop()

    def becomes(self, state: DonationState) -> None:
        """Change, and tell so."""
        self.now = state
        async_dispatcher_send(self._hass, SIGNAL_DONATION)

    @property
    def on(self) -> bool | None:
        return self.now.on if self.now.readable else None

    async def state(self) -> DonationState:
        return self.now

    async def look_at(self, address: str) -> SignedStatement:
        return STATEMENT

    async def give_consent(self, request: ConsentRequest, user: User) -> None:
        self.requests.append(request)
        await self._runtime.storage.write([given(CONSENT)])
        self.becomes(ON)

    async def off(self, by: str) -> None:
        self.done.append(f"off by {by}")
        over = ConsentWithdrawn(at=NOW, consent_id=CONSENT.consent_id, reason="person", by=by)
        await self._runtime.storage.write([over])
        self.becomes(replace(OFF, choices=self.now.choices))

    async def set_choices(self, choices: Choices, by: str) -> None:
        changed = SettingChanged(at=NOW, setting="donation_mode", before="ask", after=choices.mode.value, by=by)
        await self._runtime.storage.write([changed])
        self.becomes(replace(self.now, choices=choices))

    async def consent_receipt(self, consent_id: str) -> bytes:
        if consent_id != CONSENT.consent_id:
            raise ConsentUnknownError
        return b'{"schemaVersion":"1"}'

    async def offers(self) -> tuple[OfferView, ...]:
        return (self.view,)

    async def offer(self, offer_id: str) -> OfferView:
        if offer_id != self.view.offer_id:
            raise OfferUnknownError
        return self.view

    async def preview(self, offer_id: str, reader: User) -> Preview:
        await self.listen(offer_id, reader)
        return Preview(
            offer=self.view,
            words_before="call anna",
            words="call [name]",
            hidden=(Hidden(kind="name", begin=5, end=9, words=(1,)),),
            hide=(),
            masked="mcadams 0.80",
            trimmed_ms=700,
            beeps=1,
            week="2026-W48",
            language="en",
            wake_word="okay nabu",
            payload=b"",
        )

    async def listen(self, offer_id: str, reader: User) -> None:
        offer = await self.offer(offer_id)
        await self._runtime.rights.require_read(offer.utterance_id, reader)
        await self._runtime.reading_room.admit(offer.utterance_id, (ContentKind.SOUND,), reader, "sound")

    async def sound(self, offer_id: str, which: Which) -> bytes:
        return b"fLaC " + which.encode()

    async def adjust(
        self,
        offer_id: str,
        *,
        strength: float | None = None,
        hide: Sequence[int] | None = None,
        with_sound: bool | None = None,
    ) -> OfferView:
        self.done.append(f"adjust {strength} {hide}")
        return await self.offer(offer_id)

    async def send_now(self, offer_id: str, sha256: str, by: str) -> OfferView:
        self.done.append(f"send {sha256[:4]} by {by}")
        return await self.offer(offer_id)

    async def never(self, offer_id: str, by: str) -> None:
        self.done.append(f"never by {by}")
        await self.offer(offer_id)

    async def offer_by_hand(self, utterance_id: str, purpose: Purpose, user: User) -> OfferView:
        self.done.append(f"by hand {purpose}")
        offered = Offered(
            utterance_id=utterance_id,
            at=NOW,
            contents=self.view.contents,
            purpose=purpose.value,
            desk=self.view.desk,
            consent_id=CONSENT.consent_id,
        )
        await self._runtime.storage.write([offered])
        return self.view

    async def given(self, *, utterance_id: str | None = None) -> tuple[Given, ...]:
        return (self.one,) if utterance_id in {None, self.view.utterance_id} else ()

    async def given_one(self, donation_id: str, reader: User | None = None) -> Given:
        if donation_id != self.one.donation_id:
            raise OfferUnknownError
        if reader is None:
            return self.one
        await self.listen(self.view.offer_id, reader)
        return replace(self.one, receipts=(LISTENED, replace(LABELLED, words="call someone")))

    async def withdraw(
        self,
        by: str,
        *,
        donation_ids: Sequence[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        everything: bool = False,
    ) -> tuple[Given, ...]:
        self.done.append(f"withdraw by {by}")
        return (self.one,)

    async def fetch_receipts(self, donation_id: str | None = None) -> None:
        self.done.append("fetch")
