"""How a verification tells a row of the list of utterances what entries say, by few fields of their bodies.

It does what `projection` does, for the kinds that every utterance has, without making a record of each entry.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from ..models import ContentKind
from .company import joined
from .giving import Offered
from .projection import FROM_OFFER, LOOKED_THROUGH, PLACES, UtteranceRow
from .record import Accessed, Erased, Finished, Heard, Processed, Stored

KEY = 3
"""Columns of a row that stand before those that entries tell of: the utterance, its instant, its first entry."""

BLANK: tuple[Any, ...] = tuple(field.default for field in fields(UtteranceRow)[KEY:])
"""What a row says behind its key as long as no entry has told of it."""
UNTOLD: tuple[Any, ...] = (None,) * KEY + BLANK

row_values = attrgetter(*(field.name for field in fields(UtteranceRow)))
"""Returns a row's values in the order of its columns."""


type Rows = Mapping[str, list[Any]]
"""What entries have told of some utterances so far: the values of each row."""

type Column = Sequence[str | None]
"""One field of many entries, as it stands in their bodies, text without its quotation marks.

One that is absent is None or empty text."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What entries of one kind tell."""

    fields: tuple[str, ...]
    """Fields of the body, those of a part by their path."""
    tell: Callable[..., None]
    """Called with `Rows`, the utterances of some entries in their order, and a `Column` for each of the fields.

    There is a row for each of the utterances."""


_COLUMN = {field.name: number for number, field in enumerate(fields(UtteranceRow))}
_SATELLITE, _OUTCOME, _LEFT_HOUSE, _PLACES, _LISTENED, _COMPANY = (
    _COLUMN[name] for name in ("satellite", "outcome", "left_house", "places", "listened", "company")
)
_KEPT = {kind.value: _COLUMN[f"{kind.value}_kept"] for kind in ContentKind}
_BITS: Mapping[str | None, int] = {place.value: bit for place, bit in PLACES.items()}


def _ears(rows: Rows, names: Sequence[str], places: Column, labels: Column) -> None:
    for name, place, label in zip(names, places, labels, strict=True):
        if place:  # or else there is no ear
            row = rows[name]
            row[_PLACES] |= _BITS[place]
            row[_COMPANY] = joined(row[_COMPANY], place, label or "")


def _heard(rows: Rows, names: Sequence[str], *fields: Column) -> None:
    places, ears, entities, labels = fields
    for name, entity_id, label in zip(names, entities, labels, strict=True):
        rows[name][_SATELLITE] = entity_id or label
    _ears(rows, names, places, ears)


def _stored(rows: Rows, names: Sequence[str], contents: Column, places: Column, labels: Column) -> None:
    for name, content in zip(names, contents, strict=True):
        rows[name][_KEPT[content or ""]] = True
    _ears(rows, names, places, labels)


def _finished(rows: Rows, names: Sequence[str], *fields: Column) -> None:
    outcomes, left, places, labels = fields
    for name, outcome, left_house in zip(names, outcomes, left, strict=True):
        row = rows[name]
        row[_OUTCOME], row[_LEFT_HOUSE] = outcome, left_house == "true"
    _ears(rows, names, places, labels)


def _erased(rows: Rows, names: Sequence[str], contents: Column) -> None:
    for name, erased in zip(names, contents, strict=True):
        for content, column in _KEPT.items():
            if f'"{content}"' in (erased or ""):
                rows[name][column] = False


def _accessed(rows: Rows, names: Sequence[str], how: Column, contents: Column) -> None:
    for name, said, asked in zip(names, how, contents, strict=True):
        row = rows[name]
        kept = (content for content, column in _KEPT.items() if row[column])
        opened = any(f'"{content}"' in (asked or "") for content in kept)
        row[_LISTENED] |= said == FROM_OFFER or (said != LOOKED_THROUGH and opened)


TOLD: Mapping[str, Telling] = {
    Heard.kind: Telling(("microphone.place", "microphone.label", "satellite.entity_id", "satellite.label"), _heard),
    Processed.kind: Telling(("ear.place", "ear.label"), _ears),
    Stored.kind: Telling(("content", "ear.place", "ear.label"), _stored),
    Finished.kind: Telling(("outcome", "left_house", "speech.place", "speech.label"), _finished),
    Erased.kind: Telling(("contents",), _erased),
    Accessed.kind: Telling(("how", "contents"), _accessed),
    Offered.kind: Telling(("ear.place", "ear.label"), _ears),
}
"""In this order they can be told of the same utterances, unless two of them are `OVERTAKEN`.

Utterances that are told of by other kinds are looked at one by one, which is right as well and slow."""

OVERTAKEN = ((Stored.kind, Erased.kind), (Stored.kind, Accessed.kind), (Erased.kind, Accessed.kind))
"""Of each two the order matters, where they are told of the same utterance at once."""
