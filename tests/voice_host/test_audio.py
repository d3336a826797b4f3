from typing import Any

from hypothesis import given, strategies as st
import numpy as np
import pytest

from voice_host.audio import PLAIN, AudioFormat, Converter
from voice_host.faults import RefusedError


def tone(hertz: float, rate: int, seconds: float = 0.5) -> np.ndarray[Any, np.dtype[np.float64]]:
    return 10_000 * np.sin(2 * np.pi * hertz * np.arange(int(rate * seconds)) / rate)


def loudness(pcm: bytes) -> float:
    """Return the root mean square of the middle of the sound, where no filter starts or ends."""
    samples = np.frombuffer(pcm, "<i2").astype(float)
    return float(np.sqrt(np.mean(samples[800:-800] ** 2)))


def test_sound_as_the_engines_hear_it_is_not_touched() -> None:
    assert Converter(PLAIN).convert(b"\x01\x02\x03\x04") == b"\x01\x02\x03\x04"


@pytest.mark.parametrize("ratio", [1, 2, 3, 6])
def test_a_voice_keeps_its_loudness_and_length(ratio: int) -> None:
    pcm = tone(1000, 16_000 * ratio).astype("<i2").tobytes()
    converted = Converter(AudioFormat(rate=16_000 * ratio)).convert(pcm)
    assert len(converted) == 16_000
    assert loudness(converted) == pytest.approx(10_000 / np.sqrt(2), rel=0.01)


@pytest.mark.parametrize("ratio", [2, 3, 6])
def test_what_is_too_high_for_16_khz_is_not_folded_down(ratio: int) -> None:
    pcm = tone(9_500, 16_000 * ratio).astype("<i2").tobytes()
    assert loudness(Converter(AudioFormat(rate=16_000 * ratio)).convert(pcm)) < 10


def test_channels_are_mixed() -> None:
    stereo = np.stack((np.full(100, 1000), np.full(100, 3000)), axis=1).astype("<i2").tobytes()
    assert np.frombuffer(Converter(AudioFormat(channels=2)).convert(stereo), "<i2").tolist() == [2000] * 100


def test_wide_samples_are_narrowed_and_never_wrap_around() -> None:
    wide = np.array([0, 1 << 16, -(1 << 31), (1 << 31) - 1], "<i4").tobytes()
    assert np.frombuffer(Converter(AudioFormat(width=4)).convert(wide), "<i2").tolist() == [0, 1, -32768, 32767]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=8), st.sampled_from([2, 3, 6]))
def test_pieces_sound_like_the_whole(lengths: list[int], ratio: int) -> None:
    source = AudioFormat(rate=16_000 * ratio)
    pcm = np.random.default_rng(1).integers(-9999, 9999, sum(lengths)).astype("<i2").tobytes()
    converter, start, pieces = Converter(source), 0, b""
    for length in lengths:
        pieces += converter.convert(pcm[start : start + 2 * length])
        start += 2 * length
    whole = Converter(source).convert(pcm)
    difference = np.frombuffer(pieces, "<i2").astype(int) - np.frombuffer(whole, "<i2")
    assert not difference.size or np.abs(difference).max() <= 1


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"rate": 16_000, "width": 2},
        {"rate": "16000", "width": 2, "channels": 1},
        {"rate": 16_000.0, "width": 2, "channels": 1},
        {"rate": 44_100, "width": 2, "channels": 1},
        {"rate": 8_000, "width": 2, "channels": 1},
        {"rate": 0, "width": 2, "channels": 1},
        {"rate": 16_000, "width": 1, "channels": 1},
        {"rate": 16_000, "width": 2, "channels": 0},
        {"rate": 16_000, "width": 2, "channels": 10**9},
    ],
)
def test_sound_that_cannot_be_converted_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(RefusedError) as refused:
        AudioFormat.from_data(data)
    assert refused.value.closes


def test_half_a_sample_is_refused() -> None:
    with pytest.raises(RefusedError):
        Converter(PLAIN).convert(b"abc")
