"""How a verification tells a row of the list of utterances what entries say, by few fields of their bodies.

It does what `projection` does, for the kinds that every utterance has, without making a record of each entry.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from ..models import ContentKind
from .projection import LOOKED_THROUGH, PLACES, UtteranceRow
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
_SATELLITE, _OUTCOME, _LEFT_HOUSE, _PLACES, _LISTENED = (
    _COLUMN[name] for name in ("satellite", "outcome", "left_house", "places", "listened")
)
_KEPT = {ContentKind.SOUND.value: _COLUMN["sound_kept"], ContentKind.WORDS.value: _COLUMN["words_kept"]}
_BITS: Mapping[str | None, int] = {None: 0, "": 0} | {place.value: bit for place, bit in PLACES.items()}
"""None and empty text stand for an ear that is not there."""


def _heard(rows: Rows, names: Sequence[str], places: Column, entities: Column, labels: Column) -> None:
    for name, place, entity_id, label in zip(names, places, entities, labels, strict=True):
        row = rows[name]
        row[_SATELLITE] = entity_id or label
        row[_PLACES] |= _BITS[place]


def _processed(rows: Rows, names: Sequence[str], places: Column) -> None:
    for name, place in zip(names, places, strict=True):
        rows[name][_PLACES] |= _BITS[place]


def _stored(rows: Rows, names: Sequence[str], contents: Column, places: Column) -> None:
    for name, content, place in zip(names, contents, places, strict=True):
        row = rows[name]
        row[_PLACES] |= _BITS[place]
        if content in _KEPT:
            row[_KEPT[content]] = True


def _finished(rows: Rows, names: Sequence[str], outcomes: Column, left: Column, places: Column) -> None:
    for name, outcome, left_house, place in zip(names, outcomes, left, places, strict=True):
        row = rows[name]
        row[_PLACES] |= _BITS[place]
        row[_OUTCOME], row[_LEFT_HOUSE] = outcome, left_house == "true"


def _erased(rows: Rows, names: Sequence[str], contents: Column) -> None:
    for name, erased in zip(names, contents, strict=True):
        for content, column in _KEPT.items():
            if f'"{content}"' in (erased or ""):
                rows[name][column] = False


def _accessed(rows: Rows, names: Sequence[str], how: Column) -> None:
    for name, said in zip(names, how, strict=True):
        rows[name][_LISTENED] |= said != LOOKED_THROUGH


TOLD: Mapping[str, Telling] = {
    Heard.kind: Telling(("microphone.place", "satellite.entity_id", "satellite.label"), _heard),
    Processed.kind: Telling(("ear.place",), _processed),
    Stored.kind: Telling(("content", "ear.place"), _stored),
    Finished.kind: Telling(("outcome", "left_house", "speech.place"), _finished),
    Erased.kind: Telling(("contents",), _erased),
    Accessed.kind: Telling(("how",), _accessed),
}
"""In this order they can be told of the same utterances, unless one that was stored just now is erased already.

Utterances that are told of by other kinds are looked at one by one, which is right as well and slow."""

OVERTAKEN = (Stored.kind, Erased.kind)
"""Of these two the order matters, where they are told of the same utterance at once."""
