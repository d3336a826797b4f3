"""A year of what was said in a busy home, made of some things that were really said there."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, time, timedelta
import json
import random
from typing import Any, Final

from ulid_transform import ulid_at_time

from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.record import Erased, Finished, Gap, Heard, Record, Stored
from custom_components.earshot.models import ContentKind, Satellite
from custom_components.earshot.vault.vault import Vault
from scripts.home.paths import HomePaths

DAYS: Final = 365
A_DAY: Final = 200
"""What a busy home says."""
KEPT: Final = timedelta(days=7)
"""How long words and answers are kept after a fresh install."""
_IN_FLIGHT: Final = 4096
_AWAKE: Final = (time(6, 30), 17 * 3600)
"""When people begin to speak, and for how many seconds."""
_WORDS: Final = b"turn on the kitchen lights"

type Story = tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Something that was said, and how often it is among a hundred others."""

    story: Story
    weight: int

    @property
    def began(self) -> datetime:
        """When it was heard."""
        return self.story[0].at


def open_ledger(paths: HomePaths) -> Ledger:
    """Open the ledger of a home that is stopped."""
    config = paths.config
    home_id = json.loads((config / ".storage" / "core.uuid").read_text(encoding="utf-8"))["data"]["uuid"]
    keys = config / ".cache" / "earshot" / "keys"
    return Ledger.open(f"sqlite:///{config / 'earshot' / 'ledger.db'}", keys=keys, origin=f"earshot/{home_id}")


def read(paths: HomePaths, utterance_id: str) -> Story:
    """Return what was entered of an utterance until it was over; who read it afterwards is no part of it."""
    ledger = open_ledger(paths)
    try:
        records = [entry.record for entry in ledger.entries(utterance_id)]
    finally:
        ledger.close()
    last = next(number for number, record in enumerate(records) if isinstance(record, Finished))
    return tuple(records[: last + 1])


def live(paths: HomePaths, models: Sequence[Model], satellites: Sequence[Satellite], days: int = DAYS) -> int:
    """Write the days up to now into the ledger and the vault of a home that is stopped; return how many utterances."""
    config = paths.config
    vault = Vault.open(config / "earshot" / "vault", config / ".cache" / "earshot" / "keys")
    ledger = open_ledger(paths)
    waiting: deque[Future[Any]] = deque()
    said = 0
    try:
        for records in _days(models, satellites, days, vault):
            said += sum(isinstance(record, Heard) for record in records)
            waiting.append(ledger.append(records))
            if len(waiting) > _IN_FLIGHT:
                waiting.popleft().result()
        for future in waiting:
            future.result()
    finally:
        ledger.close()
    return said


def _days(models: Sequence[Model], satellites: Sequence[Satellite], days: int, vault: Vault) -> Iterator[Story]:
    """Yield what is entered together: a restart each night, what was said, and a week later that it is erased."""
    dice = random.Random(1)  # noqa: S311 - the same year every time
    now = datetime.now(UTC)
    today = datetime.combine(now.date(), _AWAKE[0], UTC)
    due: deque[tuple[datetime, Erased]] = deque()
    for day in range(days, -1, -1):
        begins = today - timedelta(days=day)
        yield (Gap(at=begins, began=begins - timedelta(minutes=3), ended=begins, reason="not_running"),)
        moments = sorted(begins + timedelta(seconds=dice.uniform(0, _AWAKE[1])) for _ in range(A_DAY))
        for at in (moment for moment in moments if moment < now):
            while due and due[0][0] <= at:
                yield (due.popleft()[1],)
            story = _moved(dice.choices(models, [model.weight for model in models])[0], at, dice.choice(satellites))
            if contents := tuple(record.content for record in story if isinstance(record, Stored)):
                until = at + KEPT
                story = _sealed(story, vault, until) if until > now else story
                erased = Erased(utterance_id=_name(story), at=until, contents=contents, by="retention")
                due.append((until, erased))
            yield story


def _moved(model: Model, at: datetime, satellite: Satellite) -> Story:
    """Return the same as said at another time, to another satellite."""
    by = at - model.began
    name = ulid_at_time(at.timestamp())
    return tuple(_shifted(record, by, name, satellite) for record in model.story)


def _shifted(record: Record, by: timedelta, name: str, satellite: Satellite) -> Record:
    changes: dict[str, Any] = {"utterance_id": name} | {
        field.name: value + by for field in fields(record) if isinstance(value := getattr(record, field.name), datetime)
    }
    if isinstance(record, Heard):
        changes["satellite"] = satellite
    if isinstance(record, Stored) and record.ear.until is not None:
        changes["ear"] = replace(record.ear, until=record.ear.until + by)
    return replace(record, **changes)


def _sealed(story: Story, vault: Vault, until: datetime) -> Story:
    """Seal what is still kept, as it was when it was said."""
    return tuple(_seal(record, vault, until) if isinstance(record, Stored) else record for record in story)


def _seal(record: Stored, vault: Vault, until: datetime) -> Stored:
    sealed = vault.seal(record.utterance_id, ContentKind(record.content), _WORDS, until=until)
    vault.commit(sealed)
    ear = replace(record.ear, until=until)
    return replace(record, commitment=sealed.commitment, size=sealed.size, ear=ear)


def _name(story: Story) -> str:
    return next(record.utterance_id for record in story if isinstance(record, Heard))
