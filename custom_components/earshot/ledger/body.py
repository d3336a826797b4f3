"""The canonical body of an entry: one record, its place in the ledger, and the format's version.

The index is part of what is hashed, so an entry that was moved, dropped or doubled shows itself.
"""

import json

from ..errors import LedgerCorruptError
from .body_text import FORMAT_VERSION, write_text
from .canonical import MAX_BODY_BYTES, decode
from .plain import from_plain
from .record import KINDS, Record


def encode_body(index: int, record: Record) -> bytes:
    """Return the canonical body of a record at this index. Raises ValueError if a field is not what it should be."""
    body = write_text(type(record), record, index).encode()
    if len(body) > MAX_BODY_BYTES:
        raise ValueError(f"a body of {len(body)} bytes is too large")
    return body


def read_body(body: bytes) -> Record:
    """Return the record of a body that is known to be canonical: it was checked a moment ago, or written here.

    Raises LedgerCorruptError.
    """
    try:
        plain = json.loads(body)
        return from_plain(KINDS[plain["kind"]], {name: plain[name] for name in plain.keys() - _OWN})
    except (ValueError, KeyError, TypeError, AttributeError) as err:
        raise LedgerCorruptError("a body is no record") from err


def decode_body(body: bytes) -> tuple[int, Record]:
    """Return the index and the record of a canonical body. Raises LedgerCorruptError."""
    plain = decode(body)
    version, index, kind = plain.pop("v", None), plain.pop("index", None), plain.pop("kind", None)
    if version != FORMAT_VERSION or type(index) is not int or not isinstance(kind, str) or kind not in KINDS:
        raise LedgerCorruptError("a body has no known version, index or kind")
    try:
        return index, from_plain(KINDS[kind], plain)
    except ValueError as err:
        raise LedgerCorruptError(f"a body is no record of its kind: {kind}") from err


_OWN = frozenset({"v", "index", "kind"})
