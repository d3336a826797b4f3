"""What is read out of the store, and what is put into it."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How far a clip is."""

    WAITING = "waiting"
    """It waits for labels."""
    ACCEPTED = "accepted"
    """People agree on it, and it may be published."""
    HELD = "held"
    """Somebody may be in danger. Nobody is given it until it is decided what is to be done."""
    DOOMED = "doomed"
    """It is to be erased and nobody gets it any more, but its erasure is not finished."""
    GONE = "gone"
    """Erased. The row is its tombstone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClip:
    """A clip that comes in."""

    donation_id: str
    bundle_sha256: str
    token_sha256: str
    statement_sha256: str
    purpose: str
    day: str
    """The day (UTC) on which it came, as ISO 8601."""
    size: int
    """Bytes of the payload."""
    sound_ms: int
    reply_key: bytes | None = None
    """What labels of it are sealed to. None: its bundle had no such key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipRow:
    """A clip as the store knows it."""

    donation_id: str
    bundle_sha256: str
    token_sha256: str
    purpose: str
    state: State
    labels: int
    """How many labels have their numbers by now."""
    sound_ms: int
    reason: str | None
    """Why it is gone, or about to be."""
    ended_by: str | None
    """The number of the reviewer whose label ended it. None: no reviewer's did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow:
    """A label of a clip, without what is in it."""

    number: int
    reviewer: int
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRow:
    """A receipt, signed."""

    donation_id: str
    sequence: int
    action: str
    at: int
    """Milliseconds since the epoch."""
    reviewer: int | None
    heard_ms: int | None
    body: bytes
    signature: bytes
    label: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRow:
    """An alarm that nobody has decided on."""

    number: int
    donation_id: str
    raised: int
    """Milliseconds since the epoch."""
    reviewer: int
