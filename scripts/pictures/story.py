"""A made-up fortnight of a household, entered in a real ledger: a picture of an empty page shows nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final

from custom_components.earshot.ledger import Record
from custom_components.earshot.ledger.circumstances import Acted, Listened
from custom_components.earshot.ledger.record import (
    Accessed,
    Blocked,
    CheckpointWitnessed,
    Finished,
    Gap,
    Heard,
    Processed,
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

DAYS: Final = 14
A_DAY: Final = 22
"""Utterances on an ordinary day."""
BYTES_PER_MS: Final = 32
"""Of 16 kHz, 16 bit, mono."""

CLOUD: Final = Ear(
    label="Pretend Cloud",
    kind=EarKind.AGENT,
    place=Place.INTERNET,
    evidence=Evidence.DECLARED,
    got=Received(words=9),
    keeps=Keeping.UNKNOWN,
)
LIGHTS: Final = (("light.kitchen_light", "Kitchen"), ("light.desk_lamp", "Office"), ("light.bedroom_light", "Bedroom"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One thing that is said in the story."""

    number: int
    at: datetime
    satellite: Satellite
    sound_ms: int
    outcome: Outcome = Outcome.ANSWERED
    cloud: bool = False

    @property
    def utterance_id(self) -> str:
        """An identifier like those of the gate: 26 characters that sort by time."""
        return f"01STORY{self.number:019d}"


def story(satellites: Sequence[Satellite], until: datetime) -> Iterator[list[Record]]:
    """Yield the entries of each thing that happened, oldest first, the last of them before `until`."""
    random = Random(7)  # noqa: S311 - the same story each time, and no secret
    number = 0
    for day in range(DAYS, -1, -1):
        began = (until - timedelta(days=day)).replace(hour=0, minute=0, second=0, microsecond=0)
        moments = sorted(random.triangular(6.5, 23.0, 18.5) for _ in range(A_DAY + random.randrange(-6, 9)))
        for moment in moments:
            number += 1
            scene = _scene(random, number, began + timedelta(hours=moment), satellites)
            if scene.at < until - timedelta(minutes=20):
                yield _told(random, scene)
        if day == 3:  # noqa: PLR2004 - somebody pulled the plug for an hour and a half
            ended = began + timedelta(hours=14.5)
            yield [Gap(at=ended, began=ended - timedelta(hours=1.5), ended=ended, reason="not_running")]
        if day == 1:
            yield [
                CheckpointWitnessed(
                    at=began + timedelta(hours=23), size=100, root="5a" * 32, agrees=True, witness="demo", how="qr"
                )
            ]


def _scene(random: Random, number: int, at: datetime, satellites: Sequence[Satellite]) -> Scene:
    outcome = Outcome.ANSWERED
    chance = random.random()
    if chance < 0.07:  # noqa: PLR2004 - as often as a television wakes it
        outcome = Outcome.FALSE_WAKE
    elif chance < 0.12:  # noqa: PLR2004
        outcome = Outcome.NOT_UNDERSTOOD
    elif chance < 0.14:  # noqa: PLR2004
        outcome = Outcome.BLOCKED
    return Scene(
        number=number,
        at=at,
        satellite=random.choice(satellites),
        sound_ms=random.randrange(1200, 4800),
        outcome=outcome,
        cloud=outcome is Outcome.ANSWERED and random.random() < 0.04,  # noqa: PLR2004
    )


def _told(random: Random, scene: Scene) -> list[Record]:
    records: list[Record] = [_heard(scene), _processed(scene, Stage.SPEECH_TO_TEXT, _engine(scene), 380)]
    if scene.outcome is Outcome.ANSWERED:
        records += _answered(random, scene)
    if scene.outcome is Outcome.BLOCKED:
        records.append(_blocked(scene))
    records.append(
        Finished(
            utterance_id=scene.utterance_id,
            at=_after(scene, scene.sound_ms + 1_200),
            outcome=scene.outcome,
            left_house=scene.cloud,
            took_ms=scene.sound_ms + 1_200,
        )
    )
    if random.random() < 0.02:  # noqa: PLR2004 - now and then somebody looks
        records.append(
            Accessed(
                utterance_id=scene.utterance_id,
                at=_after(scene, 600_000),
                contents=(ContentKind.WORDS,),
                who="demo",
                how="words",
            )
        )
    return records


