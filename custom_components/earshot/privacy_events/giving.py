"""What is told of clips that are given away on purpose: that they are offered, given, listened to and taken back."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from ..errors import EarshotError
from ..ledger import ConsentGiven, ConsentWithdrawn, Donated, Offered, Record, Reviewed
from ..runtime import Donations
from .told import Told, of_satellite

DELETED: Final = "deleted"
"""The action of a receipt by which a desk says that it has a clip no more."""


async def _offered(record: Offered, _donations: Donations) -> Told | None:
    if record.refused is not None:
        return None
    facts = {
        "purpose": record.purpose,
        "desk": record.desk,
        "contents": sorted(record.contents),
        "leaves_at": record.until and record.until.isoformat(),
    }
    return Told("offered", record.at, facts)


async def _donated(record: Donated, _donations: Donations) -> Told:
    facts = {"desk": record.ear.label, "contents": sorted(record.contents), "size": record.size, "by": record.by}
    return Told("donated", record.at, facts)


async def _reviewed(record: Reviewed, donations: Donations) -> Told | None:
    if record.utterance_id is None:
        # It is of this house's own review desk: somebody else's clip.
        return None
    facts = {"who": record.ear.label, "action": record.action, "heard_ms": record.ear.got.sound_ms}
    if record.action == DELETED and await _was_taken_back(record.donation_id, donations):
        return Told("withdrawn", record.at, facts)
    return Told("reviewed", record.at, facts)


async def _consent_given(record: ConsentGiven, _donations: Donations) -> Told:
    facts = {"purpose": record.purpose, "desk": record.desk, "until": record.until.isoformat(), "by": record.by}
    return Told("consent_given", record.at, facts | of_satellite(record.satellite))


async def _consent_withdrawn(record: ConsentWithdrawn, _donations: Donations) -> Told:
    return Told("consent_withdrawn", record.at, {"reason": record.reason, "by": record.by})


async def _was_taken_back(donation_id: str, donations: Donations) -> bool:
    try:
        given = await donations.given_one(donation_id)
    except EarshotError:
        return False
    return given.withdraw_asked is not None


OF_GIVING: Final[Mapping[type[Record], Callable[[Any, Donations], Awaitable[Told | None]]]] = {
    Offered: _offered,
    Donated: _donated,
    Reviewed: _reviewed,
    ConsentGiven: _consent_given,
    ConsentWithdrawn: _consent_withdrawn,
}
"""What is made of an entry of each kind."""
