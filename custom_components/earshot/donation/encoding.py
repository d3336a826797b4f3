"""Bytes as text: base64url without padding (RFC 4648, 5), in its one form."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
import re
from typing import Final

_ALPHABET: Final = re.compile(r"[A-Za-z0-9_-]*", re.ASCII)


def to_base64url(data: bytes) -> str:
    """Return the text of bytes."""
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    """Return the bytes of a text. Raises ValueError for what `to_base64url` would not have written."""
    if _ALPHABET.fullmatch(text) is None or len(text) % 4 == 1:
        raise ValueError("this is not base64url")
    data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if to_base64url(data) != text:
        raise ValueError("this is not base64url in its one form")
    return data
