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

from ..models import ContentKind, Ear, Evidence, Outcome, Place, Satellite, Stage
from .circumstances import Acted, AlsoHeard, Announced, Listened
from .giving import ConsentGiven, ConsentWithdrawn, Donated, Offered, OfferOver, Reviewed
from .ranges import EntryRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A satellite began to hand on what it heard. The first record of an utterance."""

    kind: ClassVar[str] = "heard"

    utterance_id: str
    at: datetime
    satellite: Satellite
    assistant: str
    """The assistant's name when it was spoken to. Empty where there was none."""
    wake_word: str | None = None
    """The phrase that woke it. None: a button, a screen or an automation did."""
    microphone: Ear | None = None
    """None: nobody spoke. The words were typed, or handed over by an action."""
    given: str | None = None
    """How the words were given: "typed" by a person, "action" by an automation or script. None: by voice."""
    woken_by: str | None = None
    """What heard the wake word: an "engine" that the sound was streamed to, or the "satellite" itself, by its own
    word. None: there was none, or it is not known."""
    prompted: str | None = None
    """The action that made the satellite listen: "ask_question", "start_conversation". None: a wake word, a button, or
    nobody knows."""
    user: str | None = None
    """The person whose browser or app it was, by name at that time. None: a satellite's, or not known."""
    user_id: str | None = None
    """That person by the id of their user in Home Assistant: what was said is theirs. None: a satellite's, words that
    an action handed over, or nobody knows."""
    outside: str | None = None
    """How it, or its sound, went past Earshot: a "pipeline" of other engines, sound sent straight to a recognizer
    ("stt_api"), words "typed" to another agent, a "capture" of a microphone. Then nobody measured the sound, and what
    the gate did not get itself is by Home Assistant's word. None: it came through the gate."""


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
    """"ok", "rejected", "silence" or "error:<code>"; "unseen" where nobody told how it went."""
    llm_apis: tuple[str, ...] | None = None
    """Names of the interfaces by which an agent may see and use the home. None: it has none, or it is not known."""
    exposed_entities: int | None = None
    """How many entities of the home an agent could see. None: not known."""


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
    speech: Ear | None = None
    """Where Home Assistant held the spoken answer then: its speech cache, on disk or in memory. None: nothing was
    spoken, or it was not there any more."""
    speech_by_token: bool | None = None
    """Whether whoever has the answer's address could fetch it then without logging in. None: nothing was spoken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """Contents were made unreadable: their keys are destroyed. The facts about the utterance stay."""

    kind: ClassVar[str] = "erased"

    utterance_id: str
    at: datetime
    contents: tuple[ContentKind, ...]
    by: str
    """Who or what had them erased: a person's name at that time, "retention", "off_the_record", "not_entered" (the
    entry that they are stored could not be written in time), "key_gone" or "lost"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disowned:
    """A person said that it was not meant for the house. It counts as a false wake from then on."""

    kind: ClassVar[str] = "disowned"

    utterance_id: str
    at: datetime
    by: str
    """The person, by name at that time; "automation" for an automation, a script or Home Assistant itself."""


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
    """"words": shown as text. "sound": played. "export": handed out as a file. "search": looked through for something,
    by which nobody heard or read it; "found": shown to hold what was looked for. "offer": of what was offered for
    donation, or what a reviewer wrote of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Contents were handed to somebody on purpose, other than as a donation. Entered before they are handed over."""

    kind: ClassVar[str] = "shared"

    utterance_id: str
    at: datetime
    contents: tuple[ContentKind, ...]
    ear: Ear
    """Who got them, and until when they said to keep them."""
    how: str
    """The way they went: "file", "action", "capture" of a microphone while it is open."""
    by: str
    """The person who handed them over, by name at that time. Empty: nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """A rule refused to hand the utterance on. Nobody received anything, so there is no ear."""

    kind: ClassVar[str] = "blocked"

    utterance_id: str
    at: datetime
    stage: Stage
    content: ContentKind
    """What would have been handed on: sound or words."""
    label: str
    """The engine that did not get it, as a person knows it."""
    integration: str
    """Domain of that engine's integration."""
    place: Place
    evidence: Evidence
    """How the place was known."""
    rule: str
    """The rule that decided: "local_only", "ask", "no_rule" (there was none), "unreadable" (nobody could read them)."""
    answer: str | None = None
    """What came of asking: "no" or "silence". None: nobody was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """Facts were taken away: of these entries only their leaves are left. It says how much, and no longer of whom."""

    kind: ClassVar[str] = "redacted"
    utterance_id: ClassVar[None] = None

    at: datetime
    entries: tuple[EntryRange, ...]
    """What lost salt and body, in order, none twice. All of it stands before this entry."""
    utterances: int
    """Of how many utterances they were. 0 in an entry that goes on where the one before it was full."""
    by: str
    """Who or what had them redacted: a person's name at that time, or "withdrawal"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingChanged:
    """A setting that decides what is kept, shared or handed on was changed."""

    kind: ClassVar[str] = "setting_changed"
    utterance_id: ClassVar[None] = None

    at: datetime
    setting: str
    """Its name, which does not change with the language: "keep_sound", "keep_words" and "keep_response" (their values
    are ISO 8601 durations in days or minutes, or "as_the_house"), "off_the_record" ("on", "off"), "household_key",
    "share_with_household" ("on", "off", "as_the_house"), "guests_or_children" ("on", "off"); "rule_sound" and
    "rule_words" (a rule, "as_the_house" or "as_its_place"); of donation "donation_mode" ("ask", "after_wait"),
    "donation_wait" (an ISO 8601 duration in seconds), "donation_sampling" and "donation_strength" (from 0 to 1),
    "donation_daily_cap", "donation_proxy" and "donation_folder" ("on", "off", "another"); of a review desk
    "desk_data_set" (the name of one that was made) and "desk_alarm" (its number, and what was decided)."""
    target: str | None = None
    """What a rule stands for: a place ("this_machine", "home_network", "internet"), or an engine by the id that it had
    then. None: the setting is no rule."""
    satellite: Satellite | None = None
    """The satellite that it holds for. None: the whole house."""
    before: str | None = None
    """Its value until then. None: it was not set."""
    after: str
    until: datetime | None = None
    """When it will go back by itself. None: it stays."""
    by: str
    """The person's name at that time, or the automation's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckpointWitnessed:
    """A checkpoint that somebody outside holds was compared with this ledger."""

    kind: ClassVar[str] = "checkpoint_witnessed"
    utterance_id: ClassVar[None] = None

    at: datetime
    size: int
    """Entries that the checkpoint speaks for."""
    root: str
    """The root that it names, in hexadecimal."""
    agrees: bool
    """Whether this ledger had that root at that size. False is the finding that witnesses are for."""
    witness: str
    """Who or what held it: a person's name at that time, a phone, a public witness."""
    how: str
    """"qr" or "text"."""


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
    """Earshot itself contacted the outside, because a person asked for it: a model or packages were downloaded."""

    kind: ClassVar[str] = "contacted"
    utterance_id: ClassVar[None] = None

    at: datetime
    purpose: str
    label: str
    """What it was for, as a person knows it."""
    host: str | None
    """Who was asked. None: a program of somebody else asked, and did not say whom."""
    received_bytes: int | None
    """None: nobody counted them."""
    sha256: str | None = None
    """Hash of what was received, in hexadecimal. None: nothing whole was received."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedAway:
    """A voice host on a network did not let somebody in who did not prove to know its pairing code.

    Told by the host. Nothing was asked of it and nothing told before that.
    """

    kind: ClassVar[str] = "turned_away"
    utterance_id: ClassVar[None] = None

    at: datetime
    """When this ledger heard of it."""
    label: str
    """The voice host, by its name at that time."""
    why: str
    """"no_tls": it spoke something else. "wrong_code". "timeout": it proved nothing in time, or went away. "too_many":
    others were trying already."""
    count: int
    """Connections since the entry before, or since the host started."""
    last_from: str
    """Network address that the last of them came from."""


type Record = (
    Heard
    | Processed
    | Stored
    | Finished
    | Shared
    | Blocked
    | Erased
    | Disowned
    | Accessed
    | Redacted
    | ConsentGiven
    | ConsentWithdrawn
    | Offered
    | OfferOver
    | Donated
    | Reviewed
    | SettingChanged
    | CheckpointWitnessed
    | Gap
    | Contacted
    | Acted
    | AlsoHeard
    | Announced
    | Listened
    | TurnedAway
)

KINDS: Mapping[str, type[Record]] = {record.kind: record for record in get_args(Record.__value__)}
"""Every kind of record by the name that its body carries."""
