"""Rows as the database has them: instants in milliseconds since the epoch, and enums by value."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta
import json
import sqlite3
from typing import Any, Final

from ...models import ContentKind, Satellite
from ..consent import Consent, ConsentEnd
from ..purposes import Purpose
from ..states import OfferState
from .rows import Donation, Offer, Review

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)

type Row = Consent | Offer | Donation | Review

TABLES: Final[Mapping[type[Any], str]] = {
    Consent: "consent",
    Offer: "offer",
    Donation: "donation",
    Review: "review",
}
_INSTANTS: Final = frozenset(
    {
        *("given", "until", "ended", "said", "at", "drop_at", "made"),
        *("entered", "delivered", "withdraw_asked", "asked"),
    }
)
_TRUTHS: Final = frozenset({"by_hand", "times_unknown", "has_label"})


def values(row: Row) -> dict[str, Any]:
    """Return a row's values by the names of their columns."""
    return {field.name: _plain(getattr(row, field.name)) for field in fields(row)}


def read[R: Row](kind: type[R], row: sqlite3.Row) -> R:
    """Return what a row of the database says. Raises ValueError or KeyError if it is none of ours."""
    told = {field.name: _read(kind, field.name, row[field.name]) for field in fields(kind)}
    return kind(**told)


def milliseconds(instant: datetime) -> int:
    """Return an instant in milliseconds since the epoch."""
    return (instant - _EPOCH) // _MILLISECOND


def instant(number: int) -> datetime:
    """Return the instant of so many milliseconds since the epoch."""
    return _EPOCH + number * _MILLISECOND


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return milliseconds(value)
        case Satellite():
            return json.dumps({"label": value.label, "entity_id": value.entity_id, "area": value.area})
        case tuple():
            return ",".join(value)
        case bool():
            return int(value)
        case Purpose() | OfferState() | ConsentEnd():
            return value.value
    return value


def _read(kind: type[Any], name: str, value: Any) -> Any:
    if name == "satellite":
        return Satellite(**json.loads(value))
    if name == "contents":
        return tuple(ContentKind(one) for one in value.split(",") if one)
    if name in _TRUTHS or (kind is Review and name == "entered"):
        return bool(value)
    if value is None:
        return None
    if name in _INSTANTS:
        return instant(value)
    enum = {"purpose": Purpose, "state": OfferState, "end": ConsentEnd}.get(name)
    return value if enum is None else enum(value)
