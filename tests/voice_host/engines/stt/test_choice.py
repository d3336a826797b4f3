from pathlib import Path

import pytest

from tests.voice_host.engines.stt.tiny_models import write_streaming_model, write_whole_model
from voice_host.engines.stt import create_speech_engine, prepare
from voice_host.engines.stt.choice import choose
from voice_host.engines.stt.metadata import read_metadata
from voice_host.engines.stt.models import Kind, find_models


def test_without_a_folder_the_home_s_own_sentences_are_heard(tmp_path: Path) -> None:
    for folder in (None, tmp_path, tmp_path / "missing"):
        chosen = choose(folder, None)
        assert chosen.model is None
        assert chosen.problems == ()
        assert "own sentences" in chosen.why


def test_a_model_that_was_found_answers_and_it_says_so(models: Path) -> None:
    engine = create_speech_engine(models)
    assert (engine.info.name, engine.info.model) == ("sherpa-onnx", "tiny-streaming-en")
    assert "found" in engine.info.detail


@pytest.mark.parametrize("name", ["tiny-whole-en", "tiny-streaming-en"])
def test_the_model_that_was_chosen_answers(models: Path, name: str) -> None:
    engine = create_speech_engine(models, choice=name)
    assert engine.info.model == name
    assert "chosen" in engine.info.detail


def test_the_home_s_own_sentences_can_be_chosen_beside_a_model(models: Path) -> None:
    assert create_speech_engine(models, choice="pocketsphinx").info.name == "pocketsphinx"


def test_a_choice_that_is_not_there_is_a_problem_and_not_an_error(models: Path) -> None:
    chosen = choose(models, "gone")
    assert chosen.model
    assert any("gone" in problem for problem in chosen.problems)


def test_a_model_whose_loader_ends_the_process_is_a_problem_and_this_process_lives(tmp_path: Path) -> None:
    write_streaming_model(tmp_path / "broken", leave_out="T")
    prepare(tmp_path)
    chosen = choose(tmp_path, None)
    assert chosen.model is None
    assert "255" in chosen.problems[0]


def test_a_model_is_tried_once_and_again_when_its_files_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_streaming_model(tmp_path / "model")
    assert choose(tmp_path, None).model
    monkeypatch.setattr("voice_host.engines.stt.probe.subprocess.run", _forbidden)
    assert choose(tmp_path, None).model
    (tmp_path / "model" / "tokens.txt").write_text("<blk> 0\n")
    chosen = choose(tmp_path, None)
    assert chosen.model is None
    assert "could not be tried" in chosen.problems[0]


@pytest.mark.parametrize("name", ["one", "other"])
def test_after_preparing_any_model_can_be_chosen_without_a_child_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write_streaming_model(tmp_path / "one")
    write_whole_model(tmp_path / "other")
    prepare(tmp_path)
    monkeypatch.setattr("voice_host.engines.stt.probe.subprocess.run", _forbidden)
    assert create_speech_engine(tmp_path, choice=name).info.model == name


def _forbidden(*_: object, **__: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_folders_that_are_no_models_are_problems(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "tokens.txt").write_text("a 0\n")
    (tmp_path / "garbage").mkdir()
    (tmp_path / "garbage" / "tokens.txt").write_text("a 0\n")
    (tmp_path / "garbage" / "model.onnx").write_bytes(b"\xff" * 100)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "file.txt").write_text("not a folder")
    models, problems = find_models(tmp_path)
    assert models == ()
    assert [problem.split()[3] for problem in problems] == ["empty", "garbage", "text"]


def test_the_kinds_of_model_are_told_apart(tmp_path: Path) -> None:
    write_streaming_model(tmp_path / "streaming-de-2024")
    write_whole_model(tmp_path / "whole")
    (streaming, whole), _ = find_models(tmp_path)
    assert (streaming.kind, whole.kind) == (Kind.STREAMING_CTC, Kind.NEMO_CTC)
    assert (streaming.languages, whole.languages) == (("de",), ("en",))


def test_metadata_is_read_without_the_weights(tmp_path: Path) -> None:
    write_streaming_model(tmp_path / "model")
    file = tmp_path / "model" / "model.onnx"
    assert read_metadata(file)["decode_chunk_len"] == "32"
    file.write_bytes(file.read_bytes()[:-3])
    with pytest.raises(ValueError, match="cut off"):
        read_metadata(file)
