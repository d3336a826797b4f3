"""Kinds of records of what is given away on purpose: consents, offers, donations, and what came of them.

`record` gathers all kinds and says what holds for each of them.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..models import ContentKind, Ear, Satellite


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven:
    """A person agreed to donate, for one purpose and one satellite."""

    kind: ClassVar[str] = "consent_given"
    utterance_id: ClassVar[None] = None

    at: datetime
    consent_id: str
    purpose: str
    """What the recordings may be used for, as the statement names it."""
    satellite: Satellite
    desk: str
    """Who will listen, by the name in the statement."""
    statement_sha256: str
    """Hash of the exact statement that was shown, in hexadecimal. Another statement needs another consent."""
    desk_key_sha256: str
    """Hash of the desk's public key, in hexadecimal."""
    receipt_sha256: str
    """Hash of the consent receipt that the person can download, in hexadecimal."""
    until: datetime
    """When it ends by itself."""
    by: str
    """The person's name at that time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWithdrawn:
    """A consent is over. Nothing more leaves under it."""

    kind: ClassVar[str] = "consent_withdrawn"
    utterance_id: ClassVar[None] = None

    at: datetime
    consent_id: str
    reason: str
    """"person", "expired", "statement_changed", "key_changed", "replaced" (by another one for the same), "restored" (it
    came back from a backup)."""
    by: str | None = None
    """The person's name at that time. None: it ended by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A clip was put up for donation, or was refused to be."""

    kind: ClassVar[str] = "offered"

    utterance_id: str
    at: datetime
    contents: tuple[ContentKind, ...]
    purpose: str
    desk: str
    consent_id: str | None = None
    """The consent that covers it. None: none did."""
    until: datetime | None = None
    """When it leaves unless somebody stops it. None: it waits for a person, or was refused."""
    refused: str | None = None
    """Why it is no offer: "no_consent", "off_the_record", "false_wake", "guest", "suspended", "not_sampled",
    "daily_cap", "no_sound", "not_prepared", "blocked", "not_finished", "not_a_false_wake". None: it is one."""
    ear: Ear | None = None
    """The place on disk where it lies sealed until it is decided about, and until when at most. None: nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferOver:
    """An offer came to nothing: what was prepared of it is destroyed, and the desk has nothing of it."""

    kind: ClassVar[str] = "offer_over"

    utterance_id: str
    at: datetime
    """When it was over, which may be some time before it was entered."""
    purpose: str
    desk: str
    consent_id: str
    reason: str
    """"never" (a person said so), "unanswered" (nobody did in two weeks), "consent_over", "erased" (what it was made of
    was), "contents_gone" (it came back from a backup without its keys), "restart" (it was being prepared), or the
    code of the error by which it could not leave: "desk_refused" and others."""
    by: str | None = None
    """The person who said never, by name at that time; None: it was nobody's decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Donated:
    """A bundle left the house. Entered before its first byte does."""

    kind: ClassVar[str] = "donated"

    utterance_id: str
    at: datetime
    donation_id: str
    """The bundle's random identifier; it says nothing of the donor."""
    consent_id: str
    contents: tuple[ContentKind, ...]
    ear: Ear
    """The review desk, and until when it said to keep it."""
    size: int
    """Bytes of the bundle as it was sent."""
    sha256: str
    """Hash of the bytes that were shown before and that are in the bundle, in hexadecimal."""
    by: str
    """Who let it go: a person's name at that time, or "waited"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A review desk did something with a donation, and signed a receipt for it."""

    kind: ClassVar[str] = "reviewed"

    utterance_id: str | None = None
    """None in the ledger of the desk, which does not know it."""
    at: datetime
    """When this ledger heard of it."""
    donation_id: str
    ear: Ear
    """The reviewer, and how much they heard; the desk itself for a deletion."""
    action: str
    """"listened", "labelled", "skipped", "published" (it went into a data set), "deleted" or "raised_danger"."""
    happened: datetime
    """When it happened, by the desk's word."""
    receipt_sha256: str
    """Hash of the signed receipt, in hexadecimal."""
