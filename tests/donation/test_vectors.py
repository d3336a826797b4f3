"""The golden files: what another implementation can check itself against. `docs/donation-protocol.md` tells of them."""

import json
from pathlib import Path

from custom_components.earshot.donation.answers import parse_receipts, write_receipts
from custom_components.earshot.donation.bundle import DeskKey, open_bundle, read_envelope
from custom_components.earshot.donation.clip import decode_clip, payload_sha256
from custom_components.earshot.donation.label import label_bytes
from custom_components.earshot.donation.receipts import missing, verify_label, verify_receipt
from custom_components.earshot.donation.reply import ReplyKey
from custom_components.earshot.donation.signing import SigningKey
from custom_components.earshot.donation.statement import parse_statement
from custom_components.earshot.donation.tombstones import parse_tombstones, sign_tombstones
from tests.donation.protocol_samples import (
    AT,
    CLIP,
    DESK_KEY,
    LABEL,
    RECEIPTS,
    REPLY_KEY,
    SECRETS,
    SIGNING_KEY,
    STATEMENT,
    TOMBSTONES,
    signed_statement,
)

VECTORS = Path(__file__).with_name("vectors")
KEYS = json.loads((VECTORS / "keys.json").read_text(encoding="utf-8"))


def golden(name: str) -> bytes:
    return (VECTORS / name).read_bytes()


def test_the_keys_are_those_of_the_samples() -> None:
    assert DeskKey.from_bytes(bytes.fromhex(KEYS["desk_key"])).sha256 == DESK_KEY.sha256
    assert SigningKey.from_bytes(bytes.fromhex(KEYS["signing_key"])).public == SIGNING_KEY.public
    assert (KEYS["donation_id"], KEYS["token"], KEYS["donor_key"]) == (
        SECRETS.donation_id,
        SECRETS.token.hex(),
        SECRETS.key.hex(),
    )


def test_the_statement_is_read_and_written_so() -> None:
    assert parse_statement(golden("statement.json")).statement == STATEMENT
    assert signed_statement().to_bytes() == golden("statement.json")


def test_the_bundle_opens_with_the_desks_key() -> None:
    envelope = read_envelope(golden("bundle.bin"))
    assert envelope.statement_sha256 == parse_statement(golden("statement.json")).sha256
    payload = open_bundle(golden("bundle.bin"), DeskKey.from_bytes(bytes.fromhex(KEYS["desk_key"])))
    assert payload == golden("clip.bin")
    assert decode_clip(payload) == CLIP
    assert payload_sha256(payload) == KEYS["payload_sha256"]


def test_the_receipts_are_read_and_written_so() -> None:
    received = parse_receipts(golden("receipts.json"))
    receipts = tuple(verify_receipt(one.signed, SIGNING_KEY.public, SECRETS.donation_id) for one in received)
    assert receipts == RECEIPTS
    assert missing(receipts) == ()
    assert [one.label for one in received] == [None, LABEL, None, None, None, None]
    assert verify_label(receipts[1], LABEL)
    assert label_bytes(LABEL.label) == KEYS["label"].encode()
    assert write_receipts(received) == golden("receipts.json")


def test_the_label_opens_with_the_donations_key() -> None:
    key = ReplyKey.from_bytes(bytes.fromhex(KEYS["reply_key"]))
    assert key.public == REPLY_KEY.public
    assert key.open(golden("label.bin"), SECRETS.donation_id, 2) == LABEL


def test_the_tombstones_are_read_and_written_so() -> None:
    assert parse_tombstones(golden("tombstones.json"), SIGNING_KEY.public).entries == tuple(sorted(TOMBSTONES))
    assert sign_tombstones(TOMBSTONES, SIGNING_KEY, AT) == golden("tombstones.json")
