"""How a verification tells a row of the list of utterances what entries say, by few fields of their bodies.

It does what `projection` does, for the kinds that every utterance has, without making a record of each entry.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from .projection import UtteranceRow
from .record import Finished, Heard

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
    tell: Callable[[list[Any], tuple[str | None, ...]], None]
    """Changes a row's values behind its key. The fields come as they stand in the body, without quotation marks."""


_COLUMN = {field.name: number for number, field in enumerate(fields(UtteranceRow)[KEY:])}
_SATELLITE, _OUTCOME, _LEFT_HOUSE = (_COLUMN[name] for name in ("satellite", "outcome", "left_house"))


def _heard(row: list[Any], said: tuple[str | None, ...]) -> None:
    entity_id, label = said
    row[_SATELLITE] = entity_id or label


def _finished(row: list[Any], said: tuple[str | None, ...]) -> None:
    row[_OUTCOME], left_house = said
    row[_LEFT_HOUSE] = left_house == "true"


TOLD: Mapping[str, Telling] = {
    Heard.kind: Telling(("satellite.entity_id", "satellite.label"), _heard),
    Finished.kind: Telling(("outcome", "left_house"), _finished),
}
"""Utterances that are told of by other kinds are looked at one by one, which is right as well and slow."""
