"""The consents of this home: given by a person and entered first, over at once when anybody says so.

To tighten waits for nothing: neither for the ledger nor for the store. To loosen waits for both.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
import logging
import secrets
from typing import Final

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import Unauthorized
from homeassistant.util import dt as dt_util

from ..const import NO_SATELLITE
from ..donation.consent import (
    Consent,
    ConsentEnd,
    ConsentRequest,
    StatementFacts,
    covering,
    why_over,
    why_suspended,
)
from ..donation.consent_receipt import make_receipt, receipt_sha256
from ..donation.purposes import Purpose
from ..donation.statement import SignedStatement
from ..errors import LedgerUnavailableError, SettingsUnsavedError
from ..errors.donating import ConsentRefusedError, ConsentUnknownError, DonatingError, StatementChangedError
from ..gate.runs import describe_satellite
from ..gate.settings import PrivacySettings
from ..gate.storage import Storage
from ..ledger.giving import ConsentGiven, ConsentWithdrawn
from ..vault.clock import Clock
from .stock import Stock

LOGGER = logging.getLogger(__name__)

ASSIST_SATELLITE: Final = "assist_satellite."


class Consents:
    """The consents that stand, in memory; on disk by `Stock`. Lives in the event loop."""

    def __init__(
        self, hass: HomeAssistant, storage: Storage, settings: PrivacySettings, stock: Stock, clock: Clock
    ) -> None:
        self._hass = hass
        self._storage = storage
        self._settings = settings
        self._stock = stock
        self._clock = clock
        self._changing = asyncio.Lock()
        self._offs = 0
        self._deadlines: dict[str, float] = {}
        """When each is over by the clock that nobody can set."""
        self.all: tuple[Consent, ...] = ()
        """Every consent that was ever given, the newest first."""
        self.on_ended: Callable[[frozenset[str]], None] = lambda _: None
        """Told the ids of consents that are over, before anything is written of it."""

    @property
    def standing(self) -> tuple[Consent, ...]:
        """Those that hold now."""
        return tuple(one for one in self.all if self._holds(one))

    @property
    def suspended(self) -> tuple[Consent, ...]:
        """Those that are to be consented to anew, and were not yet."""
        return tuple(one for one in self.all if one.suspended is not None)

    @property
    def on(self) -> bool:
        """Whether donation is on, be it suspended: then everything that is not offered has its reason entered."""
        return any(one.ended is None or one.suspended is not None for one in self.all)

    def covering(self, purpose: Purpose, satellite_key: str) -> Consent | None:
        """Return the consent that covers this now; None if none does."""
        return covering(self.standing, purpose, satellite_key, self._clock.wall())

    def covers(self, satellite_key: str) -> bool:
        """Whether anything that is said to a satellite may be offered by itself."""
        return any(one.satellite_key == satellite_key for one in self.standing)

    def was_suspended(self, purpose: Purpose, satellite_key: str) -> bool:
        """Whether there was a consent for this that somebody is to be asked about anew."""
        return any(one.purpose is purpose and one.satellite_key == satellite_key for one in self.suspended)

    def holding(self, consent_id: str) -> Consent | None:
        """Return one that holds now, by its id."""
        return next((one for one in self.standing if one.consent_id == consent_id), None)

    def get(self, consent_id: str) -> Consent:
        """Return one by its id, over or not. Raises ConsentUnknownError."""
        found = next((one for one in self.all if one.consent_id == consent_id), None)
        if found is None:
            raise ConsentUnknownError
        return found

    async def load(self) -> None:
        """Read what stands. What is in the store only came back from a backup, and does not hold."""
        if not self._stock.there:
            return
        standing = await self._stock.standing()
        self.all = await self._stock.run(self._stock.store.consents)
        open_ones = [one for one in self.all if one.ended is None]
        self._measure(open_ones)
        if restored := [one for one in open_ones if one.consent_id not in standing]:
            await self._end({one.consent_id: ConsentEnd.RESTORED for one in restored})
        await self.look()

    async def give(self, request: ConsentRequest, statement: SignedStatement, user: User) -> tuple[Consent, ...]:
        """Enter consents and let them stand. `statement` is what the desk says.

        Raises Unauthorized, ConsentRefusedError, StatementChangedError, LedgerUnavailableError, SettingsUnsavedError,
        DonationsUnreadableError. Nothing holds then that did not before.
        """
        if not user.is_admin or not user.is_active or user.system_generated:
            raise Unauthorized
        if request.statement_sha256 != statement.sha256:
            raise StatementChangedError
        async with self._changing:
            now, offs = self._clock.wall(), self._offs
            until = request.require(facts_of(statement), now)
            consents, receipt = self._make(request, statement, user, now, until)
            await self._stock.open()
            store = self._stock.store
            await self._stock.run(store.add_consents, consents, statement.to_bytes(), receipt)
            if not await self._storage.write([_given(one) for one in consents]):
                await self._stock.run(store.put_consents, [one.over(ConsentEnd.PERSON, now) for one in consents])
                raise LedgerUnavailableError("the consent could not be entered")
            before = {(one.purpose, one.satellite_key): one for one in self.all if one.ended is None or one.suspended}
            replaced = {
                old.consent_id: ConsentEnd.REPLACED
                for one in consents
                if (old := before.get((one.purpose, one.satellite_key))) is not None
            }
            standing = {one.consent_id for one in (*self.standing, *consents)} - replaced.keys()
            await self._let_stand(standing)
            self.all = (*consents, *self.all)
            self._measure(consents)
            await self._end(replaced)
            if self._offs != offs:  # somebody switched it off meanwhile, and the cautious of two is right
                await self._end({one.consent_id: ConsentEnd.PERSON for one in consents})
        return consents

    async def off(self, by: str) -> None:
        """Let every consent be over, at once. Raises SettingsUnsavedError if it will not outlast a restart."""
        self._offs += 1
        await self._end({one.consent_id: ConsentEnd.PERSON for one in self.all if one.ended is None}, by)
        # What was suspended is over already; nobody is to be asked about it any more.
        closed = [replace(one, end=ConsentEnd.PERSON) for one in self.suspended]
        self._put(closed)
        if closed:
            await self._save(closed)

    async def look(self) -> None:
        """End what is over by itself, by either clock."""
        over = {one.consent_id: ConsentEnd.EXPIRED for one in self.all if one.ended is None and not self._holds(one)}
        await self._end(over)

    async def hold_against(self, address: str, statement: SignedStatement) -> None:
        """Suspend what was consented to of a desk that says something else now."""
        said = facts_of(statement)
        found = ((one, why_suspended(one, said)) for one in self.standing if one.address == address)
        await self._end({one.consent_id: why for one, why in found if why is not None})

    def seconds_left(self) -> float | None:
        """Return in how many seconds the next one is over; None if none stands."""
        now, elapsed = self._clock.wall(), self._clock.elapsed()
        return min(
            (
                min((one.until - now).total_seconds(), self._deadlines.get(one.consent_id, elapsed) - elapsed)
                for one in self.standing
            ),
            default=None,
        )

    def _holds(self, consent: Consent) -> bool:
        """Whether one holds, by both clocks: whichever says that it is over is right."""
        if consent.ended is not None or why_over(consent, self._clock.wall()) is not None:
            return False
        return self._clock.elapsed() < self._deadlines.get(consent.consent_id, 0.0)

    def _measure(self, consents: Iterable[Consent]) -> None:
        now, elapsed = self._clock.wall(), self._clock.elapsed()
        for one in consents:
            self._deadlines[one.consent_id] = elapsed + (one.until - now).total_seconds()

    def _make(
        self, request: ConsentRequest, statement: SignedStatement, user: User, now: datetime, until: datetime
    ) -> tuple[tuple[Consent, ...], bytes]:
        said = statement.statement
        satellites = {self._settings.place_of(one): one for one in sorted(request.satellites)}
        entities = {key: self._settings.entity_id_of(key) for key in satellites}
        if NO_SATELLITE in satellites or not all(name.startswith(ASSIST_SATELLITE) for name in entities.values()):
            raise ConsentRefusedError(missing="satellites")
        made = [
            Consent(
                consent_id=secrets.token_hex(16),
                purpose=purpose,
                satellite_key=key,
                satellite=describe_satellite(self._hass, entity_id),
                statement_sha256=statement.sha256,
                desk=said.name,
                address=said.address,
                desk_key_sha256=said.desk_key_sha256,
                receipt_sha256="",
                given=now,
                until=until,
                by=user.name or user.id,
            )
            for purpose in sorted(request.purposes)
            for key, entity_id in entities.items()
        ]
        receipt = make_receipt(made, statement, receipt_id=secrets.token_hex(16))
        sha256 = receipt_sha256(receipt)
        return tuple(replace(one, receipt_sha256=sha256) for one in made), receipt

    async def _end(self, why: dict[str, ConsentEnd], by: str | None = None) -> None:
        """Let consents be over: first for whoever asks, then on disk, then in the ledger."""
        now = self._clock.wall()
        already = frozenset(one.consent_id for one in self.all if one.consent_id in why and one.ended is not None)
        over = [one.over(why[one.consent_id], one.ended or now) for one in self.all if one.consent_id in why]
        if not over:
            return
        self._put(over)
        self.on_ended(frozenset(why))
        unsaved: SettingsUnsavedError | None = None
        try:
            await self._let_stand(one.consent_id for one in self.standing)
        except SettingsUnsavedError as err:
            unsaved = err
        saved = await self._save(over)
        entries = [_withdrawn(one, now, by) for one in over if one.consent_id not in already]
        if not await self._storage.write(entries):
            for entry in entries:
                self._storage.owe(entry)
        if unsaved is not None and not saved:
            raise unsaved

    async def _let_stand(self, ids: Iterable[str]) -> None:
        try:
            await self._stock.let_stand(ids)
        except OSError as err:
            raise SettingsUnsavedError("which consents stand cannot be written") from err

    async def _save(self, consents: list[Consent]) -> bool:
        try:
            await self._stock.run(self._stock.store.put_consents, consents)
        except DonatingError as err:
            LOGGER.warning("The end of a consent is not in the store of donations: %s", err.code)
            return False
        return True

    def _put(self, changed: Iterable[Consent]) -> None:
        new = {one.consent_id: one for one in changed}
        self.all = tuple(new.get(one.consent_id, one) for one in self.all)


def facts_of(statement: SignedStatement) -> StatementFacts:
    """Return what consents are held against."""
    said = statement.statement
    return StatementFacts(
        sha256=statement.sha256, desk_key_sha256=said.desk_key_sha256, purposes=frozenset(said.purposes)
    )


def _given(consent: Consent) -> ConsentGiven:
    return ConsentGiven(
        at=dt_util.utcnow(),
        consent_id=consent.consent_id,
        purpose=consent.purpose.value,
        satellite=consent.satellite,
        desk=consent.desk,
        statement_sha256=consent.statement_sha256,
        desk_key_sha256=consent.desk_key_sha256,
        receipt_sha256=consent.receipt_sha256,
        until=consent.until,
        by=consent.by,
    )


def _withdrawn(consent: Consent, now: datetime, by: str | None) -> ConsentWithdrawn:
    end = consent.end or ConsentEnd.PERSON
    return ConsentWithdrawn(at=now, consent_id=consent.consent_id, reason=end.value, by=by)
