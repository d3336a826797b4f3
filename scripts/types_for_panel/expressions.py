"""A Python annotation as a TypeScript type, by the rules of `ledger.jsonable.to_json`."""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
import json
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeAliasType, TypeVar, Union, get_args, get_origin

from .names import name_of

PLAIN: Final[Mapping[object, str]] = {
    None: "null",
    NoneType: "null",
    bool: "boolean",
    int: "number",
    float: "number",
    str: "string",
    datetime: "Instant",
    date: "Day",
    Any: "unknown",
}

type Meet = Callable[[object], None]
"""Told of every class and alias that an expression names, so that it is declared as well."""


class NoTypeError(Exception):
    """An annotation has no JSON form."""


def expression(annotation: object, meet: Meet) -> str:
    """Return the TypeScript type of an annotation. Raises NoTypeError."""
    if isinstance(annotation, UnionType) or get_origin(annotation) is Union:
        parts = dict.fromkeys(expression(part, meet) for part in get_args(annotation))
        # Null stands last, where a reader looks for it.
        return " | ".join(sorted(parts, key=lambda part: part == "null"))
    if get_origin(annotation) is not None:
        return _of_parts(annotation, meet)
    if isinstance(annotation, TypeVar):
        return annotation.__name__
    return PLAIN[annotation] if annotation in PLAIN else _named(annotation, meet)


def _named(annotation: object, meet: Meet) -> str:
    is_class = isinstance(annotation, type) and (is_dataclass(annotation) or issubclass(annotation, Enum))
    if not is_class and not isinstance(annotation, TypeAliasType):
        raise NoTypeError(f"{annotation!r} has no form in JSON")
    if annotation in {Enum, StrEnum}:
        return "string"  # a member of some enumeration
    meet(annotation)
    return name_of(annotation)


def _of_parts(annotation: object, meet: Meet) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return " | ".join(json.dumps(argument) for argument in arguments)
    if origin in {tuple, list}:
        if origin is tuple and arguments[-1] is not Ellipsis:
            return f"readonly [{', '.join(expression(part, meet) for part in arguments)}]"
        inner = expression(arguments[0], meet)
        return f"readonly ({inner})[]" if " " in inner else f"readonly {inner}[]"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, value = (expression(part, meet) for part in arguments)
        # Not every member of an enumeration has to be there.
        return (
            f"Readonly<{{ [key: string]: {value} }}>" if key == "string" else f"{{ readonly [K in {key}]?: {value} }}"
        )
    if is_dataclass(origin):
        meet(origin)
        return f"{name_of(origin)}<{', '.join(expression(part, meet) for part in arguments)}>"
    raise NoTypeError(f"{annotation!r} has no form in JSON")
