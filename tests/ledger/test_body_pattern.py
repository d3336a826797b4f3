"""What a pattern recognises is a canonical body, and every ordinary body is recognised."""

from dataclasses import replace

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.ledger.body import decode_body, encode_body
from custom_components.earshot.ledger.body_pattern import glance, quick_reader, recogniser, unescaped
from custom_components.earshot.ledger.plain import to_milliseconds
from custom_components.earshot.ledger.record import KINDS, Heard, Record
from tests.ledger.samples import SAMPLES
from tests.ledger.strategies import indexes, records


@settings(max_examples=400, deadline=None)
@given(records, indexes)
def test_a_body_is_recognised_as_what_it_is_or_left_to_a_closer_look(record: Record, index: int) -> None:
    top = glance(type(record), encode_body(index, record))
    assert top in {None, (index, record.utterance_id, to_milliseconds(record.at))}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.kind)
def test_every_ordinary_body_is_recognised_at_a_glance(sample: Record) -> None:
    body = encode_body(7, sample)
    assert glance(type(sample), body) == (7, sample.utterance_id, to_milliseconds(sample.at))
    others = [cls for cls in KINDS.values() if cls is not type(sample)]
    assert all(glance(cls, body) is None for cls in others)


ESCAPES = (
    rb"\n",
    rb"\"",
    rb"\\",
    rb"\/",
    rb"\u0001",
    rb"\u001f",
    rb"\u001F",
    rb"\u0008",
    rb"\u000a",
    rb"\u007f",
    rb"\u0041",
)
"""Some that the canonical form uses, and some that it does not."""
PIECES = (b"", b",", b"0", b"-", b'"', b"}", b"\\", b"\n", b"\x00", b"\xff", b"\xc3", b" ", b"9" * 20, *ESCAPES)


@settings(max_examples=1000, deadline=None)
@given(st.sampled_from(SAMPLES), st.data())
def test_what_is_recognised_at_a_glance_is_a_canonical_body(sample: Record, data: st.DataObject) -> None:
    body = bytearray(encode_body(7, sample))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(body) - 1))
        piece = data.draw(st.sampled_from(PIECES))
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


NAMES = ("satellite.entity_id", "satellite.label")


@pytest.mark.parametrize(
    ("label", "quick"),
    [
        ("Kitchen", True),
        ("", True),
        ("K\u00fcche", True),
        ("K\u00fcche \u2615", False),
        ('Anna\'s "Nana"', False),
        ("a\\b\tc\x01\x1f\x7f", False),
    ],
)
def test_a_field_is_handed_out_as_what_it_means(label: str, *, quick: bool) -> None:
    heard = next(sample for sample in SAMPLES if isinstance(sample, Heard))
    named = replace(heard, satellite=replace(heard.satellite, label=label, entity_id=None))
    body = encode_body(7, named)
    read = quick_reader(Heard, NAMES)([body, body])
    assert (read is not None) == quick
    if read is not None:
        assert read["satellite.label"] == (label, label)
        assert read["satellite.entity_id"] == ("", "")
        assert read["index"] == ("7", "7")
    slow = recogniser(Heard, NAMES)
    match = slow.match(body.decode())
    assert match is not None
    columns = slow.columns([match, match])
    assert {name: [*values] for name, values in columns.items() if name.startswith("satellite")} == {
        "satellite.entity_id": [None, None],
        "satellite.label": [columns["satellite.label"][0]] * 2,
    }
    assert unescaped(columns["satellite.label"][0]) == label
    assert columns["index"] == ("7", "7")


def read_at_once(kind: type, *bodies: bytes) -> list[tuple[int, int]] | None:
    """Return the index and the instant of each body, or None if they are left to a closer look."""
    try:
        read = quick_reader(kind)(bodies)
    except UnicodeDecodeError:
        return None
    if read is None:
        return None
    numbers = [(int(index or ""), int(at or "")) for index, at in zip(read["index"], read["at"], strict=True)]
    # As verification does it: only the text of a number is that number.
    texts = [(str(index), str(at)) for index, at in numbers]
    return numbers if texts == [*zip(read["index"], read["at"], strict=True)] else None


@settings(max_examples=1000, deadline=None)
@given(st.sampled_from(SAMPLES), st.integers(1, 4), st.data())
def test_bodies_are_read_at_once_as_what_each_of_them_is(sample: Record, count: int, data: st.DataObject) -> None:
    kind: type = type(sample)
    bodies = [encode_body(index, sample) for index in range(count)]
    number, piece = data.draw(st.integers(0, count - 1)), data.draw(st.sampled_from(PIECES))
    at = data.draw(st.integers(0, len(bodies[number])))
    bodies[number] = bodies[number][:at] + piece + bodies[number][at + data.draw(st.integers(0, 2)) :]
    read = read_at_once(kind, *bodies)
    if read is not None:
        found = [glance(kind, body) for body in bodies]
        assert read == [one and (one[0], one[2]) for one in found]


def test_bodies_that_only_together_are_canonical_are_not_read() -> None:
    sample = next(sample for sample in SAMPLES if isinstance(sample, Heard))
    body = encode_body(7, replace(sample, wake_word="K\u00fcche"))
    half = body.index(b"\xc3") + 1
    assert read_at_once(Heard, body, body) == [(7, to_milliseconds(sample.at))] * 2
    assert read_at_once(Heard, body[:half], body[half:]) is None
    assert read_at_once(Heard, body + b"\n" + body) is None
    assert read_at_once(Heard, body + b"\n" + body, b"") is None
    assert read_at_once(Heard, b"", body) is None
    assert read_at_once(Heard, b" " + body) is None
