"""Who listens in this moment, as values: what `earshot/now/subscribe` sends. Facts, never words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from ..models import EarKind, Evidence, Place
from ..satellites.posture import WakePlace


class NowState(StrEnum):
    """What a satellite, a browser or an app does."""

    IDLE = "idle"
    """Nothing comes from its microphone to Home Assistant, as far as Home Assistant knows."""
    LISTENING = "listening"
    """The sound of its microphone comes in: for a wake word (`listening_for`), maybe all day, or for a command."""
    PROCESSING = "processing"
    """The command is being understood and answered."""
    RESPONDING = "responding"
    """The answer, or an announcement, is being spoken. It may listen for a wake word meanwhile."""
    UNAVAILABLE = "unavailable"
    """It is away, or its integration is not loaded: nobody knows what it does."""


type ListeningFor = Literal["wake_word", "command"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamsTo:
    """Where the sound of a microphone goes in this moment."""

    label: str
    """The engine. Empty: nobody knows which."""
    ear: EarKind | None
    """None: it comes as far as Earshot's gate and no further, because a rule keeps it from the engine, or because there
    is no engine at the moment."""
    place: Place
    evidence: Evidence
    """How the place is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SatelliteNow:
    """One satellite in this moment."""

    entity_id: str
    label: str
    area: str | None
    state: NowState
    listening_for: ListeningFor | None
    """None: no sound of it comes in."""
    since: datetime | None
    """From when it has been so. None: not known."""
    streams_to: StreamsTo | None
    """None: nobody gets sound from it, as far as Home Assistant knows."""
    wake: WakePlace | None
    """Where its wake word is heard. "on_device": it listens all the time itself, and sends nothing before. None: nobody
    knows."""
    wake_evidence: Evidence
    muted: bool | None
    """By the word of an entity of its device. None: it has none, or it does not say."""
    off_the_record: bool
    """Whether nothing is kept of what is said to it, because that was set for it or for the house."""
    off_the_record_until: datetime | None
    """When that ends by itself. None: it does not, or there is nothing to end."""
    captured: bool
    """Whether somebody captures its microphone: see the captures among `others`."""


class OtherKind(StrEnum):
    """What listens beside satellites."""

    CAPTURE = "capture"
    """Somebody captures the microphone of a satellite. Home Assistant says neither who, nor from where."""
    RUN = "run"
    """A browser's, a phone's or an app's run of an assistant, with its own microphone or with words that were typed."""
    STT_API = "stt_api"
    """Sound is sent straight to a recognizer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherNow:
    """Something that goes on in this moment and is no satellite."""

    id: str
    """Stays as long as it goes on."""
    kind: OtherKind
    entity_id: str | None
    """The satellite that is captured."""
    label: str | None
    """Its name."""
    user: str | None
    """The person whose browser or app it is. None: nobody knows."""
    state: NowState
    listening_for: ListeningFor | None
    since: datetime | None
    streams_to: StreamsTo | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """Everything that listens, or could."""

    satellites: tuple[SatelliteNow, ...]
    """By label."""
    others: tuple[OtherNow, ...]
    """The longest first."""
