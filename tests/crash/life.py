"""One life of Earshot's storage, put together as `runtime.build` does it, without a voice host and a browser.

What is proved is what runs in a home: the same storage, caretaker, timekeeper, settings, gate and forgetting.
"""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, override

from homeassistant.core import HomeAssistant

from custom_components.earshot.gate import flight, storage
from custom_components.earshot.gate.caretaker import Caretaker
from custom_components.earshot.gate.discretion import Discretion
from custom_components.earshot.gate.forgetting import Forgetting
from custom_components.earshot.gate.gate import Gate
from custom_components.earshot.gate.settings import PrivacySettings
from custom_components.earshot.gate.storage import Storage
from custom_components.earshot.gate.timekeeper import Timekeeper
from custom_components.earshot.ledger import Ledger, Record
from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault import Reconciled, Vault
from tests.crash.journal import Home, Journal

ORIGIN = "earshot/crash"
PATIENCE = 120.0
"""Seconds that an entry may take here. A busy machine is no ill disk, and must not make a gap."""


class TellingStorage(Storage):
    """The storage, and everything that it acknowledges is written down at once."""

    journal: Journal

    @override
    async def write(self, records: Sequence[Record]) -> bool:
        written = await super().write(records)
        if written:
            self.journal.tell("entered", list(records))
        return written

    @override
    async def keep(self, utterance_id: str, kind: ContentKind, content: bytes | bytearray, until: datetime) -> bool:
        kept = await super().keep(utterance_id, kind, content, until)
        if kept:
            self.journal.tell("kept", utterance_id, kind, until)
        return kept

    @override
    async def erase(self, utterance_id: str, kinds: Iterable[ContentKind], by: str) -> tuple[ContentKind, ...]:
        kinds = tuple(kinds)
        self.journal.tell("erasing", utterance_id, kinds)
        erased = await super().erase(utterance_id, kinds, by)
        if erased:
            self.journal.tell("erased", utterance_id, erased, by)
        return erased


class NoTraces:
    """Home Assistant keeps nothing here: there is no pipeline."""

    async def forget(self, _said: object) -> tuple[()]:
        return ()

    async def survey(self) -> tuple[()]:
        return ()


@dataclass
class Life:
    """The parts of one life."""

    hass: HomeAssistant
    home: Home
    journal: Journal
    storage: TellingStorage
    settings: PrivacySettings
    gate: Gate
    forgetting: Forgetting
    caretaker: Caretaker
    timekeeper: Timekeeper
    found: list[Reconciled] = field(default_factory=list)

    async def start(self) -> None:
        """Take up where the last life was ended, in the order of `runtime.build`."""
        await self.settings.load()
        await self.storage.open()
        await self.caretaker.start()
        await self.timekeeper.start()

    async def stop(self) -> None:
        """Go in peace, in the order of `RuntimeData.close`."""
        await self.timekeeper.stop()
        await self.gate.close()
        await self.caretaker.stop()
        await self.storage.close()


@asynccontextmanager
async def lived(home: Home) -> AsyncIterator[Life]:
    """Give a life that is not started yet."""
    for module in (storage, flight):
        setattr(module, "LEDGER_PATIENCE", PATIENCE)  # noqa: B010 - it is a constant, but not here
    hass = HomeAssistant(str(home.folder))
    found: list[Reconciled] = []
    kept = TellingStorage(
        hass,
        open_ledger=lambda: Ledger.open(home.db_url, keys=home.keys, origin=ORIGIN),
        open_vault=lambda: Vault.open(home.contents, home.keys),
        on_outage=lambda _kind, _began: None,
    )
    kept.journal = Journal(home)
    settings = PrivacySettings(hass, kept, home.settings)
    entry: Any = None  # the gate asks it for tasks only when a pipeline runs
    nobody: Any = None  # nor whom it stands beside
    gate = Gate(hass, entry, kept, settings, nobody)
    traces: Any = NoTraces()
    forgetting = Forgetting(hass, kept, gate, traces)
    yield Life(
        hass=hass,
        home=home,
        journal=kept.journal,
        storage=kept,
        settings=settings,
        gate=gate,
        forgetting=forgetting,
        caretaker=Caretaker(hass, kept, gate, on_found=found.append, on_lost=lambda _: None),
        timekeeper=Timekeeper(hass, kept, settings, gate, Discretion(hass, forgetting.forget_traces)),
        found=found,
    )
    await hass.async_stop(force=True)
