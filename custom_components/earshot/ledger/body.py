"""The canonical body of an entry: one record, its place in the ledger, and the format's version.

The index is part of what is hashed, so an entry that was moved, dropped or doubled shows itself.
"""

from ..errors import LedgerCorruptError
from .canonical import decode, encode
from .plain import from_plain, to_plain
from .record import KINDS, Record

FORMAT_VERSION = 1
"""Version of the body's format, its field `v`. A reader refuses every other version."""


def encode_body(index: int, record: Record) -> bytes:
    """Return the canonical body of a record at this index. Raises ValueError if a field is not what it should be."""
    return encode(to_plain(record) | {"index": index, "kind": record.kind, "v": FORMAT_VERSION})


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
