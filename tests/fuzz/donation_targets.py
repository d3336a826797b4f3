"""What strangers send about donations: to a desk, and from a desk. Each with what must hold for any bytes.

Most bytes end at a signature, so there are targets behind it too: the fuzzer writes what is signed, and it is signed.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import override

from custom_components.earshot.donation.addresses import desk_address, is_loopback, proxy_address
from custom_components.earshot.donation.answers import (
    ReceivedReceipt,
    parse_receipts,
    parse_request,
    parse_withdrawal,
    write_receipts,
    write_request,
    write_withdrawal,
)
from custom_components.earshot.donation.bundle import MARK, SIZES, DeskKey, open_bundle, read_envelope, seal_bundle
from custom_components.earshot.donation.clip import decode_clip, encode_clip
from custom_components.earshot.donation.flac_blocks import bare_flac, read_front
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.receipts import SignedReceipt, sign_receipt, verify_receipt
from custom_components.earshot.donation.signed import pack_bytes, unpack_bytes
from custom_components.earshot.donation.signing import Context, SigningKey
from custom_components.earshot.donation.statement import parse_statement, sign_statement
from custom_components.earshot.donation.tombstones import MAX_FEED, parse_tombstones, sign_tombstones
from custom_components.earshot.errors import (
    BundleError,
    BundleSealError,
    ClipError,
    DonationRequestError,
    ReceiptError,
    StatementError,
    TombstonesError,
)
from tests.donation.protocol_samples import (
    AT,
    CLIP,
    DESK_KEY,
    LABEL,
    MADE_ON,
    RECEIPTS,
    SECRETS,
    SIGNING_KEY,
    TOMBSTONES,
    flac,
    signed_statement,
)

SIGNED = tuple(sign_receipt(receipt, SIGNING_KEY) for receipt in RECEIPTS)
RECEIVED = tuple(ReceivedReceipt(signed, LABEL if number == 1 else None) for number, signed in enumerate(SIGNED))
BUNDLE = seal_bundle(
    encode_clip(CLIP), statement=signed_statement(), purpose=Purpose.SPEECH, secrets=SECRETS, made_on=MADE_ON
)
HEADER_AT = len(MARK) + 2
HEADER = BUNDLE[HEADER_AT : HEADER_AT + int.from_bytes(BUNDLE[len(MARK) : HEADER_AT])]
FEED = sign_tombstones(TOMBSTONES, SIGNING_KEY, AT)
DONOR = SigningKey.from_bytes(SECRETS.key)


class _OpenKey(DeskKey):
    """A desk's key to which whatever the fuzzer writes was sealed."""

    inside = b""

    @override
    def unseal(self, seal: bytes, info: bytes) -> bytes:
        return self.inside


OPEN_KEY = _OpenKey.from_bytes(DESK_KEY.to_bytes())


def fuzz_statement(data: bytes) -> None:
    """Believe no statement but the one that was signed."""
    with suppress(StatementError):
        assert parse_statement(data).to_bytes() == signed_statement().to_bytes() == data


def fuzz_statement_body(data: bytes) -> None:
    """Hold whatever a desk signs to its one form."""
    try:
        signed = parse_statement(pack_bytes(data, SIGNING_KEY.sign(Context.STATEMENT, data)))
    except StatementError:
        return
    assert sign_statement(signed.statement, SIGNING_KEY).body == data


def fuzz_clip(data: bytes) -> None:
    """Hold a clip to its one form."""
    try:
        clip = decode_clip(data)
    except ClipError:
        return
    assert encode_clip(clip) == data


def fuzz_flac(data: bytes) -> None:
    """Hold a sound's file to its one form."""
    try:
        bare = bare_flac(data)
    except ValueError:
        return
    assert read_front(bare).bare
    assert read_front(bare).samples == read_front(data).samples


def fuzz_bundle(data: bytes) -> None:
    """Open no bundle but the one that was made."""
    with suppress(BundleError):
        assert open_bundle(data, DESK_KEY) == encode_clip(CLIP)
        assert data == BUNDLE


def fuzz_bundle_header(data: bytes) -> None:
    """Let no header that its donor signed be read as one that the seal is not bound to."""
    front = MARK + len(data[:65_535]).to_bytes(2) + data[:65_535]
    seal = bytes(max(SIZES[0] - len(front) - 64, 0))
    bundle = front + DONOR.sign(Context.BUNDLE, front + sha256(seal).digest()) + seal
    try:
        envelope = read_envelope(bundle)
    except BundleError:
        return
    assert envelope.size == SIZES[0]
    with suppress(BundleError):
        open_bundle(bundle, DESK_KEY)
        raise AssertionError("a seal of zeros opens")


