"""The desk while its store is open: what each part of it works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
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

    def __init__(self, clips: int = 0, size: int = 0) -> None:
        """`size` is in bytes of payloads."""
        self._clips = clips
        self._size = size
        self._lock = Lock()

    @classmethod
    def of(cls, store: DeskStore) -> Self:
        """Count what a store has."""
        with store.read() as connection:
            return cls(*clips.held(connection))

    def more(self, size: int) -> None:
        """Count a clip that came."""
        with self._lock:
            self._clips, self._size = self._clips + 1, self._size + size

    def less(self, size: int | None) -> None:
        """Count a clip that went. None: none did."""
        if size is not None:
            with self._lock:
                self._clips, self._size = self._clips - 1, self._size - size

    def has_room(self, capacity: Capacity, free: int) -> bool:
        """Return whether another clip fits, with so many bytes free on the disk."""
        with self._lock:
            return capacity.has_room(clips=self._clips, size=self._size, free=free)


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
