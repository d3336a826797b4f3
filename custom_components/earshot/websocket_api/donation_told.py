"""What the page Sharing is told: the state of donation, a desk's statement, consents, offers, and what was given.

These are facts, and never words or sound but for `PreviewTold`, which is for whoever may read the utterance.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..donation.purposes import Purpose
from ..donation.statement import StatementText
from ..models import ContentKind


class DonationStanding(StrEnum):
    """Whether anything can be offered and leave."""

    OFF = "off"
    ON = "on"
    SUSPENDED = "suspended"
    """There are consents, and none of them holds now: the desk's statement is another one, or they are over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementTold:
    """A desk's own statement, as it signed it."""

    address: str
    name: str
    contact: str
    people: str
    """Who listens."""
    place: str
    """Where they do."""
    retention_days: int
    purposes: tuple[Purpose, ...]
    texts: Mapping[str, StatementText]
    """By language."""
    version: int
    issued: datetime
    sha256: str
    """Of the statement, in hexadecimal: a consent holds for exactly this one."""
    key_sha256: str
    """Fingerprint of the key that clips are sealed for, in hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentTold:
    """One consent: for one purpose and one satellite."""

    consent_id: str
    purpose: Purpose
    satellite: str
    """The key of the satellite among the settings."""
    satellite_id: str | None
    """Its entity id at that time."""
    satellite_label: str
    desk: str
    """The name of whoever listens."""
    address: str
    given: datetime
    until: datetime
    by: str
    suspended: str | None
    """Why nothing leaves under it now. None: it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceToConsent:
    """A satellite that a consent could be given for, or why not."""

    satellite: str
    label: str
    area: str | None
    guests_or_children: bool
    """Whether guests or children speak there: then nothing of it is ever offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesTold:
    """How offers are made and leave. Only administrators are told: an address of a proxy may hold a password."""

    mode: str
    """"ask": each waits for a person. "after_wait": it leaves after the wait, unless somebody says never."""
    wait: int
    """Seconds before an offer leaves by itself."""
    sampling: int
    """Of what could be offered, the share that is, in percent."""
    daily_cap: int
    strength: int
    """How much a voice is changed, in percent: 0 is not at all."""
    proxy: str | None
    folder: str | None
    """Clips are written there, and to no desk. None: to the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DonationTold:
    """All that is set."""

    standing: DonationStanding
    statement: StatementTold | None
    """The desk's statement that was consented to. None: nobody consented to any."""
    consents: tuple[ConsentTold, ...]
    choices: ChoicesTold | None
    places: tuple[PlaceToConsent, ...]
    waiting: int
    """Offers that wait for a person or for their time."""
    failing_since: datetime | None
    """Since when the desk could not be reached, or refused. None: it can, as far as is known."""
    failure: str | None
    """The code of what failed last."""
    readable: bool
    """Whether the store of donations can be read. Nothing is offered and nothing leaves while it cannot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferTold:
    """One clip that may leave. Facts only."""

    offer_id: str
    utterance_id: str
    said: datetime
    satellite_label: str
    state: str
    purpose: Purpose
    desk: str
    contents: tuple[ContentKind, ...]
    """Sound, words, or both."""
    sound_ms: int
    size: int
    """Bytes as they would leave, before they are sealed. 0: they are not ready yet."""
    sha256: str | None
    """Of those bytes, in hexadecimal. None: they are not ready."""
    until: datetime | None
    """When it leaves by itself. None: never without a person's yes."""
    drop_at: datetime
    """When it is dropped if nobody has answered by then."""
    by_hand: bool
    times_unknown: bool
    """Whether nobody knows where in the sound the hidden words are: then it never leaves by itself."""
    strength: int
    """As in `ChoicesTold`."""
    failure: str | None
    """The code of what went wrong last with it."""
    may_read: bool
    """Whether this person may see the preview, and hear it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenPart:
    """Something of the words that is not to leave."""

    kind: str
    """As the redaction names it ("name", "place" …), or "person": somebody tapped it."""
    begin: int
    """Characters from the beginning of the words before."""
    end: int
    words: tuple[int, ...]
    """The words that it covers, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewTold:
    """An offer exactly as it would leave, and what was changed."""

    offer: OfferTold
    words_before: str | None
    words: str | None
    """As they would leave. None: no words leave."""
    hidden: tuple[HiddenPart, ...]
    hide: tuple[int, ...]
    """The words that a person hid, counted from 0."""
    masked: str | None
    """The method and its strength. None: no sound leaves."""
    trimmed_ms: int
    beeps: int
    """How many parts of the sound are covered by a tone."""
    week: str
    language: str
    wake_word: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptOfDesk:
    """What somebody at the desk did with it, signed by the desk."""

    receipt_id: str
    action: str
    at: datetime
    reviewer: str | None
    """A number at that desk. None: the desk itself."""
    heard_ms: int | None
    reason: str | None
    published: tuple[str, ...]
    """Data sets that it was in already: from those nobody can take it back."""
    words: str | None
    """What they wrote. None: nothing, or this person may not read it, or it does not open here."""
    unopened: bool
    """Whether this person may read it and it does not open here: the home was restored from a backup since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenTold:
    """One clip that was given."""

    donation_id: str
    utterance_id: str
    at: datetime
    """When it was entered as leaving."""
    desk: str
    address: str
    purpose: Purpose
    contents: tuple[ContentKind, ...]
    state: str
    size: int
    """Bytes of what was sent."""
    sha256: str | None
    """Of what was shown, and sealed, and sent, in hexadecimal."""
    by: str
    """Who let it go, or "waited"."""
    until: datetime | None
    """Until when the desk said to keep it. None: it went to a folder of this house."""
    receipts: tuple[ReceiptOfDesk, ...]
    missing: int
    """Receipts that the desk counted and that never came."""
    withdraw_asked: datetime | None
    published: tuple[str, ...]
    """Data sets that have it, whatever is withdrawn."""
    failure: str | None
    """The code of what went wrong last with it."""
    may_withdraw: bool
    """Whether this person may take it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OffersTold:
    """All offers that are not decided."""

    offers: tuple[OfferTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenListTold:
    """What was given."""

    given: tuple[GivenTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentReceiptTold:
    """A receipt of a consent, as a file."""

    filename: str
    receipt: str
