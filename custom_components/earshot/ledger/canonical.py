"""The one way to write a JSON object as bytes, so that equal values have equal hashes.

It is RFC 8785 (JSON Canonicalization Scheme) restricted to what a ledger needs: UTF-8, keys sorted, no
white space, and no floating-point numbers. Integers stay within ±(2^53 - 1), which every JSON parser reads
exactly. Absent values are left out; `null` never occurs.
"""

from collections.abc import Mapping
import json
from typing import NoReturn

from ..errors import LedgerCorruptError

type Plain = str | int | bool | list[Plain] | dict[str, Plain]
"""What a canonical body consists of."""

MAX_INTEGER = 2**53 - 1
"""The largest integer that a parser with floating-point numbers still reads exactly (RFC 8785, 3.2.2.3)."""

MAX_BODY_BYTES = 64 * 1024
"""A body is a few hundred bytes; a hundred times that is a file that is not ours, and not worth parsing."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def encode(value: Mapping[str, Plain], limit: int = MAX_BODY_BYTES) -> bytes:
    """Return the canonical bytes of an object, at most `limit` of them.

    Raises ValueError for what has no canonical form: a float, null, an integer out of range, half a
    surrogate pair, a key that is not ASCII, or an object that is too large.
    """
    _check(value)
    data = _ENCODER.encode(value).encode()
    if len(data) > limit:
        raise ValueError(f"a body of {len(data)} bytes is too large")
    return data


def decode(data: bytes, limit: int = MAX_BODY_BYTES) -> dict[str, Plain]:
    """Return the object of canonical bytes, of which there are at most `limit`.

    Bytes that `encode` would not have written are refused. Raises LedgerCorruptError.
    """
    if not isinstance(data, bytes):
        # SQLite gives back what somebody put there, whatever the column's type.
        raise LedgerCorruptError("a body is no bytes")
    if len(data) > limit:
        raise LedgerCorruptError("a body is too large")
    try:
        value = _DECODER.decode(data.decode())
        if not isinstance(value, dict) or encode(value, limit) != data:
            raise ValueError("not canonical")  # noqa: TRY301 - the one place that turns it into the domain's error
    except (ValueError, RecursionError) as err:
        # The bytes themselves stay out of the message: a damaged body could hold anything.
        raise LedgerCorruptError("a body is not canonical JSON") from err
    return value


def _check(value: object) -> None:
    """Raise ValueError unless the value consists of what a body may hold."""
    # Every value of every entry passes here, twice in a verification: hence exact types and no pattern matching.
    if isinstance(value, dict):
        for key, item in value.items():
            if type(key) is not str or not key.isascii():
                raise ValueError("a key is not an ASCII string")
            if type(item) is not str:
                _check(item)
    elif type(value) is int:
        if not -MAX_INTEGER <= value <= MAX_INTEGER:
            raise ValueError("an integer is out of range")
    elif type(value) is list:
        for item in value:
            _check(item)
    elif type(value) not in _SIMPLE:
        raise ValueError(f"{type(value).__name__} has no canonical form")


def _refuse(_: str) -> NoReturn:
    raise ValueError("a number is not an integer")


_DECODER = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse)
_SIMPLE = frozenset({str, bool})
