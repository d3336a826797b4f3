"""The fast ways to write and to recognise a body do what the plain ways do."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
import re
from typing import Any

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.errors import LedgerCorruptError
from custom_components.earshot.ledger.batch import MAX_RANGES
from custom_components.earshot.ledger.body import decode_body, encode_body, read_body
from custom_components.earshot.ledger.body_text import FORMAT_VERSION, glance
from custom_components.earshot.ledger.canonical import MAX_INTEGER, encode
from custom_components.earshot.ledger.plain import to_milliseconds, to_plain
from custom_components.earshot.ledger.ranges import EntryRange
from custom_components.earshot.ledger.record import KINDS, Record, Redacted
from custom_components.earshot.models import Ear
from tests.ledger.samples import SAMPLES

instants = st.datetimes(timezones=st.just(UTC), min_value=datetime(1, 1, 1), max_value=datetime(9999, 12, 30))  # noqa: DTZ001 - hypothesis adds the zone
SPECIAL = {
    str: st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    int: st.integers(-MAX_INTEGER, MAX_INTEGER),
    datetime: instants,
}
for special, strategy in SPECIAL.items():
    st.register_type_strategy(special, strategy)
records = st.sampled_from(sorted(KINDS.values(), key=lambda cls: cls.kind)).flatmap(st.from_type)
indexes = st.integers(0, 10**12)


def slowly(index: int, record: Record) -> bytes:
    return encode(to_plain(record) | {"index": index, "kind": record.kind, "v": FORMAT_VERSION})


@settings(max_examples=400, deadline=None)
@given(records, indexes)
def test_a_body_is_written_as_the_canonical_encoding_writes_it(record: Record, index: int) -> None:
    body = encode_body(index, record)
    assert body == slowly(index, record)
    said, back = decode_body(body)
    assert said == index
    assert read_body(body) == back
    top = glance(type(record), body)
    assert top in {None, (index, record.utterance_id, to_milliseconds(record.at))}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.kind)
def test_every_ordinary_body_is_recognised_at_a_glance(sample: Record) -> None:
    body = encode_body(7, sample)
    assert glance(type(sample), body) == (7, sample.utterance_id, to_milliseconds(sample.at))
    others = [cls for cls in KINDS.values() if cls is not type(sample)]
    assert all(glance(cls, body) is None for cls in others)


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(SAMPLES), st.data())
def test_what_is_recognised_at_a_glance_is_a_canonical_body(sample: Record, data: st.DataObject) -> None:
    body = bytearray(encode_body(7, sample))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(body) - 1))
        piece = data.draw(
            st.sampled_from([b"", b",", b"0", b"-", b'"', b"}", b"\\", b"\x00", b"\xff", b" ", b"9" * 20])
        )
        body[at : at + data.draw(st.integers(0, 2))] = piece
    changed = bytes(body)
    top = glance(type(sample), changed)
    if top is not None:
        index, record = decode_body(changed)
        assert top == (index, record.utterance_id, to_milliseconds(record.at))
        assert type(record) is type(sample)


@given(st.binary(max_size=60))
def test_any_bytes_are_looked_at_without_an_error(data: bytes) -> None:
    assert all(glance(cls, data) is None for cls in KINDS.values())
    with suppress(LedgerCorruptError):
        read_body(data)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"utterance_id": 5}, "int instead of str"),
        ({"took_ms": True}, "bool instead of int"),
        ({"took_ms": MAX_INTEGER + 1}, "out of range"),
        ({"left_house": 1}, "int instead of bool"),
        ({"outcome": "won"}, "not a valid Outcome"),
        ({"utterance_id": "\ud800"}, "surrogates"),
        ({"utterance_id": "x" * 70_000}, "too large"),
        ({"at": datetime(2026, 1, 1)}, "time zone"),  # noqa: DTZ001 - the mistake under test
    ],
)
def test_a_value_that_has_no_canonical_form_is_refused(change: dict[str, Any], message: str) -> None:
    finished = next(sample for sample in SAMPLES if sample.kind == "finished")
    with pytest.raises(ValueError, match=re.escape(message)):
        encode_body(7, replace(finished, **change))


def test_a_part_of_another_class_is_refused() -> None:
    class Larger(Ear):
        pass

    heard = next(sample for sample in SAMPLES if sample.kind == "heard")
    ear = getattr(heard, "microphone")  # noqa: B009 - only this kind has one
    larger = Larger(**{name: getattr(ear, name) for name in ("label", "kind", "place", "evidence", "got", "keeps")})
    with pytest.raises(ValueError, match="Larger instead of Ear"):
        encode_body(7, replace(heard, microphone=larger))  # type: ignore[arg-type]  # the mistake under test


def test_as_many_ranges_as_an_entry_may_name_fit_into_its_body() -> None:
    many = tuple(EntryRange(first=MAX_INTEGER, last=MAX_INTEGER) for _ in range(MAX_RANGES))
    at = datetime(9999, 1, 1, tzinfo=UTC) + timedelta(days=1)
    redacted = Redacted(at=at, entries=many, utterances=MAX_INTEGER, by="x" * 1000)
    assert decode_body(encode_body(MAX_INTEGER, redacted)) == (MAX_INTEGER, redacted)
