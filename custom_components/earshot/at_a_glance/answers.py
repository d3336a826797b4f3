"""What is told of a day, as values: the answer to `earshot/today/get`. Facts, never words.

The page makes one sentence of `Sentence` ("12 things said. Nothing left your house. Nobody listened."), and shows
`reasons` when somebody taps on it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..ledger.totals import PlaceCount
from ..models import EarKind, Evidence, Place


class HouseVerdict(StrEnum):
    """Whether something left the house on a day, from the worst to the best."""

    LEFT = "left"
    """Something reached the internet: something of what was said, an announcement, a microphone's stream."""
    UNKNOWN = "unknown"
    """Something reached a place that nobody knows, or went past Earshot and nobody told how. To be shown as if it had
    left, and said as unknown."""
    NOTHING_SEEN = "nothing_seen"
    """Nothing is known to have left, and some of the day was not watched. Never to be shown as a clean day."""
    NOTHING_LEFT = "nothing_left"
    """Everything was watched (today: up to now), and nothing of it left."""


class ListenedVerdict(StrEnum):
    """Whether somebody listened or read on a day, from the worst to the best.

    Both count: what was said on the day and was heard or read at any time, and what was opened on the day, whenever it
    was said.
    """

    SOMEBODY = "somebody"
    UNKNOWN = "unknown"
    """A microphone was captured, or more was opened than was looked at: perhaps somebody listened."""
    NOBODY_SEEN = "nobody_seen"
    """Nobody is known to have, and some of the day was not watched."""
    NOBODY = "nobody"


class WatchedVerdict(StrEnum):
    """How much of a day was watched."""

    NOT_YET = "not_yet"
    """The day has not begun."""
    IN_PART = "in_part"
    """There are gaps."""
    SO_FAR = "so_far"
    """It goes on, and everything up to now was."""
    WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The verdicts of a day. Each is as bad as the worst of its reasons."""

    said: int
    """As `Today.said`."""
    house: HouseVerdict
    listened: ListenedVerdict
    watched: WatchedVerdict


class SentencePart(StrEnum):
    """The part of the sentence that a reason is of."""

    HOUSE = "house"
    LISTENED = "listened"
    WATCHED = "watched"


class ReasonKind(StrEnum):
    """What a reason tells of."""

    EAR = "ear"
    """An ear that got utterances of the day: `who` it is, and where. Reasons that say "nothing_left" are of this kind,
    too: they name those at home, of the newest utterances."""
    UNSEEN = "unseen"
    """Utterances that went past Earshot, and of which nobody told how they ended."""
    SHARED = "shared"
    """Contents were handed to somebody: `how` is the way they went."""
    CAPTURED = "captured"
    """Somebody captured a microphone. Nobody knows who, nor from where."""
    DONATED = "donated"
    ANNOUNCED = "announced"
    """A voice outside the house got announcements."""
    STREAMED = "streamed"
    """A wake word engine outside the house got the stream of a microphone."""
    STREAMS_NOW = "streams_now"
    """A microphone streams there in this moment."""
    ACCESSED = "accessed"
    """A person (`who`) opened contents: `how` is "words", "sound", "export", "found"."""
    REVIEWED = "reviewed"
    """A reviewer heard a donation: `how` is what was done with it."""
    MORE = "more"
    """There were more entries than were looked at, and nobody can say quickly what is in them. `how` is their kind."""
    OPEN = "open"
    """Utterances that are not over yet."""
    GAP = "gap"
    """A time that was not watched: `how` is the gap's reason, `sound_ms` none. See `Today.gaps`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why the sentence says what it says."""

    part: SentencePart
    says: HouseVerdict | ListenedVerdict | WatchedVerdict
    """The verdict of its part that it speaks for."""
    why: ReasonKind
    who: str
    """The ear, the person, the satellite of a stream that goes on, as they were called then. Empty: nobody knows."""
    ear: EarKind | None
    place: Place | None
    evidence: Evidence | None
    """How we know the place. None: there is none to know."""
    how: str | None
    """What `why` says of it."""
    count: int
    """Of how many utterances, entries or gaps it is."""
    at_least: bool
    """Whether there may be more of them: only the newest were looked at."""
    utterance_ids: tuple[str, ...]
    """Some of those utterances, the newest first; 20 at most."""
    last_at: datetime | None
    """When it last happened."""


