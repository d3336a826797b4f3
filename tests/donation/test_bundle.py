from dataclasses import replace
from hashlib import sha256

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.donation.bundle import (
    MARK,
    MAX_BUNDLE,
    MAX_PAYLOAD,
    SIZES,
    DeskKey,
    bundle_size,
    new_secrets,
    open_bundle,
    read_envelope,
    seal_bundle,
    token_sha256,
)
from custom_components.earshot.donation.clip import encode_clip
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.signing import Context, SigningKey
from custom_components.earshot.errors import (
    BundleError,
    BundleForeignError,
    BundleSealError,
    BundleSignatureError,
    BundleSizeError,
)
from tests.donation.protocol_samples import CLIP, DESK_KEY, MADE_ON, SECRETS, STATEMENT, signed_statement

HEADER_AT = len(MARK) + 2


def sealed(payload: bytes = b"payload") -> bytes:
    return seal_bundle(payload, statement=signed_statement(), purpose=Purpose.SPEECH, secrets=SECRETS, made_on=MADE_ON)


BUNDLE = sealed(encode_clip(CLIP))
HEADER_LENGTH = int.from_bytes(BUNDLE[len(MARK) : HEADER_AT])
SIGNATURE_AT = HEADER_AT + HEADER_LENGTH
SEAL_AT = SIGNATURE_AT + 64


def resigned(front: bytes, seal: bytes) -> bytes:
    """Return a bundle as a donor would make it who means ill: whatever it says, its signature is right."""
    key = SigningKey.from_bytes(SECRETS.key)
    return front + key.sign(Context.BUNDLE, front + sha256(seal).digest()) + seal


def test_what_was_sealed_is_what_the_desk_opens() -> None:
    assert open_bundle(BUNDLE, DESK_KEY) == encode_clip(CLIP)


def test_a_bundle_may_name_a_key_for_what_is_answered() -> None:
    assert read_envelope(BUNDLE).reply_key is None
    made = seal_bundle(
        b"payload",
        statement=signed_statement(),
        purpose=Purpose.SPEECH,
        secrets=SECRETS,
        made_on=MADE_ON,
        reply_key=bytes(range(32)),
    )
    assert read_envelope(made).reply_key == bytes(range(32))
    assert open_bundle(made, DESK_KEY) == b"payload"


def test_the_outside_says_what_a_desk_must_know_and_nothing_of_a_home() -> None:
    envelope = read_envelope(BUNDLE)
    assert envelope.donation_id == SECRETS.donation_id
    assert envelope.statement_sha256 == signed_statement().sha256
    assert envelope.desk_key_sha256 == DESK_KEY.sha256 == STATEMENT.desk_key_sha256
    assert envelope.purpose is Purpose.SPEECH
    assert envelope.made_on == MADE_ON
    assert envelope.donor_key == SigningKey.from_bytes(SECRETS.key).public
    assert envelope.token_sha256 == token_sha256(SECRETS.token)
    assert envelope.size == len(BUNDLE)
    assert SECRETS.token not in BUNDLE
    assert SECRETS.key not in BUNDLE
    assert b"hall light" not in BUNDLE


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 70_000))
def test_every_payload_comes_back_and_its_bundle_is_of_a_class(length: int) -> None:
    payload = bytes(length % 251 for _ in range(length))
    bundle = sealed(payload)
    assert len(bundle) in SIZES
    assert len(bundle) == bundle_size(length)
    assert open_bundle(bundle, DESK_KEY) == payload


@pytest.mark.parametrize("size", SIZES)
def test_a_class_is_filled_to_the_last_byte_that_it_promises(size: int) -> None:
    most = size - (MAX_BUNDLE - MAX_PAYLOAD)
    assert bundle_size(most) == size
    bundle = sealed(b"\1" * most)
    assert len(bundle) == size
    assert open_bundle(bundle, DESK_KEY) == b"\1" * most


def test_more_than_the_largest_is_not_sealed() -> None:
    with pytest.raises(BundleSizeError):
        sealed(bytes(MAX_PAYLOAD + 1))


