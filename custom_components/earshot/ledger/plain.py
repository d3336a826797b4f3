"""Frozen dataclasses to plain values and back, by their annotations alone.

Known annotations: str, int, bool, datetime, string enums, other such dataclasses, `tuple[X, ...]`, and
`X | None`. Instants become whole milliseconds since 1970-01-01T00:00:00Z, rounded down. A field that is None is left
out.
"""

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, cast, get_args, get_origin, get_type_hints

from .canonical import Plain

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_milliseconds(instant: datetime) -> int:
    """Return an instant as whole milliseconds since the epoch. Raises ValueError if it has no time zone."""
    if instant.tzinfo is None:
        raise ValueError("an instant has no time zone")
    return (instant - EPOCH) // _MILLISECOND


def from_milliseconds(milliseconds: int) -> datetime:
    """Return the instant in UTC. Raises ValueError if the calendar does not reach there."""
    try:
        return EPOCH + milliseconds * _MILLISECOND
    except OverflowError as err:
        raise ValueError("an instant is out of range") from err


def to_plain(value: object) -> dict[str, Plain]:
    """Return a dataclass as a plain object. Raises ValueError where a value is not what its field says."""
    hint: Any = type(value)
    return cast("dict[str, Plain]", _writer(hint)(value))


def from_plain[T](cls: type[T], plain: dict[str, Plain]) -> T:
    """Return the dataclass of a plain object. Raises ValueError for a missing, unknown or ill-typed field."""
    hint: Any = cls
    return cast("T", _reader(hint)(plain))


@cache
def fields_of(cls: type) -> dict[str, tuple[Any, bool]]:
    """Return the annotation without `| None`, and whether it may be absent, of each field by its name."""
    hints = get_type_hints(cls)
    found: dict[str, tuple[Any, bool]] = {}
    for field in fields(cls):
        options = get_args(hints[field.name])
        optional = NoneType in options and get_origin(hints[field.name]) is not tuple
        if optional and field.default not in (None, MISSING):
            raise TypeError(f"{cls.__name__}.{field.name}: only None is a default that can be left out")
        hint = next(option for option in options if option is not NoneType) if optional else hints[field.name]
        found[field.name] = (hint, optional)
    return found


@cache
def _writer(hint: Any) -> Callable[[Any], Plain]:
    """Return what turns a value of this annotation into a plain one."""
    if hint in (str, int, bool):
        return lambda value: cast("Plain", exactly(hint, value))
    if hint is datetime:
        return to_milliseconds
    if get_origin(hint) is tuple:
        write = _writer(get_args(hint)[0])
        return lambda value: [write(item) for item in value]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda value: hint(value).value
    if is_dataclass(hint):
        return _object_writer(cast("type", hint))
    raise TypeError(f"no plain form for {hint}")


def _object_writer(cls: type) -> Callable[[Any], Plain]:
    parts = [(name, _writer(hint), optional) for name, (hint, optional) in fields_of(cls).items()]

    def write(value: Any) -> Plain:
        plain: dict[str, Plain] = {}
        for name, write_part, optional in parts:
            part = getattr(exactly(cls, value), name)
            if part is None and optional:
                continue
            plain[name] = write_part(part)
        return plain

    return write


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """Return what turns a plain value into one of this annotation."""
    if hint in (str, int, bool):
        return lambda plain: exactly(hint, plain)
    if hint is datetime:
        return lambda plain: from_milliseconds(exactly(int, plain))
    if get_origin(hint) is tuple:
        read = _reader(get_args(hint)[0])
        return lambda plain: tuple(read(item) for item in exactly(list, plain))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda plain: hint(exactly(str, plain))
    if is_dataclass(hint):
        return _object_reader(cast("type", hint))
    raise TypeError(f"no plain form for {hint}")


def _object_reader(cls: type) -> Callable[[Any], Any]:
    parts = {name: (_reader(hint), optional) for name, (hint, optional) in fields_of(cls).items()}
    needed = {name for name, (_, optional) in parts.items() if not optional}

    def read(plain: Any) -> Any:
        names = exactly(dict, plain).keys()
        if not needed <= names <= parts.keys():
            raise ValueError(f"{cls.__name__} has missing or unknown fields")
        return cls(**dict.fromkeys(parts.keys() - names) | {n: parts[n][0](plain[n]) for n in names})

    return read


def exactly[T](cls: type[T], value: object) -> T:
    """Return the value if it is of just this type: a bool is no int here, and a subclass no record.

    Raises ValueError.
    """
    if type(value) is not cls:
        raise ValueError(f"{type(value).__name__} instead of {cls.__name__}")
    return value