def fuzz_bundle_inside(data: bytes) -> None:
    """Take from a seal what its length says, if the rest is zeros."""
    OPEN_KEY.inside = data
    try:
        payload = open_bundle(BUNDLE, OPEN_KEY)
    except BundleSealError:
        return
    assert (len(payload).to_bytes(4) + payload).ljust(len(data), b"\0") == data


def fuzz_review_receipt(data: bytes) -> None:
    """Hold whatever a desk signs as a receipt to its one form."""
    signed = SignedReceipt(data, SIGNING_KEY.sign(Context.RECEIPT, data))
    try:
        receipt = verify_receipt(signed, SIGNING_KEY.public)
    except ReceiptError:
        return
    assert sign_receipt(receipt, SIGNING_KEY) == signed


def fuzz_receipts_answer(data: bytes) -> None:
    """Hold an answer with receipts to what it would be written as."""
    with suppress(ReceiptError):
        received = parse_receipts(data)
        assert parse_receipts(write_receipts(received)) == received
        for one in received:
            with suppress(ReceiptError):
                assert verify_receipt(one.signed, SIGNING_KEY.public) in RECEIPTS
    with suppress(ReceiptError):
        parse_withdrawal(data)


def fuzz_request(data: bytes) -> None:
    """Read who asks from what has an identifier and a token, and from nothing else."""
    try:
        asked = parse_request(data)
    except DonationRequestError:
        return
    assert (len(asked.donation_id), len(asked.token)) == (32, 32)


def fuzz_tombstones(data: bytes) -> None:
    """Believe no list but the one that was signed."""
    with suppress(TombstonesError):
        assert parse_tombstones(data, SIGNING_KEY.public).entries == tuple(sorted(TOMBSTONES))
        assert data == FEED


def fuzz_tombstones_body(data: bytes) -> None:
    """Hold whatever a desk signs as a list to its one form."""
    signed = pack_bytes(data, SIGNING_KEY.sign(Context.TOMBSTONES, data))
    try:
        feed = parse_tombstones(signed, SIGNING_KEY.public)
    except TombstonesError:
        return
    assert sign_tombstones(feed.entries, SIGNING_KEY, feed.issued) == signed


def fuzz_address(data: bytes) -> None:
    """Let plain HTTP lead to this machine only, and an address have one form."""
    text = data.decode(errors="surrogateescape")
    with suppress(ValueError):
        assert proxy_address(text) == text
    try:
        address = desk_address(text)
    except ValueError:
        return
    assert desk_address(address) == address
    scheme, _, rest = address.partition("://")
    assert scheme == "https" or is_loopback(rest.rpartition("]")[0][1:] or rest.partition(":")[0])


DONATION_TARGETS: Mapping[str, tuple[Callable[[bytes], None], Callable[[], Sequence[bytes]]]] = {
    "statement": (fuzz_statement, lambda: [signed_statement().to_bytes()]),
    "statement-body": (fuzz_statement_body, lambda: [signed_statement().body]),
    "clip": (fuzz_clip, lambda: [encode_clip(CLIP)]),
    "flac": (fuzz_flac, lambda: [flac(), flac()[:4] + b"\0" + flac()[5:42] + b"\x84\0\0\1x" + flac()[42:]]),
    "bundle": (fuzz_bundle, lambda: [BUNDLE]),
    "bundle-header": (fuzz_bundle_header, lambda: [HEADER]),
    "bundle-inside": (fuzz_bundle_inside, lambda: [b"\0\0\0\3abc\0\0", b"\0\0\0\0"]),
    "review-receipt": (fuzz_review_receipt, lambda: [signed.body for signed in SIGNED]),
    "receipts-answer": (fuzz_receipts_answer, lambda: [write_receipts(RECEIVED), write_withdrawal(SIGNED[4])]),
    "request": (fuzz_request, lambda: [write_request(SECRETS)]),
    "tombstones": (fuzz_tombstones, lambda: [FEED]),
    "tombstones-body": (fuzz_tombstones_body, lambda: [unpack_bytes(FEED, MAX_FEED)[0]]),
    "address": (fuzz_address, lambda: [b"https://desk.example.org:8123", b"http://[::1]:80", b"http://u:p@localhost"]),
}
