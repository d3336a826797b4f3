"""Canonical text recognised as a record, by one regular expression for each kind.

Verifying looks at every body of a ledger. A pattern tells in one step what parsing it, checking its fields and encoding
them again would: that it is a canonical body of its kind. The patterns are made from the records' annotations, as the
writers of `body_text` are, and held to `decode_body` by tests.

A pattern may fail to recognise a good body (a number of an unlikely size). It never takes a bad one for good.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
import json
import re
from typing import Any, cast, get_args, get_origin

from .body_text import FORMAT_VERSION
from .canonical import MAX_BODY_BYTES
from .plain import fields_of

INDEX, AT, UTTERANCE = "index", "at", "utterance_id"


type Columns = Mapping[str, Sequence[str | None]]
"""Fields of many bodies, each one's values by its name, as they stand in the text; text without its quotation marks."""


@dataclass(frozen=True, slots=True)
class Recogniser:
    """How bodies of one kind are recognised, and which of their fields are handed out."""

    match: Callable[[str], re.Match[str] | None]
    """Matches the whole text of a canonical body. Its groups are the fields, None where one is absent."""
    fields: tuple[str, ...]
    """The names of the groups in their order: always `index`, `at` and, where the kind has one, `utterance_id`."""

    def columns(self, matches: Sequence[re.Match[str]]) -> Columns:
        """Return the fields of many bodies."""
        return dict(zip(self.fields, zip(*[match.groups() for match in matches], strict=True), strict=True))


@cache
def recogniser(kind: type, told: tuple[str, ...] = ()) -> Recogniser:
    """Return the recogniser of a kind of record, which also hands out the fields `told`.

    A field of a part is named by its path, for example `satellite.label`. Text may hold escapes; `unescaped` makes it
    what it means.
    """
    pattern = re.compile(_Patterns(told, any_text=True).record(kind))
    return Recogniser(pattern.fullmatch, _fields(pattern))


@cache
def quick_reader(kind: type, told: tuple[str, ...] = ()) -> Callable[[Sequence[bytes]], Columns | None]:
    """Return what reads the same of many bodies at once, or None if one of them is not recognised.

    Text with escapes, or beyond U+00FF, is not recognised. An absent field is empty text. Raises UnicodeDecodeError.
    """
    # One call for many bodies, each on its own line: no canonical body has a line break in it, nor half a character at
    # its end.
    line = re.compile(f"^{_Patterns(told, any_text=False).record(kind)}\n", re.MULTILINE)
    fields = _fields(line)

    def read(bodies: Sequence[bytes]) -> Columns | None:
        text = b"\n".join([*bodies, b""]).decode()
        found = line.findall(text)
        # So many lines, and each of them matched: nothing was passed over.
        if not len(found) == len(bodies) == text.count("\n"):
            return None
        return dict(zip(fields, zip(*found, strict=True), strict=True))

    return read


def _fields(pattern: re.Pattern[str]) -> tuple[str, ...]:
    # A group's name holds no dot.
    return tuple(name.replace("__", ".") for name, _ in sorted(pattern.groupindex.items(), key=lambda one: one[1]))


def unescaped(text: str | None) -> str | None:
    """Return what a text means that stood between quotation marks in a canonical body."""
    if text is None or "\\" not in text:
        return text
    return cast("str", json.loads(f'"{text}"'))


def glance(kind: type, body: bytes) -> tuple[int, str | None, int] | None:
    """Return the index, the utterance's identifier and the instant (in milliseconds) that a canonical body names.

    Return None if this quick look cannot tell that it is a canonical body of this kind. That is no verdict: numbers of
    an unlikely size are left to `decode_body`.
    """
    if type(body) is not bytes or len(body) > MAX_BODY_BYTES:
        return None
    try:
        found = recogniser(kind).match(body.decode())
    except UnicodeDecodeError:
        return None
    if found is None:
        return None
    said = found.groupdict()
    index, at = int(said[INDEX]), int(said[AT])
    return (index, said.get(UTTERANCE), at) if (str(index), str(at)) == (said[INDEX], said[AT]) else None