def _heard(scene: Scene) -> Heard:
    return Heard(
        utterance_id=scene.utterance_id,
        at=scene.at,
        satellite=scene.satellite,
        assistant="Earshot",
        wake_word="hey jarvis",
        woken_by="engine",
        microphone=Ear(
            label=scene.satellite.label,
            kind=EarKind.MICROPHONE,
            place=Place.SATELLITE,
            evidence=Evidence.DECLARED,
            got=_sound(scene),
            keeps=Keeping.UNKNOWN,
        ),
    )


def _answered(random: Random, scene: Scene) -> list[Record]:
    agent = CLOUD if scene.cloud else _here("Home Assistant", EarKind.AGENT, Received(words=6))
    voice = _sandboxed("Piper", EarKind.TEXT_TO_SPEECH, Received(words=5))
    entity_id, area = random.choice(LIGHTS)
    light = Target(entity_id=entity_id, area=area)
    acted = Acted(
        utterance_id=scene.utterance_id,
        at=_after(scene, scene.sound_ms + 700),
        evidence=Evidence.OBSERVED,
        deeds=() if scene.cloud else (Deed(action="light.turn_on", targets=(light,)),),
        changed=() if scene.cloud else (light,),
    )
    return [
        _processed(scene, Stage.CONVERSATION, agent, 640 if scene.cloud else 18),
        acted,
        _processed(scene, Stage.TEXT_TO_SPEECH, voice, 140),
    ]


def _blocked(scene: Scene) -> Blocked:
    return Blocked(
        utterance_id=scene.utterance_id,
        at=_after(scene, scene.sound_ms + 500),
        stage=Stage.CONVERSATION,
        content=ContentKind.WORDS,
        label=CLOUD.label,
        integration="pretend_cloud",
        place=CLOUD.place,
        evidence=CLOUD.evidence,
        rule="local_only",
    )


def streamed(satellite: Satellite, began: datetime) -> Listened:
    """Return that a satellite's microphone was listened to for its wake word, for an hour."""
    got = Received(sound_ms=3_600_000, sound_bytes=3_600_000 * BYTES_PER_MS)
    return Listened(
        at=began + timedelta(hours=1),
        satellite=satellite,
        ear=_sandboxed("openWakeWord (hey_jarvis)", EarKind.WAKE_WORD, got),
        integration="earshot",
        version="0.1.0",
        began=began,
        ended=began + timedelta(hours=1),
        wakes=1,
    )


def _processed(scene: Scene, stage: Stage, ear: Ear, took_ms: int) -> Processed:
    own = ear is not CLOUD
    return Processed(
        utterance_id=scene.utterance_id,
        at=_after(scene, scene.sound_ms + took_ms),
        stage=stage,
        ear=ear,
        took_ms=took_ms,
        integration="earshot" if own else "pretend_cloud",
        version="0.1.0" if own else "1.0.0",
        status="ok",
        llm_apis=None if own else ("Assist",),
        exposed_entities=None if own else 24,
    )


def _engine(scene: Scene) -> Ear:
    return _sandboxed("Earshot speech-to-text", EarKind.SPEECH_TO_TEXT, _sound(scene))


def _sandboxed(label: str, kind: EarKind, got: Received) -> Ear:
    return Ear(label=label, kind=kind, place=Place.SANDBOX, evidence=Evidence.ENFORCED, got=got, keeps=Keeping.NOTHING)


def _here(label: str, kind: EarKind, got: Received) -> Ear:
    return Ear(
        label=label, kind=kind, place=Place.THIS_MACHINE, evidence=Evidence.DECLARED, got=got, keeps=Keeping.UNKNOWN
    )


def _sound(scene: Scene) -> Received:
    return Received(sound_ms=scene.sound_ms, sound_bytes=scene.sound_ms * BYTES_PER_MS)


def _after(scene: Scene, milliseconds: int) -> datetime:
    return scene.at + timedelta(milliseconds=milliseconds)
