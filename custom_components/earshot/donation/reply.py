"""The key of one donation that its desk seals what reviewers wrote to: who has only the token does not read it.

The token of a donation is in the home's backups, so that whoever restores one can still take back what was given. This
key is not: words that were written at a desk are as unreadable in a backup as those that were said at home.
"""

from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from ..errors import ReceiptError
from .documents import read_document, write_document
from .label import MAX_LABEL, OpenedLabel, plain_opened, read_opened

MAX_OPENED: Final = MAX_LABEL + 128
"""Bytes of a label with its salt."""
MAX_SEALED: Final = MAX_OPENED + 48
"""Bytes of it sealed: the encapsulated key has 32 and the tag 16."""

_CONTEXT: Final = "earshot donation reply 1"
_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class ReplyKey:
    """The private key of one donation (X25519)."""

    def __init__(self, private: X25519PrivateKey) -> None:
        """Use `new` or `from_bytes`."""
        self._private = private
        self.public: Final = private.public_key().public_bytes_raw()
        """32 bytes."""

    @classmethod
    def new(cls) -> Self:
        """Make one from the system's randomness."""
        return cls(X25519PrivateKey.generate())

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Take up a key by its 32 bytes. Raises ValueError for another length."""
        return cls(X25519PrivateKey.from_private_bytes(data))

    def to_bytes(self) -> bytes:
        """Return its 32 bytes. They are a secret."""
        return self._private.private_bytes_raw()

    def open(self, sealed: bytes, donation_id: str, sequence: int) -> OpenedLabel:
        """Return the label of a receipt. Raises ReceiptError for what was not sealed for exactly this one."""
        try:
            opened = _SUITE.decrypt(sealed, self._private, _info(donation_id, sequence))
            return read_opened(read_document(opened, MAX_OPENED))
        except (InvalidTag, ValueError) as err:
            raise ReceiptError("a label does not open with the donation's key") from err


def seal_label(opened: OpenedLabel, public: bytes, donation_id: str, sequence: int) -> bytes:
    """Return a label as only its donor opens it. Raises ReceiptError for a key that nothing can be sealed to."""
    try:
        inside = write_document(plain_opened(opened), MAX_OPENED)
        return _SUITE.encrypt(inside, X25519PublicKey.from_public_bytes(public), _info(donation_id, sequence))
    except ValueError as err:
        raise ReceiptError("nothing can be sealed to the donation's key") from err


def _info(donation_id: str, sequence: int) -> bytes:
    return f"{_CONTEXT}\n{donation_id}\n{sequence}".encode()
