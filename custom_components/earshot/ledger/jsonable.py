"""The ledger's values as JSON for browsers and diagnostics: ISO 8601 instants, enums by value, null for None.

This is for reading. What is hashed is written by `canonical`.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from .record import KINDS


def to_json(value: object) -> Any:
    """Return a view, a record, a page, a verdict, or anything made of them as JSON values. A record names its kind."""
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | str():
            return value
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="milliseconds")
        case tuple() | list():
            return [to_json(item) for item in value]
        case Mapping():
            return {to_json(key): to_json(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        plain = {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
        return {"kind": value.kind, **plain} if type(value) in _RECORDS else plain  # type: ignore[attr-defined]  # only records reach it
    raise TypeError(f"{type(value).__name__} has no JSON form")


_RECORDS = frozenset(KINDS.values())
