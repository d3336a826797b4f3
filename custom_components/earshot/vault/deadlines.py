"""When each content is to be erased: never early, and not a moment longer because somebody set the clock back.

What was sealed in this run is measured and not read off the clock: its period goes by in the time that nobody can
set. Of what was sealed before, only the instant is known. It is over when the clock on the wall says so, or when as
much time has gone by since the start as was left then: a clock that is set back later does not lengthen it, and one
that is set forward is believed, because the common one to do that is a board without a battery, whose clock was behind.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from .clock import Clock
from .files import ContentName


@dataclass(frozen=True, slots=True)
class _Deadline:
    until: datetime
    """On the clock on the wall, as the ledger states it."""
    elapsed: float
    """The same in the time that goes by, in seconds."""
    measured: bool
    """Whether the second is known to be right."""

    def over(self, wall: datetime, elapsed: float) -> bool:
        return self.elapsed <= elapsed or (not self.measured and self.until <= wall)

    def seconds_left(self, wall: datetime, elapsed: float) -> float:
        left = self.elapsed - elapsed
        return left if self.measured else min(left, (self.until - wall).total_seconds())


class Deadlines:
    """The deadlines of one vault's contents. Not for several threads at once."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._deadlines: dict[ContentName, _Deadline] = {}

    def put(self, name: ContentName, until: datetime | None, *, sealed_now: bool) -> None:
        """Note until when a content may be kept. None: nobody has set a time."""
        if until is None:
            self._deadlines.pop(name, None)
            return
        left = (until - self._clock.wall()).total_seconds()
        self._deadlines[name] = _Deadline(until, self._clock.elapsed() + left, sealed_now)

    def shorten(self, name: ContentName, until: datetime) -> None:
        """Bring the end of a content forward by as much as `until` lies before what it was."""
        if (known := self._deadlines.get(name)) is None:
            self.put(name, until, sealed_now=False)
            return
        sooner = (known.until - until).total_seconds()
        self._deadlines[name] = _Deadline(until, known.elapsed - sooner, known.measured)

    def remove(self, name: ContentName) -> None:
        """Forget a content that is erased."""
        self._deadlines.pop(name, None)

    def keep_measured(self, names: AbstractSet[ContentName]) -> None:
        """Forget all but those among `names` that were sealed in this run: no file knows better of them."""
        self._deadlines = {name: known for name, known in self._deadlines.items() if known.measured and name in names}

    def until(self, name: ContentName) -> datetime | None:
        """Return until when a content may be kept, on the clock on the wall. None: that is not known."""
        known = self._deadlines.get(name)
        return None if known is None else known.until

    def __contains__(self, name: ContentName) -> bool:
        return name in self._deadlines

    def over(self, name: ContentName, until: datetime | None) -> bool:
        """Whether the time of a content is over, whose key says `until`."""
        wall, elapsed = self._clock.wall(), self._clock.elapsed()
        if (known := self._deadlines.get(name)) is not None:
            return known.over(wall, elapsed)
        return until is not None and until <= wall

    def due(self) -> list[ContentName]:
        """Return the contents whose time is over, the longest overdue first."""
        wall, elapsed = self._clock.wall(), self._clock.elapsed()
        ended = [(deadline.until, name) for name, deadline in self._deadlines.items() if deadline.over(wall, elapsed)]
        return [name for _, name in sorted(ended)]

    def seconds_left(self) -> float | None:
        """Return in how many seconds the next content is due if nobody sets the clock; None if there is none."""
        wall, elapsed = self._clock.wall(), self._clock.elapsed()
        left = (deadline.seconds_left(wall, elapsed) for deadline in self._deadlines.values())
        return min(left, default=None)
