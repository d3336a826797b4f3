from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.donation.documents import read_document, read_json, write_document
from custom_components.earshot.donation.encoding import from_base64url, to_base64url
from custom_components.earshot.donation.signing import Context, SigningKey, verify

VALUES = st.recursive(
    st.text(max_size=8) | st.integers(-(2**53) + 1, 2**53 - 1) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcXYZ_", max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abcXYZ_", max_size=4), VALUES, max_size=4))
def test_a_document_comes_back(value: dict[str, str]) -> None:
    assert read_document(write_document(value, 100_000), 100_000) == value


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"1",
        b"{",
        b'{"a": 1}',
        b'{"b":1,"a":1}',
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":NaN}',
        b'{"a":null}',
        b'{"a":9007199254740992}',
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":-0}',
        b'{"a":"\\u0041"}',
        b'{"a":"\\ud800"}',
        b'{"a":"\xff"}',
        b'{"\xc3\xa9":1}',
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":1}\n',
        b'{"a":' + b"[" * 2000 + b"]" * 2000 + b"}",
        b'{"a":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
        b'{"a":' * 30_000,
    ],
)
def test_what_is_not_canonical_is_one_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"document|integer|canonical|ASCII"):
        read_document(data, 200_000)


def test_one_byte_more_than_allowed_is_refused() -> None:
    assert read_document(b'{"a":1}', 7) == read_json(b'{"a":1}', 7) == {"a": 1}
    for read in (read_document, read_json):
        with pytest.raises(ValueError, match="large"):
            read(b'{"a":1}', 6)
    with pytest.raises(ValueError, match="large"):
        write_document({"a": 1}, 6)


@given(st.binary(max_size=60))
def test_bytes_come_back_from_their_text(data: bytes) -> None:
    assert from_base64url(to_base64url(data)) == data


@pytest.mark.parametrize("text", ["a", "aa=", "aa==", "ab", "a+bc", "a/bc", "aa\n", "ä", "aaaaa"])
def test_what_is_not_base64url_in_its_one_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="base64url"):
        from_base64url(text)


def test_a_signature_holds_for_its_context_its_data_and_its_key() -> None:
    key = SigningKey.new()
    signature = key.sign(Context.RECEIPT, b"data")
    assert verify(key.public, Context.RECEIPT, b"data", signature)
    assert not verify(key.public, Context.STATEMENT, b"data", signature)
    assert not verify(key.public, Context.RECEIPT, b"datA", signature)
    assert not verify(SigningKey.new().public, Context.RECEIPT, b"data", signature)
    for public, wrong in ((b"", signature), (key.public, b""), (b"\xff" * 32, signature), (key.public, bytes(64))):
        assert not verify(public, Context.RECEIPT, b"data", wrong)


def test_no_context_can_be_taken_for_another() -> None:
    assert not any("\n" in context for context in Context)
    assert len(set(Context)) == 4
