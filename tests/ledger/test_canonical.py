import json
from typing import cast

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.errors import LedgerCorruptError
from custom_components.earshot.ledger.canonical import MAX_BODY_BYTES, MAX_INTEGER, Plain, decode, encode

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
KEYS = st.text(st.characters(max_codepoint=127))
VALUES: st.SearchStrategy[Plain] = st.recursive(
    st.booleans() | st.integers(-MAX_INTEGER, MAX_INTEGER) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
    max_leaves=20,
)
OBJECTS = st.dictionaries(KEYS, VALUES)


@given(OBJECTS)
def test_an_object_comes_back_from_its_canonical_bytes(value: dict[str, Plain]) -> None:
    assert decode(encode(value)) == value


@given(OBJECTS)
def test_the_order_of_keys_does_not_matter(value: dict[str, Plain]) -> None:
    assert encode(dict(reversed(value.items()))) == encode(value)


@given(OBJECTS)
def test_any_json_parser_reads_the_bytes(value: dict[str, Plain]) -> None:
    assert json.loads(encode(value)) == value


@given(st.binary(max_size=200) | TEXT.map(str.encode))
def test_hostile_bytes_are_refused_with_one_error_or_are_canonical(data: bytes) -> None:
    try:
        value = decode(data)
    except LedgerCorruptError:
        return
    assert encode(value) == data


def test_the_golden_object_has_its_golden_bytes() -> None:
    value: dict[str, Plain] = {"b": [1, True, 'ä\n\x7f\x01"\\/'], "a": {"z": -5, "y": ""}}
    assert encode(value) == b'{"a":{"y":"","z":-5},"b":[1,true,"\xc3\xa4\\n\x7f\\u0001\\"\\\\/"]}'


@pytest.mark.parametrize(
    "data",
    [
        b'{"a": 1}',
        b'{"b":1,"a":1}',
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":1e2}',
        b'{"a":NaN}',
        b'{"a":null}',
        b'{"a":"\\u0041"}',
        b'{"a":"\\ud800"}',
        b'{"a":9007199254740992}',
        b'{"a":-0}',
        b'{"a":01}',
        b"[1]",
        b'{"a":1}\n',
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":"\xff"}',
        b"[" * 50_000,
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":"' + b"a" * MAX_BODY_BYTES + b'"}',
    ],
)
def test_bytes_that_were_not_written_by_encode_are_refused(data: bytes) -> None:
    with pytest.raises(LedgerCorruptError):
        decode(data)


def test_text_where_a_database_should_hold_bytes_is_refused() -> None:
    with pytest.raises(LedgerCorruptError):
        decode(cast("bytes", encode({"a": 1}).decode()))


@pytest.mark.parametrize("value", [1.5, None, MAX_INTEGER + 1, b"a", ("a",), {1: 2}, "\ud800", "a" * MAX_BODY_BYTES])
def test_what_has_no_canonical_form_is_not_encoded(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        encode({"a": value})  # type: ignore[dict-item]  # the mistake under test
