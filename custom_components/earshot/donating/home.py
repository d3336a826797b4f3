"""What the parts of the donor's side have in common."""

from collections.abc import Callable
from dataclasses import dataclass, field

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_send

from ..donation.choices import Choices
from ..gate.settings import PrivacySettings
from ..gate.storage import Storage
from ..vault.clock import Clock
from .consents import Consents
from .signals import SIGNAL_DONATION
from .stock import Stock


@dataclass(slots=True, kw_only=True)
class Home:
    """One home that may donate."""

    hass: HomeAssistant
    storage: Storage
    settings: PrivacySettings
    stock: Stock
    consents: Consents
    clock: Clock
    choices: Choices = field(default_factory=Choices)
    withheld: Callable[[str], bool] = lambda _: False
    """Whether an utterance waits to be erased in a moment. Blocks. Raises LedgerUnavailableError."""

    @callback
    def tell(self) -> None:
        """Tell whoever shows it that something has changed."""
        async_dispatcher_send(self.hass, SIGNAL_DONATION)
