"""Clips that are written to a folder of one's own."""

from dataclasses import replace
from pathlib import Path
import wave

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.couriers import Courier
from custom_components.earshot.donation.choices import Choices
from custom_components.earshot.donation.clip import Clip
from custom_components.earshot.donation.folder import COLUMNS
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.errors import ClipError, FolderError
from custom_components.earshot.vault.flac import decode, encode
from tests.donation.protocol_samples import CLIP

PCM = b"".join((i * i % 5000).to_bytes(2, "little") for i in range(16_000))
SPOKEN = replace(CLIP, sound=encode(PCM))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that is not there yet, beside Home Assistant's own."""
    return tmp_path / "clips of mine"


def files_below(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def courier(hass: HomeAssistant) -> Courier:
    return Courier(hass, Choices())


async def test_speech_is_laid_out_as_common_voice_does(courier: Courier, folder: Path) -> None:
    other = replace(SPOKEN, words="turn off the hall light")
    files = [
        *await courier.write_to_folder(str(folder), SPOKEN),
        *await courier.write_to_folder(str(folder), other),
    ]
    assert all(decode(file.read_bytes()) == PCM for file in files)
    assert {file.parent for file in files} == {folder / "en" / "clips"}
    head, *lines = (folder / "en" / "other.tsv").read_text(encoding="utf-8").splitlines()
    assert tuple(head.split("\t")) == COLUMNS
    rows = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines]
    assert [row["path"] for row in rows] == [file.name for file in files]
    assert [row["sentence"] for row in rows] == ["turn on the hall light", "turn off the hall light"]
    assert {(row["client_id"], row["age"], row["gender"], row["accents"]) for row in rows} == {("", "", "", "")}


@pytest.mark.parametrize(("purpose", "side"), [(Purpose.WAKE_WORDS, "positive"), (Purpose.FALSE_WAKES, "negative")])
async def test_wake_words_are_laid_out_as_openwakeword_does(
    courier: Courier, folder: Path, purpose: Purpose, side: str
) -> None:
    (file,) = await courier.write_to_folder(str(folder), replace(SPOKEN, purpose=purpose))
    assert file.parent == folder / "okay_nabu" / side
    with wave.open(str(file), "rb") as wav:
        assert (wav.getframerate(), wav.getnchannels(), wav.getsampwidth()) == (16_000, 1, 2)
        assert wav.readframes(20_000) == PCM
    assert list(files_below(folder)) == [file]


async def test_a_clip_that_is_written_twice_is_there_once(courier: Courier, folder: Path) -> None:
    first = await courier.write_to_folder(str(folder), SPOKEN)
    before = files_below(folder)
    assert await courier.write_to_folder(str(folder), SPOKEN) == first
    assert files_below(folder) == before


async def test_no_name_says_what_was_said(courier: Courier, folder: Path) -> None:
    (file,) = await courier.write_to_folder(str(folder), replace(SPOKEN, wake_word="../../etc/Hey Jarvis!"))
    (other,) = await courier.write_to_folder(
        str(folder), replace(SPOKEN, purpose=Purpose.WAKE_WORDS, wake_word="../../etc/Hey Jarvis!")
    )
    assert len(file.stem) == len(other.stem) == 32
    assert other.parent == folder / "etc_hey_jarvis" / "positive"


def broken(clip: Clip) -> Clip:
    """Return a clip whose sound has a front as it should be and nothing that could be played behind it."""
    return replace(clip, sound=CLIP.sound)


async def test_where_it_cannot_be_written_is_one_error(
    hass: HomeAssistant, courier: Courier, tmp_path: Path, folder: Path
) -> None:
    tmp_path.joinpath("file").write_text("", encoding="utf-8")
    for wrong in (str(tmp_path / "file"), "relative", hass.config.path("www"), hass.config.path("www", "clips")):
        with pytest.raises(FolderError):
            await courier.write_to_folder(wrong, SPOKEN)
    assert not files_below(Path(hass.config.path("www")))
    with pytest.raises(ClipError):
        await courier.write_to_folder(str(folder), replace(SPOKEN, sound=None, sound_ms=0))
    with pytest.raises(ClipError):
        await courier.write_to_folder(str(folder), broken(SPOKEN))
    assert not files_below(folder)