class MarkSort(StrEnum):
    """What a mark on the line of the day stands for, from what concerns a person least to what does most."""

    SAID = "said"
    FALSE_WAKE = "false_wake"
    OUTSIDE = "outside"
    """It went past Earshot."""
    BLOCKED = "blocked"
    """A rule refused to hand it on."""
    UNKNOWN = "unknown"
    """Something of it reached a place that nobody knows, or nobody told how it ended. To be shown as if it had left."""
    LEFT_HOUSE = "left_house"
    """Something of it reached the internet."""
    LISTENED = "listened"
    """A person or a reviewer heard or read it, whenever that was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One utterance on the line of the day."""

    utterance_id: str
    at: datetime
    sort: MarkSort
    """The one that a person must see first: what stands last in `sorts`."""
    sorts: tuple[MarkSort, ...]
    """All, in the order of `MarkSort`: exactly one of said and false_wake, and whatever holds of the others."""
    open: bool
    """Whether it is not over yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SatelliteLine:
    """What was said to one satellite on the day."""

    name: str | None
    """What it goes by in filters and totals: its entity id, or its label where it has none. None: the ledger could not
    be written when it was heard."""
    entity_id: str | None
    """None: a browser, an app, an action."""
    label: str | None
    """As it was called at its newest utterance that is listed."""
    area: str | None
    count: int
    """All its utterances of the day, false wakes too."""
    marks: tuple[Mark, ...]
    """The newest, the oldest of them first."""
    more: int
    """How many earlier utterances have no mark here. All satellites together have 1,000 marks at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapShown:
    """A time of the day that was not watched."""

    began: datetime
    ended: datetime | None
    """None: it goes on. Both may lie outside the day."""
    reason: str
    """"not_running", "ledger_unavailable", "vault_failed", "before_earshot" (the ledger begins later),
    "too_many_gaps" (nobody can say quickly when it was watched)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamSum:
    """How much of a microphone's sound an engine that listens for wake words got on the day."""

    name: str
    """The satellite's, as in `SatelliteLine`."""
    entity_id: str | None
    label: str
    area: str | None
    engine: str
    place: Place
    evidence: Evidence
    sound_ms: int
    sound_bytes: int
    wakes: int
    """How often it heard the wake word."""
    since: datetime
    until: datetime
    """The time in which it did. Sums are entered by the hour, so the first may begin on the day before."""
    going_on: bool
    """Whether it streams in this moment. Then up to now is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementSum:
    """What a voice got on the day to say to somebody, as an answer to nobody."""

    engine: str
    place: Place
    evidence: Evidence
    count: int
    words: int
    failed: int
    """How many of them the voice did not say."""
    last_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSum:
    """Whom Earshot itself asked for a model or packages on the day. Nothing that was said was in it."""

    purpose: str
    label: str
    host: str | None
    """None: a program of somebody else asked, and did not say whom."""
    count: int
    received_bytes: int | None
    """None: nobody counted them."""
    last_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptNow:
    """What is kept in this moment, of whatever day: what the vault has keys for and files of.

    The vault is the truth here, and not the ledger: what it has no key for nobody can read, whatever was entered.
    """

    sounds: int
    words: int
    responses: int
    bytes: int
    """On the disk, sealed."""
    next_erasure: datetime | None
    """When the first of it is erased. None: nothing is kept, or nothing of it has an end."""
    last_erasure: datetime | None
    """When the last of it that has an end is."""
    without_end: int
    """How much of it is not erased by itself: its key is damaged and opens nothing, or no time was set."""


class DecisionKind(StrEnum):
    """Where something that needs a person comes from."""

    OUTAGE = "outage"
    """The ledger or the vault does not work in this moment. `id` is "ledger_unavailable" or "vault_failed"."""
    REPAIR = "repair"
    """A repair issue of Earshot's. `id` is the issue's id: Home Assistant's page of repairs has it."""
    QUESTION = "question"
    """Somebody was asked whether something may go to an engine, and has not said yes or no."""
    LEFTOVER = "leftover"
    """A place where Home Assistant keeps words or sound, and that can be cleared. `id` is its name."""
    NOT_WITNESSED = "not_witnessed"
    """Nobody outside has ever compared a checkpoint of the ledger."""
    OFFERS = "offers"
    """Clips wait to be given or kept: `count` of them. `until` is when the first one leaves by itself."""
    CONSENT_ENDING = "consent_ending"
    """A consent to donate ends soon: `until`."""
    DONATION_SUSPENDED = "donation_suspended"
    """A desk (`who`) says something else of itself than what was consented to. Nothing leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Something that needs a person."""

    kind: DecisionKind
    id: str
    """Unique among those of its kind."""
    severity: str
    """As Home Assistant's repairs have it: "critical", "error", "warning"; or "info"."""
    translation_key: str | None
    """Of a repair issue. The text is Home Assistant's to show."""
    placeholders: Mapping[str, str]
    """Of that text."""
    who: str | None
    """The engine that a question is about, or that something is known by."""
    place: Place | None
    """Where that engine is."""
    evidence: Evidence | None
    count: int | None
    """How much there is of it. None: nobody can say, or it is one thing."""
    since: datetime | None
    until: datetime | None
    """When it settles itself: a question that nobody answers is a no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """One day, of today or before, and what is kept and needs a decision in this moment."""

    day: str
    """ISO 8601, as the calendar of the house's time zone has it."""
    began: datetime
    ended: datetime
    """When the next day begins: 23, 24 or 25 hours later."""
    is_today: bool
    said: int
    """Utterances but for false wakes."""
    false_wakes: int
    blocked: int
    """Refused by a rule."""
    left_house: int
    """Utterances of which something reached the internet or a place that nobody knows."""
    unknown: int
    """Those among them that reached no place on the internet that is known, or went past Earshot without an end."""
    listened: int
    """Utterances that a person or a reviewer heard or read by now."""
    outside: int
    """Utterances that went past Earshot, among the newest 1,000 of the day."""
    open: int
    """Utterances that are not over yet."""
    sentence: Sentence
    reasons: tuple[Reason, ...]
    """The worst first, part by part."""
    places: tuple[PlaceCount, ...]
    """Utterances by the places where they had an ear. Those without any are left out."""
    satellites: tuple[SatelliteLine, ...]
    """By label."""
    gaps: tuple[GapShown, ...]
    """In order."""
    streamed: tuple[StreamSum, ...]
    announced: tuple[AnnouncementSum, ...]
    contacted: tuple[ContactSum, ...]
    kept: KeptNow | None
    """None: the vault does not answer."""
    decisions: tuple[Decision, ...]
    """The most urgent first."""
    leftovers_known: bool
    """Whether it was looked for leftovers by now. It is done in the background; a subscription tells when it is."""
