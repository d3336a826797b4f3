"""Everything that can be entered in the ledger, one frozen class for each kind.

A record says what happened and never what was said. Names, labels and places are frozen in when it is
written, so that history does not change when settings do. Instants are UTC and are kept to the
millisecond; durations are whole milliseconds; sizes are bytes.

A new field is optional with the default None: absent values are left out of the canonical body, so
that what was written before stays as it is, byte for byte.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, get_args

from ..models import ContentKind, Ear, Outcome, Satellite, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A satellite began to hand on what it heard. The first record of an utterance."""

    kind: ClassVar[str] = "heard"

    utterance_id: str
    at: datetime
    satellite: Satellite
    assistant: str
    """The assistant's name when it was spoken to."""
    wake_word: str | None = None
    """The phrase that woke it. None: a button, a screen or an automation did."""
    microphone: Ear


@dataclass(frozen=True, slots=True, kw_only=True)
class Processed:
    """One stage of the pipeline had the utterance in its hands, and is done with it."""

    kind: ClassVar[str] = "processed"

    utterance_id: str
    at: datetime
    stage: Stage
    ear: Ear
    took_ms: int
    integration: str
    """Domain of the integration whose engine it was."""
    version: str
    """Version of that integration or engine, as it named itself."""
    status: str
    """"ok", "rejected", "silence" or "error:<code>"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """Something of the utterance was sealed in the vault."""

    kind: ClassVar[str] = "stored"

    utterance_id: str
    at: datetime
    content: ContentKind
    ear: Ear
    """The place on disk; `ear.until` is when it will be erased."""
    size: int
    """Bytes of the content before sealing."""
    commitment: str
    """The vault's keyed commitment to the content, in hexadecimal. It says nothing once the key is destroyed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The utterance is over. Its last record, except for what happens to what was kept of it."""

    kind: ClassVar[str] = "finished"

    utterance_id: str
    at: datetime
    outcome: Outcome
    left_house: bool
    """Whether anything of it reached the internet or a place that nobody knows."""
    took_ms: int
    code: str | None = None
    """The error's code, where the outcome is an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """Contents were made unreadable: their keys are destroyed. The facts about the utterance stay."""

    kind: ClassVar[str] = "erased"

    utterance_id: str
    at: datetime
    contents: tuple[ContentKind, ...]
    by: str
    """Who or what had them erased: "retention", or a person's word for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessed:
    """Somebody read, played or exported what was kept of the utterance. Entered before it is opened."""

    kind: ClassVar[str] = "accessed"

    utterance_id: str
    at: datetime
    contents: tuple[ContentKind, ...]
    """What was asked for, whether or not it was still there."""
    who: str
    """The person's name in Home Assistant at that time."""
    how: str
    """"words": shown as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A time that Earshot did not watch, or could not write of."""

    kind: ClassVar[str] = "gap"
    utterance_id: ClassVar[None] = None

    at: datetime
    began: datetime
    ended: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacted:
    """Earshot itself contacted the outside, because a person asked for it: a model was downloaded."""

    kind: ClassVar[str] = "contacted"
    utterance_id: ClassVar[None] = None

    at: datetime
    purpose: str
    label: str
    """What it was for, as a person knows it."""
    host: str
    received_bytes: int
    sha256: str | None = None
    """Hash of what was received, in hexadecimal. None: nothing whole was received."""


type Record = Heard | Processed | Stored | Finished | Erased | Accessed | Gap | Contacted

KINDS: Mapping[str, type[Record]] = {record.kind: record for record in get_args(Record.__value__)}
"""Every kind of record by the name that its body carries."""
