from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.donation.bundle import MAX_PAYLOAD
from custom_components.earshot.donation.clip import (
    MARK,
    MAX_DESCRIPTION,
    MAX_SOUND,
    Clip,
    decode_clip,
    encode_clip,
    payload_sha256,
    week_of,
)
from custom_components.earshot.donation.flac_blocks import read_front
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.errors import ClipError
from custom_components.earshot.vault import flac as encoder
from tests.donation.protocol_samples import CLIP, flac

PAYLOAD = encode_clip(CLIP)

WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=200).filter(
    lambda text: not text.isspace() and not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)


@st.composite
def clips(draw: st.DrawFn) -> Clip:
    sound = draw(st.none() | st.integers(1, 120 * 16_000).map(flac))
    words = draw(WORDS if sound is None else st.none() | WORDS)
    samples = 0 if sound is None else int.from_bytes(sound[18:26]) & (1 << 36) - 1
    return Clip(
        purpose=draw(st.sampled_from(Purpose)),
        week=week_of(draw(st.dates(date(2000, 1, 3), date(2100, 1, 1)))),
        language=draw(st.sampled_from(["en", "pt-BR", "sr-Latn", "zh-Hans-CN"])),
        words=words,
        sound=sound,
        sound_ms=samples * 1000 // 16_000,
        wake_word=draw(st.none() | st.just("okay_nabu")),
        masked=draw(st.none() | st.just("mcadams 0.80")),
        redactions=draw(st.dictionaries(st.sampled_from(["name", "date", "e_mail"]), st.integers(1, 1000))),
    )


@settings(max_examples=100, deadline=None)
@given(clips())
def test_a_clip_comes_back_as_it_was(clip: Clip) -> None:
    assert decode_clip(encode_clip(clip)) == clip


def test_real_sound_goes_without_what_its_encoder_wrote_beside_it() -> None:
    pcm = b"".join((i * i % 5000).to_bytes(2, "little") for i in range(16_000))
    file = encoder.encode(pcm)
    payload = encode_clip(replace(CLIP, sound=file))
    sound = decode_clip(payload).sound
    assert sound is not None
    assert len(sound) < len(file)
    assert read_front(sound).bare
    assert encoder.decode(sound) == pcm


def test_a_payload_whose_sound_has_tags_is_refused() -> None:
    """What another program wrote: the same clip, with a block of tags in front of its frames."""
    sound = flac()
    tagged = sound[:4] + b"\0" + sound[5:42] + b"\x84\0\0\x0bARTIST=Anna" + sound[42:]
    with pytest.raises(ClipError, match="more than the sound"):
        decode_clip(PAYLOAD.replace(sound, tagged))
    assert encode_clip(replace(CLIP, sound=tagged)) == PAYLOAD


def test_the_largest_clip_fits_into_the_largest_bundle() -> None:
    assert len(MARK) + 4 + MAX_DESCRIPTION + MAX_SOUND <= MAX_PAYLOAD
    loud = replace(CLIP, words="\U0001f600" * 2000, sound=flac(120 * 16_000).ljust(MAX_SOUND, b"\7"), sound_ms=120_000)
    assert len(encode_clip(loud)) <= MAX_PAYLOAD


@pytest.mark.parametrize(
    "changes",
    [
        {"words": None, "sound": None, "sound_ms": 0},
        {"words": ""},
        {"words": "\t"},
        {"words": "one\nline"},
        {"words": "w" * 2001},
        {"words": "a\x00b"},
        {"words": "\ud800"},
        {"week": "2026-W54"},
        {"week": "2025-W53"},
        {"week": "2026-11-29"},
        {"week": "0000-W01"},
        {"week": "2026-W4"},
        {"language": "English"},
        {"language": "en_US"},
        {"sound_ms": 999},
        {"sound": flac(16_000)[:30]},
        {"sound": b""},
        {"sound": b"RIFF and so on, but longer than forty-two bytes in all"},
        {"sound": flac(121 * 16_000), "sound_ms": 121_000},
        {"sound": flac().ljust(MAX_SOUND + 1, b"\0")},
        {"wake_word": "w" * 65},
        {"masked": ""},
        {"redactions": {"name": 0}},
        {"redactions": {"name": 1001}},
        {"redactions": {"Anna": 1}},
        {"redactions": {chr(97 + n): 1 for n in range(17)}},
        {"redactions": {"name": True}},
    ],
)
def test_what_is_no_clip_is_not_made_one(changes: dict[str, Any]) -> None:
    with pytest.raises(ClipError):
        encode_clip(replace(CLIP, **changes))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(PAYLOAD)), st.integers(0, 8), st.binary(max_size=4))
def test_changed_bytes_are_one_error_or_another_clip_in_its_one_form(at: int, cut: int, piece: bytes) -> None:
    changed = PAYLOAD[:at] + piece + PAYLOAD[at + cut :]
    try:
        clip = decode_clip(changed)
    except ClipError:
        return
    assert encode_clip(clip) == changed


def test_a_message_says_which_field_and_never_what_was_said() -> None:
    with pytest.raises(ClipError) as caught:
        encode_clip(replace(CLIP, words="where did I put\nthe keys"))
    assert "keys" not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_sound_is_not_printed_with_a_clip() -> None:
    assert "fLaC" not in repr(CLIP)


def test_a_hash_is_of_the_bytes() -> None:
    assert payload_sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_the_format_is_as_the_golden_file_has_it() -> None:
    assert Path(__file__).with_name("vectors").joinpath("clip.bin").read_bytes() == PAYLOAD
