"""What the donor's side has on disk: the store, the vault of offers, and which consents stand.

None of it is there until a person consents. While it cannot be read, nothing is offered and nothing leaves.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
import logging
from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant

from ..donation.offer_store import OfferStore
from ..donation.states import BEFORE_IT_LEAVES, OfferState
from ..errors import ContentGoneError, EarshotError
from ..errors.donating import DonationsUnreadableError, OfferUnknownError
from ..gate.paths import Paths
from ..models import ContentKind
from ..vault.clock import Clock
from ..vault.vault import Sealed, Vault
from .content_names import Part
from .standing import read_standing, write_standing

LOGGER = logging.getLogger(__name__)

_WITH_PAYLOAD: Final = frozenset({OfferState.WAITING, OfferState.APPROVED, OfferState.SENDING})

_WITH_REPLIES: Final = frozenset({OfferState.SENDING, OfferState.GIVEN, OfferState.WITHDRAWING})


class Stock:
    """The store and the vault of one home's donations."""

    def __init__(self, hass: HomeAssistant, paths: Paths, clock: Clock) -> None:
        self._hass = hass
        self._paths = paths
        self._clock = clock
        self._store: OfferStore | None = None
        self._vault: Vault | None = None
        self.failed = False
        """Whether there is a store, and it does not open."""

    @property
    def there(self) -> bool:
        """Whether anybody has ever consented here, and it can be read."""
        return self._store is not None

    @property
    def store(self) -> OfferStore:
        """The store. Raises DonationsUnreadableError while there is none."""
        if self._store is None:
            raise DonationsUnreadableError
        return self._store

    @property
    def vault(self) -> Vault:
        """The vault. Raises DonationsUnreadableError while there is none."""
        if self._vault is None:
            raise DonationsUnreadableError
        return self._vault

    async def run[*A, R](self, work: Callable[[*A], R], *bound: *A) -> R:
        """Do something that blocks."""
        return await self._hass.async_add_executor_job(work, *bound)

    async def open_if_there(self) -> None:
        """Open what an earlier run left, if anything."""
        if not await self.run(self._paths.donations.exists):
            return
        try:
            await self.open()
        except EarshotError as err:
            self.failed = True
            LOGGER.warning("Nothing is offered, and nothing leaves: %s", err.code)

    async def open(self) -> None:
        """Open store and vault, and make them the first time. Raises DonationsUnreadableError, VaultError."""
        if self._store is None:
            self._store, self._vault = await self.run(self._open)
            self.failed = False

    async def close(self) -> None:
        """Close the store."""
        store, self._store, self._vault = self._store, None, None
        if store is not None:
            await self.run(store.close)

    async def standing(self) -> frozenset[str]:
        """Return the ids of the consents that stand."""
        return await self.run(read_standing, self._standing)

    async def let_stand(self, consents: Iterable[str]) -> None:
        """Note which consents stand. Raises OSError."""
        await self.run(write_standing, self._standing, tuple(consents))

    def seal(self, part: Part, content: bytes, until: datetime) -> Sealed:
        """Seal a part, durably, before the store tells of it. Blocks. Raises VaultError."""
        return self.vault.seal(part.name, part.kind, content, until=until)

    def read(self, part: Part) -> bytes:
        """Return a part. Blocks. Raises ContentGoneError and other VaultErrors."""
        return self.vault.read(part.name, part.kind)

    def read_or_none(self, part: Part) -> bytes | None:
        """Return a part; None if there is none. Blocks."""
        try:
            return self.read(part)
        except ContentGoneError:
            return None

    def erase(self, parts: Iterable[Part]) -> None:
        """Make parts unreadable. Blocks. The store tells what became of the offer; there is nobody else to tell."""
        for part in parts:
            if erased := self.vault.erase(part.name, (part.kind,)):
                self.vault.told(part.name, erased)

    @property
    def _standing(self) -> Path:
        return self._paths.donation_keys / "standing.json"

    def _open(self) -> tuple[OfferStore, Vault]:
        store = OfferStore.open(self._paths.donations)
        try:
            vault = Vault.open(self._paths.offered, self._paths.donation_keys, clock=self._clock)
            _mend(store, vault)
        except (EarshotError, OSError) as err:
            store.close()
            if isinstance(err, EarshotError):
                raise
            raise DonationsUnreadableError from err
        return store, vault


def _mend(store: OfferStore, vault: Vault) -> None:
    """End what a crash left in the middle, and destroy what nothing tells of."""
    for offer in store.offers((OfferState.PREPARING,)):
        store.change(offer.offer_id, OfferState.DROPPED, failure="restart")
    for note in vault.untold():
        vault.told(note.utterance_id, note.kinds)

    def known(name: str, kind: ContentKind) -> bool:
        part = Part.parse(name, kind)
        return part is not None and _is_needed(store, part)

    vault.reconcile(known, lambda _: None)
    for offer in store.offers(BEFORE_IT_LEAVES):
        held = Part(offer.offer_id, "payload", offer.revision)
        # A restored backup has no keys: what it offers cannot be shown, so it cannot leave either.
        if not vault.holds(held.name, held.kind):
            store.change(offer.offer_id, OfferState.DROPPED, failure="contents_gone")


def _is_needed(store: OfferStore, part: Part) -> bool:
    try:
        match part.what:
            case "original":
                return store.offer(part.of).state in BEFORE_IT_LEAVES
            case "payload" | "notes":
                offer = store.offer(part.of)
                return offer.state in _WITH_PAYLOAD and part.number == offer.revision
            case "bundle" | "reply":
                state = store.offer(store.donation(part.of).offer_id).state
                return state is OfferState.SENDING or (part.what == "reply" and state in _WITH_REPLIES)
            case "label":
                return any(one.sequence == part.number and one.has_label for one in store.reviews(part.of))
            case _:
                return False
    except OfferUnknownError:
        return False
