"""Records straight to canonical text.

This does what `canonical` and `plain` do, many times faster, because every entry passes here when it is appended. The
writers are made from the records' annotations, as those are, and held to them by tests.
"""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from json.encoder import encode_basestring
from typing import Any, cast, get_args, get_origin

from .canonical import MAX_INTEGER
from .plain import exactly, fields_of, to_milliseconds

FORMAT_VERSION = 1
"""Version of the body's format, its field `v`. A reader refuses every other version."""


def write_text(kind: type, record: object, index: int) -> str:
    """Return the canonical text of a record's body at this index. Raises ValueError if a field is not what it says."""
    return _record_writer(kind)(record, index)


type _Write = Callable[[Any], str]


@cache
def _record_writer(cls: type) -> Callable[[object, int], str]:
    """Return what writes records of a class: its fields in order, with those that every body has among them."""
    parts = _parts(cls)
    before = [part for part in parts if part[0] < '"index":']
    between = [part for part in parts if '"index":' < part[0] < '"kind":']
    after = [part for part in parts if part[0] > '"kind":']
    kind = f'"kind":{encode_basestring(_kind(cls))}'
    tail = [*after, (f'"v":{FORMAT_VERSION}', "", None, False)]
    tail.sort(key=lambda part: part[0])

    def write(value: object, index: int) -> str:
        exactly(cls, value)
        texts = _texts(before, value)
        texts.append(f'"index":{_integer(index)}')
        texts += _texts(between, value)
        texts.append(kind)
        texts += _texts(tail, value)
        return "{" + ",".join(texts) + "}"

    return write


type _Part = tuple[str, str, _Write | None, bool]
"""A field as it begins in the text, its name, what writes its value (None: nothing more), whether it may be absent."""


def _parts(cls: type) -> list[_Part]:
    return sorted((f'"{name}":', name, _writer(hint), optional) for name, (hint, optional) in fields_of(cls).items())


def _texts(parts: list[_Part], value: object) -> list[str]:
    texts = []
    for begin, name, write, optional in parts:
        if write is None:
            texts.append(begin)
            continue
        part = getattr(value, name)
        if part is not None or not optional:
            texts.append(begin + write(part))
    return texts


@cache
def _writer(hint: Any) -> _Write:
    """Return what writes a value of this annotation."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if get_origin(hint) is tuple:
        write = _writer(get_args(hint)[0])
        return lambda value: "[" + ",".join([write(item) for item in value]) + "]"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        texts: Mapping[str, str] = {member: encode_basestring(member.value) for member in hint}
        return lambda value: texts[hint(value)]
    if is_dataclass(hint):
        cls = cast("type", hint)
        parts = _parts(cls)
        return lambda value: "{" + ",".join(_texts(parts, exactly(cls, value))) + "}"
    raise TypeError(f"no text for {hint}")


def _kind(cls: type) -> str:
    kind: str = vars(cls)["kind"]
    return kind


def _integer(value: Any) -> str:
    if not -MAX_INTEGER <= exactly(int, value) <= MAX_INTEGER:
        raise ValueError("an integer is out of range")
    return str(value)


_SIMPLE: Mapping[Any, _Write] = {
    str: lambda value: encode_basestring(exactly(str, value)),
    bool: lambda value: "true" if exactly(bool, value) else "false",
    int: _integer,
    datetime: lambda value: _integer(to_milliseconds(value)),
}
