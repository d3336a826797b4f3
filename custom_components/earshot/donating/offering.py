"""Puts a clip up: prepared, sealed, entered, and only then an offer that somebody can see."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
import logging
import secrets
from typing import Final

from homeassistant.util import dt as dt_util

from ..donation.choices import UNANSWERED, Mode
from ..donation.consent import Consent
from ..donation.eligibility import Candidate, Refusal
from ..donation.offer_store import Offer
from ..donation.purposes import Purpose
from ..donation.redaction import HomeNames, WordTime
from ..donation.states import OfferState
from ..errors import EarshotError, LedgerUnavailableError
from ..errors.donating import OfferDecidedError, OfferRefusedError
from ..ledger.giving import Offered
from ..models import Ear, EarKind, Received
from ..policy.classify import VAULT
from ..vault import flac
from ..vault.vault import Sealed
from .content_names import notes, original_sound, original_words, parts_of_offer, payload
from .home import Home
from .home_names import home_names
from .preparing import Notes, Original, Prepared, Wish, prepare

LOGGER = logging.getLogger(__name__)

VAULT_LABEL: Final = "Earshot's vault of offers"
SLACK: Final = timedelta(days=1)
"""How much longer than an offer waits its contents can be opened: who looks at it in the last minute sees it whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What an offer is made of."""

    candidate: Candidate
    purpose: Purpose
    pcm: bytes | bytearray = field(repr=False)
    times: tuple[WordTime, ...] | None = field(default=None, repr=False)
    by_hand: bool = False

    @property
    def original(self) -> Original:
        """What was said."""
        return Original(
            said=self.candidate.said,
            language=self.candidate.language,
            words=self.candidate.words,
            times=self.times,
            wake_word=self.candidate.wake_word,
        )


class Offering:
    """Makes offers, and makes them anew as a person wants them."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._stock = home.stock
        self._adjusting = asyncio.Lock()

    async def offer(self, material: Material, consent: Consent) -> Offer:
        """Put a clip up. Raises OfferRefusedError if it could not be prepared or entered; nothing is left of it then.

        What it consists of on disk, and in which order: a row that says that it is being prepared; the sealed contents;
        the entry in the ledger; the row that says that it waits. What breaks off in between never was an offer.
        """
        row = self._row(material, consent)
        store = self._stock.store
        await self._stock.run(store.add_offer, row)
        try:
            names = await home_names(self._home.hass)
            wish = Wish(purpose=material.purpose, strength=row.strength)
            prepared = await self._stock.run(prepare, material.original, bytes(material.pcm), names, wish)
            row = _with(row, prepared)
            sealed = await self._stock.run(self._seal, row, material, prepared, consent.until)
            await self._enter(row)
            made = await self._stock.run(self._wait, row, sealed)
        except (EarshotError, ValueError) as err:
            await self._give_up(row)
            raise OfferRefusedError("an offer could not be prepared", refusal=Refusal.NOT_PREPARED.value) from err
        except BaseException:
            await asyncio.shield(self._give_up(row))
            raise
        self._home.tell()
        return made

    async def adjust(
        self,
        offer_id: str,
        consent: Consent,
        *,
        strength: float | None = None,
        hide: tuple[int, ...] | None = None,
        with_sound: bool | None = None,
    ) -> Offer:
        """Prepare an offer anew; what was prepared before is destroyed. None leaves something as it is.

        Raises OfferUnknownError, OfferDecidedError, OfferRefusedError, ContentGoneError.
        """
        async with self._adjusting:
            before = await self._stock.run(self._stock.store.offer, offer_id)
            if before.state is not OfferState.WAITING:
                raise OfferDecidedError(state=before.state.value)
            names = await home_names(self._home.hass)

            def again() -> Offer:
                old = Notes.from_bytes(self._stock.read(notes(offer_id, before.revision)))
                wish = Wish(
                    purpose=before.purpose,
                    strength=before.strength if strength is None else strength,
                    hide=old.hide if hide is None else hide,
                    with_sound=old.with_sound if with_sound is None else with_sound,
                )
                return self._prepare_anew(before, names, wish, consent.until)

            try:
                made = await self._stock.run(again)
            except ValueError as err:
                raise OfferRefusedError(refusal=Refusal.NOT_PREPARED.value) from err
        self._home.tell()
        return made

    def drop_contents(self, offer: Offer) -> None:
        """Make everything unreadable that was prepared. Blocks."""
        self._stock.erase(parts_of_offer(offer.offer_id, offer.revision))

    def _row(self, material: Material, consent: Consent) -> Offer:
        choices, now = self._home.choices, dt_util.utcnow()
        by_itself = choices.mode is Mode.AFTER_WAIT and not material.by_hand
        return Offer(
            offer_id=secrets.token_hex(16),
            utterance_id=material.candidate.utterance_id,
            consent_id=consent.consent_id,
            purpose=material.purpose,
            desk=consent.desk,
            address=consent.address,
            satellite=material.candidate.satellite,
            said=material.candidate.said,
            at=now,
            state=OfferState.PREPARING,
            until=now + choices.wait if by_itself else None,
            drop_at=now + UNANSWERED,
            by_hand=material.by_hand,
            strength=choices.strength,
        )

    async def _enter(self, row: Offer) -> None:
        if not await self._home.storage.write([_offered(row)]):
            raise LedgerUnavailableError("an offer could not be entered")

    def _seal(self, row: Offer, material: Material, prepared: Prepared, until: datetime) -> list[Sealed]:
        sound = flac.encode(material.pcm) if material.pcm else b""
        return [
            self._stock.seal(original_sound(row.offer_id), sound, row.drop_at + SLACK),
            self._stock.seal(original_words(row.offer_id), material.original.to_bytes(), row.drop_at + SLACK),
            *self._seal_prepared(row, prepared, until),
        ]

    def _seal_prepared(self, row: Offer, prepared: Prepared, until: datetime) -> list[Sealed]:
        return [
            self._stock.seal(notes(row.offer_id, row.revision), prepared.notes.to_bytes(), row.drop_at + SLACK),
            # It may be approved on the last day, and the desk be away.
            self._stock.seal(payload(row.offer_id, row.revision), prepared.payload, until),
        ]

    def _wait(self, row: Offer, sealed: Sequence[Sealed]) -> Offer:
        """Let it be an offer, unless it was dropped meanwhile: then the table of states refuses. Blocks."""
        told = {name: getattr(row, name) for name in _PREPARED}
        made = self._stock.store.change(row.offer_id, OfferState.WAITING, **told)
        for one in sealed:
            self._stock.vault.commit(one)
        return made

    def _prepare_anew(self, before: Offer, names: HomeNames, wish: Wish, until: datetime) -> Offer:
        original = Original.from_bytes(self._stock.read(original_words(before.offer_id)))
        sound = self._stock.read(original_sound(before.offer_id))
        prepared = prepare(original, flac.decode(sound) if sound else b"", names, wish)
        after = replace(_with(before, prepared), strength=wish.strength, revision=before.revision + 1)
        made = self._wait(after, self._seal_prepared(after, prepared, until))
        self._stock.erase([make(before.offer_id, before.revision) for make in (payload, notes)])
        return made

    async def _give_up(self, row: Offer) -> None:
        """Leave nothing of an offer that was not made, and enter that it is none."""

        def drop() -> None:
            self.drop_contents(row)
            if self._stock.store.offer(row.offer_id).state is OfferState.PREPARING:
                self._stock.store.change(row.offer_id, OfferState.DROPPED, failure=Refusal.NOT_PREPARED.value)

        try:
            await self._stock.run(drop)
        except EarshotError as err:  # the next start finds it being prepared, and ends it
            LOGGER.warning("An offer that was not made is not cleared: %s", err.code)
        await self._home.storage.write(
            [replace(_offered(row), until=None, ear=None, refused=Refusal.NOT_PREPARED.value)]
        )


_PREPARED: Final = (
    "contents",
    "revision",
    "sha256",
    "size",
    "sound_ms",
    "strength",
    "times_unknown",
    "until",
)
"""What of an offer is another when it was prepared."""


def _with(row: Offer, prepared: Prepared) -> Offer:
    """Return an offer with what was prepared. What nobody can be sure of never leaves by itself."""
    return replace(
        row,
        contents=prepared.contents,
        sha256=prepared.sha256,
        size=len(prepared.payload),
        sound_ms=prepared.sound_ms,
        times_unknown=prepared.times_unknown,
        until=None if prepared.times_unknown else row.until,
    )


def _offered(offer: Offer) -> Offered:
    return Offered(
        utterance_id=offer.utterance_id,
        at=dt_util.utcnow(),
        contents=offer.contents,
        purpose=offer.purpose.value,
        desk=offer.desk,
        consent_id=offer.consent_id,
        until=offer.until,
        ear=Ear(
            label=VAULT_LABEL,
            kind=EarKind.STORAGE,
            place=VAULT.place,
            evidence=VAULT.evidence,
            got=Received(sound_ms=offer.sound_ms or None),
            keeps=VAULT.keeps,
            until=offer.drop_at + SLACK,
        ),
    )
