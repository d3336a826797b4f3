"""The vault's keys on disk: beside the household key one wrapped key for each sealed content.

Each content has a key of its own, and not each utterance: the sound of an utterance and its words end at different
times, and only a destroyed key is an end.

The folder lies outside the backups. To destroy a content's key is to erase the content, wherever copies of its
sealed file may be. A key file also says until when its content may be kept; that is authenticated with the key, so
a content whose time was tampered with does not open at all.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from ..errors import ContentDamagedError, ContentGoneError, VaultError
from .files import ContentName, destroy_file, replace_file
from .household import KEY_BYTES, NONCE_BYTES, Household, HouseholdKey

__all__ = ["KEY_BYTES", "NONCE_BYTES", "KeyRing"]

_MAGIC = b"EARSHOT-CONTENT-KEY-1\n"
_UNTIL_BYTES = 8
_NO_END = (1 << 8 * _UNTIL_BYTES) - 1
"""Stands for a content that has no end: no instant is so many milliseconds away."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class KeyRing:
    """The keys folder of one vault."""

    def __init__(self, folder: Path, household: Household) -> None:
        """Use `open`."""
        self._contents = folder / "contents"
        self.household = household

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the folder, and make the household key the first time.

        Raises VaultError if the key is not one, OSError if the folder cannot be used.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "contents").mkdir(mode=0o700, exist_ok=True)
        household = Household.open(folder)
        for unfinished in (folder / "contents").glob("*.new"):
            unfinished.unlink()
        return cls(folder, household)

    def add(self, name: ContentName, key: bytes, until: datetime | None) -> None:
        """Keep a content's key, durably. Raises VaultError if there is one already."""
        if self._path(name).exists():
            raise VaultError("this content was sealed before")
        self._put(name, key, _pack(until))

    def get(self, name: ContentName) -> tuple[bytes, datetime | None]:
        """Return a content's key and until when it may be kept.

        Raises ContentGoneError if there is none, and ContentDamagedError if it is not what the household key wrapped.
        """
        # In a rotation the file may be wrapped anew between the look at the household's keys and the reading.
        for household in (self.household.keys, None):
            key, end = self._open(name, household or self.household.keys)
            if key is not None:
                return key, _unpack(end)
        raise ContentDamagedError("the key of this content is damaged")

    def shorten(self, name: ContentName, until: datetime) -> None:
        """Say that a content may be kept until then. Raises as `get` does, and VaultError if that is no sooner."""
        key, before = self.get(name)
        if before is not None and until >= before:
            raise VaultError("a content is never kept longer than was promised")
        self._put(name, key, _pack(until))

    def rotate(self, name: ContentName) -> None:
        """Wrap a content's key with the key that wraps now. What is gone or damaged is left as it is."""
        try:
            key, until = self.get(name)
        except ContentGoneError, ContentDamagedError:
            return
        self._put(name, key, _pack(until))

    def destroy(self, name: ContentName) -> bool:
        """Make a key unrecoverable. Return whether there was one.

        What may be left of it for a while, on a disk that remaps what it writes, is wrapped by the household key.
        """
        return destroy_file(self._path(name))

    def has(self, name: ContentName) -> bool:
        """Whether there is a key for a content, be it damaged or half destroyed."""
        return self._path(name).exists()

    def names(self) -> Iterator[ContentName]:
        """Yield the contents that have a key."""
        for path in self._contents.glob("*.key"):
            if (name := ContentName.parse(path.name.removesuffix(".key"))) is not None:
                yield name

    def _open(self, name: ContentName, household: tuple[HouseholdKey, ...]) -> tuple[bytes | None, bytes]:
        try:
            data = self._path(name).read_bytes()
        except FileNotFoundError as err:
            raise ContentGoneError("there is no key for this content") from err
        if not data.strip(b"\0"):
            raise ContentGoneError("the key of this content was being destroyed")
        rest = data.removeprefix(_MAGIC)
        end, wrapped = rest[:_UNTIL_BYTES], rest[_UNTIL_BYTES:]
        opened = (key.unwrap(wrapped, _associated(name, end)) for key in household)
        return next((key for key in opened if key is not None), None), end

    def _put(self, name: ContentName, key: bytes, end: bytes) -> None:
        wrapped = self.household.keys[0].wrap(key, _associated(name, end))
        replace_file(self._path(name), _MAGIC + end + wrapped)

    def _path(self, name: ContentName) -> Path:
        return self._contents / f"{name}.key"


def _associated(name: ContentName, end: bytes) -> bytes:
    """Return what a wrapped key is bound to: this format, this content, this time."""
    return _MAGIC + end + str(name).encode()


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
