"""The sound as it would leave: the same for the same input, without what was hidden, and no longer than it was."""

from hashlib import md5
from random import Random
import subprocess
import sys
import tracemalloc

from hypothesis import given, settings, strategies as st
import numpy as np
import pytest

from custom_components.earshot.donation.sound import prepare_sound
from custom_components.earshot.donation.sound.beeps import MARGIN_MS
from custom_components.earshot.donation.sound.samples import RATE, from_pcm, to_pcm
from custom_components.earshot.vault.flac import decode, encode


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a test draws the same each time


SPANS = st.lists(st.tuples(st.integers(-2000, 4000), st.integers(-2000, 4000)), max_size=4)


def voice(seconds: float, seed: int = 1) -> bytes:
    """Return pulses through one resonance, and some noise: what a vowel is made of."""
    at = np.arange(int(seconds * RATE)) / RATE
    pulses = np.where(np.sin(2 * np.pi * 120 * at) > 0.97, 1.0, 0.0) + np.random.default_rng(seed).normal(
        scale=0.02, size=len(at)
    )
    formant = np.exp(-np.arange(200) / 40) * np.sin(2 * np.pi * 700 / RATE * np.arange(200))
    return to_pcm(3000 * np.convolve(pulses, formant)[: len(at)])


def test_the_same_sound_and_the_same_chance_give_the_same_bytes() -> None:
    prepared = [prepare_sound(voice(2), strength=0.5, beeps=[(500, 700)], chance=chance(7)) for _ in range(2)]
    assert prepared[0] == prepared[1]
    assert prepared[0].method == "mcadams 0.50"


def test_two_clips_are_not_masked_by_the_same_number() -> None:
    prepared = [prepare_sound(voice(1), strength=0.5, beeps=[]).pcm for _ in range(2)]
    assert prepared[0] != prepared[1]


def test_without_masking_and_beeps_only_silence_is_missing() -> None:
    quiet = bytes(RATE)  # half a second
    prepared = prepare_sound(quiet + voice(1) + quiet, strength=0.0, beeps=[])
    assert prepared.method is None
    assert prepared.pcm.strip(b"\0") == voice(1).strip(b"\0")
    assert 600 <= prepared.trimmed_ms <= 720
    assert prepared.trimmed_ms + prepared.sound_ms == pytest.approx(2000, abs=1)


def test_a_mask_too_weak_to_be_told_of_is_none() -> None:
    prepared = prepare_sound(voice(1), strength=0.004, beeps=[])
    assert prepared.method is None
    assert prepared == prepare_sound(voice(1), strength=0.0, beeps=[])


def test_what_is_hidden_is_gone_before_anything_is_reckoned_from_it() -> None:
    loud, other = (bytearray(voice(2)) for _ in range(2))
    begin, end = ((500 - MARGIN_MS) * 32, (700 + MARGIN_MS) * 32)
    other[begin:end] = voice(2, seed=9)[: end - begin]
    assert loud != other
    same = [prepare_sound(bytes(pcm), strength=0.5, beeps=[(500, 700)], chance=chance(1)) for pcm in (loud, other)]
    assert same[0] == same[1]


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=8000), st.floats(0, 1), SPANS)
def test_any_sound_comes_out_whole_and_not_longer(pcm: bytes, strength: float, beeps: list[tuple[int, int]]) -> None:
    prepared = prepare_sound(pcm, strength=strength, beeps=beeps, chance=chance(1))
    assert len(prepared.pcm) % 2 == 0
    assert len(prepared.pcm) <= len(pcm)
    assert prepared.sound_ms == len(prepared.pcm) // 32


@pytest.mark.parametrize("length", [0, 1, 2, 3, 318, 320, 322, 640, 641])
def test_very_short_sound_has_its_length(length: int) -> None:
    prepared = prepare_sound((b"\x10\x27\xf0\xd8" * 200)[:length], strength=1.0, beeps=[])
    assert len(prepared.pcm) == length // 2 * 2


def test_silence_stays_silence() -> None:
    prepared = prepare_sound(bytes(2 * RATE), strength=1.0, beeps=[])
    assert prepared.pcm == bytes(2 * RATE)
    assert prepared.trimmed_ms == 0


def test_a_minute_takes_no_more_memory_than_a_few_copies_of_it() -> None:
    pcm = 30 * voice(2)
    prepare_sound(pcm[:64000], strength=0.5, beeps=[])  # numpy and its tables are loaded
    tracemalloc.start()
    try:
        prepared = prepare_sound(pcm, strength=0.5, beeps=[(1000, 2000)])
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert prepared.sound_ms > 59_000
    assert most < 6 * len(from_pcm(pcm)) * 8


@pytest.mark.parametrize("strength", [-0.01, 1.01, float("nan")])
def test_another_strength_is_refused(strength: float) -> None:
    with pytest.raises(ValueError, match="strength"):
        prepare_sound(voice(0.1), strength=strength, beeps=[])


def test_who_does_not_donate_loads_no_numpy() -> None:
    program = "import sys, custom_components.earshot.donation.sound; print('numpy' in sys.modules)"
    # The integration itself is Home Assistant's and may load what it likes: only what this package adds counts.
    stub = (
        "import sys, types, pathlib\n"
        "for name in ('custom_components', 'custom_components.earshot'):\n"
        "    module = types.ModuleType(name); module.__path__ = [name.replace('.', '/')]; sys.modules[name] = module\n"
    )
    done = subprocess.run([sys.executable, "-c", stub + program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_what_leaves_as_flac_says_nothing_but_the_sound() -> None:
    """What the application does with both packages: encode what was prepared."""
    prepared = prepare_sound(voice(1), strength=0.5, beeps=[])
    flac = encode(prepared.pcm)
    assert decode(flac) == prepared.pcm
    (kind, stream), (other, comment) = blocks(flac)
    assert (kind, other) == (0, 4)
    # Sizes, rate, channels, length, and a hash of the very samples: all of it follows from the sound.
    assert stream[18:] == md5(prepared.pcm, usedforsecurity=False).digest()
    # The name of the program with nothing after it, and no tags.
    assert comment == b"\6\0\0\0ffmpeg\0\0\0\0"


def blocks(flac: bytes) -> list[tuple[int, bytes]]:
    """Return kind and content of each metadata block of a FLAC file."""
    assert flac.startswith(b"fLaC")
    found, at, last = [], 4, False
    while not last:
        last, kind = bool(flac[at] & 0x80), flac[at] & 0x7F
        size = int.from_bytes(flac[at + 1 : at + 4])
        found.append((kind, flac[at + 4 : at + 4 + size]))
        at += 4 + size
    return found
