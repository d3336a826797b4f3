"""The exchange of the household key, as the ledger tells of it."""

from functools import partial
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..ledger.record import SettingChanged
from .storage import Storage

HOUSEHOLD_KEY: Final = "household_key"
"""The setting's name in the ledger. Its values are fingerprints, from which nobody can find the keys."""
GONE_ON: Final = "restart"
"""Who exchanged the key, where a start went on with what something had broken off."""

ENTRY_SECONDS: Final = 30.0
"""How long the entry may take, between the moment at which everything opens with the new key and the end of the old."""


async def exchange_household_key(hass: HomeAssistant, storage: Storage, by: str, *, go_on: bool = False) -> None:
    """Exchange it for a new one, and destroy the old one when the ledger says so. See `Vault.rotate`.

    Raises VaultError, LedgerUnavailableError. Everything stays readable then, and the next exchange goes on from there.
    """
    vault, ledger = storage.vault, storage.ledger

    def enter(before: str, after: str) -> None:
        changed = SettingChanged(at=dt_util.utcnow(), setting=HOUSEHOLD_KEY, before=before, after=after, by=by)
        ledger.append([changed]).result(ENTRY_SECONDS)

    await hass.async_add_executor_job(partial(vault.rotate, enter, go_on=go_on))
