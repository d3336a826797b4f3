"""Verifying the whole ledger, whoever asks for it: how it went last is remembered, and each time is told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.util import dt as dt_util
from homeassistant.util.signal_type import SignalType

from ..ledger.verdict import Verdict
from ..vault.clock import elapsed_seconds
from .storage import Storage


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A verification that came to its end, whatever it found."""

    at: datetime
    """When it began: it says nothing of what was entered since."""
    elapsed: float
    """The same instant by the clock that nobody can set."""
    verdict: Verdict


SIGNAL_VERIFIED: Final = SignalType[Verified]("earshot_verified")
"""Sent with each verification that came to its end. Stays within the process."""


class Verifying:
    """Verifies, and remembers how it went until Earshot is unloaded: another database may stand there then."""

    def __init__(self, hass: HomeAssistant, storage: Storage) -> None:
        self._hass = hass
        self._storage = storage
        self.last: Verified | None = None
        """None: nobody has verified since Earshot was loaded."""

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verdict:
        """Check everything that is stored. Blocks; not to be called in the event loop.

        Raises LedgerUnavailableError, and whatever `progress` raises to break it off; nothing is remembered then.
        """
        at, elapsed = dt_util.utcnow(), elapsed_seconds()
        verdict = self._storage.ledger.verify(progress)
        self._hass.loop.call_soon_threadsafe(self._note, Verified(at=at, elapsed=elapsed, verdict=verdict))
        return verdict

    @callback
    def held_within(self, period: timedelta) -> bool:
        """Whether the last verification held, and began no longer ago than that."""
        last = self.last
        return last is not None and last.verdict.ok and elapsed_seconds() - last.elapsed <= period.total_seconds()

    @callback
    def _note(self, verified: Verified) -> None:
        self.last = verified
        async_dispatcher_send(self._hass, SIGNAL_VERIFIED, verified)