def test_two_payloads_of_one_class_look_alike_from_outside() -> None:
    """The same front, the same length, and the rest is a cipher's."""
    short, long = sealed(b"a"), sealed(b"a" * 15_000)
    assert len(short) == len(long)
    assert short[:SIGNATURE_AT] == long[:SIGNATURE_AT]
    # AES-GCM's output is even: 16 KiB hold each of 256 values about 60 times, padding or not.
    for bundle in (short, long):
        counts = [bundle[SEAL_AT:].count(value) for value in range(256)]
        assert 20 < min(counts) <= max(counts) < 120


def test_a_bundle_is_another_one_each_time() -> None:
    assert sealed(b"the same") != sealed(b"the same")


def test_each_donation_has_secrets_of_its_own() -> None:
    many = [new_secrets() for _ in range(20)]
    assert len({one.donation_id for one in many}) == len({one.token for one in many}) == 20
    assert len({one.key for one in many}) == 20
    assert many[0].token.hex() not in repr(many[0])
    assert repr(many[0].key) not in repr(many[0])


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(BUNDLE) - 1), st.integers(1, 255))
def test_no_changed_byte_gets_past_the_signature(at: int, difference: int) -> None:
    changed = bytearray(BUNDLE)
    changed[at] ^= difference
    with pytest.raises(BundleError):
        read_envelope(bytes(changed))


@pytest.mark.parametrize("length", [0, 1, 17, SIGNATURE_AT, SIZES[0] - 1, SIZES[0] + 1, MAX_BUNDLE + 1])
def test_another_length_is_refused_before_anything_is_read(length: int) -> None:
    with pytest.raises(BundleSizeError):
        read_envelope(BUNDLE.ljust(length, b"\0")[:length])


def test_a_changed_seal_is_told_from_a_changed_header() -> None:
    with pytest.raises(BundleSignatureError):
        read_envelope(BUNDLE[:-1] + bytes([BUNDLE[-1] ^ 1]))


def test_a_bundle_for_another_desk_is_refused_before_it_is_opened() -> None:
    with pytest.raises(BundleForeignError):
        open_bundle(BUNDLE, DeskKey.new())


def test_the_seal_opens_with_no_other_header() -> None:
    """Whoever signs anew cannot put somebody else's seal under a header of their own, as with their own token."""
    front = BUNDLE[:SIGNATURE_AT]
    for said, other in ((token_sha256(SECRETS.token).encode(), b"00" * 32), (b"2026-11-29", b"2026-11-30")):
        forged = resigned(front.replace(said, other), BUNDLE[SEAL_AT:])
        assert read_envelope(forged) != read_envelope(BUNDLE)
        with pytest.raises(BundleSealError):
            open_bundle(forged, DESK_KEY)


@pytest.mark.parametrize(
    "inside",
    [
        b"",
        b"\0\0\0",
        b"\xff\xff\xff\xff rest",
        b"\0\0\0\1a and then no zeros",
    ],
)
def test_an_inside_that_is_not_as_the_format_says_is_refused(inside: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DeskKey, "unseal", lambda *_: inside)
    with pytest.raises(BundleSealError):
        open_bundle(BUNDLE, DESK_KEY)


def test_nothing_is_sealed_to_a_key_that_everybody_has() -> None:
    statement = signed_statement()
    weak = replace(statement, statement=replace(STATEMENT, encryption_key=bytes(32)))
    with pytest.raises(BundleError):
        seal_bundle(b"", statement=weak, purpose=Purpose.SPEECH, secrets=SECRETS, made_on=MADE_ON)


def test_a_key_comes_back_from_its_bytes() -> None:
    key = DeskKey.new()
    assert DeskKey.from_bytes(key.to_bytes()).sha256 == key.sha256
    with pytest.raises(ValueError, match="32"):
        DeskKey.from_bytes(b"short")


@given(st.binary(max_size=200))
def test_a_front_of_whatever_bytes_is_one_error(front: bytes) -> None:
    for begin in (front, MARK + front, MARK + b"\0\x20" + front):
        with pytest.raises(BundleError):
            read_envelope(begin.ljust(SIZES[0], b"\0"))
