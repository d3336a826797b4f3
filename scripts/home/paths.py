"""Where things are: in the checkout, and in one home's own folder."""

from dataclasses import dataclass
from pathlib import Path
import re
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
INTEGRATION: Final = ROOT / "custom_components" / "earshot"
DEFAULT_HOME: Final = ROOT / ".run"
"""The home of `scripts/run`: kept between starts, ignored by git."""

HOME_PYTHON: Final = ROOT / ".venv" / "bin" / "python"
HOST_ENVIRONMENT: Final = ROOT / ".venv-host"
SATELLITE_PYTHON: Final = ROOT / ".venv-satellite" / "bin" / "python"


@dataclass(frozen=True, slots=True)
class HomePaths:
    """One home's folder and what lies in it."""

    root: Path

    @property
    def config(self) -> Path:
        """Home Assistant's configuration folder."""
        return self.root / "config"

    @property
    def secrets(self) -> Path:
        """How to log in and where the satellites listen, kept between starts; readable by the owner only."""
        return self.root / "home.json"

    @property
    def running(self) -> Path:
        """The process that runs this home now; not there when none does."""
        return self.root / "running.json"

    @property
    def log(self) -> Path:
        """Home Assistant's output of this start."""
        return self.root / "hass.log"

    def satellite(self, slug: str) -> Path:
        """The folder of one satellite: its microphone, what it said, and what happened to it."""
        return self.root / "satellites" / slug


def slug(text: str) -> str:
    """Write a name as an object id."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
