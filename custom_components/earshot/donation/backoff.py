"""How long a courier waits before it tries a desk again."""

from datetime import timedelta
import random
from typing import Final

WAITS: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=20),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=6),
    timedelta(hours=12),
    timedelta(hours=24),
)
"""After so many failures, one after the other. A restart of the desk takes a minute or two, a broken line some hours;
from the eighth on it is once a day, for as long as there is something to deliver."""

LONGEST_WISH: Final = timedelta(hours=24)
"""What a desk can ask for at most: a desk that says "in a year" must not make a withdrawal wait that long."""

SPREAD: Final = 0.2
"""By how much a wait is longer or shorter at random: a thousand homes that a desk turned away in one minute shall not
all come back in one minute, and no donor's visits keep a rhythm that they could be known by."""


def wait_after(failures: int, wished: float | None = None) -> timedelta:
    """Return how long to wait after so many failures, at least 1, and after what the desk wished for in seconds."""
    planned = WAITS[min(max(failures, 1), len(WAITS)) - 1]
    spread = random.uniform(1 - SPREAD, 1 + SPREAD)  # noqa: S311 - nobody gains by guessing it
    if wished is None or not wished > 0:
        return planned * spread
    # What the desk asks for is a least, so the spread only ever adds to it.
    least = min(timedelta(seconds=min(wished, LONGEST_WISH.total_seconds())), LONGEST_WISH)
    return max(planned * spread, least * (1 + SPREAD * random.random()))  # noqa: S311 - the same
