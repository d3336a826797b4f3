"""Clips in people's hands: one for each person, for some minutes, and one person for each clip.

In memory only: a restart gives every clip back. What somebody was given is in the receipts, which are not.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
import secrets
from threading import Lock
from typing import Final

from ..errors.desk import ClipOverError

LEASE_SECONDS: Final = 600.0
"""How long a clip is in one person's hands. A sound lasts some seconds: ten minutes are enough to hear it some times,
to write, and to answer the door in between; whoever goes home without a word keeps it from the others no longer."""

SOUND_SECONDS: Final = 60.0
"""How long a ticket for a sound waits for the page, which fetches it at once. What finds the address in a log later
finds nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """A clip in somebody's hands."""

    ticket: str
    donation_id: str
    user_id: str
    reviewer: int
    over: float
    """When it goes back, in seconds that went by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundLease:
    """A sound that somebody may fetch once."""

    ticket: str
    donation_id: str
    user_id: str
    reviewer: int
    over: float
    alarm: bool
    """Whether it is of a held clip, for somebody who has to decide."""


class Leases:
    """Gives clips into hands and takes them back. For several threads."""

    def __init__(self, elapsed: Callable[[], float]) -> None:
        """`elapsed` gives the seconds that went by since some moment."""
        self._elapsed = elapsed
        self._lock = Lock()
        self._leases: dict[str, Lease] = {}
        self._sounds: dict[str, SoundLease] = {}
        self._plays: Counter[str] = Counter()
        """Tickets for sounds by the leases that they were given under."""

    def give(self, donation_id: str, user_id: str, reviewer: int) -> Lease | None:
        """Give a clip into somebody's hands. None: somebody else has it."""
        with self._lock:
            self._lapse()
            if any(lease.donation_id == donation_id for lease in self._leases.values()):
                return None
            over = self._elapsed() + LEASE_SECONDS
            lease = Lease(ticket=_ticket(), donation_id=donation_id, user_id=user_id, reviewer=reviewer, over=over)
            self._leases[lease.ticket] = lease
            return lease

    def elapsed(self) -> float:
        """Return the time that leases go by, in seconds."""
        return self._elapsed()

    def of_user(self, user_id: str) -> Lease | None:
        """Return what somebody has in hand."""
        with self._lock:
            self._lapse()
            return next((lease for lease in self._leases.values() if lease.user_id == user_id), None)

    def find(self, ticket: str, user_id: str) -> Lease:
        """Return what a ticket stands for. Raises ClipOverError."""
        with self._lock:
            self._lapse()
            lease = self._leases.get(ticket)
            if lease is None or lease.user_id != user_id:
                raise ClipOverError
            return lease

    def take_back(self, ticket: str, user_id: str) -> Lease:
        """Take a clip out of somebody's hands; the ticket is used up. Raises ClipOverError."""
        lease = self.find(ticket, user_id)
        with self._lock:
            if self._leases.pop(ticket, None) is None:
                raise ClipOverError
        return lease

    def return_to(self, lease: Lease) -> None:
        """Put a clip back into the hands that it was taken out of: nothing came of it."""
        with self._lock:
            self._leases[lease.ticket] = lease

    def played(self, lease: Lease) -> int:
        """Count one more ticket for the sound of a clip in somebody's hands. Return how many there were before."""
        with self._lock:
            self._plays[lease.ticket] += 1
            return self._plays[lease.ticket] - 1

    def in_hands(self) -> tuple[str, ...]:
        """Return the donations that somebody has in hand."""
        with self._lock:
            self._lapse()
            return tuple(lease.donation_id for lease in self._leases.values())

    def offer_sound(self, donation_id: str, user_id: str, reviewer: int, *, alarm: bool = False) -> SoundLease:
        """Let somebody fetch a sound once."""
        with self._lock:
            self._lapse()
            over = self._elapsed() + SOUND_SECONDS
            sound = SoundLease(
                ticket=_ticket(), donation_id=donation_id, user_id=user_id, reviewer=reviewer, over=over, alarm=alarm
            )
            self._sounds[sound.ticket] = sound
            return sound

    def take_sound(self, ticket: str, user_id: str) -> SoundLease:
        """Use a ticket for a sound up. Raises ClipOverError."""
        with self._lock:
            self._lapse()
            sound = self._sounds.get(ticket)
            if sound is None or sound.user_id != user_id:
                raise ClipOverError
            return self._sounds.pop(ticket)

    def drop(self, donation_id: str) -> None:
        """Take a clip that is to be erased out of every hand."""
        with self._lock:
            self._leases = {key: one for key, one in self._leases.items() if one.donation_id != donation_id}
            self._sounds = {key: one for key, one in self._sounds.items() if one.donation_id != donation_id}

    def _lapse(self) -> None:
        now = self._elapsed()
        self._leases = {key: one for key, one in self._leases.items() if one.over > now}
        self._sounds = {key: one for key, one in self._sounds.items() if one.over > now}
        self._plays = Counter({key: count for key, count in self._plays.items() if key in self._leases})


def _ticket() -> str:
    return secrets.token_urlsafe(24)
