"""One of each document of the protocol, with fixed keys: what the golden files were made of."""

from datetime import UTC, date, datetime

from custom_components.earshot.donation.bundle import DeskKey, DonationSecrets
from custom_components.earshot.donation.clip import Clip
from custom_components.earshot.donation.label import Label, OpenedLabel
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.receipts import Receipt, ReceiptAction
from custom_components.earshot.donation.reply import ReplyKey
from custom_components.earshot.donation.signing import SigningKey
from custom_components.earshot.donation.statement import SignedStatement, Statement, StatementText, sign_statement
from custom_components.earshot.donation.tombstones import Tombstone

DESK_KEY = DeskKey.from_bytes(bytes(range(32)))
SIGNING_KEY = SigningKey.from_bytes(bytes(range(32, 64)))
SECRETS = DonationSecrets("00112233445566778899aabbccddeeff", bytes(range(64, 96)), bytes(range(96, 128)))
MADE_ON = date(2026, 11, 29)
AT = datetime(2026, 11, 29, 1, 2, 3, tzinfo=UTC)

TEXT = StatementText(
    listen="People listen to what you give.\nNobody else does.",
    who="Three volunteers of the Open Speech Desk, each with a second factor.",
    where="In their homes in Ghent, on the desk's own server.",
    how_long="At most 90 days, unless a clip is accepted.",
    what_for="To train speech recognition that anybody may use.",
    withdraw="With one tap in Earshot. What is published already stays with whoever copied it.",
    danger="A reviewer who hears that somebody is in danger calls the desk's contact at once.",
)
STATEMENT = Statement(
    name="Open Speech Desk",
    contact="desk@example.org",
    people="Three volunteers",
    place="Ghent, Belgium",
    retention_days=90,
    purposes=(Purpose.SPEECH, Purpose.WAKE_WORDS),
    texts={"en": TEXT},
    address="https://desk.example.org:8123",
    encryption_key=DESK_KEY.public,
    signing_key=SIGNING_KEY.public,
    version=3,
    issued=AT,
)


def signed_statement() -> SignedStatement:
    return sign_statement(STATEMENT, SIGNING_KEY)


def flac(samples: int = 16_000, frames: bytes = b"\xff\xf8\xc9\x08 whatever an encoder wrote") -> bytes:
    """Return the front of a file of so many samples, as it leaves, and what stands for its frames."""
    kind = (16_000 << 44) | (15 << 36) | samples
    info = (4608).to_bytes(2) * 2 + bytes(6) + kind.to_bytes(8) + bytes(16)
    return b"fLaC\x80\x00\x00\x22" + info + frames


CLIP = Clip(
    purpose=Purpose.SPEECH,
    week="2026-W48",
    language="en",
    words="turn on the hall light",
    sound=flac(),
    sound_ms=1000,
    wake_word="okay_nabu",
    masked="mcadams 0.80",
    redactions={"name": 1, "number": 2},
)

REPLY_KEY = ReplyKey.from_bytes(bytes(range(160, 192)))
LABEL = OpenedLabel(bytes(range(128, 160)), Label(words="turn on the hall light", wake_word="right", quality="good"))
RECEIPTS = (
    Receipt(
        receipt_id="a0" * 16,
        donation_id=SECRETS.donation_id,
        sequence=1,
        action=ReceiptAction.LISTENED,
        at=AT,
        reviewer="2",
        heard_ms=6000,
    ),
    Receipt(
        receipt_id="a1" * 16,
        donation_id=SECRETS.donation_id,
        sequence=2,
        action=ReceiptAction.LABELLED,
        at=AT,
        reviewer="2",
        label_commitment=LABEL.commitment,
    ),
    Receipt(
        receipt_id="a2" * 16,
        donation_id=SECRETS.donation_id,
        sequence=3,
        action=ReceiptAction.SKIPPED,
        at=AT,
        reviewer="3",
    ),
    Receipt(
        receipt_id="a3" * 16,
        donation_id=SECRETS.donation_id,
        sequence=4,
        action=ReceiptAction.RAISED_DANGER,
        at=AT,
        reviewer="3",
    ),
    Receipt(
        receipt_id="a5" * 16,
        donation_id=SECRETS.donation_id,
        sequence=5,
        action=ReceiptAction.PUBLISHED,
        at=AT,
        published=("Open Speech 2026.1",),
    ),
    Receipt(
        receipt_id="a4" * 16,
        donation_id=SECRETS.donation_id,
        sequence=6,
        action=ReceiptAction.DELETED,
        at=AT,
        reason="withdrawn",
        published=("Open Speech 2026.1",),
    ),
)
"""One of each action."""

TOMBSTONES = (
    Tombstone("ffeeddccbbaa99887766554433221100", date(2026, 11, 2), "accident"),
    Tombstone(SECRETS.donation_id, MADE_ON, "withdrawn"),
)
