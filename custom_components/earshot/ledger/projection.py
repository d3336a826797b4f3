"""The row by which an utterance is found: what can be filtered and sorted, derived from entries alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
import json
from typing import Any

from .body import read_body
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


def project_body(row: UtteranceRow, index: int, kind: str, body: bytes) -> UtteranceRow:
    """Do what `project` does, from a body of this kind that is known to be sound.

    A verification does this for every entry, so the kinds that every utterance has are read without making a record.
    """
    if kind not in TELLING:
        return row
    quickly = _QUICKLY.get(kind)
    return project(row, index, read_body(body)) if quickly is None else quickly(row, json.loads(body))


def _heard(row: UtteranceRow, plain: Mapping[str, Any]) -> UtteranceRow:
    satellite = plain["satellite"]
    name = satellite.get("entity_id") or satellite["label"]
    return UtteranceRow(row.utterance_id, row.at, row.first_index, name, row.outcome, row.left_house)


def _finished(row: UtteranceRow, plain: Mapping[str, Any]) -> UtteranceRow:
    return UtteranceRow(row.utterance_id, row.at, row.first_index, row.satellite, plain["outcome"], plain["left_house"])


_QUICKLY: Mapping[str, Callable[[UtteranceRow, Mapping[str, Any]], UtteranceRow]] = {
    Heard.kind: _heard,
    Finished.kind: _finished,
}
