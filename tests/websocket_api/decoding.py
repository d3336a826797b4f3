"""Reads an answer back into the value that it was made of, by its declared type alone: what does not fit is refused."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum, StrEnum
from types import NoneType, UnionType
from typing import Any, Literal, TypeAliasType, Union, get_args, get_origin, get_type_hints

from custom_components.earshot.ledger.record import KINDS

SCALARS = (bool, int, float, str, NoneType)


class MisfitError(Exception):
    """A value is not of its type."""


def decode(annotation: Any, value: Any) -> Any:
    """Return a value of the annotated type. Raises MisfitError, also for a key too many or one too few."""
    if isinstance(annotation, TypeAliasType):
        return decode(annotation.__value__, value)
    if isinstance(annotation, UnionType) or get_origin(annotation) is Union:
        return _one_of(get_args(annotation), value)
    if annotation is None or annotation in SCALARS:
        # A boolean is an int to Python, and no number to JSON.
        return value if type(value) is (annotation or NoneType) else _refuse(annotation, value)
    if isinstance(annotation, type) and issubclass(annotation, datetime | Enum):
        return _of_text(annotation, value)
    return _of_parts(annotation, value)


def _of_text(annotation: Any, value: Any) -> Any:
    if annotation is StrEnum:
        # A member of some enumeration: nobody says which.
        return value if isinstance(value, str) else _refuse(annotation, value)
    try:
        return datetime.fromisoformat(value) if annotation is datetime else annotation(value)
    except TypeError, ValueError:
        return _refuse(annotation, value)


def _of_parts(annotation: Any, value: Any) -> Any:
    origin, arguments = get_origin(annotation) or annotation, get_args(annotation)
    if origin is Literal:
        return value if value in arguments else _refuse(annotation, value)
    if origin is tuple and arguments[-1] is Ellipsis and isinstance(value, list):
        return tuple(decode(arguments[0], item) for item in value)
    if isinstance(origin, type) and issubclass(origin, Mapping) and isinstance(value, dict):
        return {decode(arguments[0], key): decode(arguments[1], item) for key, item in value.items()}
    if is_dataclass(origin) and isinstance(origin, type) and isinstance(value, dict):
        return _dataclass(origin, dict(zip(origin.__type_params__, arguments, strict=True)), value)
    return _refuse(annotation, value)


def _dataclass(kind: Any, parameters: Mapping[object, Any], value: dict[str, Any]) -> Any:
    hints = get_type_hints(kind)
    value = dict(value)
    if kind in KINDS.values() and value.pop("kind", None) != kind.kind:
        return _refuse(kind, value)
    if set(value) != {field.name for field in fields(kind)}:
        return _refuse(kind, value)
    decoded = {field.name: decode(_filled(hints[field.name], parameters), value[field.name]) for field in fields(kind)}
    made = kind(**{field.name: decoded[field.name] for field in fields(kind) if field.init})
    if any(getattr(made, name) != item for name, item in decoded.items()):
        return _refuse(kind, value)
    return made


def _filled(annotation: Any, parameters: Mapping[object, Any]) -> Any:
    """Put what a generic class was made with in the place of its parameters."""
    if not parameters:
        return annotation
    if isinstance(annotation, UnionType) or get_origin(annotation) is Union:
        return Union[tuple(parameters.get(part, part) for part in get_args(annotation))]  # noqa: UP007 - made while running
    return parameters.get(annotation, annotation)


def _one_of(annotations: tuple[Any, ...], value: Any) -> Any:
    for annotation in annotations:
        try:
            return decode(annotation, value)
        except MisfitError:
            continue
    return _refuse(annotations, value)


def _refuse(annotation: Any, value: Any) -> Any:
    raise MisfitError(f"{value!r:.200} is no {annotation}")
