"""Sound as FLAC: what comes out is what went in, and a file of somebody else is refused."""

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.errors import ContentDamagedError
from custom_components.earshot.vault.flac import SAMPLE_BYTES, SAMPLE_RATE, decode, encode


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=20_000))
def test_sound_comes_back_sample_for_sample(pcm: bytes) -> None:
    assert decode(encode(pcm)) == pcm[: len(pcm) // SAMPLE_BYTES * SAMPLE_BYTES]


def test_a_minute_of_sound_comes_back_too_and_is_a_flac_file() -> None:
    pcm = b"".join((i * i % 5000).to_bytes(2, "little") for i in range(60 * SAMPLE_RATE))
    flac = encode(bytearray(pcm))
    assert flac.startswith(b"fLaC")
    assert decode(flac) == pcm


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=500), st.integers(min_value=0, max_value=600))
def test_what_is_no_sound_of_ours_is_one_error(rest: bytes, kept: int) -> None:
    whole = encode(bytes(range(256)) * 4)
    for file in (rest, whole[: min(kept, len(whole) - 1)], b"fLaC" + rest):
        with pytest.raises(ContentDamagedError):
            decode(file)
