"""How a verification tells a row of the list of utterances what entries say, by few fields of their bodies.

It does what `projection` does, for the kinds that every utterance has, without making a record of each entry.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from ..models import ContentKind
from .projection import LOOKED_THROUGH, PLACES, UtteranceRow
from .record import Accessed, Erased, Finished, Heard, Processed, Stored

KEY = 3
"""Columns of a row that stand before those that entries tell of: the utterance, its instant, its first entry."""

BLANK: tuple[Any, ...] = tuple(field.default for field in fields(UtteranceRow)[KEY:])
"""What a row says of which no entry has told yet."""

row_values = attrgetter(*(field.name for field in fields(UtteranceRow)))
"""Returns a row's values in the order of its columns."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one kind tells."""

    fields: tuple[str, ...]
    """Fields of the body, those of a part by their path."""
    tell: Callable[[list[Any], _Said], None]
    """Changes a row's values behind its key. The fields come as they stand in the body, text without its marks."""


type _Said = tuple[str | None, ...]

_COLUMN = {field.name: number for number, field in enumerate(fields(UtteranceRow)[KEY:])}
_SATELLITE, _OUTCOME, _LEFT_HOUSE, _PLACES, _LISTENED = (
    _COLUMN[name] for name in ("satellite", "outcome", "left_house", "places", "listened")
)
_KEPT = {ContentKind.SOUND: _COLUMN["sound_kept"], ContentKind.WORDS: _COLUMN["words_kept"]}
_BITS: Mapping[str | None, int] = {place.value: bit for place, bit in PLACES.items()}


def _heard(row: list[Any], said: _Said) -> None:
    place, entity_id, label = said
    row[_SATELLITE] = entity_id or label
    row[_PLACES] |= _BITS[place]


def _processed(row: list[Any], said: _Said) -> None:
    row[_PLACES] |= _BITS[said[0]]


def _stored(row: list[Any], said: _Said) -> None:
    content, place = said
    row[_PLACES] |= _BITS[place]
    if content in _KEPT:
        row[_KEPT[ContentKind(content)]] = True


def _finished(row: list[Any], said: _Said) -> None:
    row[_OUTCOME], left_house = said
    row[_LEFT_HOUSE] = left_house == "true"


def _erased(row: list[Any], said: _Said) -> None:
    contents = said[0] or ""
    for content, column in _KEPT.items():
        if f'"{content}"' in contents:
            row[column] = False


def _accessed(row: list[Any], said: _Said) -> None:
    row[_LISTENED] = row[_LISTENED] or said[0] != LOOKED_THROUGH


TOLD: Mapping[str, Telling] = {
    Heard.kind: Telling(("microphone.place", "satellite.entity_id", "satellite.label"), _heard),
    Processed.kind: Telling(("ear.place",), _processed),
    Stored.kind: Telling(("content", "ear.place"), _stored),
    Finished.kind: Telling(("outcome", "left_house"), _finished),
    Erased.kind: Telling(("contents",), _erased),
    Accessed.kind: Telling(("how",), _accessed),
}
"""Utterances that are told of by other kinds are looked at one by one, which is right as well and slow."""
