"""Sealing one content under its own key: AES-256-GCM, bound to the utterance, the kind and the format.

A sealed file is a header, a nonce, and the sealed bytes with their tag. Keys are used once, for one content. The
commitment that the ledger keeps is an HMAC under a key derived from the content's: with the key destroyed, nobody
can try out guesses of what was said against it.
"""

import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ..errors import ContentDamagedError
from .files import ContentName
from .keys import KEY_BYTES, NONCE_BYTES

HEADER = b"EARSHOT-SEALED-1\n"
"""Says what the file is and in which version of the format."""


def new_key() -> bytes:
    """Return a key for one content, from the system's randomness."""
    return AESGCM.generate_key(8 * KEY_BYTES)


def seal(name: ContentName, key: bytes, content: bytes) -> bytes:
    """Return the sealed file of a content."""
    nonce = os.urandom(NONCE_BYTES)
    return HEADER + nonce + AESGCM(key).encrypt(nonce, content, _associated(name))


def unseal(name: ContentName, key: bytes, data: bytes) -> bytes:
    """Return the content of a sealed file. Raises ContentDamagedError if anything about it was changed."""
    nonce, sealed = data[len(HEADER) :][:NONCE_BYTES], data[len(HEADER) + NONCE_BYTES :]
    if not data.startswith(HEADER):
        raise ContentDamagedError("a sealed file has an unknown header")
    try:
        return AESGCM(key).decrypt(nonce, sealed, _associated(name))
    except (InvalidTag, ValueError) as err:
        raise ContentDamagedError("a sealed file does not open with its key") from err


def commitment(name: ContentName, key: bytes, content: bytes) -> str:
    """Return the keyed commitment to a content, in hexadecimal (HMAC-SHA-256 under an HKDF-SHA-256 key)."""
    return hmac.digest(commitment_key(name, key), content, "sha256").hex()


def commitment_key(name: ContentName, key: bytes) -> bytes:
    """Return the key of a content's commitment. It shows what the content was to whoever has it, and opens nothing."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"earshot commitment 1\n" + str(name).encode()).derive(key)


def _associated(name: ContentName) -> bytes:
    return HEADER + str(name).encode()
