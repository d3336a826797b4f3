"""The database that the ledger is in now, and opening it there."""

import asyncio
import logging
from pathlib import Path
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant
from homeassistant.helpers.storage import Store

from ..const import CONF_DB_URL, DOMAIN
from ..errors import LedgerAddressError, LedgerError, LedgerMovedError, LedgerUnavailableError
from ..gate.changes import tell_changed
from ..gate.storage import Storage
from ..ledger.checkpoint import VerifyingKey
from ..ledger.key_files import trusted
from ..ledger.ledger import Ledger
from ..ledger.sql_store.address import Address, Kind
from ..ledger.sql_store.trial import knock, try_database
from .drivers import install_driver

LOGGER = logging.getLogger(__name__)

DRIVER_SECONDS: Final = 300.0
"""Ten megabytes from the package index, over a slow line. The ledger is opened again a minute after it failed."""

_KEY: Final = "to"


class LedgerDatabase:
    """Where the ledger is, for as long as Earshot is loaded."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any], file: Path, keys: Path, origin: str) -> None:
        """`file` is the one that Earshot uses unless a person chose a server, `keys` and `origin` are the ledger's."""
        self._hass = hass
        self._entry = entry
        self._file = file
        self._keys = keys
        self._origin = origin
        self._planned = _plans(hass)
        self._moves_to: str | None = None
        self._noted = False
        self.url = self.resolve(entry.data.get(CONF_DB_URL, ""))
        self.failure: LedgerError | None = None
        """Why it could not be opened, the last time that this was tried."""

    @property
    def keys(self) -> tuple[VerifyingKey, ...]:
        """The keys that this Earshot has signed with. Blocks. Raises LedgerCorruptError."""
        return trusted(self._keys)

    @property
    def kind(self) -> Kind:
        """The kind of database."""
        return Address.parse(self.url).kind

    @property
    def shown(self) -> str:
        """What a person may see of it: no password."""
        address = Address.parse(self.url)
        return "SQLite" if address.kind is Kind.SQLITE else str(address)

    async def load(self) -> None:
        """Remember a move that had begun when Home Assistant stopped."""
        planned = await self._planned.async_load()
        self._moves_to = planned.get(_KEY) if planned else None
        if self._moves_to is not None and self.resolve(self._moves_to) == self.url:
            # It is done, and the configuration says so.
            self._moves_to = None
            await self._planned.async_remove()

    async def plan(self, typed: str) -> None:
        """Write down where the ledger is to move, before anything happens: a crash must not leave it unknown."""
        self._moves_to = typed
        await self._planned.async_save({_KEY: typed})

    def resolve(self, typed: str) -> str:
        """Return the address of what a person chose; nothing means the file."""
        return typed or f"sqlite:///{self._file}"

    def open(self) -> Ledger:
        """Open the ledger, and install what reaches it if that is missing. Blocks. Raises LedgerError."""
        try:
            ledger = self._open_moved()
        except LedgerError as err:
            self.failure = self._why(err)
            # The outage may have begun before anybody knew why.
            self._hass.loop.call_soon_threadsafe(tell_changed, self._hass)
            raise
        self.failure = None
        return ledger

    def _why(self, failure: LedgerError) -> LedgerError:
        """Say more of a server that did not answer than the ledger could, if there is more to say. Blocks."""
        if type(failure) is LedgerUnavailableError and self.kind is not Kind.SQLITE:
            try:
                knock(Address.parse(self.url))
            except LedgerError as err:
                return err
        return failure

    def settle(self, typed: str) -> None:
        """Note in the configuration that the ledger is where a person chose it to be. In the event loop."""
        self.url = self.resolve(typed)
        data = {name: value for name, value in self._entry.data.items() if name != CONF_DB_URL}
        self._noted = True
        if not self._hass.config_entries.async_update_entry(self._entry, data=data | _chosen(typed)):
            self._noted = False

    def noted(self) -> bool:
        """Whether the configuration was changed by `settle` just now: nothing has to begin anew for that."""
        noted, self._noted = self._noted, False
        return noted

    def _open_moved(self) -> Ledger:
        try:
            return self._open(self.url)
        except LedgerMovedError:
            # Home Assistant died after the move and before it had written down that it is done.
            if self._moves_to is None or self.resolve(self._moves_to) == self.url:
                raise
            ledger = self._open(self.resolve(self._moves_to))
            self.url = self.resolve(self._moves_to)
            self._hass.loop.call_soon_threadsafe(self.settle, self._moves_to)
            return ledger

    def _open(self, url: str) -> Ledger:
        address = Address.parse(url)
        if address.kind is Kind.SQLITE:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        contact = self._install_driver(address)
        ledger = Ledger.open(url, keys=self._keys, origin=self._origin)
        if contact is not None:
            ledger.append([contact])
        return ledger

    def _install_driver(self, address: Address) -> Any:
        if not address.drivers:
            return None
        work = asyncio.run_coroutine_threadsafe(install_driver(self._hass, address), self._hass.loop)
        try:
            return work.result(DRIVER_SECONDS)
        except TimeoutError as err:
            work.cancel()
            raise LedgerUnavailableError("installing the driver takes too long") from err


async def check_choice(hass: HomeAssistant, typed: str, storage: Storage) -> None:
    """See that a ledger can live where a person chose; install what reaches it, and enter that.

    Raises LedgerAddressError, LedgerDriverError, and what `try_database` raises.
    """
    if not typed:
        return
    address = Address.parse(typed)
    if address.kind is Kind.SQLITE:
        raise LedgerAddressError("a file of one's own is not offered: a network disk would lose what it acknowledged")
    if contact := await install_driver(hass, address):
        await storage.write([contact])
    await hass.async_add_executor_job(try_database, address)


async def forget_plans(hass: HomeAssistant) -> None:
    """Remove what Earshot wrote down about moves, with Earshot."""
    await _plans(hass).async_remove()


def _plans(hass: HomeAssistant) -> Store[dict[str, str]]:
    # It may hold a password, like Home Assistant's own list of configurations beside it: for its owner only.
    return Store(hass, 1, f"{DOMAIN}.move", private=True, atomic_writes=True)


def _chosen(typed: str) -> dict[str, str]:
    return {CONF_DB_URL: typed} if typed else {}
