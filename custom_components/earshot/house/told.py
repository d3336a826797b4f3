"""What is told of the house in this moment, as values. Numbers and states, never words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..models import Outcome


class LedgerState(StrEnum):
    """What is known of the ledger, from the worst to the best. The first that holds is told."""

    FAILED = "failed"
    """The last verification since Earshot was loaded found that it is not as it was written."""
    DISAGREES = "disagrees"
    """A checkpoint that somebody kept does not fit it."""
    OUTAGE = "outage"
    """It, or the vault, does not work in this moment."""
    GAP = "gap"
    """Some of today was not watched. The time before the ledger began is no gap."""
    VERIFIED = "verified"
    """The last verification since Earshot was loaded found everything as it was written. What came since was not looked
    at."""
    NOT_VERIFIED = "not_verified"
    """Nobody has verified it since Earshot was loaded. What was found before says nothing: the files could be changed
    meanwhile."""


class SandboxState(StrEnum):
    """Whether the local engines can reach a network."""

    ENFORCED = "enforced"
    """No voice host can: the kernel keeps it from that, and each has tried."""
    DECLARED = "declared"
    """The same, where that is the word of a host that Earshot did not start."""
    OPEN = "open"
    """One of them says that a wall does not stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseFacts:
    """What the ledger, the vault and a look around tell."""

    began: datetime
    """When today began, by the time of the house."""
    said: int
    """As in the page of today, like the two that follow."""
    left_house: int
    listened: int
    sounds_kept: int | None
    """Clips in the vault, of whatever day. None, as for the two that follow: the vault does not answer."""
    words_kept: int | None
    """Utterances whose words are in it."""
    bytes_kept: int | None
    """On the disk, sealed."""
    last_outcome: Outcome | None
    """Of the newest utterance that is over. None: there is none."""
    entries: int
    gaps: bool
    """Whether some of today was not watched. The time before the ledger began does not count."""
    traces: int | None
    """What Home Assistant itself keeps of words and sound. None: a place could not be counted, or nobody has looked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseNow:
    """The house in this moment."""

    facts: HouseFacts | None
    """None: the ledger does not answer."""
    ledger: LedgerState | None
    """None: nothing is known of it."""
    verified_at: datetime | None
    """When the last verification began, if it held. None: it did not, or there was none since Earshot was loaded."""
    sandbox: SandboxState | None
    """None: there is no voice host, or one of them has not answered yet."""
