import hmac

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.errors import ContentDamagedError
from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault.files import ContentName
from custom_components.earshot.vault.sealing import HEADER, commitment, new_key, seal, unseal

NAME = ContentName("01KAPZJ1J8Q6R9V3W5X7Y9Z1A2", ContentKind.WORDS)
KEY = bytes(range(32))
GOLDEN = HEADER + bytes.fromhex("000102030405060708090a0b206dba7fa08bac7374c3938ed4dd198fa3d03cc00f1e")
GOLDEN_COMMITMENT = "1c343a7ed0720f049fdcc7316cd81873eb9949c6b96356bd2d7a1df98ceb7927"


@given(st.binary(max_size=2000))
def test_a_content_comes_back_from_its_sealed_file(content: bytes) -> None:
    assert unseal(NAME, KEY, seal(NAME, KEY, content)) == content


def test_a_file_that_was_sealed_when_the_format_was_made_still_opens() -> None:
    assert unseal(NAME, KEY, GOLDEN) == b"golden"
    assert commitment(NAME, KEY, b"golden") == GOLDEN_COMMITMENT


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_any_byte_changed_in_a_sealed_file_is_damage(at: int, flip: int) -> None:
    changed = bytearray(seal(NAME, KEY, b"turn on the kitchen light"))
    changed[at % len(changed)] ^= flip
    with pytest.raises(ContentDamagedError):
        unseal(NAME, KEY, bytes(changed))


@given(st.binary(max_size=100) | st.binary(max_size=100).map(lambda rest: HEADER + rest))
def test_any_bytes_are_damage(data: bytes) -> None:
    with pytest.raises(ContentDamagedError):
        unseal(NAME, KEY, data)


@pytest.mark.parametrize("name", [ContentName(NAME.utterance_id, ContentKind.SOUND), ContentName("other", NAME.kind)])
def test_a_sealed_file_opens_only_as_what_it_is(name: ContentName) -> None:
    with pytest.raises(ContentDamagedError):
        unseal(name, KEY, seal(NAME, KEY, b"content"))


def test_a_sealed_file_opens_only_with_its_key() -> None:
    with pytest.raises(ContentDamagedError):
        unseal(NAME, new_key(), seal(NAME, KEY, b"content"))


def test_sealing_the_same_twice_gives_two_files() -> None:
    assert seal(NAME, KEY, b"content") != seal(NAME, KEY, b"content")


@given(st.binary(max_size=100), st.binary(max_size=100))
def test_a_commitment_tells_contents_apart_and_keys_too(one: bytes, other: bytes) -> None:
    assert (commitment(NAME, KEY, one) == commitment(NAME, KEY, other)) == (one == other)
    assert commitment(NAME, KEY, one) != commitment(NAME, new_key(), one)


def test_a_commitment_is_an_hmac_under_a_derived_key() -> None:
    info = b"earshot commitment 1\n" + b"01KAPZJ1J8Q6R9V3W5X7Y9Z1A2.words"
    derived = HKDF(SHA256(), 32, salt=None, info=info).derive(KEY)
    assert commitment(NAME, KEY, b"content") == hmac.digest(derived, b"content", "sha256").hex()
