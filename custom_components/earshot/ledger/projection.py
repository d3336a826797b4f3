"""The row by which an utterance is found: what can be filtered and sorted, derived from entries alone."""

from dataclasses import dataclass, replace

from .plain import to_milliseconds
from .record import Donated, Finished, Heard, Record, Reviewed, Shared


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """One utterance as the list of utterances sorts and filters it, in the order of its columns.

    Everything else is read from its entries.
    """

    utterance_id: str
    at: int
    """Instant of its first entry, in milliseconds since the epoch."""
    first_index: int
    """Index of its first entry."""
    satellite: str | None = None
    """The satellite's entity id, or its label where it has none."""
    outcome: str | None = None
    left_house: bool | None = None
    """None while it is open."""


TELLING = frozenset(record.kind for record in (Heard, Finished, Shared, Donated, Reviewed))
"""The kinds that a row says more of than that there was an entry."""


def project(row: UtteranceRow | None, index: int, record: Record) -> UtteranceRow:
    """Return the row after one more entry. The record belongs to an utterance, and to this one if there is a row."""
    if record.utterance_id is None:
        raise ValueError("a record of no utterance has no row")
    if row is None:
        row = UtteranceRow(utterance_id=record.utterance_id, at=to_milliseconds(record.at), first_index=index)
    match record:
        case Heard():
            return replace(row, satellite=record.satellite.entity_id or record.satellite.label)
        case Finished():
            return replace(row, outcome=record.outcome.value, left_house=record.left_house)
        case Shared() | Donated() | Reviewed() if record.ear.place.leaves_house:
            # Contents that go out later: the utterance has left the house from then on.
            return replace(row, left_house=True)
        case _:
            return row
