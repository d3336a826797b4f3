from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.donation.signed import pack_bytes
from custom_components.earshot.donation.signing import Context, SigningKey
from custom_components.earshot.donation.tombstones import (
    MAX_FEED_FILE,
    MAX_TOMBSTONES,
    Tombstone,
    parse_tombstones,
    sign_tombstones,
)
from custom_components.earshot.errors import TombstonesError
from tests.donation.protocol_samples import AT, SIGNING_KEY, TOMBSTONES


def test_a_list_comes_back_in_its_order() -> None:
    feed = parse_tombstones(sign_tombstones(TOMBSTONES, SIGNING_KEY, AT), SIGNING_KEY.public)
    assert feed.issued == AT
    assert feed.entries == tuple(sorted(TOMBSTONES))


def test_an_empty_list_is_a_list() -> None:
    assert parse_tombstones(sign_tombstones([], SIGNING_KEY, AT), SIGNING_KEY.public).entries == ()


def test_the_longest_list_fits() -> None:
    many = [
        Tombstone(f"{number:032x}", date(2026, 1, 1) + timedelta(days=number % 300), "personal_data")
        for number in range(MAX_TOMBSTONES)
    ]
    data = sign_tombstones(many, SIGNING_KEY, AT)
    assert len(data) <= MAX_FEED_FILE
    assert len(parse_tombstones(data, SIGNING_KEY.public).entries) == MAX_TOMBSTONES
    with pytest.raises(TombstonesError):
        sign_tombstones([*many, Tombstone("f" * 32, date(2026, 1, 1), "withdrawn")], SIGNING_KEY, AT)


def test_a_donation_is_in_it_once() -> None:
    with pytest.raises(TombstonesError):
        sign_tombstones([TOMBSTONES[0], replace(TOMBSTONES[0], reason="retention")], SIGNING_KEY, AT)


def test_a_forged_list_is_refused() -> None:
    with pytest.raises(TombstonesError):
        parse_tombstones(sign_tombstones(TOMBSTONES, SigningKey.new(), AT), SIGNING_KEY.public)
    with pytest.raises(TombstonesError, match="large"):
        parse_tombstones(b"[" * (MAX_FEED_FILE + 1), SIGNING_KEY.public)


@given(
    st.binary(max_size=100)
    | st.sampled_from(
        [
            b"[" * 5_000,
            b'{"format":1,"issued":"2026-11-29T01:02:03Z","tombstones":["0 2026-11-29 withdrawn"]}',
            b'{"format":1,"issued":"2026-11-29T01:02:03Z","tombstones":["' + b"00" * 16 + b' 2026-02-30 withdrawn"]}',
            b'{"format":1,"issued":"2026-11-29T01:02:03Z","tombstones":["' + b"00" * 16 + b' 2026-02-03 boredom"]}',
            b'{"format":1,"issued":"2026-11-29T01:02:03Z","tombstones":[5]}',
            b'{"format":1,"issued":"2026-11-31T01:02:03Z","tombstones":[]}',
        ]
    )
)
def test_whatever_a_desk_signs_is_a_list_or_one_error(body: bytes) -> None:
    with pytest.raises(TombstonesError):
        parse_tombstones(pack_bytes(body, SIGNING_KEY.sign(Context.TOMBSTONES, body)), SIGNING_KEY.public)
