"""Two clocks: the one on the wall, which anybody can set, and the time that goes by, which nobody can."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
import time
from typing import Final

_GOES_BY: Final = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Linux's clock that also counts while the machine sleeps. Elsewhere the next best."""


def elapsed_seconds() -> float:
    """Seconds since some moment before this process began. They never jump, whatever the clock is set to."""
    return time.clock_gettime(_GOES_BY)


@dataclass(frozen=True, slots=True)
class Clock:
    """What time it is, and how much of it has gone by."""

    wall: Callable[[], datetime] = lambda: datetime.now(UTC)
    elapsed: Callable[[], float] = elapsed_seconds
