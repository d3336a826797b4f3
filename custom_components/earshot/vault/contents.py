"""The folder of sealed files. What is not yet in the ledger has a temporary name."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self

from ..errors import ContentGoneError
from .files import ContentName, sync_folder, write_file

SEALED = ".sealed"
WAITING = ".waiting"
"""Suffix of a file that waits for its entry in the ledger."""


class SealedFiles:
    """The contents folder of one vault. It may be backed up: without the keys it says nothing."""

    def __init__(self, folder: Path) -> None:
        """Use `open`."""
        self._folder = folder

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the folder, and make it the first time. Raises OSError."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(folder)

    def write_waiting(self, name: ContentName, data: bytes) -> None:
        """Write a sealed file, durably, under its temporary name."""
        write_file(self._path(name, WAITING), data)

    def settle(self, name: ContentName) -> None:
        """Give a waiting file its name, durably. Raises ContentGoneError if there is none."""
        try:
            self._path(name, WAITING).replace(self._path(name, SEALED))
        except FileNotFoundError as err:
            raise ContentGoneError("there is no such file waiting") from err
        sync_folder(self._folder)

    def read(self, name: ContentName) -> bytes:
        """Return a sealed file. Raises ContentGoneError."""
        try:
            return self._path(name, SEALED).read_bytes()
        except FileNotFoundError as err:
            raise ContentGoneError("there is no sealed file for this content") from err

    def remove(self, name: ContentName) -> bool:
        """Remove a file under either name. Return whether there was one."""
        found = False
        for suffix in (SEALED, WAITING):
            path = self._path(name, suffix)
            found |= path.exists()
            path.unlink(missing_ok=True)
        if found:
            sync_folder(self._folder)
        return found

    def has(self, name: ContentName) -> bool:
        """Whether there is a file under either name."""
        return any(self._path(name, suffix).exists() for suffix in (SEALED, WAITING))

    def names(self, suffix: str) -> Iterator[ContentName]:
        """Yield the contents that have a file with this suffix."""
        for path in self._folder.glob(f"*{suffix}"):
            if (name := ContentName.parse(path.name.removesuffix(suffix))) is not None:
                yield name

    def sizes(self) -> Iterator[tuple[ContentName, int]]:
        """Yield the contents that have a file under either name, with its bytes."""
        for suffix in (SEALED, WAITING):
            for path in self._folder.glob(f"*{suffix}"):
                name = ContentName.parse(path.name.removesuffix(suffix))
                if name is not None:
                    with suppress(FileNotFoundError):
                        yield name, path.stat().st_size

    def _path(self, name: ContentName, suffix: str) -> Path:
        return self._folder / f"{name}{suffix}"
