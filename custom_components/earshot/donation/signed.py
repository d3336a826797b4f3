"""A document and the signature over its bytes, as one JSON object: `{"body": ..., "signature": ...}`."""

from typing import Final

from .documents import Fields, Plain, read_document, write_document
from .encoding import from_base64url, to_base64url
from .signing import SIGNATURE_BYTES

_AROUND: Final = 128
"""Bytes of the names, the quotes and the signature around a body."""


def packed_limit(body: int) -> int:
    """Return how many bytes a signed document has at most whose body has at most `body`."""
    return body * 4 // 3 + 3 + _AROUND


def pack(body: bytes, signature: bytes) -> dict[str, Plain]:
    """Return the object."""
    return {"body": to_base64url(body), "signature": to_base64url(signature)}


def pack_bytes(body: bytes, signature: bytes) -> bytes:
    """Return the object's bytes."""
    return write_document(pack(body, signature), packed_limit(len(body)))


def take(fields: Fields, limit: int) -> tuple[bytes, bytes]:
    """Take a body of at most `limit` bytes and its signature, which is not verified. Raises ValueError."""
    encoded = fields.string("body")
    if len(encoded) > packed_limit(limit):
        raise ValueError("a body is too large")
    body, signature = from_base64url(encoded), fields.binary("signature", SIGNATURE_BYTES)
    if len(body) > limit:
        raise ValueError("a body is too large")
    return body, signature


def unpack_bytes(data: bytes, limit: int) -> tuple[bytes, bytes]:
    """Return a body of at most `limit` bytes and its signature, which is not verified. Raises ValueError."""
    fields = Fields(read_document(data, packed_limit(limit)))
    body, signature = take(fields, limit)
    fields.done()
    return body, signature
