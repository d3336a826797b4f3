"""The desk's own keys: what bundles are encrypted to, and what statements and receipts are signed with.

They lie in Home Assistant's cache, which no backup carries. A desk that is restored from a backup has new ones: its
statement is another then, and donors are asked anew.
"""

from dataclasses import dataclass
import os
from pathlib import Path
from typing import Self

from ..donation.bundle import DeskKey
from ..donation.signing import SigningKey
from ..errors.desk import ReviewDeskError

ENCRYPTION: str = "desk.key"
SIGNING: str = "signing.key"


@dataclass(frozen=True, slots=True)
class DeskKeys:
    """Both keys."""

    encryption: DeskKey
    signing: SigningKey

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Read them, and make them the first time. Raises ReviewDeskError, OSError. Blocks."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        encryption = _read(folder / ENCRYPTION) or _make(folder / ENCRYPTION, DeskKey.new().to_bytes())
        signing = _read(folder / SIGNING) or _make(folder / SIGNING, SigningKey.new().to_bytes())
        try:
            return cls(DeskKey.from_bytes(encryption), SigningKey.from_bytes(signing))
        except ValueError as err:
            raise ReviewDeskError("a key of the desk is damaged") from err


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _make(path: Path, key: bytes) -> bytes:
    """Write a key as a whole, durably, for its owner only."""
    temporary = path.with_name(path.name + ".new")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    return key
