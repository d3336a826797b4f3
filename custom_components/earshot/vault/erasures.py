"""Erasures that the ledger may not know of yet: noted before the key is destroyed, taken away when it is entered.

Whatever breaks off an erasure, it is finished and entered at the next start, with who wanted it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ..models import ContentKind
from .files import ContentName, sync_folder, write_file

_SUFFIX = ".erased"
_WHO_LIMIT = 1000
"""Characters of who wanted it that are read: a name, whatever somebody wrote into the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """Contents that were erased together, of which the ledger may not know."""

    utterance_id: str
    kinds: tuple[ContentKind, ...]
    by: str


class Erasures:
    """The folder of notes. It lies with the keys, outside the backups."""

    def __init__(self, folder: Path) -> None:
        """Use `open`."""
        self._folder = folder
        self._unwritten: dict[ContentName, str] = {}
        """Who wanted what, where the disk did not take the note."""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the folder, and make it the first time. Raises OSError."""
        folder.mkdir(mode=0o700, exist_ok=True)
        return cls(folder)

    def note(self, name: ContentName, by: str) -> None:
        """Note, durably, that a content is being erased. Who wanted it first stays.

        A full disk is no reason to keep what is to be erased: then it is noted in memory only, until it is told. If the
        process ends before that, the ledger says later that the content is lost, and not who wanted it.
        """
        if self.has(name):
            return
        try:
            write_file(self._path(name), by.encode())
        except OSError:
            self._unwritten[name] = by
            self._path(name).unlink(missing_ok=True)

    def has(self, name: ContentName) -> bool:
        """Whether a content is noted."""
        return name in self._unwritten or self._path(name).exists()

    def told(self, names: Iterable[ContentName]) -> None:
        """Take notes away: the ledger knows."""
        for name in names:
            self._unwritten.pop(name, None)
            self._path(name).unlink(missing_ok=True)
        sync_folder(self._folder)

    def names(self) -> Iterator[ContentName]:
        """Yield the contents that are noted."""
        yield from tuple(self._unwritten)
        for path in self._folder.glob(f"*{_SUFFIX}"):
            if (name := ContentName.parse(path.name.removesuffix(_SUFFIX))) is not None:
                yield name

    def untold(self) -> tuple[Untold, ...]:
        """Return everything that is noted, by utterance and by who wanted it."""
        together: dict[tuple[str, str], list[ContentKind]] = {}
        for name in sorted(self.names()):
            together.setdefault((name.utterance_id, self._who(name)), []).append(name.kind)
        return tuple(
            Untold(utterance_id=utterance_id, kinds=tuple(kinds), by=by)
            for (utterance_id, by), kinds in together.items()
        )

    def _who(self, name: ContentName) -> str:
        if (by := self._unwritten.get(name)) is not None:
            return by
        return self._path(name).read_bytes().decode(errors="replace")[:_WHO_LIMIT]

    def _path(self, name: ContentName) -> Path:
        return self._folder / f"{name}{_SUFFIX}"
