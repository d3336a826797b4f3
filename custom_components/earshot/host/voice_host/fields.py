"""Reading an event's data with the care that data from outside needs. Everything wrong is a RefusedError."""

from collections.abc import Mapping
from typing import Any

from .faults import RefusedError


def text(data: Mapping[str, Any], name: str) -> str | None:
    """Return the string `name`, or None where it is absent or null."""
    value = data.get(name)
    if value is not None and not isinstance(value, str):
        raise RefusedError(f"The field {name} is no text.")
    return value


def needed_text(data: Mapping[str, Any], name: str) -> str:
    """Return the string `name`."""
    value = text(data, name)
    if value is None:
        raise RefusedError(f"The field {name} is missing.")
    return value


def texts(data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return the list of strings `name`; empty where it is absent or null."""
    value = data.get(name)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise RefusedError(f"The field {name} is no list of texts.")
    return tuple(value)


def mapping(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return the object `name`; empty where it is absent or null."""
    value = data.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise RefusedError(f"The field {name} is no object.")
    return value


def number(data: Mapping[str, Any], name: str, *, least: float, most: float) -> float | None:
    """Return the number `name` within its bounds, or None where it is absent or null."""
    value = data.get(name)
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= most:
        raise RefusedError(f"The field {name} is no number from {least} to {most}.")
    return float(value)


def whole(data: Mapping[str, Any], name: str) -> int | None:
    """Return the whole number `name`, or None where it is absent or null."""
    value = data.get(name)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise RefusedError(f"The field {name} is no whole number.")
    return value


def flag(data: Mapping[str, Any], name: str) -> bool:
    """Return whether `name` is true; False where it is absent or null."""
    value = data.get(name)
    if value is not None and not isinstance(value, bool):
        raise RefusedError(f"The field {name} is neither true nor false.")
    return bool(value)
