"""The rows of the store, as values."""

from dataclasses import dataclass, field
from datetime import datetime

from ...models import ContentKind, Satellite
from ..purposes import Purpose
from ..states import OfferState


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One clip that may leave, or did. Of what was said it holds a hash and a length only."""

    offer_id: str
    """32 hexadecimal digits, random."""
    utterance_id: str
    consent_id: str
    purpose: Purpose
    desk: str
    address: str
    satellite: Satellite
    said: datetime
    at: datetime
    """When it was put up."""
    state: OfferState
    until: datetime | None
    """When it leaves by itself. None: never without a person."""
    drop_at: datetime
    """When it is dropped if nobody has answered by then."""
    by_hand: bool = False
    times_unknown: bool = False
    """Whether nobody knows where in the sound it is that was hidden in the words."""
    contents: tuple[ContentKind, ...] = ()
    revision: int = 0
    """Counts how often it was prepared. What was prepared before is destroyed."""
    sha256: str | None = None
    """Of the payload, in hexadecimal. None: it is not ready."""
    size: int = 0
    """Bytes of the payload."""
    sound_ms: int = 0
    strength: float = 0.0
    waited_ms: int = 0
    """How much of its wait has gone by while Earshot ran, by the clock that nobody can set."""
    by: str = ""
    """Who let it go, or said never. Empty: nobody has."""
    failure: str | None = None
    """The code of why it has not left yet, or never did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """An offer that came to nothing, of which the ledger has no entry yet."""

    offer: Offer
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Donation:
    """One bundle that is to leave, or did: what it takes to send the same again, and to take it back."""

    donation_id: str
    offer_id: str
    token: bytes = field(repr=False)
    key: bytes = field(repr=False)
    statement_sha256: str
    made: datetime
    size: int
    """Bytes of the bundle."""
    until: datetime | None
    """Until when the desk said to keep it. None: it goes to a folder of this house."""
    entered: datetime | None = None
    """When the ledger had it that it leaves. None: it has not, as far as is known, and nothing has left."""
    delivered: datetime | None = None
    """When the desk said that it has it. None: it never said so."""
    withdraw_asked: datetime | None = None
    withdraw_by: str | None = None
    asked: datetime | None = None
    """When the desk was asked last what became of it, and answered."""
    unanswered: int = 0
    """How often the desk was told to delete it and knew of nothing, or not yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One receipt that the desk signed."""

    receipt_sha256: str
    donation_id: str
    sequence: int
    signed: bytes
    """The signed receipt, as it came."""
    entered: bool = False
    """Whether the ledger has it."""
    has_label: bool = False
    """Whether what the reviewer wrote is in the vault."""
