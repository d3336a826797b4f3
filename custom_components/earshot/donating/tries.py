"""When something is tried again that failed, measured by the clock that nobody can set."""

from dataclasses import dataclass

from ..donation.backoff import wait_after
from ..vault.clock import Clock


@dataclass(slots=True)
class _Try:
    failures: int
    not_before: float


class Tries:
    """What failed, by its id. In memory: a start tries everything once."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._tries: dict[str, _Try] = {}

    def is_due(self, name: str) -> bool:
        """Whether something may be tried."""
        found = self._tries.get(name)
        return found is None or found.not_before <= self._clock.elapsed()

    def later(self, name: str, seconds: float) -> None:
        """Do not try something before so many seconds went by. It did not fail."""
        self._tries[name] = _Try(0, self._clock.elapsed() + seconds)

    def failed(self, name: str, wished: float | None = None) -> None:
        """Note that something failed. `wished` are seconds that somebody asked to wait."""
        failures = self._tries[name].failures + 1 if name in self._tries else 1
        wait = wait_after(failures, wished).total_seconds()
        self._tries[name] = _Try(failures, self._clock.elapsed() + wait)

    def over(self, name: str) -> None:
        """Forget what need not be tried any more, or is to be tried at once."""
        self._tries.pop(name, None)

    def seconds_left(self) -> float | None:
        """Return in how many seconds the next thing may be tried; None if nothing failed."""
        now = self._clock.elapsed()
        return min((max(0.0, one.not_before - now) for one in self._tries.values()), default=None)
