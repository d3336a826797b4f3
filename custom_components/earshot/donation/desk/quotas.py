"""How much a desk takes at once, how old it may be, and how much it holds at most. Figures, each with its reason."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
import os
from threading import Lock
from typing import Final

from ..bundle import MAX_AGE, MAX_AHEAD

RATE: Final = 100.0
"""Bundles a second that are taken in the long run: twice what a desk of a million donors gets at its busiest hour,
and half of what a slow machine with two cores manages."""
BURST: Final = 400
"""Bundles that may come at once on top of that, after a quiet time: homes whose timers are set to the same minute."""

IN_HAND: Final = 64
"""Bundles that are looked at or wait for the disk at the same time. With `IN_HAND_BYTES` the most memory they take."""
IN_HAND_BYTES: Final = 32 << 20
"""Eight of the largest, or all sixty-four of an ordinary size."""

MOST_CLIPS: Final = 200_000
"""Clips that a desk on one machine holds: what fifty reviewers get through in a month."""
MOST_BYTES: Final = 32 << 30
"""Bytes of clips that it holds. Who needs more needs another disk than that of a Home Assistant."""
FREE_BYTES: Final = 1 << 30
"""Room that is left on the disk for Home Assistant itself, whose database stops first on a full one."""

A_DAY_FOR_EACH: Final = 10
"""Bundles that are taken on a day for each clip that the reviewers may hear on it. Nobody can tell a donor from a
stranger who seals noise to the desk's public key; but what comes faster than anybody could ever hear it is turned away,
so that a flood costs a day and not a season."""
LEAST_A_DAY: Final = 2_000
"""And so many at the least: a desk that is being set up has one reviewer, or none yet."""

FROM_ONE_A_DAY: Final = 10
"""The part of a day's bundles that one origin may use: a tenth. Behind one address may be a provider's many homes."""
LEAST_FROM_ONE: Final = 200
"""And so many at the least: a home offers a hundred a day at most, and usually ten."""
FROM_ONE_OF_ALL: Final = 100
"""The part of all room for clips that one origin may use on a day: a hundredth, so that it takes a stranger a hundred
days, or so many origins, to fill a desk."""


def most_a_day(reviewers: int, daily_limit: int) -> int:
    """Return how many bundles a desk takes on a day."""
    return max(LEAST_A_DAY, A_DAY_FOR_EACH * reviewers * daily_limit)


def timely(made_on: date, today: date) -> bool:
    """Return whether a bundle that was made on a day (UTC) may still be taken, and already."""
    return today - MAX_AGE <= made_on <= today + MAX_AHEAD


class Shares:
    """How much of a desk's room each origin has used today. For several threads.

    An origin is known by a hash with a salt that is drawn for the day and kept in memory: tomorrow nobody can tell
    whose it was.
    """

    def __init__(self, capacity: Capacity) -> None:
        self._most_clips = max(LEAST_FROM_ONE, capacity.most_a_day // FROM_ONE_A_DAY)
        self._most_bytes = capacity.most_bytes // FROM_ONE_OF_ALL
        self._lock = Lock()
        self._begin(date.min)

    def has_room(self, origin: str | None, day: date) -> bool:
        """Return whether another clip may come from an origin on a day. None: one that is not counted."""
        if origin is None:
            return True
        with self._lock:
            clips, size = self._used.get(self._key(origin, day), (0, 0))
            return clips < self._most_clips and size < self._most_bytes

    def more(self, origin: str | None, size: int, day: date) -> None:
        """Count a clip of so many bytes that came from an origin on a day."""
        if origin is not None:
            with self._lock:
                key = self._key(origin, day)
                clips, so_far = self._used.get(key, (0, 0))
                self._used[key] = clips + 1, so_far + size

    def _key(self, origin: str, day: date) -> bytes:
        if day != self._day:
            self._begin(day)
        return blake2b(origin.encode(), key=self._salt, digest_size=16).digest()

    def _begin(self, day: date) -> None:
        self._day = day
        self._salt = os.urandom(32)
        self._used: dict[bytes, tuple[int, int]] = {}


class Rate:
    """A bucket of permissions that fills at a constant rate. For several threads."""

    def __init__(self, elapsed: Callable[[], float], *, rate: float = RATE, burst: int = BURST) -> None:
        """`elapsed` gives the seconds that went by since some moment."""
        self._elapsed = elapsed
        self._rate = rate
        self._burst = float(burst)
        self._left = self._burst
        self._looked = elapsed()
        self._lock = Lock()

    def take(self) -> bool:
        """Take a permission. Return whether there was one."""
        with self._lock:
            now = self._elapsed()
            self._left = min(self._burst, self._left + (now - self._looked) * self._rate)
            self._looked = now
            if self._left < 1:
                return False
            self._left -= 1
            return True


class InHand:
    """What is being looked at in this moment, so that it never takes more memory than that. For several threads."""

    def __init__(self, *, most: int = IN_HAND, most_bytes: int = IN_HAND_BYTES) -> None:
        self._most = most
        self._most_bytes = most_bytes
        self._sizes: dict[object, int] = {}
        self._lock = Lock()

    def take(self, key: object, size: int) -> bool:
        """Take something up, known by its `key`. Return False if there is no room, or it is in hand already."""
        with self._lock:
            full = len(self._sizes) >= self._most or sum(self._sizes.values()) + size > self._most_bytes
            if full or key in self._sizes:
                return False
            self._sizes[key] = size
            return True

    def put_down(self, key: object) -> None:
        """Be done with something."""
        with self._lock:
            self._sizes.pop(key, None)

    def __len__(self) -> int:
        return len(self._sizes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """How much a desk may hold."""

    most_clips: int = MOST_CLIPS
    most_bytes: int = MOST_BYTES
    free_bytes: int = FREE_BYTES
    most_a_day: int = LEAST_A_DAY

    def has_room(self, *, clips: int, size: int, free: int, today: int) -> bool:
        """Return whether another clip fits.

        With so many clips and bytes held, so many bytes free on the disk, and so many clips that came today.
        """
        held = clips < self.most_clips and size < self.most_bytes
        return held and free > self.free_bytes and today < self.most_a_day
