"""The fast way to write a body does what the plain way does."""

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
from custom_components.earshot.ledger.body_text import FORMAT_VERSION
from custom_components.earshot.ledger.canonical import MAX_INTEGER, encode
from custom_components.earshot.ledger.plain import to_plain
from custom_components.earshot.ledger.ranges import EntryRange
from custom_components.earshot.ledger.record import Record, Redacted
from custom_components.earshot.models import Ear
from tests.ledger.samples import SAMPLES
from tests.ledger.strategies import indexes, records


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


@given(st.binary(max_size=60))
def test_any_bytes_are_looked_at_without_an_error(data: bytes) -> None:
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
