# ruff: noqa: ARG002 - a stand-in takes what the real one takes
"""A review desk in memory, behind the courier's protocol: it opens bundles, listens, labels, and deletes, by its word.

The same contract suite that this passes (`courier_contract`) the real couriers pass with a real desk behind them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
import secrets as random
from typing import Any

from custom_components.earshot.donation.answers import ReceivedReceipt
from custom_components.earshot.donation.bundle import (
    DeskKey,
    DonationSecrets,
    open_bundle,
    read_envelope,
    token_sha256,
)
from custom_components.earshot.donation.clip import Clip, decode_clip
from custom_components.earshot.donation.label import Label, open_label
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.receipts import Receipt, ReceiptAction, SignedReceipt, sign_receipt
from custom_components.earshot.donation.reply import seal_label
from custom_components.earshot.donation.signing import SigningKey
from custom_components.earshot.donation.statement import SignedStatement, Statement, StatementText, sign_statement
from custom_components.earshot.errors import DeskRefusedError, EarshotError

ADDRESS = "https://desk.example"
TEXT = StatementText(
    listen="People listen.",
    who="Two volunteers.",
    where="In Utrecht.",
    how_long="A year.",
    what_for="To hear better.",
    withdraw="At any time.",
    danger="We call you.",
)


@dataclass
class Held:
    """One donation at the desk."""

    bundle: bytes
    payload: bytes
    token_sha256: str
    reply_key: bytes | None = None
    receipts: list[ReceivedReceipt] = field(default_factory=list)
    deleted: bool = False


class StandInDesk:
    """A desk, and the courier that goes there."""

    def __init__(self, **statement: Any) -> None:
        self.key = DeskKey.new()
        self.signing_key = SigningKey.new()
        told: dict[str, Any] = {
            "name": "Some desk",
            "contact": "desk@example.org",
            "people": "Two volunteers",
            "place": "Utrecht",
            "retention_days": 365,
            "purposes": tuple(Purpose),
            "texts": {"en": TEXT},
            "address": ADDRESS,
            "encryption_key": self.key.public,
            "signing_key": self.signing_key.public,
            "version": 1,
            "issued": datetime(2026, 11, 1, tzinfo=UTC),
        }
        self.statement = sign_statement(Statement(**(told | statement)), self.signing_key)
        self.held: dict[str, Held] = {}
        self.fails: EarshotError | None = None
        """What every errand ends with."""
        self.contacts: list[str] = []
        self.on_deliver: Any = None
        """Awaited when a bundle has come, before the desk says that it has it."""
        self.deletes_late = False
        self.folder: list[Clip] = []

    def say_otherwise(self, **statement: Any) -> None:
        """Publish another statement."""
        self.statement = sign_statement(replace(self.statement.statement, **statement), self.signing_key)

    async def fetch_statement(self, address: str) -> SignedStatement:
        self._contact("statement")
        return self.statement

    async def deliver(self, address: str, bundle: bytes, donation_id: str) -> None:
        self._contact("deliver")
        envelope = read_envelope(bundle)
        assert envelope.donation_id == donation_id
        known = self.held.get(donation_id)
        if known is not None and known.bundle != bundle:
            raise DeskRefusedError("another bundle of that name", status=409)
        if known is None:
            payload = open_bundle(bundle, self.key)
            self.held[donation_id] = Held(bundle, payload, envelope.token_sha256, envelope.reply_key)
        if self.on_deliver is not None:
            await self.on_deliver()

    async def fetch_receipts(self, address: str, secrets: DonationSecrets) -> Sequence[ReceivedReceipt]:
        self._contact("receipts")
        held = self._of(secrets)
        return tuple(held.receipts) if held is not None else ()

    async def withdraw(self, address: str, secrets: DonationSecrets) -> SignedReceipt | None:
        self._contact("withdraw")
        held = self._of(secrets)
        if held is None or self.deletes_late:
            return None
        if not held.deleted:
            self.delete(secrets.donation_id, "withdrawn")
        return held.receipts[-1].signed

    async def write_to_folder(self, folder: str, clip: Clip) -> object:
        self.folder.append(clip)
        return None

    @property
    def clips(self) -> list[Clip]:
        """What it has, and has not deleted."""
        return [decode_clip(held.payload) for held in self.held.values() if not held.deleted]

    def listen(self, donation_id: str, heard_ms: int = 2000) -> Receipt:
        """Let a reviewer listen."""
        return self.sign(donation_id, ReceiptAction.LISTENED, reviewer="1", heard_ms=heard_ms)

    def label(self, donation_id: str, words: str) -> Receipt:
        """Let a reviewer write what was said."""
        opened = open_label(Label(words=words, quality="good"))
        return self.sign(
            donation_id, ReceiptAction.LABELLED, label=opened, reviewer="1", label_commitment=opened.commitment
        )

    def delete(self, donation_id: str, reason: str, **told: Any) -> Receipt:
        """Delete a clip, and say so."""
        self.held[donation_id].deleted = True
        return self.sign(donation_id, ReceiptAction.DELETED, reason=reason, **told)

    def sign(
        self,
        donation_id: str,
        action: ReceiptAction,
        *,
        key: SigningKey | None = None,
        sequence: int | None = None,
        label: Any = None,
        **told: Any,
    ) -> Receipt:
        """Write a receipt, and have it ready for the donor."""
        receipts = self.held[donation_id].receipts
        receipt = Receipt(
            receipt_id=random.token_hex(16),
            donation_id=donation_id,
            sequence=len(receipts) + 1 if sequence is None else sequence,
            action=action,
            at=datetime.now(UTC).replace(microsecond=0),
            **told,
        )
        signed, reply_key = sign_receipt(receipt, key or self.signing_key), self.held[donation_id].reply_key
        if label is None or reply_key is None:
            receipts.append(ReceivedReceipt(signed, label))
        else:
            sealed = seal_label(label, reply_key, donation_id, receipt.sequence)
            receipts.append(ReceivedReceipt(signed, sealed=sealed))
        return receipt

    def _of(self, secrets: DonationSecrets) -> Held | None:
        held = self.held.get(secrets.donation_id)
        return held if held is not None and held.token_sha256 == token_sha256(secrets.token) else None

    def _contact(self, what: str) -> None:
        self.contacts.append(what)
        if self.fails is not None:
            raise self.fails
