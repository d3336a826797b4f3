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

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the folder, and make it the first time. Raises OSError."""
        folder.mkdir(mode=0o700, exist_ok=True)
        return cls(folder)

    def note(self, name: ContentName, by: str) -> None:
        """Note, durably, that a content is being erased. Who wanted it first stays."""
        if not self.has(name):
            write_file(self._folder / f"{name}{_SUFFIX}", by.encode())

    def has(self, name: ContentName) -> bool:
        """Whether a content is noted."""
        return (self._folder / f"{name}{_SUFFIX}").exists()

    def told(self, names: Iterable[ContentName]) -> None:
        """Take notes away: the ledger knows."""
        for name in names:
            (self._folder / f"{name}{_SUFFIX}").unlink(missing_ok=True)
        sync_folder(self._folder)

    def names(self) -> Iterator[ContentName]:
        """Yield the contents that are noted."""
        for path in self._folder.glob(f"*{_SUFFIX}"):
            if (name := ContentName.parse(path.name.removesuffix(_SUFFIX))) is not None:
                yield name

    def untold(self) -> tuple[Untold, ...]:
        """Return everything that is noted, by utterance and by who wanted it."""
        together: dict[tuple[str, str], list[ContentKind]] = {}
        for name in sorted(self.names()):
            by = (self._folder / f"{name}{_SUFFIX}").read_bytes().decode(errors="replace")[:_WHO_LIMIT]
            together.setdefault((name.utterance_id, by), []).append(name.kind)
        return tuple(
            Untold(utterance_id=utterance_id, kinds=tuple(kinds), by=by)
            for (utterance_id, by), kinds in together.items()
        )
