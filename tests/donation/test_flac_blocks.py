from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.donation.flac_blocks import MAX_BLOCKS, bare_flac, read_front
from custom_components.earshot.vault.flac import decode, encode
from tests.donation.protocol_samples import flac

BARE = flac()
FRAMES = b"\xff\xf8\xc9\x08 whatever an encoder wrote"


def with_blocks(*blocks: tuple[int, bytes]) -> bytes:
    """Return the file with further blocks behind its description, each of a type and some bytes."""
    data = BARE[:4] + b"\0" + BARE[5:42]
    for number, (kind, content) in enumerate(blocks, 1):
        last = 0x80 if number == len(blocks) else 0
        data += bytes([last | kind]) + len(content).to_bytes(3) + content
    return data + FRAMES


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 40_000))
def test_what_is_left_of_a_real_file_is_the_sound(samples: int) -> None:
    pcm = bytes((7 * n) % 256 for n in range(2 * samples))
    bare = bare_flac(encode(pcm))
    assert decode(bare) == pcm
    front = read_front(bare)
    assert (front.bare, front.samples, front.sound_ms) == (True, samples, samples * 1000 // 16_000)


def test_tags_pictures_and_room_are_left_out() -> None:
    file = with_blocks((4, b"ARTIST=Anna"), (6, b"a picture"), (1, bytes(50)))
    assert not read_front(file).bare
    assert bare_flac(file) == BARE
    assert bare_flac(BARE) is BARE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"fLaC",
        BARE[:42],
        BARE[:43],
        BARE.replace(b"fLaC", b"fLaD"),
        with_blocks((0, BARE[8:42])),
        with_blocks((127, b"")),
        with_blocks(*[(1, b"")] * MAX_BLOCKS),
        with_blocks((1, b""))[:44],
        BARE[:4] + b"\x81" + BARE[5:],
        BARE[:7] + b"\x23" + BARE[8:],
        flac(0),
        BARE[:18] + (44_100 << 44 | 15 << 36 | 1).to_bytes(8) + BARE[26:],
        BARE[:18] + (16_000 << 44 | 1 << 41 | 15 << 36 | 1).to_bytes(8) + BARE[26:],
        BARE[:18] + (16_000 << 44 | 23 << 36 | 1).to_bytes(8) + BARE[26:],
        flac(frames=b"ID3 of something"),
    ],
)
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="FLAC"):
        read_front(data)


@given(st.binary(max_size=120))
def test_whatever_bytes_are_one_error_or_a_file_in_its_one_form(rest: bytes) -> None:
    for data in (rest, b"fLaC" + rest, BARE[:42] + rest, BARE[:4] + b"\0" + BARE[5:42] + rest):
        try:
            bare = bare_flac(data)
        except ValueError:
            continue
        assert bare_flac(bare) == bare
