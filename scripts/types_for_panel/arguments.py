"""What a command takes: a schema's validators as TypeScript types, with their limits and defaults in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
import json
from typing import Any, Final

from homeassistant.helpers import config_validation as cv
import probatio

from custom_components.earshot.websocket_api.answering import instant

from .expressions import Meet, NoTypeError, expression

FUNCTIONS: Final[Mapping[object, object]] = {instant: datetime, cv.datetime: datetime, cv.date: date}
MADE: Final[Mapping[str, object]] = {"entity_domain.<locals>.validate": str}
"""Validators that Home Assistant makes anew for each schema, by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of a command."""

    name: str
    required: bool
    type: str
    note: str
    """Its limits, and what holds where it is left out. Empty: there is nothing to say."""


def arguments_of(schema: Mapping[Any, Any], meet: Meet) -> tuple[Argument, ...]:
    """Return the arguments of a schema, in its order. Raises NoTypeError for a validator that is not described here."""
    return tuple(_argument(marker, validator, meet) for marker, validator in schema.items())


def _argument(marker: Any, validator: Any, meet: Meet) -> Argument:
    notes = [*_limits(validator)]
    default = getattr(marker, "default", probatio.UNDEFINED)
    if callable(default):
        notes.append(f"{json.dumps(default())} if left out")
    return Argument(
        name=str(marker),
        required=isinstance(marker, probatio.Required),
        type=" | ".join(_types(validator, meet)),
        note="; ".join(notes),
    )


def _types(validator: Any, meet: Meet) -> list[str]:
    """Return the types of what a validator takes, null last."""
    match validator:
        case probatio.All(validators=[first, *_]):
            # What comes behind the first one makes narrower what it takes, or another value of it.
            return _types(first, meet)
        case probatio.Any(validators=parts):
            found = dict.fromkeys(one for part in parts for one in _types(part, meet))
            return sorted(found, key=lambda one: one == "null")
        case probatio.In(container=values):
            return [json.dumps(value) for value in values]
        case [inner]:
            parts = _types(inner, meet)
            return [f"readonly ({' | '.join(parts)})[]" if len(parts) > 1 else f"readonly {parts[0]}[]"]
        case _:
            return [_type(validator, meet)]


def _type(validator: Any, meet: Meet) -> str:
    match validator:
        case probatio.Coerce(type=kind):
            return expression(kind, meet)
        case str():
            return json.dumps(validator)
        case None | type():
            return expression(validator, meet)
    known = FUNCTIONS.get(validator) or MADE.get(getattr(validator, "__qualname__", ""))
    if known is None:
        raise NoTypeError(f"{validator!r} is not described in {__name__}")
    return expression(known, meet)


def _limits(validator: Any) -> Iterator[str]:
    match validator:
        case probatio.Range(min=least, max=most):
            yield f"{least} or more" if most is None else f"{least} to {most}"
        case probatio.Length(min=least, max=most):
            yield f"{least} to {most} characters"
        case probatio.All(validators=parts) | probatio.Any(validators=parts):
            for part in parts:
                yield from _limits(part)
        case _:
            pass
