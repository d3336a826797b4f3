"""What is said of a place where Home Assistant keeps words or sound, and what a place can do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from homeassistant.core import HomeAssistant

from ..models import Evidence

UNKNOWN: Final = "unknown"
"""Why nothing is said or done: Home Assistant has changed, or an error kept us from looking."""
IN_USE: Final = "in_use"
"""Why something is left: somebody is being heard or answered with it just now."""
SETTING: Final = "setting"
"""Why it is left: it comes of a setting that a person made, and it is theirs to undo."""
BACKUP: Final = "backup"
"""Why it is left: a backup holds everything else as well, and Earshot removes none."""
ELSEWHERE: Final = "elsewhere"
"""Why it is left: it is kept outside Home Assistant's reach, by the system below it."""
FOREIGN: Final = "foreign"
"""Why it is left: it is another integration's own, which changes it by itself."""
STORAGE: Final = "storage"
"""Why it is left: the disk or the database refused."""
JOURNAL: Final = "journal"
"""Why something may be left: the row is blank, and the database has not written its journal back yet."""

REASONS: Final = (UNKNOWN, IN_USE, SETTING, BACKUP, ELSEWHERE, FOREIGN, STORAGE, JOURNAL)
"""Every `why_not`. Each has a sentence in the translations."""

BEFORE: Final = timedelta(seconds=1)
AFTER: Final = timedelta(seconds=5)
"""How far around an utterance its traces are looked for by their time. Home Assistant writes them while the run goes on
or just after: files carry the instant of their last write, and a log its own clock's seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one place holds now. Numbers and instants, never the words or the sound."""

    place: str
    count: int | None
    """How many things: files, runs, rows, settings. None: nobody can say."""
    size: int | None = None
    """Bytes. None: not counted."""
    since: datetime | None = None
    """From when the oldest is. None: not known, or there is none."""
    until: datetime | None = None
    """When Home Assistant will have dropped all of it by itself. None: at no set time."""
    evidence: Evidence = Evidence.OBSERVED
    """How we know: observed is looked at just now."""
    purgeable: bool = True
    why_not: str | None = None
    """One of REASONS: why it cannot be cleared, or why nobody can say. A key of the translations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """What became of one place."""

    place: str
    count: int = 0
    """How many things are gone."""
    left: int | None = 0
    """How many are still there. None: nobody can say."""
    why_not: str | None = None
    """One of REASONS, where something is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is known of an utterance that its traces can be found by. It holds no words, and lives in memory only."""

    utterance_id: str
    since: datetime
    until: datetime
    """The time in which it was heard and answered."""
    run: tuple[str, str] | None = None
    """Ids of its pipeline and run. None: only its time is known, and all that was left then is taken for its."""
    conversation_id: str | None = None
    token: str | None = None
    """Of the address at which its answer can be fetched."""
    answer_sha1: str | None = None
    """Hash of its answer, as Home Assistant names the spoken answer by."""
    user_id: str | None = None
    """The person whose browser or app it was said to. None: a satellite, or nobody knows."""

    @property
    def exact(self) -> bool:
        """Whether its traces are known one by one, and not by their time alone."""
        return self.run is not None

    def covers(self, instant: datetime) -> bool:
        """Whether something of this instant may be of this utterance."""
        return self.since - BEFORE <= instant <= self.until + AFTER

    def overlaps(self, begin: datetime, end: datetime) -> bool:
        """Whether something that went on from `begin` to `end` may be of this utterance."""
        return begin <= self.until + AFTER and end >= self.since - BEFORE


class Place(Protocol):
    """One place. What it raises is taken for "unknown"; it is not asked to catch what Home Assistant may throw."""

    name: str
    """The name of its module, and its key in the translations."""

    async def measure(self, hass: HomeAssistant) -> Found:
        """Say what is there now."""

    async def purge(self, hass: HomeAssistant) -> Purged:
        """Clear everything that is not in use."""

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """Clear what is left of some utterances, all of which are over."""


def covered(said: Iterable[Said], instant: datetime) -> bool:
    """Whether something of this instant may be of one of these utterances."""
    return any(one.covers(instant) for one in said)
