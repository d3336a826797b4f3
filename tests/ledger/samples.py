"""A sample of every kind of record, and whole utterances."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from custom_components.earshot.ledger.circumstances import Acted, AlsoHeard, Announced, Listened
from custom_components.earshot.ledger.giving import (
    ConsentGiven,
    ConsentWithdrawn,
    Donated,
    Offered,
    OfferOver,
    Reviewed,
)
from custom_components.earshot.ledger.ranges import EntryRange
from custom_components.earshot.ledger.record import (
    Accessed,
    Blocked,
    CheckpointWitnessed,
    Contacted,
    Disowned,
    Erased,
    Finished,
    Gap,
    Heard,
    Processed,
    Record,
    Redacted,
    SettingChanged,
    Shared,
    Stored,
    TurnedAway,
)
from custom_components.earshot.models import (
    ContentKind,
    Deed,
    Ear,
    EarKind,
    Evidence,
    Keeping,
    Outcome,
    Place,
    Received,
    Satellite,
    Stage,
    Target,
)

NOON = datetime(2026, 11, 23, 12, 0, 0, 250_000, tzinfo=UTC)
ID = "01KAPZJ1J8Q6R9V3W5X7Y9Z1A2"

MICROPHONE = Ear(
    label="Kitchen satellite",
    kind=EarKind.MICROPHONE,
    place=Place.SATELLITE,
    evidence=Evidence.DECLARED,
    got=Received(sound_ms=2480, sound_bytes=79360),
    keeps=Keeping.UNKNOWN,
)
ENGINE = Ear(
    label="Earshot speech-to-text",
    kind=EarKind.SPEECH_TO_TEXT,
    place=Place.SANDBOX,
    evidence=Evidence.ENFORCED,
    got=Received(sound_ms=2480, sound_bytes=79360),
    keeps=Keeping.NOTHING,
)
CLOUD = Ear(
    label="Some cloud",
    kind=EarKind.AGENT,
    place=Place.INTERNET,
    evidence=Evidence.DECLARED,
    got=Received(words=5),
    keeps=Keeping.UNKNOWN,
)
DISK = Ear(
    label="Earshot's vault",
    kind=EarKind.STORAGE,
    place=Place.THIS_MACHINE,
    evidence=Evidence.OBSERVED,
    got=Received(words=5),
    keeps=Keeping.UNTIL,
    until=NOON + timedelta(days=7),
)
DESK = Ear(
    label="Some review desk",
    kind=EarKind.RECIPIENT,
    place=Place.INTERNET,
    evidence=Evidence.DECLARED,
    got=Received(sound_ms=2480, sound_bytes=16384, words=5),
    keeps=Keeping.UNTIL,
    until=NOON + timedelta(days=90),
)
REVIEWER = Ear(
    label="A person at Some review desk",
    kind=EarKind.REVIEWER,
    place=Place.INTERNET,
    evidence=Evidence.DECLARED,
    got=Received(sound_ms=2480),
    keeps=Keeping.NOTHING,
)
NEIGHBOUR = Ear(
    label="Berta",
    kind=EarKind.RECIPIENT,
    place=Place.UNKNOWN,
    evidence=Evidence.UNKNOWN,
    got=Received(words=5),
    keeps=Keeping.UNKNOWN,
)
VOICE = Ear(
    label="Some cloud's voice",
    kind=EarKind.TEXT_TO_SPEECH,
    place=Place.INTERNET,
    evidence=Evidence.DECLARED,
    got=Received(words=4),
    keeps=Keeping.UNKNOWN,
)
WAKE = Ear(
    label="openWakeWord (hey_jarvis)",
    kind=EarKind.WAKE_WORD,
    place=Place.SANDBOX,
    evidence=Evidence.ENFORCED,
    got=Received(sound_ms=3_600_000, sound_bytes=115_200_000),
    keeps=Keeping.NOTHING,
)
SPEECH = Ear(
    label="Home Assistant's speech cache, on disk",
    kind=EarKind.STORAGE,
    place=Place.THIS_MACHINE,
    evidence=Evidence.OBSERVED,
    got=Received(words=5),
    keeps=Keeping.UNKNOWN,
)
UNMEASURED = replace(MICROPHONE, got=Received())
KITCHEN = Satellite(label="Kitchen", entity_id="assist_satellite.kitchen", area="Küche")

SAMPLES: tuple[Record, ...] = (
    Heard(
        utterance_id=ID,
        at=NOON,
        satellite=Satellite(label="Kitchen", entity_id="assist_satellite.kitchen", area="Küche"),
        assistant="Earshot",
        wake_word="hey jarvis",
        microphone=MICROPHONE,
    ),
    Processed(
        utterance_id=ID,
        at=NOON + timedelta(milliseconds=3100),
        stage=Stage.SPEECH_TO_TEXT,
        ear=ENGINE,
        took_ms=412,
        integration="earshot",
        version="0.1.0",
        status="ok",
    ),
    Stored(
        utterance_id=ID,
        at=NOON + timedelta(milliseconds=3900),
        content=ContentKind.WORDS,
        ear=DISK,
        size=27,
        commitment="5f" * 32,
    ),
    Finished(
        utterance_id=ID,
        at=NOON + timedelta(milliseconds=4000),
        outcome=Outcome.FAILED,
        left_house=False,
        took_ms=4000,
        code="tts-failed",
    ),
    Erased(
        utterance_id=ID,
        at=NOON + timedelta(days=7),
        contents=(ContentKind.WORDS, ContentKind.RESPONSE),
        by="retention",
    ),
    Disowned(utterance_id=ID, at=NOON + timedelta(days=7), by="Anna"),
    Accessed(utterance_id=ID, at=NOON + timedelta(hours=1), contents=(ContentKind.WORDS,), who="Anna", how="words"),
    Shared(
        utterance_id=ID,
        at=NOON + timedelta(hours=2),
        contents=(ContentKind.WORDS,),
        ear=NEIGHBOUR,
        how="file",
        by="Anna",
    ),
    Blocked(
        utterance_id=ID,
        at=NOON + timedelta(milliseconds=3200),
        stage=Stage.CONVERSATION,
        content=ContentKind.WORDS,
        label="Some cloud",
        integration="some_cloud",
        place=Place.INTERNET,
        evidence=Evidence.DECLARED,
        rule="ask",
        answer="no",
    ),
    Redacted(
        at=NOON + timedelta(days=8),
        entries=(EntryRange(first=0, last=3), EntryRange(first=6, last=6)),
        utterances=2,
        by="Anna",
    ),
    ConsentGiven(
        at=NOON,
        consent_id="01KAPZJ1J8C0000000000000AB",
        purpose="wake_words",
        satellite=KITCHEN,
        desk="Some review desk",
        statement_sha256="a1" * 32,
        desk_key_sha256="b2" * 32,
        receipt_sha256="c3" * 32,
        until=NOON + timedelta(days=90),
        by="Anna",
    ),
    ConsentWithdrawn(at=NOON + timedelta(days=30), consent_id="01KAPZJ1J8C0000000000000AB", reason="person", by="Anna"),
    Offered(
        utterance_id=ID,
        at=NOON + timedelta(seconds=5),
        contents=(ContentKind.SOUND, ContentKind.WORDS),
        purpose="wake_words",
        desk="Some review desk",
        consent_id="01KAPZJ1J8C0000000000000AB",
        until=NOON + timedelta(days=1),
    ),
    Donated(
        utterance_id=ID,
        at=NOON + timedelta(days=1),
        donation_id="d4" * 16,
        consent_id="01KAPZJ1J8C0000000000000AB",
        contents=(ContentKind.SOUND, ContentKind.WORDS),
        ear=DESK,
        size=16384,
        sha256="e5" * 32,
        by="waited",
    ),
    Reviewed(
        utterance_id=ID,
        at=NOON + timedelta(days=3),
        donation_id="d4" * 16,
        ear=REVIEWER,
        action="listened",
        happened=NOON + timedelta(days=2),
        receipt_sha256="f6" * 32,
    ),
    SettingChanged(
        at=NOON,
        setting="keep_sound",
        satellite=KITCHEN,
        before="nothing",
        after="7 days",
        until=NOON + timedelta(days=1),
        by="Anna",
    ),
    CheckpointWitnessed(at=NOON, size=1234, root="07" * 32, agrees=True, witness="Anna's phone", how="qr"),
    Gap(at=NOON, began=NOON - timedelta(hours=2), ended=NOON, reason="not_running"),
    Contacted(
        at=NOON,
        purpose="model",
        label="Piper voice de_DE-thorsten-medium",
        host="models.example",
        received_bytes=63_201_294,
        sha256="00" * 32,
    ),
    Acted(
        utterance_id=ID,
        at=NOON + timedelta(milliseconds=3950),
        evidence=Evidence.OBSERVED,
        deeds=(
            Deed(action="light.turn_on", targets=(Target(entity_id="light.sink", area="Küche"),)),
            Deed(action="cover.close_cover", targets=(), through="script.evening"),
        ),
        changed=(Target(entity_id="light.sink", area="Küche"), Target(entity_id="cover.hall")),
        left_out=3,
    ),
    AlsoHeard(utterance_id=ID, at=NOON, satellite=KITCHEN, answered=True),
    Announced(
        at=NOON, ear=VOICE, took_ms=310, integration="some_cloud", version="2026.10.4", status="error:unexpected"
    ),
    Listened(
        at=NOON + timedelta(hours=1),
        satellite=KITCHEN,
        ear=WAKE,
        integration="earshot",
        version="0.1.0",
        began=NOON,
        ended=NOON + timedelta(hours=1),
        wakes=2,
    ),
    OfferOver(
        utterance_id=ID,
        at=NOON + timedelta(hours=3),
        purpose="wake_words",
        desk="Some review desk",
        consent_id="01KAPZJ1J8C0000000000000AB",
        reason="never",
        by="Anna",
    ),
    TurnedAway(at=NOON, label="attic", why="wrong_code", count=3, last_from="192.168.1.66"),
)

FULL: tuple[Record, ...] = (
    Heard(
        utterance_id=ID,
        at=NOON,
        satellite=Satellite(label="Browser or app"),
        assistant="Earshot",
        given="typed",
        user="Anna",
    ),
    Heard(
        utterance_id=ID,
        at=NOON,
        satellite=KITCHEN,
        assistant="Earshot",
        wake_word="okay nabu",
        woken_by="satellite",
        prompted="ask_question",
        microphone=MICROPHONE,
    ),
    Processed(
        utterance_id=ID,
        at=NOON + timedelta(milliseconds=3100),
        stage=Stage.CONVERSATION,
        ear=CLOUD,
        took_ms=812,
        integration="some_cloud",
        version="2026.10.4",
        status="ok",
        llm_apis=("Assist", "Küche"),
        exposed_entities=42,
    ),
    Finished(
        utterance_id=ID,
        at=NOON + timedelta(milliseconds=4000),
        outcome=Outcome.ANSWERED,
        left_house=True,
        took_ms=4000,
        speech=SPEECH,
        speech_by_token=True,
    ),
    Heard(
        utterance_id=ID,
        at=NOON,
        satellite=KITCHEN,
        assistant="Some cloud",
        microphone=UNMEASURED,
        outside="pipeline",
    ),
    Heard(
        utterance_id=ID,
        at=NOON,
        satellite=Satellite(label="Browser or app"),
        assistant="Earshot",
        given="typed",
        user="Anna",
        user_id="7d1e0b5c2f3a4d6e8f90a1b2c3d4e5f6",
    ),
)
"""Those kinds again that got fields later, with all that the samples do not have."""


def utterance(  # noqa: PLR0913 - a whole utterance has so many sides
    number: int,
    *,
    at: datetime | None = None,
    satellite: str = "kitchen",
    outcome: Outcome = Outcome.ANSWERED,
    assistant: str = "Earshot",
    ear: Ear = ENGINE,
) -> tuple[Record, ...]:
    """Return the four records of a whole utterance."""
    name = utterance_id(number)
    began = at or NOON + timedelta(seconds=number)
    return (
        Heard(
            utterance_id=name,
            at=began,
            satellite=Satellite(label=satellite.title(), entity_id=f"assist_satellite.{satellite}"),
            assistant=assistant,
            microphone=MICROPHONE,
        ),
        Processed(
            utterance_id=name,
            at=began + timedelta(milliseconds=500),
            stage=Stage.SPEECH_TO_TEXT,
            ear=ear,
            took_ms=400,
            integration="earshot",
            version="0.1.0",
            status="ok",
        ),
        Stored(
            utterance_id=name,
            at=began + timedelta(milliseconds=700),
            content=ContentKind.WORDS,
            ear=DISK,
            size=27,
            commitment=f"{number:064x}",
        ),
        Finished(
            utterance_id=name,
            at=began + timedelta(milliseconds=800),
            outcome=outcome,
            left_house=ear.place.leaves_house,
            took_ms=800,
        ),
    )


def utterance_id(number: int) -> str:
    """Return the identifier of a numbered utterance."""
    return f"U{number:08}"
