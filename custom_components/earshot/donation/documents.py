"""The one way to write a document of this protocol as bytes, and to read one that a stranger wrote.

A document is a JSON object in canonical form (RFC 8785, restricted): UTF-8, ASCII keys in their order, no white space,
strings with only the escapes that JSON demands, integers within ±(2^53 - 1), no floating-point number, no null: what is
absent is left out. Whatever is not exactly this is refused, so two documents with one meaning have one hash.

Everything here raises ValueError, and says in it which field is wrong and never what stood there. Each parser turns
it into the one error of its own.
"""

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
import json
import re
from typing import Final, NoReturn

from .encoding import from_base64url
from .texts import checked_text

type Plain = str | int | bool | list[Plain] | dict[str, Plain]
"""What a document consists of."""

FORMAT: Final = 1
"""The version of every document. One that is written otherwise gets another number, and old readers refuse it."""

MAX_INTEGER: Final = 2**53 - 1
"""The largest integer that a parser with floating-point numbers still reads exactly (RFC 8785, 3.2.2.3)."""

_INSTANT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", re.ASCII)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_HEX: Final = re.compile(r"(?:[0-9a-f]{2})+", re.ASCII)
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def write_document(value: Mapping[str, Plain], limit: int) -> bytes:
    """Return the canonical bytes of an object, at most `limit` of them. Raises ValueError for what has none."""
    _check(value)
    try:
        data = _ENCODER.encode(value).encode()
    except UnicodeEncodeError:
        raise ValueError("half a surrogate pair has no canonical form") from None
    if len(data) > limit:
        raise ValueError("a document is too large")
    return data


def read_document(data: bytes, limit: int) -> dict[str, Plain]:
    """Return the object of canonical bytes, of which there are at most `limit`. Raises ValueError."""
    value = read_json(data, limit)
    try:
        written = write_document(value, limit)
    except RecursionError as err:
        raise ValueError("a document is nested too deeply") from err
    if written != data:
        raise ValueError("a document is not canonical")
    return value


def read_json(data: bytes, limit: int) -> dict[str, Plain]:
    """Return the object of any JSON, at most `limit` bytes of it, before a value in it is believed. Raises ValueError.

    For what is not signed: an answer over HTTP, which another implementation may space otherwise.
    """
    if len(data) > limit:
        raise ValueError("a document is too large")
    try:
        value = _DECODER.decode(data.decode())
    except (ValueError, RecursionError) as err:
        # The bytes themselves stay out of the message: they could hold anything.
        raise ValueError("a document is not JSON of integers and texts") from err
    if not isinstance(value, dict):
        raise ValueError("a document is not an object")  # noqa: TRY004 - bytes that are wrong, not a caller
    return value


def instant_text(instant: datetime) -> str:
    """Return an instant in UTC, whole seconds, rounded down. Raises ValueError if it has no time zone."""
    if instant.tzinfo is None:
        raise ValueError("an instant has no time zone")
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


class Fields:
    """The fields of an object that a stranger wrote. Each is taken once; `done` refuses what is left."""

    def __init__(self, value: Plain) -> None:
        """Take up an object. Raises ValueError for anything else."""
        if not isinstance(value, dict):
            raise ValueError("an object is expected")  # noqa: TRY004 - bytes that are wrong, not a caller
        self._left = dict(value)

    def done(self) -> None:
        """Raise ValueError if there is a field that nobody knows."""
        if self._left:
            raise ValueError("a field is unknown")

    def format(self) -> None:
        """Take the version of the document. Raises ValueError for another than this one."""
        if self.number("format", 0, MAX_INTEGER) != FORMAT:
            raise ValueError("a document is of another version")

    def has(self, name: str) -> bool:
        """Return whether there is such a field."""
        return name in self._left

    def value(self, name: str) -> Plain:
        """Take a field of any kind."""
        try:
            return self._left.pop(name)
        except KeyError:
            raise ValueError(f"{name} is missing") from None

    def string(self, name: str) -> str:
        """Take any string, not checked further."""
        value = self.value(name)
        if not isinstance(value, str):
            raise ValueError(f"{name} is not a string")  # noqa: TRY004 - bytes that are wrong, not a caller
        return value

    def text(self, name: str, most: int, *, lines: bool = False) -> str:
        """Take a text for people, of 1 to `most` characters. `lines`: it may have several."""
        return checked_text(self.string(name), name, most, lines=lines)

    def matching(self, name: str, pattern: re.Pattern[str]) -> str:
        """Take a string that is wholly of a pattern."""
        value = self.string(name)
        if pattern.fullmatch(value) is None:
            raise ValueError(f"{name} is malformed")
        return value

    def number(self, name: str, least: int, most: int) -> int:
        """Take an integer between two limits, both allowed."""
        value = self.value(name)
        if type(value) is not int or not least <= value <= most:
            raise ValueError(f"{name} is no number, or out of range")
        return value

    def flag(self, name: str) -> bool:
        """Take true or false."""
        value = self.value(name)
        if not isinstance(value, bool):
            raise ValueError(f"{name} is not true or false")  # noqa: TRY004 - bytes that are wrong, not a caller
        return value

    def hexadecimal(self, name: str, size: int) -> str:
        """Take `size` bytes in lower-case hexadecimal, as text."""
        value = self.matching(name, _HEX)
        if len(value) != 2 * size:
            raise ValueError(f"{name} has the wrong length")
        return value

    def binary(self, name: str, size: int) -> bytes:
        """Take `size` bytes in base64url."""
        value = from_base64url(self.string(name))
        if len(value) != size:
            raise ValueError(f"{name} has the wrong length")
        return value

    def instant(self, name: str) -> datetime:
        """Take an instant."""
        value = self.matching(name, _INSTANT)
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{name} is not in the calendar") from None

    def day(self, name: str) -> date:
        """Take a day."""
        return day_of(self.matching(name, _DAY))

    def choice[E: StrEnum](self, name: str, kinds: type[E]) -> E:
        """Take one of an enumeration."""
        try:
            return kinds(self.string(name))
        except ValueError:
            raise ValueError(f"{name} is not known") from None

    def one_of(self, name: str, allowed: Collection[str]) -> str:
        """Take one of some strings."""
        value = self.string(name)
        if value not in allowed:
            raise ValueError(f"{name} is not known")
        return value

    def array(self, name: str, most: int) -> list[Plain]:
        """Take a list of at most so many."""
        value = self.value(name)
        if not isinstance(value, list) or len(value) > most:
            raise ValueError(f"{name} is no list, or too long")
        return value


def day_of(text: str) -> date:
    """Return the day of a text in its one form, as 2026-11-29. Raises ValueError."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError("a day is not in the calendar") from None
    if day.isoformat() != text:
        raise ValueError("a day is malformed")
    return day


def _check(value: object) -> None:
    """Raise ValueError unless the value consists of what a document may hold."""
    if isinstance(value, dict):
        for key, item in value.items():
            if type(key) is not str or not key.isascii():
                raise ValueError("a key is not an ASCII string")
            _check(item)
    elif isinstance(value, list):
        for item in value:
            _check(item)
    elif type(value) is int:
        if not -MAX_INTEGER <= value <= MAX_INTEGER:
            raise ValueError("an integer is out of range")
    elif type(value) not in {str, bool}:
        raise ValueError(f"{type(value).__name__} has no canonical form")


def _refuse(_: str) -> NoReturn:
    raise ValueError("a number is not an integer")


_DECODER: Final = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse)
