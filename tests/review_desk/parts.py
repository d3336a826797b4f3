"""A desk for tests, and donors who give to it: everything is real but the network between them."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from custom_components.earshot.donation.bundle import DonationSecrets, new_secrets, seal_bundle
from custom_components.earshot.donation.clip import Clip, encode_clip
from custom_components.earshot.donation.desk.answers import Answer
from custom_components.earshot.donation.desk.desk_store import clips
from custom_components.earshot.donation.desk.desk_store.rows import ClipRow
from custom_components.earshot.donation.desk.quotas import Capacity, Rate
from custom_components.earshot.donation.label import Label
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.receipts import Receipt, verify_receipt
from custom_components.earshot.gate.storage import Storage
from custom_components.earshot.ledger import Ledger, Record
from custom_components.earshot.ledger.body import decode_body
from custom_components.earshot.review_desk.configured import DeskChoices
from custom_components.earshot.review_desk.desk import ReviewDesk
from custom_components.earshot.review_desk.open_desk import DeskPaths
from custom_components.earshot.vault.flac import encode
from custom_components.earshot.vault.vault import Vault

SECRET = "xylophone parachute"  # noqa: S105 - words, and no password
"""Words that stand nowhere but in clips and labels."""

TEXT = {
    "listen": "People will listen.",
    "who": "Two volunteers.",
    "where": "In Bergen.",
    "how_long": "Thirty days.",
    "what_for": "Recognisers are trained with it.",
    "withdraw": "At any time.",
    "danger": "We call the contact.",
}
CONFIGURED: dict[str, Any] = {
    "name": "Bergen desk",
    "contact": "desk@bergen.example",
    "people": "two volunteers",
    "place": "Bergen, Norway",
    "retention_days": 30,
    "purposes": [purpose.value for purpose in Purpose],
    "texts": {"en": TEXT},
    "address": "https://desk.example",
    "reviewers": [],
    "daily_limit": 100,
    "danger_contact": "Kari, +47 55 00 00 00",
    "danger_guidance": "Call Kari at once.",
}
GOOD = Label(words=SECRET, quality="good")


def choices(**changed: Any) -> DeskChoices:
    """Return how a desk is configured."""
    return DeskChoices.of(CONFIGURED | changed)


@cache
def sound(seed: int = 0, milliseconds: int = 1000) -> bytes:
    """Return some noise as FLAC."""
    return encode(Random(seed).randbytes(milliseconds * 32))  # noqa: S311 - it is to be the same each time


def clip(**changed: Any) -> Clip:
    """Return a clip."""
    usual: dict[str, Any] = {
        "purpose": Purpose.SPEECH,
        "week": "2026-W48",
        "language": "en",
        "words": SECRET,
        "sound": sound(),
        "sound_ms": 1000,
    }
    return Clip(**usual | changed)


@dataclass
class Given:
    """What a donor gave, and keeps of it."""

    secrets: DonationSecrets
    body: bytes
    payload: bytes


@dataclass
class DeskHome:
    """A desk in folders of its own, that can be opened and closed, and its house's ledger."""

    hass: HomeAssistant
    folder: Path
    choices: DeskChoices = field(default_factory=choices)
    capacity: Capacity = field(default_factory=lambda: Capacity(free_bytes=0))
    rate: Rate | None = None

    def __post_init__(self) -> None:
        self.storage = Storage(self.hass, self._ledger, self._vault, lambda _kind, _began: None)

    @property
    def paths(self) -> DeskPaths:
        return DeskPaths(folder=self.folder / "desk", keys=self.folder / "cache" / "desk")

    async def open(self) -> ReviewDesk:
        """Open the desk as at a start."""
        if not self.storage.reconciled:
            await self.storage.open()
            self.storage.reconciled = True
        desk = ReviewDesk(self.hass, self.storage, self.choices, self.paths, capacity=self.capacity, rate=self.rate)
        await desk.open()
        self.desk = desk
        return desk

    async def close(self) -> None:
        await self.desk.close()

    def give(
        self,
        made: Clip | None = None,
        *,
        made_on: date | None = None,
        payload: bytes | None = None,
        reply_key: bytes | None = None,
    ) -> Given:
        """Make a bundle for the desk, as a donor's side does."""
        made = made or clip()
        payload = encode_clip(made) if payload is None else payload
        secrets = new_secrets()
        body = seal_bundle(
            payload,
            statement=self.desk.signed_statement(),
            purpose=made.purpose,
            secrets=secrets,
            made_on=made_on or dt_util.utcnow().date(),
            reply_key=reply_key,
        )
        return Given(secrets, body, payload)

    async def take(self, made: Clip | None = None) -> Given:
        """Give a clip to the desk."""
        given = self.give(made)
        assert (await self.accept(given)).taken
        return given

    async def accept(self, given: Given) -> Answer:
        return await self.desk.accept(given.body, given.secrets.donation_id)

    async def receipts(self, given: Given) -> list[Receipt]:
        """Fetch and verify the receipts of a donation, as its donor does."""
        public = self.desk.signed_statement().statement.signing_key
        found = await self.desk.receipts(given.secrets.donation_id, given.secrets.token)
        return [verify_receipt(one.signed, public, given.secrets.donation_id) for one in found]

    def row(self, given: Given) -> ClipRow:
        """Return what the store has of a donation."""
        with self.desk._desk.store.read() as connection:
            found = clips.find(connection, given.secrets.donation_id)
        assert found is not None
        return found

    async def label(self, user: User, label: Label = GOOD) -> None:
        """Let somebody label the next clip."""
        shown = await self.desk.next_clip(user)
        assert shown is not None
        await self.desk.label(shown.ticket, label, user)

    def entries(self) -> list[Record]:
        """Return everything in the house's ledger."""
        with self.storage.ledger._store.read() as snapshot:
            return [decode_body(row.body)[1] for row in snapshot.entries() if row.body is not None]

    def files_with(self, *secrets: bytes) -> list[Path]:
        """Return the files below the folder that hold any of these bytes."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        assert files
        return [path for path in files if any(secret in path.read_bytes() for secret in secrets)]

    def _ledger(self) -> Ledger:
        return Ledger.open(f"sqlite:///{self.folder}/ledger.db", keys=self.folder / "keys", origin="earshot/desk")

    def _vault(self) -> Vault:
        return Vault.open(self.folder / "vault", self.folder / "cache" / "vault")


async def person(hass: HomeAssistant, name: str) -> User:
    """Return a user of this Home Assistant."""
    return await hass.auth.async_create_user(name)
