"""Records straight to canonical text.

This does what `canonical` and `plain` do, many times faster, because every entry passes here when it is appended. For
each class of record a function is written from its annotations, as `dataclasses` writes `__init__`, and held to the
plain way by tests.
"""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from json.encoder import encode_basestring
from typing import Any, NoReturn, cast, get_args, get_origin

from .canonical import MAX_INTEGER
from .plain import exactly, fields_of, to_milliseconds

FORMAT_VERSION = 1
"""Version of the body's format, its field `v`. A reader refuses every other version."""


def write_text(kind: type, record: object, index: int) -> str:
    """Return the canonical text of a record's body at this index. Raises ValueError if a field is not what it says."""
    return _record_writer(kind)(record, index)


@cache
def _record_writer(cls: type) -> Callable[[object, int], str]:
    """Return what writes records of a class: its fields in order, with those that every body has among them."""
    code = _Code()
    members = {name: code.member(name, hint, optional=optional) for name, (hint, optional) in fields_of(cls).items()}
    kind: str = vars(cls)["kind"]
    members |= {"index": ('"index":{integer(index)}', False), "kind": (f'"kind":{encode_basestring(kind)}', False)}
    members["v"] = (f'"v":{FORMAT_VERSION}', False)
    return cast("Callable[[object, int], str]", code.function(cls, "value, index", members))


@cache
def _part_writer(cls: type) -> Callable[[object], str]:
    """Return what writes a part of a record."""
    code = _Code()
    members = {name: code.member(name, hint, optional=optional) for name, (hint, optional) in fields_of(cls).items()}
    return code.function(cls, "value", members)


type _Member = tuple[str, bool]
"""A field with its value as the inside of an f-string, and whether it may be absent."""


class _Code:
    """The text of one function, and the names that it knows."""

    def __init__(self) -> None:
        self._names: dict[str, Any] = {"string": _string, "integer": _integer, "truth": _truth, "instant": _instant}

    def member(self, name: str, hint: Any, *, optional: bool) -> _Member:
        """Return the field `name` of the object that is written."""
        return f'"{name}":{{{self._value(f"value.{name}", hint)}}}', optional

    def function(self, cls: type, arguments: str, members: Mapping[str, _Member]) -> Callable[..., str]:
        """Return the function that writes an object of a class with these fields, sorted by their names."""
        pieces, begun = [], False
        for name, (text, optional) in sorted(members.items()):
            if optional:
                # What comes before everything that is sure to be there has its comma behind it, the others before it.
                there = f"{text}," if not begun and _any_sure(members) else f",{text}"
                pieces.append(f"{{'' if value.{name} is None else f'''{there}'''}}")
            else:
                pieces.append(f",{text}" if begun else text)
                begun = True
        inside = "".join(pieces)
        # If nothing is sure to be there, the first comma is one too many.
        whole = f"f'''{{{{{inside}}}}}'''" if begun else f"'{{' + f'''{inside}'''[1:] + '}}'"
        self._names |= {"cls": cls, "exactly": exactly}
        source = f"def write({arguments}):\n if type(value) is not cls:\n  exactly(cls, value)\n return {whole}\n"
        exec(compile(source, f"<canonical text of {cls.__name__}>", "exec"), self._names)  # noqa: S102 - written from our own annotations, a few lines above
        return cast("Callable[..., str]", self._names["write"])

    def _value(self, path: str, hint: Any) -> str:
        """Return the expression for a value of this annotation."""
        if hint in _SIMPLE:
            return f"{_SIMPLE[hint]}({path})"
        if get_origin(hint) is tuple:
            return f'"[" + ",".join([{self._value("item", get_args(hint)[0])} for item in {path}]) + "]"'
        write = self._name(hint)
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            texts = {member: encode_basestring(member.value) for member in hint}
            self._names[write] = lambda value: texts.get(value) or texts[hint(value)]
            self._names[f"{write}s"] = texts
            return f"{write}s.get({path}) or {write}({path})"
        if is_dataclass(hint):
            self._names[write] = _part_writer(cast("type", hint))
            return f"{write}({path})"
        raise TypeError(f"no text for {hint}")

    def _name(self, hint: Any) -> str:
        return f"write_{getattr(hint, '__name__', 'unknown').lower()}"


def _any_sure(members: Mapping[str, _Member]) -> bool:
    return any(not optional for _, optional in members.values())


def _string(value: Any) -> str:
    if type(value) is not str:
        exactly(str, value)
    return encode_basestring(value)


def _integer(value: Any) -> int:
    if type(value) is not int or not -MAX_INTEGER <= value <= MAX_INTEGER:
        exactly(int, value)
        _refuse_integer()
    return value


def _refuse_integer() -> NoReturn:
    raise ValueError("an integer is out of range")


def _truth(value: Any) -> str:
    return "true" if exactly(bool, value) else "false"


def _instant(value: Any) -> int:
    return _integer(to_milliseconds(value))


_SIMPLE: Mapping[Any, str] = {str: "string", bool: "truth", int: "integer", datetime: "instant"}
