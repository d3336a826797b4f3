"""A vault in folders of its own, with a clock that a test can move."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from custom_components.earshot.vault.clock import Clock
from custom_components.earshot.vault.vault import Vault

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(days=7)


@dataclass
class VaultHome:
    """Where one vault lives, and what time it is there."""

    folder: Path
    now: datetime = field(default=NOON)
    """What the clock on the wall says."""
    elapsed: float = 1000.0
    """Seconds that went by since the machine was started."""

    def wait(self, time: timedelta) -> None:
        """Let time go by, by every clock."""
        self.now += time
        self.elapsed += time.total_seconds()

    @property
    def contents(self) -> Path:
        return self.folder / "contents"

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    def open(self) -> Vault:
        """Open the vault as at a new start."""
        return Vault.open(self.contents, self.keys, clock=Clock(lambda: self.now, lambda: self.elapsed))

    def files(self) -> list[Path]:
        """Return every file below the folders."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    def names(self) -> list[str]:
        """Return the names of the files that belong to contents; a note of their erasure does not."""
        apart = ("household.", ".erased")
        return [path.name for path in self.files() if not any(part in path.name for part in apart)]


@pytest.fixture
def home(tmp_path: Path) -> VaultHome:
    return VaultHome(tmp_path)


@pytest.fixture
def vault(home: VaultHome) -> Vault:
    return home.open()


def entered(_names: object) -> None:
    """Stand in for a ledger that takes every entry."""
