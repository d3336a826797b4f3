import csv
from io import BytesIO, StringIO
from pathlib import Path
import wave
from zipfile import ZipFile

import pytest

from custom_components.earshot.donation.desk.data_set import COLUMNS, NAME, DataSetWriter, PublishedClip, folder_name
from custom_components.earshot.donation.desk.layouts import Layout

TOMBSTONES = [("cd" * 16, "2026-11-28", "withdrawn")]


def published(number: int, *, right: bool = True) -> PublishedClip:
    return PublishedClip(
        donation_id=f"{number:032x}",
        language="en",
        words="turn on\tthe light",
        wake_word="okay_nabu",
        right=right,
        agreed=2,
        differed=1,
        sound=b"\1\2" * 160,
    )


def written(path: Path, layout: Layout, *some: PublishedClip) -> ZipFile:
    with DataSetWriter(path, layout) as writer:
        for clip in some:
            writer.add(clip)
        writer.finish(TOMBSTONES, purpose="improve_speech_recognition", address="https://desk.example")
    return ZipFile(path)


def test_common_voice_is_a_table_and_a_folder_of_clips(tmp_path: Path) -> None:
    data_set = written(tmp_path / "a.zip", Layout.COMMON_VOICE, published(1), published(2))
    rows = list(csv.DictReader(StringIO(data_set.read("validated.tsv").decode()), delimiter="\t"))
    assert tuple(rows[0]) == COLUMNS
    assert [row["path"] for row in rows] == [f"{number:032x}.flac" for number in (1, 2)]
    assert rows[0]["sentence"] == "turn on the light"
    assert (rows[0]["up_votes"], rows[0]["down_votes"], rows[0]["locale"]) == ("2", "1", "en")
    assert rows[0]["client_id"] != rows[1]["client_id"]
    assert data_set.read(f"clips/{rows[0]['path']}") == b"\1\2" * 160


def test_openwakeword_is_a_folder_of_right_and_one_of_wrong_sounds(tmp_path: Path) -> None:
    data_set = written(tmp_path / "a.zip", Layout.OPEN_WAKE_WORD, published(1), published(2, right=False))
    assert f"okay_nabu/negative/{2:032x}.wav" in data_set.namelist()
    with wave.open(BytesIO(data_set.read(f"okay_nabu/positive/{1:032x}.wav"))) as wav:
        assert (wav.getframerate(), wav.getnchannels(), wav.getsampwidth(), wav.getnframes()) == (16000, 1, 2, 160)


@pytest.mark.parametrize("layout", Layout)
def test_every_data_set_lists_what_is_to_be_taken_out_and_where_more_of_it_stands(
    tmp_path: Path, layout: Layout
) -> None:
    data_set = written(tmp_path / "a.zip", layout, published(1))
    assert data_set.read("tombstones.tsv").decode().splitlines() == [
        "donation_id\tday\treason",
        "\t".join(TOMBSTONES[0]),
    ]
    assert "https://desk.example/api/earshot/desk/tombstones" in data_set.read("README.txt").decode()
    assert {info.date_time for info in data_set.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("wake_word", "folder"),
    [
        ("Okay Nabu", "okay_nabu"),
        ("../../etc", "etc"),
        (None, "no_wake_word"),
        ("///", "no_wake_word"),
        ("Höre", "höre"),
    ],
)
def test_a_wake_word_never_leads_out_of_its_folder(wake_word: str | None, folder: str) -> None:
    assert folder_name(wake_word) == folder


@pytest.mark.parametrize("name", ["", "A", "a b", "../a", ".hidden", "a" * 65, "a/b"])
def test_a_name_that_is_no_files_name_is_none(name: str) -> None:
    assert NAME.fullmatch(name) is None
    assert NAME.fullmatch("bergen-2026.1_a") is not None
