"""Files in which words or sound lie: when they were written, how large they are, and taking them away."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of a file without opening it."""

    size: int
    written: datetime
    """When it was last written to."""


def facts_of(paths: Iterable[Path]) -> dict[Path, FileFacts]:
    """Return the facts of those files that are there. Blocks; raises OSError."""
    facts: dict[Path, FileFacts] = {}
    for path in paths:
        with suppress(FileNotFoundError):
            stat = path.stat()
            facts[path] = FileFacts(stat.st_size, datetime.fromtimestamp(stat.st_mtime, UTC))
    return facts


def remove_files(paths: Sequence[Path]) -> frozenset[Path]:
    """Remove files, and return those that are still there. Blocks."""
    stuck: set[Path] = set()
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            stuck.add(path)
    return frozenset(stuck)
