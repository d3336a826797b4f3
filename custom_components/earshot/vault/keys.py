"""The vault's keys on disk: the household key, and beside it one wrapped key for each sealed content.

Each content has a key of its own, and not each utterance: the sound of an utterance and its words end at different
times, and only a destroyed key is an end.

The folder lies outside the backups. To destroy a content's key is to erase the content, wherever copies of its
sealed file may be. A key file also says until when its content may be kept; that is authenticated with the key, so
a content whose time was tampered with does not open at all.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
import os
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ..errors import ContentDamagedError, ContentGoneError, VaultError
from .files import ContentName, replace_file, sync_folder

KEY_BYTES = 32
"""AES-256."""
NONCE_BYTES = 12
"""The size that AES-GCM is made for (NIST SP 800-38D, 8.2); random ones stay safe for 2^32 keys."""

_HOUSEHOLD_MAGIC = b"EARSHOT-HOUSEHOLD-KEY-1\n"
_CONTENT_MAGIC = b"EARSHOT-CONTENT-KEY-1\n"
_UNTIL_BYTES = 8
_NO_END = (1 << 8 * _UNTIL_BYTES) - 1
"""Stands for a content that has no end: no instant is so many milliseconds away."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class KeyRing:
    """The keys folder of one vault."""

    def __init__(self, folder: Path, household: bytes) -> None:
        """Use `open`."""
        self._contents = folder / "contents"
        self._household = AESGCM(household)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the folder, and make the household key the first time.

        Raises VaultError if the key is not one, OSError if the folder cannot be used.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "contents").mkdir(mode=0o700, exist_ok=True)
        path = folder / "household.key"
        if not path.exists():
            replace_file(path, _HOUSEHOLD_MAGIC + AESGCM.generate_key(8 * KEY_BYTES))
        data = path.read_bytes()
        if not data.startswith(_HOUSEHOLD_MAGIC) or len(data) != len(_HOUSEHOLD_MAGIC) + KEY_BYTES:
            raise VaultError("the household key is damaged")
        for unfinished in (folder / "contents").glob("*.new"):
            unfinished.unlink()
        return cls(folder, data.removeprefix(_HOUSEHOLD_MAGIC))

    def add(self, name: ContentName, key: bytes, until: datetime | None) -> None:
        """Keep a content's key, durably. Raises VaultError if there is one already."""
        path = self._path(name)
        if path.exists():
            raise VaultError("this content was sealed before")
        nonce, end = os.urandom(NONCE_BYTES), _pack(until)
        wrapped = self._household.encrypt(nonce, key, _associated(name, end))
        replace_file(path, _CONTENT_MAGIC + end + nonce + wrapped)

    def get(self, name: ContentName) -> tuple[bytes, datetime | None]:
        """Return a content's key and until when it may be kept.

        Raises ContentGoneError if there is none, and ContentDamagedError if it is not what the household key wrapped.
        """
        try:
            data = self._path(name).read_bytes()
        except FileNotFoundError as err:
            raise ContentGoneError("there is no key for this content") from err
        if not data.strip(b"\0"):
            raise ContentGoneError("the key of this content was being destroyed")
        rest = data.removeprefix(_CONTENT_MAGIC)
        end, nonce, wrapped = rest[:_UNTIL_BYTES], rest[_UNTIL_BYTES:][:NONCE_BYTES], rest[_UNTIL_BYTES + NONCE_BYTES :]
        try:
            key = self._household.decrypt(nonce, wrapped, _associated(name, end))
        except (InvalidTag, ValueError) as err:
            raise ContentDamagedError("the key of this content is damaged") from err
        return key, _unpack(end)

    def destroy(self, name: ContentName) -> bool:
        """Make a key unrecoverable. Return whether there was one.

        It is overwritten before it is unlinked. A disk that remaps what it writes may still hold the old block for
        a while, and then only wrapped by the household key.
        """
        path = self._path(name)
        try:
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
        except FileNotFoundError:
            return False
        sync_folder(self._contents)
        return True

    def names(self) -> Iterator[ContentName]:
        """Yield the contents that have a key."""
        for path in self._contents.glob("*.key"):
            if (name := ContentName.parse(path.name.removesuffix(".key"))) is not None:
                yield name

    def _path(self, name: ContentName) -> Path:
        return self._contents / f"{name}.key"


def _associated(name: ContentName, end: bytes) -> bytes:
    """Return what a wrapped key is bound to: this format, this content, this time."""
    return _CONTENT_MAGIC + end + str(name).encode()


def _pack(until: datetime | None) -> bytes:
    """Return an instant as milliseconds since the epoch, rounded up: nothing is erased early."""
    if until is None:
        return _NO_END.to_bytes(_UNTIL_BYTES)
    if until.tzinfo is None:
        raise ValueError("an instant has no time zone")
    return max(0, -((_EPOCH - until) // _MILLISECOND)).to_bytes(_UNTIL_BYTES)


def _unpack(end: bytes) -> datetime | None:
    milliseconds = int.from_bytes(end)
    return None if milliseconds == _NO_END else _EPOCH + milliseconds * _MILLISECOND
