"""The ledger and the vault as an utterance uses them: durable when they work, never in the way when they do not.

Nothing here raises because storage is ill. What could not be written is a gap: it begins with the first record
that was lost, and is entered, once, together with the first records that can be written again.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
import logging
from typing import Any, Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util

from ..const import LEDGER_PATIENCE
from ..errors import EarshotError, LedgerUnavailableError, VaultError
from ..ledger.ledger import Ledger
from ..ledger.record import Erased, Gap, Record, Stored
from ..models import ContentKind, Ear, EarKind, Received
from ..policy.classify import VAULT
from ..vault import flac
from ..vault.vault import Sealed, Vault
from .changes import tell_changed, tell_entered, tell_records
from .sound import received_sound

LOGGER = logging.getLogger(__name__)

LEDGER_ILL: Final = "ledger_unavailable"
"""Reason of a gap, and translation key of the repair issue."""
VAULT_ILL: Final = "vault_failed"

NOT_ENTERED: Final = "not_entered"
"""What erased contents whose entry could not be written in time."""
UNKNOWN: Final = "unknown"
"""What erased contents, where a damaged note does not say."""

VAULT_LABEL: Final = "Earshot's vault"

MAX_OWED: Final = 100
"""Only utterances that were in flight when the ledger failed are owed their end: a home has some ten satellites."""

OPENING_PATIENCE: Final = 10.0
"""Seconds that a start waits for the ledger. A server that is busy answers within them; Home Assistant's start must not
wait for one that hangs."""

type OutageListener = Callable[[str, bool], None]
"""Told the kind of outage, and whether it is there (True) or over (False). Called in the event loop."""


class Storage:
    """Writes records and contents off the event loop, and remembers what it could not write."""

    def __init__(
        self,
        hass: HomeAssistant,
        open_ledger: Callable[[], Ledger],
        open_vault: Callable[[], Vault],
        on_outage: OutageListener,
    ) -> None:
        self._hass = hass
        self._open_ledger = open_ledger
        self._open_vault = open_vault
        self._ledger: Ledger | None = None
        self._vault: Vault | None = None
        self._on_outage = on_outage
        self._outages: dict[str, datetime] = {}
        self._opening = asyncio.Lock()
        self._being_opened: asyncio.Task[None] | None = None
        self._closed = False
        self._holding = asyncio.Lock()
        self._free = asyncio.Event()
        self._free.set()
        self._recovering = asyncio.Lock()
        self._vault_recovering = asyncio.Lock()
        self._late: set[asyncio.Future[Any]] = set()
        self._owed: list[Record] = []
        self._telling: Counter[str] = Counter()
        """Utterances of which something is being erased and entered in this moment."""
        self.reconciled = False
        """Whether the vault has been brought together with the ledger. Nothing is kept before."""

    @property
    def ledger(self) -> Ledger:
        """The ledger, for reading. Raises LedgerUnavailableError while it is not open."""
        if self._ledger is None:
            raise LedgerUnavailableError("the ledger is not open")
        return self._ledger

    @property
    def vault(self) -> Vault:
        """The vault, for reading and erasing. Raises VaultError while it is not open."""
        if self._vault is None:
            raise VaultError("the vault is not open")
        return self._vault

    @property
    def outages(self) -> dict[str, datetime]:
        """What is ill, and since when."""
        return dict(self._outages)

    async def open(self, patience: float = OPENING_PATIENCE) -> None:
        """Open both. One that does not open in `patience` seconds is an outage, and is tried again by `recover`.

        Opening goes on behind, and nobody begins another one meanwhile.
        """
        if self._being_opened is None or self._being_opened.done():
            opening = self._hass.async_create_background_task(self._open(), "earshot opens its storage")
            self._being_opened = opening
        done, _ = await asyncio.wait({self._being_opened}, timeout=patience)
        for opened in done:
            opened.result()
        if self._ledger is None and self._free.is_set():
            self._began(LEDGER_ILL, dt_util.utcnow(), LedgerUnavailableError("the storage does not answer"))

    async def _open(self) -> None:
        async with self._opening:  # the caretaker and an utterance may try at the same time
            if self._ledger is None and self._free.is_set():
                await self._try_ledger()
            if self._vault is None:
                try:
                    self._vault = await self._hass.async_add_executor_job(self._open_vault)
                except (EarshotError, OSError) as err:
                    self._began(VAULT_ILL, dt_util.utcnow(), err)

    async def close(self) -> None:
        """Close the ledger; what was handed to it is written first, and a gap if there is one to tell."""
        self._closed = True
        if self._ledger is not None:
            if LEDGER_ILL in self._outages:
                await self.write([])
            await self._hass.async_add_executor_job(self._ledger.close)

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Close the ledger for as long as the block lasts, and then open what `open_ledger` opens.

        What is to be written meanwhile waits as long as for a slow disk. What would wait longer is a gap.
        """
        async with self._holding:
            self._free.clear()
            try:
                async with self._opening:
                    ledger, self._ledger = self._ledger, None
                if ledger is not None:
                    await self._hass.async_add_executor_job(ledger.close)
                yield
            finally:
                async with self._opening:
                    await self._try_ledger()
                self._free.set()

    async def write(self, records: Sequence[Record]) -> bool:
        """Append `records` and return when they are on disk; False if they are lost, or late."""
        if LEDGER_ILL not in self._outages:
            return await self._append(records)
        async with self._recovering:
            began = self._outages.get(LEDGER_ILL)
            if began is None:  # somebody else's records went through while these waited
                return await self._append(records)
            await self.open(LEDGER_PATIENCE)
            owed = tuple(self._owed)
            if not await self._append([self._gap(LEDGER_ILL, began), *owed, *records]):
                return False
            del self._owed[: len(owed)]
            self._over(LEDGER_ILL)
            return True

    @callback
    def owe(self, record: Record) -> None:
        """Write `record` together with the gap, as soon as the ledger works again.

        For the last word on what the ledger already began to tell; the rest of an outage is a gap and nothing more.
        """
        if len(self._owed) < MAX_OWED:
            self._owed.append(record)

    async def keep(self, utterance_id: str, kind: ContentKind, content: bytes | bytearray, until: datetime) -> bool:
        """Seal `content`, enter that it is stored, and put it in its place; False if nothing was kept.

        Sound is handed over as it flows through Assist, and sealed as FLAC.
        """
        if not self.reconciled:
            return False
        at = dt_util.utcnow()
        try:
            vault = self.vault
            got = _received(kind, content)

            def seal() -> Sealed:
                plain = flac.encode(content) if kind is ContentKind.SOUND else bytes(content)
                return vault.seal(utterance_id, kind, plain, until=until)

            sealed = await self._hass.async_add_executor_job(seal)
            stored = Stored(
                utterance_id=utterance_id,
                at=dt_util.utcnow(),
                content=kind,
                ear=_vault_ear(got, until),
                size=sealed.size,
                commitment=sealed.commitment,
            )
            written = await self.write([stored])
            if written:
                await self._hass.async_add_executor_job(vault.commit, sealed)
                tell_changed(self._hass)
            else:
                # The entry may still come, on a late disk: then `tell_erasures` says that there is nothing any more.
                await self._hass.async_add_executor_job(partial(vault.erase, utterance_id, [kind], by=NOT_ENTERED))
        except (EarshotError, OSError) as err:
            self._began(VAULT_ILL, at, err)
            return False
        async with self._vault_recovering:  # words and answer may be kept at once, and it is one gap
            if (began := self._outages.get(VAULT_ILL)) and await self.write([self._gap(VAULT_ILL, began)]):
                self._over(VAULT_ILL)
        return written

    async def erase(self, utterance_id: str, kinds: Iterable[ContentKind], by: str) -> tuple[ContentKind, ...]:
        """Erase contents and enter it; return those of which there was anything. Raises VaultError.

        The key goes first. If the entry cannot be written now, `tell_erasures` writes it later, also after a crash.
        """
        vault = self.vault
        self._telling[utterance_id] += 1
        try:
            erased = await self._hass.async_add_executor_job(partial(vault.erase, utterance_id, kinds, by=by))
            if erased:
                record = Erased(utterance_id=utterance_id, at=dt_util.utcnow(), contents=erased, by=by)
                if await self.write([record]):
                    await self._hass.async_add_executor_job(vault.told, utterance_id, erased)
        finally:
            self._telling[utterance_id] -= 1
        return erased

    async def tell_erasures(self) -> None:
        """Enter the erasures that could not be entered when they were made. Raises LedgerError, VaultError."""
        vault, ledger = self.vault, self.ledger
        if self._late or LEDGER_ILL in self._outages:
            return
        for note in await self._hass.async_add_executor_job(vault.untold):
            if self._telling[note.utterance_id]:  # it is just being told
                continue
            view = await self._hass.async_add_executor_job(ledger.utterance, note.utterance_id)
            kept = {content.kind for content in view.contents if content.erased_at is None} if view else set()
            kinds = tuple(kind for kind in note.kinds if kind in kept)
            if kinds:
                at, by = dt_util.utcnow(), note.by or UNKNOWN
                if not await self.write([Erased(utterance_id=note.utterance_id, at=at, contents=kinds, by=by)]):
                    return
            await self._hass.async_add_executor_job(vault.told, note.utterance_id, note.kinds)

    @callback
    def ail(self, err: VaultError) -> None:
        """Tell of a vault that did not do what nobody waits for any more."""
        self._began(VAULT_ILL, dt_util.utcnow(), err)

    async def recover(self) -> None:
        """Try an ill ledger again. An ill vault is tried by the next content that is to be kept."""
        await self.open()
        if LEDGER_ILL in self._outages:
            await self.write([])

    async def _try_ledger(self) -> None:
        try:
            ledger = await self._hass.async_add_executor_job(self._open_ledger)
            if self._closed:
                # It took longer than anybody wanted it; the next one must find the database free.
                await self._hass.async_add_executor_job(ledger.close)
                return
            self._ledger = ledger
        except (EarshotError, OSError) as err:
            self._began(LEDGER_ILL, dt_util.utcnow(), err)

    async def _wait_while_held(self) -> None:
        try:
            async with asyncio.timeout(LEDGER_PATIENCE):
                await self._free.wait()
        except TimeoutError as err:
            raise LedgerUnavailableError("the ledger is being held") from err

    async def _append(self, records: Sequence[Record]) -> bool:
        """Append without a thought to earlier outages; a failure begins one."""
        began = min((record.at for record in records), default=dt_util.utcnow())
        try:
            await self._wait_while_held()
            if self._late:
                raise LedgerUnavailableError("an earlier entry still waits for the disk")
            future = asyncio.wrap_future(self.ledger.append(records))
            done, _ = await asyncio.wait({future}, timeout=LEDGER_PATIENCE)
            if not done:
                self._late.add(future)
                future.add_done_callback(self._came_late)
                raise LedgerUnavailableError("the disk does not answer")
            future.result()
        except (EarshotError, OSError) as err:
            self._began(LEDGER_ILL, began, err)
            return False
        tell_changed(self._hass)
        tell_entered(self._hass, records)
        tell_records(self._hass, records)
        return True

    @callback
    def _came_late(self, future: asyncio.Future[Any]) -> None:
        self._late.discard(future)
        if not future.cancelled():
            future.exception()  # looked at here, because nobody waits for it any more

    @callback
    def _began(self, kind: str, began: datetime, err: Exception) -> None:
        known = self._outages.get(kind)
        self._outages[kind] = min(began, known) if known else began
        if known is None:
            LOGGER.warning("Nothing can be kept: %s (%s)", kind, type(err).__name__)
            self._on_outage(kind, True)
            tell_changed(self._hass)

    @callback
    def _over(self, kind: str) -> None:
        del self._outages[kind]
        LOGGER.info("Storage works again: %s", kind)
        self._on_outage(kind, False)
        tell_changed(self._hass)

    @staticmethod
    def _gap(reason: str, began: datetime) -> Gap:
        now = dt_util.utcnow()
        return Gap(at=now, began=began, ended=now, reason=reason)


def _received(kind: ContentKind, content: bytes | bytearray) -> Received:
    if kind is ContentKind.SOUND:
        return received_sound(len(content))
    return Received(words=len(content.decode().split()))


def _vault_ear(got: Received, until: datetime) -> Ear:
    return Ear(
        label=VAULT_LABEL,
        kind=EarKind.STORAGE,
        place=VAULT.place,
        evidence=VAULT.evidence,
        got=got,
        keeps=VAULT.keeps,
        until=until,
    )
