"""Names and durable writes of the vault's files. A file's name is an identifier and a kind, never words."""

from dataclasses import dataclass
import os
from pathlib import Path
import re
from typing import Self

from ..errors import VaultError
from ..models import ContentKind

_UTTERANCE_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}")
"""What an utterance's identifier consists of (a ULID does), so that it can never lead out of its folder."""


@dataclass(frozen=True, slots=True, order=True)
class ContentName:
    """One content: of which utterance, and of what kind."""

    utterance_id: str
    kind: ContentKind

    def __post_init__(self) -> None:
        """Refuse, with VaultError, an identifier that is no plain name."""
        if not _UTTERANCE_ID.fullmatch(self.utterance_id):
            raise VaultError("an utterance's identifier is not a plain name")

    def __str__(self) -> str:
        return f"{self.utterance_id}.{self.kind.value}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Return the content of a file's stem, or None if it is no file of ours."""
        utterance_id, _, kind = text.partition(".")
        if not _UTTERANCE_ID.fullmatch(utterance_id) or kind not in set(ContentKind):
            return None
        return cls(utterance_id, ContentKind(kind))


def write_file(path: Path, data: bytes) -> None:
    """Write a file as a whole and durably, readable by its owner only; an older one of that name is gone."""
    _write(path, data)
    sync_folder(path.parent)


def _write(path: Path, data: bytes) -> None:
    """Write a file whose bytes are durable, and whose name is not yet."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Put a file in its place whole and durably: nobody ever sees a part of it, and nothing is left if that fails."""
    temporary = path.with_name(path.name + ".new")
    try:
        _write(temporary, data)
        temporary.replace(path)
    except OSError:
        # What is left would outlive the file itself: a key that is still there when the content is erased.
        destroy_file(temporary)
        raise
    sync_folder(path.parent)


def destroy_file(path: Path) -> bool:
    """Make a file's content unrecoverable, durably. Return whether there was one.

    It is overwritten before it is unlinked. A disk that remaps what it writes may still hold the old block for a while.
    """
    try:
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    except FileNotFoundError:
        return False
    sync_folder(path.parent)
    return True


def sync_folder(folder: Path) -> None:
    """Make a new, renamed or removed name durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
