import json
from typing import Any

from hypothesis import given, strategies as st
import pytest
from wyoming.event import Event

from voice_host.contract import HOME, MAX_DATA_BYTES, MAX_HEADER_BYTES, MAX_PAYLOAD_BYTES
from voice_host.faults import RefusedError
from voice_host.framing import Decoder, encode
from voice_host.limits import MAX_SMALL_DATA_BYTES

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
EVENTS = st.builds(
    Event,
    type=st.text(min_size=1, max_size=40),
    data=st.dictionaries(st.text(), JSON, max_size=5),
    payload=st.none() | st.binary(min_size=1, max_size=500),
)


def decode(*pieces: bytes) -> list[Event]:
    decoder = Decoder()
    return [event for piece in pieces for event in decoder.feed(piece)]


def header(**fields: Any) -> bytes:
    return json.dumps({"type": "audio-chunk", **fields}).encode() + b"\n"


@given(st.lists(EVENTS, max_size=5))
def test_what_was_encoded_is_decoded(events: list[Event]) -> None:
    assert decode(b"".join(encode(event) for event in events)) == events


@given(st.lists(EVENTS, min_size=1, max_size=3), st.data())
def test_where_the_bytes_are_cut_makes_no_difference(events: list[Event], data: st.DataObject) -> None:
    wire = b"".join(encode(event) for event in events)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(wire)), max_size=10)))
    pieces = [wire[start:end] for start, end in zip([0, *cuts], [*cuts, len(wire)], strict=True)]
    assert decode(*pieces) == events


def refusal(*pieces: bytes) -> RefusedError | None:
    """Return how the bytes are refused, or None if they are events."""
    try:
        assert all(isinstance(event.type, str) for event in decode(*pieces))
    except RefusedError as refused:
        return refused
    return None


@given(st.lists(st.binary(max_size=200), max_size=20))
def test_any_bytes_are_events_or_refused(pieces: list[bytes]) -> None:
    refused = refusal(*pieces)
    assert refused is None or (refused.closes and len(str(refused)) < 100)


@given(st.dictionaries(st.sampled_from(["type", "data", "data_length", "payload_length"]), JSON), st.binary())
def test_any_header_is_an_event_or_refused(fields: dict[str, Any], rest: bytes) -> None:
    refused = refusal(json.dumps(fields).encode() + b"\n" + rest)
    assert refused is None or refused.closes


def test_what_was_sent_is_never_quoted() -> None:
    assert "secret" not in str(refusal(b'{"type": secret}\n'))


@pytest.mark.parametrize("begun", [b"", b"{", header(payload_length=MAX_PAYLOAD_BYTES), header(data_length=60_000)])
def test_what_is_held_never_outgrows_one_event(begun: bytes) -> None:
    decoder, held = Decoder(), []

    def feed_until_refused() -> None:
        list(decoder.feed(begun))
        for _ in range(1000):
            list(decoder.feed(b"x" * 1000))
            held.append(len(decoder._buffer))

    with pytest.raises(RefusedError):
        feed_until_refused()
    assert max(held) <= MAX_PAYLOAD_BYTES


async def test_wyomings_own_reader_reads_what_is_written() -> None:
    import asyncio  # noqa: PLC0415 - this test alone has a loop

    from wyoming.event import async_read_event  # noqa: PLC0415 - and needs Wyoming's reader

    event = Event("detection", {"name": "Grüße", "timestamp": 3}, b"\x00\xff")
    reader = asyncio.StreamReader()
    reader.feed_data(encode(event))
    assert await async_read_event(reader) == event


def test_data_in_the_header_and_after_it_are_one() -> None:
    data = b'{"b": 2}'
    event = decode(header(data={"a": 1, "b": 1}, data_length=len(data)) + data)[0]
    assert event.data == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    "wire",
    [
        b"\n",
        b"[]\n",
        b"{}\n",
        b"\xff\xfe\n",
        b'{"type": ""}\n',
        b'{"type": 7}\n',
        b'{"type": "a", "data": [1]}\n',
        b"[" * 10_000 + b"\n",
        header(type=HOME, data_length=1_000_000) + b'{"a":' + b"[" * 999_995,
        header(data_length=-1),
        header(data_length=True),
        header(payload_length="7"),
        header(payload_length=1.5),
        header(data_length=3) + b"[1]",
        header(data_length=3) + b"{a}",
    ],
)
def test_what_is_no_event_is_refused(wire: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        decode(wire)
    assert refused.value.code == "malformed"
    assert refused.value.closes


@pytest.mark.parametrize(
    "wire",
    [
        b"x" * (MAX_HEADER_BYTES + 1),
        b"{" + b" " * MAX_HEADER_BYTES + b"}\n",
        header(payload_length=MAX_PAYLOAD_BYTES + 1),
        header(payload_length=10**30),
        header(data_length=MAX_SMALL_DATA_BYTES + 1),
        header(type=HOME, data_length=MAX_DATA_BYTES + 1),
    ],
)
def test_what_is_too_large_is_refused_before_it_is_received(wire: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        decode(wire)
    assert refused.value.code == "too-large"
    assert refused.value.closes


def test_what_is_just_within_the_limits_is_taken() -> None:
    blank = b'{"type": "a"' + b" " * (MAX_HEADER_BYTES - 13) + b"}\n"
    assert decode(blank)[0].type == "a"
    assert decode(header(payload_length=MAX_PAYLOAD_BYTES) + bytes(MAX_PAYLOAD_BYTES))[0].payload == bytes(
        MAX_PAYLOAD_BYTES
    )
    grammar = json.dumps({"jsgf": "x" * (MAX_DATA_BYTES - 20)}).encode()
    assert decode(header(type=HOME, data_length=len(grammar)) + grammar)[0].type == HOME


def test_events_before_a_bad_one_are_still_yielded() -> None:
    decoded = Decoder().feed(encode(Event("ping")) + b"garbage\n")
    assert next(decoded).type == "ping"
    with pytest.raises(RefusedError):
        next(decoded)


def test_it_knows_whether_an_event_is_midway() -> None:
    decoder = Decoder()
    assert not decoder.midway
    list(decoder.feed(header(payload_length=2)))
    assert decoder.midway
    list(decoder.feed(b"ab"))
    assert not decoder.midway
