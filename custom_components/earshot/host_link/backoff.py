"""How long to wait before the next try of something that keeps failing."""

import random
from typing import Final

FIRST_SECONDS: Final = 0.5
"""A single crash should cost one utterance, not two: people repeat themselves after some seconds."""
LIMIT_SECONDS: Final = 300
"""A start costs 3 s of one core: once in five minutes is one per cent."""
SPREAD: Final = 0.2
"""By how much a wait is longer or shorter at random, so that it never keeps step with what makes the start fail."""


class Backoff:
    """Doubles the wait with each failure, up to a limit; a success that lasted begins anew."""

    def __init__(self) -> None:
        self.failures = 0

    def failed(self) -> float:
        """Count a failure and return how many seconds to wait."""
        self.failures += 1
        # The exponent is bounded first: two to the power of a week's failures is no float.
        seconds = min(LIMIT_SECONDS, FIRST_SECONDS * 2.0 ** min(self.failures - 1, 32))
        return seconds * random.uniform(1 - SPREAD, 1 + SPREAD)  # noqa: S311 - nobody gains by guessing it

    def succeeded(self) -> None:
        """Forget the failures."""
        self.failures = 0
