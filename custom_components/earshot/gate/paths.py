"""Where Earshot keeps what it keeps, within Home Assistant's own folders."""

from dataclasses import dataclass
from pathlib import Path

from homeassistant.core import HomeAssistant

from ..const import DOMAIN


@dataclass(frozen=True, slots=True)
class Paths:
    """Where Earshot's files lie."""

    folder: Path
    keys: Path
    """In Home Assistant's cache, which no backup carries: restored contents are unreadable by design."""

    @classmethod
    def of(cls, hass: HomeAssistant) -> Paths:
        """Return those of this Home Assistant."""
        return cls(Path(hass.config.path(DOMAIN)), Path(hass.config.cache_path(DOMAIN, "keys")))

    @property
    def ledger(self) -> Path:
        """The ledger's database."""
        return self.folder / "ledger.db"

    @property
    def contents(self) -> Path:
        """The vault's sealed files."""
        return self.folder / "vault"

    @property
    def desk(self) -> Path:
        """The review desk's store and sealed clips."""
        return self.folder / "desk"

    @property
    def desk_keys(self) -> Path:
        """The review desk's keys, and those of its clips."""
        return self.keys.parent / "desk"

    @property
    def donations(self) -> Path:
        """The store of consents, offers and donations. There is none until somebody has consented."""
        return self.folder / "donations.db"

    @property
    def offered(self) -> Path:
        """The sealed files of what is offered."""
        return self.folder / "offers"

    @property
    def donation_keys(self) -> Path:
        """The keys of what is offered, and which consents stand: in no backup, so that no backup brings one back."""
        return self.keys.parent / "donation-keys"

    @property
    def settings(self) -> Path:
        """The privacy settings."""
        return self.folder / "privacy.json"

    @property
    def models(self) -> Path:
        """What a person downloaded or put there: models, voices, wake words."""
        return self.folder / "models"
