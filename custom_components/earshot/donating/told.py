"""What is told of donation to whoever shows it. Words stand in `Preview` and `ReceiptView` only."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from ..donation.choices import Choices
from ..donation.consent import Consent, ConsentEnd
from ..donation.purposes import Purpose
from ..donation.statement import SignedStatement
from ..donation.states import OfferState
from ..models import ContentKind, Satellite

type Which = Literal["before", "after"]
"""A sound as it was said, or as it would leave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A satellite that a consent could be given for."""

    satellite_key: str
    satellite: Satellite
    guests_or_children: bool
    """Whether guests or children speak there: nothing of it is ever offered then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DonationState:
    """How donation stands."""

    on: bool
    """Whether a consent holds now."""
    suspended: ConsentEnd | None
    """Why consents hold no more until somebody consents anew; None if there are none of these."""
    consents: tuple[Consent, ...]
    """Those that hold and those that are suspended, the newest first."""
    choices: Choices
    statement: SignedStatement | None
    """The statement that was consented to last. None: none was."""
    places: tuple[Place, ...]
    waiting: int
    """Offers that nobody has decided about."""
    failing_since: datetime | None
    """Since when the desk could not be spoken with. None: it could the last time, or nobody has tried."""
    failure: str | None
    """The error's code."""
    readable: bool
    """Whether the store of donations can be read. Nothing is offered and nothing leaves while it cannot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferView:
    """One offer, by its facts."""

    offer_id: str
    utterance_id: str
    said: datetime
    satellite: Satellite
    purpose: Purpose
    desk: str
    address: str
    consent_id: str
    state: OfferState
    at: datetime
    """When it was put up."""
    until: datetime | None
    """When it leaves by itself. None: never without a person."""
    drop_at: datetime
    """When it is dropped if nobody has answered by then."""
    by_hand: bool
    times_unknown: bool
    """Whether something was hidden in the words, or none are known, and nobody knows where that is in the sound."""
    contents: tuple[ContentKind, ...]
    sound_ms: int
    size: int
    """Bytes of the payload."""
    sha256: str | None
    """Hash of the payload, in hexadecimal. None: it is not ready."""
    strength: float
    failure: str | None
    """The code of why it has not left yet, or never did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A part of the words that does not leave."""

    kind: str
    """As the redaction names it, or "person": somebody hid it."""
    begin: int
    """Characters from the beginning of the words as they were."""
    end: int
    words: tuple[int, ...]
    """The words that it covers, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """An offer exactly as it would leave, and what was changed."""

    offer: OfferView
    words_before: str | None = field(repr=False)
    words: str | None = field(repr=False)
    """As they would leave. None: none do."""
    hidden: tuple[Hidden, ...]
    hide: tuple[int, ...]
    """The words that a person hid, counted from 0."""
    masked: str | None
    """Method and strength. None: no sound leaves."""
    trimmed_ms: int
    """Milliseconds of silence that were cut off."""
    beeps: int
    """Parts of the sound that a tone covers."""
    week: str
    language: str
    wake_word: str | None
    payload: bytes = field(repr=False)
    """The exact bytes. Their hash is `offer.sha256`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptView:
    """What a desk did with a donation, by a receipt that it signed."""

    receipt_id: str
    action: str
    at: datetime
    """By the desk's word."""
    reviewer: str | None
    """A number at that desk. None: the desk itself."""
    heard_ms: int | None
    reason: str | None
    published: tuple[str, ...]
    """Data sets that it was in already: from those nobody can take it back."""
    sequence: int
    words: str | None = field(repr=False)
    """What the reviewer wrote. None: nothing, or whoever asks may not read it, or it does not open here."""
    unopened: bool = False
    """Whether whoever asks may read it and it does not open here: the home was restored from a backup since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One donation."""

    donation_id: str
    offer: OfferView
    at: datetime
    """When it was entered as leaving."""
    size: int
    """Bytes of the bundle."""
    by: str
    """Who let it go, or "waited"."""
    until: datetime | None
    """Until when the desk said to keep it. None: it went to a folder of this house."""
    receipts: tuple[ReceiptView, ...]
    missing: int
    """Receipts that were counted by the desk and never came."""
    withdraw_asked: datetime | None
    published: tuple[str, ...]
    """Data sets that have it, whatever is withdrawn."""