_LATIN = r"[ !#-\[\]-\xff]*+"
"""Text without an escape in western alphabets: it is told by one table, in half the time that `_PLAIN` takes."""
_PLAIN = r'[^"\\\x00-\x1f]*+'
_ESCAPE = r'\\(?:["\\bfnrt]|u00(?:0[0-7bef]|1[0-9a-f]))'
"""What the canonical form escapes, in the one way in which it does (RFC 8785, 3.2.2.2)."""
_INTEGER = "(?:[1-9][0-9]{0,14}+|0|-[1-9][0-9]{0,14}+)"
"""Fewer digits than the largest integer that is allowed."""
_INSTANT = "(?:[1-9][0-9]{0,13}+|0)"
"""Until the year 5138, in milliseconds."""
_DIGITS = {INDEX: "[0-9]{1,15}+", AT: "[0-9]{1,14}+"}
"""Numbers of which more is asked than a pattern tells. Whoever holds their text to that of a number finds it canonical
too, without a leading zero."""

type _Members = Mapping[str, tuple[str, bool]]
"""The pattern of each value by its field's name, and whether the field may be absent."""


class _Patterns:
    """Makes patterns. The fields that everybody asks for, and those that are `told`, become groups."""

    def __init__(self, told: tuple[str, ...], *, any_text: bool) -> None:
        self._named = frozenset({INDEX, AT, UTTERANCE, *told})
        self._text = rf"{_PLAIN}(?:{_ESCAPE}{_PLAIN})*+" if any_text else _LATIN
        self._identifier = _PLAIN if any_text else _LATIN

    def record(self, kind: type) -> str:
        """Return the pattern of a record's body, with the fields that every body has."""
        members = dict(self._members(kind, ""))
        members[INDEX], members[AT] = ((self._group(name, _DIGITS[name]), False) for name in (INDEX, AT))
        members["kind"] = (f'"{vars(kind)["kind"]}"', False)
        members["v"] = (str(FORMAT_VERSION), False)
        return _object(members)

    def _members(self, cls: type, path: str) -> _Members:
        return {name: (self._value(path + name, hint), optional) for name, (hint, optional) in fields_of(cls).items()}

    def _group(self, path: str, pattern: str) -> str:
        return f"(?P<{path.replace('.', '__')}>{pattern})" if path in self._named else pattern

    def _value(self, path: str, hint: Any) -> str:
        """Return the pattern of a value of this annotation."""
        if hint is str:
            # An identifier with an escape in it is not one of ours; it is left to a closer look.
            return f'"{self._group(path, self._identifier if path == UTTERANCE else self._text)}"'
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return f'"{self._group(path, "(?:" + "|".join(re.escape(member.value) for member in hint) + ")")}"'
        simple = {bool: "(?:true|false)", int: _INTEGER, datetime: _INSTANT}
        if hint in simple:
            return self._group(path, simple[hint])
        if get_origin(hint) is tuple:
            item = self._value("", get_args(hint)[0])
            return self._group(path, rf"\[(?:{item}(?:,{item})*)?\]")
        if is_dataclass(hint):
            return _object(self._members(cast("type", hint), f"{path}."))
        raise TypeError(f"no pattern for {hint}")


def _object(members: _Members) -> str:
    """Return the pattern of an object. A comma stands behind every field but the last that is there."""
    fields = [(f'"{name}":{pattern}', optional) for name, (pattern, optional) in sorted(members.items())]
    sure = next((at for at, (_, optional) in enumerate(fields) if not optional), None)
    if sure is None:
        # Any of them may be the first.
        starts = [
            first + "".join(f"(?:,{later}|)" for later, _ in fields[at + 1 :]) for at, (first, _) in enumerate(fields)
        ]
        return r"\{(?:" + "|".join(starts) + r"|)\}"
    before = "".join(f"(?:{field},|)" for field, _ in fields[:sure])
    behind = "".join(f"(?:,{field}|)" if optional else f",{field}" for field, optional in fields[sure + 1 :])
    return rf"\{{{before}{fields[sure][0]}{behind}\}}"
