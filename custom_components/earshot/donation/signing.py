"""Signatures: Ed25519 (RFC 8032), with a context in front of what is signed.

What is signed is the context, a line feed, and the data. No context holds a line feed, so a signature over one kind of
document can never pass for one over another.
"""

from enum import StrEnum
from typing import Final, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEY_BYTES: Final = 32
SIGNATURE_BYTES: Final = 64


class Context(StrEnum):
    """What a signature is for."""

    STATEMENT = "earshot donation statement 1"
    BUNDLE = "earshot donation bundle 1"
    RECEIPT = "earshot donation receipt 1"
    TOMBSTONES = "earshot donation tombstones 1"


class SigningKey:
    """A private key: a desk's for what it publishes, a donor's for one donation."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        """Use `new` or `from_bytes`."""
        self._private = private
        self.public: Final = private.public_key().public_bytes_raw()
        """32 bytes."""

    @classmethod
    def new(cls) -> Self:
        """Make one from the system's randomness."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_bytes(cls, seed: bytes) -> Self:
        """Take up a key by its seed of 32 bytes. Raises ValueError for another length."""
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    def to_bytes(self) -> bytes:
        """Return the seed. It is a secret."""
        return self._private.private_bytes_raw()

    def sign(self, context: Context, data: bytes) -> bytes:
        """Return the 64 bytes of a signature. The same data always gives the same."""
        return self._private.sign(_message(context, data))


def verify(public: bytes, context: Context, data: bytes, signature: bytes) -> bool:
    """Return whether the key signed this, in this context. Anything that is no key or no signature is a no."""
    if len(public) != KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _message(context, data))
    except InvalidSignature, ValueError:
        return False
    return True


def _message(context: Context, data: bytes) -> bytes:
    return context.encode() + b"\n" + data
