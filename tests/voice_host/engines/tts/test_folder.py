import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from voice_host.engines.tts.folder import MAX_DEPTH, MAX_VOICES, find
from voice_host.engines.tts.piper_voice import MAX_DESCRIPTION_BYTES, read

GOOD: dict[str, Any] = {
    "audio": {"sample_rate": 22_050, "quality": "medium"},
    "espeak": {"voice": "en-us"},
    "num_speakers": 1,
    "phoneme_type": "espeak",
}


def describe(folder: Path, name: str, description: object = GOOD) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / f"{name}.onnx"
    model.touch()
    text = description if isinstance(description, str) else json.dumps(description)
    (folder / f"{name}.onnx.json").write_text(text)
    return model


def test_voices_are_found_in_folders_below(tmp_path: Path) -> None:
    describe(tmp_path, "one")
    describe(tmp_path / "en" / "en_US" / "two" / "medium", "two")
    (tmp_path / "notes.txt").touch()
    voices, problems = find(tmp_path)
    assert [voice.voice.name for voice in voices] == ["one", "two"]
    assert problems == ()


def test_the_search_has_an_end(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*"abcdefgh"[: MAX_DEPTH + 1])
    describe(deep, "deep")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert find(tmp_path) == ((), ())


def test_too_many_voices_are_a_problem(tmp_path: Path) -> None:
    for number in range(MAX_VOICES + 1):
        describe(tmp_path, f"voice{number:04}")
    voices, problems = find(tmp_path)
    assert len(voices) == MAX_VOICES
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("description", "reason"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "lacks a part"),
        (GOOD | {"audio": {}}, "lacks a part"),
        (GOOD | {"num_speakers": "many"}, "wrong"),
        (GOOD | {"audio": {"sample_rate": float("inf")}}, "wrong"),
        (GOOD | {"audio": {"sample_rate": 1}}, "sample rate"),
        (GOOD | {"num_speakers": 10**9}, "too many speakers"),
        (GOOD | {"phoneme_type": "pinyin"}, "pronunciation"),
        (" " * (MAX_DESCRIPTION_BYTES + 1), "too long"),
    ],
)
def test_a_description_that_cannot_be_used_is_a_problem_in_words(
    tmp_path: Path, description: object, reason: str
) -> None:
    describe(tmp_path, "odd", description)
    describe(tmp_path, "whole")
    voices, problems = find(tmp_path)
    assert [voice.voice.name for voice in voices] == ["whole"]
    (problem,) = problems
    assert "odd" in problem
    assert reason in problem


def test_a_missing_description_is_a_problem_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "lonely.onnx").touch()
    assert "lonely.onnx.json" in find(tmp_path)[1][0]


def test_the_same_name_twice_is_a_problem(tmp_path: Path) -> None:
    describe(tmp_path / "a", "twin")
    describe(tmp_path / "b", "twin")
    voices, problems = find(tmp_path)
    assert voices[0].model == tmp_path / "a" / "twin.onnx"
    assert "twice" in problems[0]


def test_speakers_without_a_name_are_called_by_their_number(tmp_path: Path) -> None:
    described = GOOD | {"num_speakers": 3, "speaker_id_map": {"ann": 0, "cid": 2}}
    assert read(describe(tmp_path, "three", described)).voice.speakers == ("ann", "1", "cid")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.dictionaries(st.sampled_from([*GOOD, "language", "speaker_id_map"]), _JSON, max_size=4))
def test_any_description_is_either_read_or_refused(tmp_path: Path, changes: dict[str, Any]) -> None:
    model = describe(tmp_path, "any", GOOD | changes)
    try:
        voice = read(model).voice
    except ValueError:
        return
    assert voice.name == "any"
    assert all(isinstance(speaker, str) for speaker in voice.speakers)
