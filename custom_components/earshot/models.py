"""The words of the project as values: who heard, where, what, and how we know.

This module imports nothing of Earshot's and nothing of Home Assistant's, so everybody may import it.
All durations are whole milliseconds, all instants are timezone-aware UTC, all sizes are bytes: the
ledger's canonical encoding has no floating-point numbers.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """One step of an Assist pipeline run, in the order in which they happen."""

    WAKE_WORD = "wake_word"
    SPEECH_TO_TEXT = "speech_to_text"
    CONVERSATION = "conversation"
    TEXT_TO_SPEECH = "text_to_speech"


class Place(StrEnum):
    """Where an ear is, from the inside of the house to the outside."""

    SATELLITE = "satellite"
    SANDBOX = "sandbox"
    THIS_MACHINE = "this_machine"
    HOME_NETWORK = "home_network"
    INTERNET = "internet"
    UNKNOWN = "unknown"
    """Nobody can say. Everything that decides treats it as the internet."""

    @property
    def leaves_house(self) -> bool:
        """Whether what an ear here receives must be counted as having left the house."""
        return self in {Place.INTERNET, Place.UNKNOWN}


class Evidence(StrEnum):
    """How Earshot knows what it says of an ear, from the strongest to the weakest."""

    ENFORCED = "enforced"
    """The operating system made anything else impossible."""
    OBSERVED = "observed"
    """It passed through Earshot's own hands."""
    DECLARED = "declared"
    """Somebody's word for it: a manifest, a configuration, a promise."""
    UNKNOWN = "unknown"


class Keeping(StrEnum):
    """Whether an ear keeps what it got once the utterance is over."""

    NOTHING = "nothing"
    """It keeps nothing, as surely as its evidence says."""
    UNTIL = "until"
    """It keeps it until a time that is known."""
    UNKNOWN = "unknown"
    """It may keep it, or is known to keep some of it for a time that nobody states."""


class EarKind(StrEnum):
    """What sort of listener an ear is."""

    MICROPHONE = "microphone"
    WAKE_WORD = "wake_word"
    SPEECH_TO_TEXT = "speech_to_text"
    AGENT = "agent"
    TEXT_TO_SPEECH = "text_to_speech"
    STORAGE = "storage"
    HOUSEHOLD_MEMBER = "household_member"
    RECIPIENT = "recipient"
    REVIEWER = "reviewer"


class ContentKind(StrEnum):
    """What the vault can hold of one utterance, each under its own retention."""

    SOUND = "sound"
    WORDS = "words"
    RESPONSE = "response"


class RuleContent(StrEnum):
    """What a rule is about: each engine is handed one of the two."""

    SOUND = "sound"
    """What wake word engines and recognizers get."""
    WORDS = "words"
    """What agents get, and voices: what is answered tells what was asked."""


class Rule(StrEnum):
    """What holds before something is handed to an engine, from the strictest to the loosest."""

    LOCAL_ONLY = "local_only"
    """It is not handed over, and whoever speaks is told why."""
    ASK = "ask"
    """It is handed over when whoever speaks says yes."""
    WARN = "warn"
    """It is handed over, and somebody is told."""
    ALLOW = "allow"
    """It is handed over."""


class Zone(StrEnum):
    """The places that rules are made for, from the inside of the house to the outside."""

    THIS_MACHINE = "this_machine"
    """The sandbox, too, and the satellite itself."""
    HOME_NETWORK = "home_network"
    INTERNET = "internet"
    """Whatever nobody knows to be nearer, too."""


class Outcome(StrEnum):
    """How an utterance ended."""

    ANSWERED = "answered"
    """It was understood and answered."""
    NOT_UNDERSTOOD = "not_understood"
    """Somebody spoke, and it was no sentence that this home understands."""
    FALSE_WAKE = "false_wake"
    """The wake word was reported, and nobody spoke to it."""
    FAILED = "failed"
    """An engine or the pipeline reported an error."""
    CANCELLED = "cancelled"
    """The run was broken off before it ended, for example by a restart."""
    BLOCKED = "blocked"
    """A rule refused to hand it on."""
    UNSEEN = "unseen"
    """It went past Earshot, and nobody told how it ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """How much an ear got.

    A field is None where that kind of content was not handed over, or, outside Earshot, where nobody measured it.
    """

    sound_ms: int | None = None
    """Milliseconds of sound."""
    sound_bytes: int | None = None
    """Bytes of sound, as handed over."""
    words: int | None = None
    """Number of words; never the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """Anything that received an utterance's sound or words."""

    label: str
    """Its name when it listened, as a person knows it: "Kitchen satellite", "Piper"."""
    kind: EarKind
    place: Place
    evidence: Evidence
    """How we know the place."""
    got: Received
    keeps: Keeping
    """Whether it keeps what it got."""
    until: datetime | None = None
    """When it will have erased it; None unless `keeps` says until."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Satellite:
    """The thing that an utterance was said to, as it was called at that time."""

    label: str
    entity_id: str | None = None
    """None for a run that no satellite began: a browser, a phone, an action."""
    area: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A thing of the home that something was done to, as it was called at that time."""

    entity_id: str
    area: str | None = None
    """The room it stood in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One action that Home Assistant was told to do. Its data are left out: they may hold words."""

    action: str
    """As Home Assistant names it: "light.turn_on"."""
    targets: tuple[Target, ...]
    """What it was to be done to, as far as it was an entity."""
    through: str | None = None
    """Entity id of the script or automation that did it. None: the agent, or whoever handled the sentence."""
