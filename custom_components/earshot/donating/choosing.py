"""Changing how offers are made and how they leave: entered with who did, before more can leave by it."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from homeassistant.util import dt as dt_util

from ..donation.choices import Choices, Mode, loosens
from ..errors import LedgerUnavailableError
from ..errors.donating import DonatingError, DonationsUnreadableError
from ..gate.setting_values import spoken_choice
from ..ledger.record import SettingChanged
from .home import Home

SETTING: Final = "donation_"
"""What the names of these settings begin with in their entries."""
ANOTHER: Final = "another"
"""Instead of "on": there was one before, and it is not that one any more."""


class Choosing:
    """Changes what is chosen, one change after the other."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._changing = asyncio.Lock()

    async def choose(self, choices: Choices, by: str) -> None:
        """Let other choices hold.

        Where nobody has ever consented nothing is written: `begin` enters what was chosen until then. Raises
        DonationsUnreadableError where they cannot be stored, and LedgerUnavailableError for what lets more leave, or
        sooner, or elsewhere, and cannot be entered; the choices of before hold then.
        """
        home = self._home
        if home.stock.failed:
            raise DonationsUnreadableError
        async with self._changing:
            before = home.choices
            if not home.stock.there:
                home.choices = choices
                return
            if loosens(before, choices):
                await self._loosen(before, choices, by)
            else:
                home.choices = choices
                await self._enter(_changes(before, choices, by))
                await home.stock.run(home.stock.store.choose, choices)
            if choices.mode is Mode.ASK:
                await home.stock.run(home.stock.store.wait_for_persons)

    async def begin(self, by: str) -> None:
        """Store and enter what was chosen before anybody had consented. Raises DonationsUnreadableError."""
        home = self._home
        async with self._changing:
            await home.stock.run(home.stock.store.choose, home.choices)
            await self._enter(_changes(Choices(), home.choices, by))

    async def _loosen(self, before: Choices, after: Choices, by: str) -> None:
        home = self._home
        if not await home.storage.write(_changes(before, after, by)):
            raise LedgerUnavailableError("the change could not be entered")
        try:
            await home.stock.run(home.stock.store.choose, after)
        except DonatingError:
            await self._enter(_changes(after, before, by))
            raise
        home.choices = after

    async def _enter(self, changes: list[SettingChanged]) -> None:
        if changes and not await self._home.storage.write(changes):
            for change in changes:
                self._home.storage.owe(change)


def _changes(before: Choices, after: Choices, by: str) -> list[SettingChanged]:
    """Return an entry for each choice that is another."""
    was, now = _spoken(before, before), _spoken(after, before)
    blank = SettingChanged(at=dt_util.utcnow(), setting=SETTING, after="", by=by)
    return [
        replace(blank, setting=SETTING + name, before=was[name], after=value)
        for name, value in now.items()
        if value != was[name]
    ]


def _spoken(choices: Choices, before: Choices) -> Mapping[str, str]:
    """Write choices. An address may hold a password and a path a name: of these only whether there is one."""
    return {
        "mode": choices.mode.value,
        "wait": f"PT{round(choices.wait.total_seconds())}S",
        "sampling": f"{choices.sampling:g}",
        "daily_cap": str(choices.daily_cap),
        "strength": f"{choices.strength:g}",
        "proxy": _presence(choices.proxy, before.proxy),
        "folder": _presence(choices.folder, before.folder),
    }


def _presence(value: str | None, before: str | None) -> str:
    return ANOTHER if value and before and value != before else spoken_choice(value is not None)
