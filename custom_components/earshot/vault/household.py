"""The household key: what wraps the keys of all contents. It can be exchanged for a new one, and the old one destroyed.

A rotation is made of steps after each of which a power cut leaves everything readable:

1. The new key is written beside the old one, as `household.next`. From now on it wraps what is sealed.
2. Every content's key is wrapped anew (`KeyRing.rotate`), each file replaced as a whole. Both keys open.
3. The old key becomes `household.old`, and the new one takes its place.
4. The old key is overwritten and removed.

An opening finds out how far that got: steps 3 and 4 are brought to their end at once, step 2 by `Vault.rotate`.
"""

import hmac
import os
from pathlib import Path
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ..errors import VaultError
from .files import destroy_file, replace_file, sync_folder

KEY_BYTES: Final = 32
"""AES-256."""
NONCE_BYTES: Final = 12
"""The size that AES-GCM is made for (NIST SP 800-38D, 8.2); random ones stay safe for 2^32 keys."""

_FORMAT = b"EARSHOT-HOUSEHOLD-KEY-"
_MAGIC = _FORMAT + b"1\n"
_FINGERPRINT = b"earshot household key fingerprint 1\n"


class HouseholdKey:
    """One household key."""

    def __init__(self, key: bytes) -> None:
        """Use `read` or `make`."""
        self._cipher = AESGCM(key)
        self.fingerprint: Final = hmac.digest(key, _FINGERPRINT, "sha256")[:8].hex()
        """Tells keys apart, and says nothing of the key."""

    @classmethod
    def make(cls, path: Path) -> Self:
        """Make a new one and write it to its file, durably. Raises OSError."""
        key = AESGCM.generate_key(8 * KEY_BYTES)
        replace_file(path, _MAGIC + key)
        return cls(key)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read one from its file. Raises VaultError if that is not a key, or one of a newer Earshot; OSError."""
        data = path.read_bytes()
        if data.startswith(_FORMAT) and not data.startswith(_MAGIC):
            raise VaultError("the household key was made by a newer Earshot")
        if not data.startswith(_MAGIC) or len(data) != len(_MAGIC) + KEY_BYTES:
            raise VaultError("the household key is damaged")
        return cls(data.removeprefix(_MAGIC))

    def wrap(self, key: bytes, associated: bytes) -> bytes:
        """Return a content's key, wrapped and bound to what is `associated`."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, key, associated)

    def unwrap(self, wrapped: bytes, associated: bytes) -> bytes | None:
        """Return a content's key; None if this key did not wrap it, or anything was changed."""
        try:
            return self._cipher.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], associated)
        except InvalidTag, ValueError:
            return None


class Household:
    """The household key of one folder, and during a rotation its successor."""

    def __init__(self, folder: Path) -> None:
        """Use `open`."""
        self._key = folder / "household.key"
        self._next = folder / "household.next"
        self._old = folder / "household.old"
        self.keys: tuple[HouseholdKey, ...] = ()
        """The keys that open, the one that wraps first."""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Read the key, and make it the first time. Raises VaultError, OSError."""
        household = cls(folder)
        for part in folder.glob("household.*.new"):
            part.unlink()
        household._take_up()
        return household

    @property
    def unfinished(self) -> bool:
        """Whether a rotation was begun and not brought to its end."""
        return len(self.keys) > 1

    def begin(self) -> None:
        """Make the successor, if there is none yet: step 1. Raises OSError."""
        if not self.unfinished:
            self.keys = (HouseholdKey.make(self._next), *self.keys)

    def finish(self) -> None:
        """Let the successor take the place, and destroy the old key: steps 3 and 4. Raises OSError; can be repeated."""
        if self._next.exists() and self._key.exists():
            self._key.replace(self._old)
            sync_folder(self._key.parent)
        self._succeed()

    def _succeed(self) -> None:
        if self._next.exists():
            self._next.replace(self._key)
            sync_folder(self._key.parent)
        destroy_file(self._old)
        self.keys = self.keys[:1]

    def _take_up(self) -> None:
        """Go on from whatever state a power cut left."""
        if not any(path.exists() for path in (self._key, self._next, self._old)):
            self.keys = (HouseholdKey.make(self._key),)
            return
        if self._old.exists() and self._key.exists():
            destroy_file(self._old)
        self.keys = tuple(HouseholdKey.read(path) for path in (self._next, self._key, self._old) if path.exists())
        if not self._key.exists():
            if not self._next.exists():  # no rotation leaves this; somebody's hand did
                raise VaultError("the household key is not in its place")
            self._succeed()
