"""The desk while its store is open: what each part of it works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import Self

from ..donation.desk.desk_store import DeskStore, clips
from ..donation.desk.quotas import Capacity
from ..donation.statement import SignedStatement
from .chest import Chest
from .configured import DeskChoices
from .keys import DeskKeys
from .leases import Leases


class Held:
    """How much there is, kept in memory: a look at every clip for each that comes in would take long."""

    def __init__(self, clips: int, size: int, day: date, today: int) -> None:
        """`size` is in bytes of payloads; `today` is what came on `day`."""
        self._clips = clips
        self._size = size
        self._day = day
        self._today = today
        self._lock = Lock()

    @classmethod
    def of(cls, store: DeskStore, day: date) -> Self:
        """Count what a store has, and what came on a day."""
        with store.read() as connection:
            return cls(*clips.held(connection), day, clips.received_on(connection, day))

    def more(self, size: int, day: date) -> None:
        """Count a clip that came."""
        with self._lock:
            self._clips, self._size = self._clips + 1, self._size + size
            self._day, self._today = day, self._came_on(day) + 1

    def less(self, size: int | None) -> None:
        """Count a clip that went. None: none did."""
        if size is not None:
            with self._lock:
                self._clips, self._size = self._clips - 1, self._size - size

    def has_room(self, capacity: Capacity, free: int, day: date) -> bool:
        """Return whether another clip fits on a day, with so many bytes free on the disk."""
        with self._lock:
            today = self._came_on(day)
            return capacity.has_room(clips=self._clips, size=self._size, free=free, today=today)

    def _came_on(self, day: date) -> int:
        return self._today if day == self._day else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open desk. Its parts may be used by any thread."""

    store: DeskStore
    chest: Chest
    keys: DeskKeys
    statement: SignedStatement
    choices: DeskChoices
    leases: Leases
    held: Held
    folder: Path
    """Where its contents lie, on the disk whose room counts."""
    now: Callable[[], datetime]
