import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from custom_components.earshot.errors import ModelCatalogueError
from custom_components.earshot.host_link.models.catalogue import MAX_CATALOGUE_BYTES, OWN, Catalogue
from custom_components.earshot.models import Stage

FILE: dict[str, Any] = {"path": "a.onnx", "url": "https://models.example/a.onnx", "size": 5, "sha256": "0" * 64}
ENTRY: dict[str, Any] = {
    "name": "a",
    "title": "A",
    "stage": "text_to_speech",
    "purpose": "Speaks.",
    "languages": ["en"],
    "licence": "CC0-1.0",
    "licence_url": "https://models.example/licence",
    "files": [FILE],
}


def load(folder: Path, *entries: object) -> Catalogue:
    (folder / OWN).write_text(json.dumps({"models": entries}))
    return Catalogue.load(folder)


def shipped(tmp_path: Path) -> Catalogue:
    return Catalogue.load(tmp_path)


def test_the_shipped_list_is_whole_and_fetched_over_https_from_a_fixed_revision(tmp_path: Path) -> None:
    models = shipped(tmp_path).models
    assert len(models) >= 8
    for model in models.values():
        assert model.licence
        assert model.languages
        for file in model.files:
            assert file.url.scheme == "https"
            # A branch would bring another file some day; 40 hexadecimal digits are a commit.
            assert len(file.url.parts[4]) == 40
            assert file.url.name == Path(file.path).name


def test_no_two_files_of_the_shipped_list_have_one_hash(tmp_path: Path) -> None:
    digests = [file.sha256 for model in shipped(tmp_path).models.values() for file in model.files]
    assert len(set(digests)) == len(digests)


def test_a_piper_voice_of_the_shipped_list_has_its_description_beside_it(tmp_path: Path) -> None:
    voices = [model for model in shipped(tmp_path).models.values() if model.stage is Stage.TEXT_TO_SPEECH]
    assert voices
    for voice in voices:
        assert [file.path for file in voice.files] == [f"{voice.name}.onnx", f"{voice.name}.onnx.json"]


def test_a_person_s_own_list_adds_to_the_shipped_one_and_wins(tmp_path: Path) -> None:
    both = load(tmp_path, ENTRY, ENTRY | {"name": "de_DE-thorsten-medium"}).models
    assert both["a"].title == "A"
    assert both["de_DE-thorsten-medium"].title == "A"
    assert len(both) == len(Catalogue.load(tmp_path / "none").models) + 1


def test_each_stage_has_its_folder(tmp_path: Path) -> None:
    model = load(tmp_path, ENTRY).models["a"]
    assert model.folder(tmp_path) == tmp_path / "text_to_speech" / "a"
    wake = load(tmp_path, ENTRY | {"stage": "wake_word"}).models["a"]
    assert wake.folder(tmp_path) == tmp_path / "wake_word"


@pytest.mark.parametrize(
    "change",
    [
        {"path": "../escape"},
        {"path": "/etc/passwd"},
        {"path": "a/../../b"},
        {"path": ".hidden"},
        {"path": ""},
        {"path": "a\0b"},
        {"path": "a\nb"},
        {"url": "ftp://models.example/a"},
        {"url": "file:///etc/passwd"},
        {"url": "https:///a"},
        {"url": "https://user:password@models.example/a"},
        {"size": 0},
        {"size": -1},
        {"size": True},
        {"size": 10**12},
        {"size": 1.5},
        {"sha256": "0" * 63},
        {"sha256": "G" * 64},
        {"sha256": "0" * 64 + "\n"},
        {"sha256": None},
    ],
)
def test_a_file_that_is_not_safe_and_certain_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    with pytest.raises(ModelCatalogueError):
        load(tmp_path, ENTRY | {"files": [FILE | change]})


@pytest.mark.parametrize(
    "change",
    [
        {"name": "../a"},
        {"name": ""},
        {"stage": "conversation"},
        {"stage": "unknown"},
        {"files": []},
        {"files": [FILE, FILE]},
        {"files": None},
        {"languages": [1]},
        {"title": None},
    ],
)
def test_a_model_that_is_not_whole_is_refused_and_its_place_named(tmp_path: Path, change: dict[str, object]) -> None:
    with pytest.raises(ModelCatalogueError) as refused:
        load(tmp_path, ENTRY, ENTRY | change)
    assert "model 2" in refused.value.placeholders["reason"]


@pytest.mark.parametrize("key", [*ENTRY])
def test_a_missing_part_is_named(tmp_path: Path, key: str) -> None:
    with pytest.raises(ModelCatalogueError) as refused:
        load(tmp_path, {name: value for name, value in ENTRY.items() if name != key})
    assert key in refused.value.placeholders["reason"]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "[" * 100_000, '{"models": 5}', " " * (MAX_CATALOGUE_BYTES + 1)])
def test_a_list_that_is_no_catalogue_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / OWN).write_text(text)
    with pytest.raises(ModelCatalogueError):
        Catalogue.load(tmp_path)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entry=st.dictionaries(st.sampled_from([*ENTRY]), _JSON), file=st.dictionaries(st.sampled_from([*FILE]), _JSON))
def test_any_list_is_either_read_or_refused(tmp_path: Path, entry: dict[str, Any], file: dict[str, Any]) -> None:
    try:
        models = load(tmp_path, ENTRY | {"files": [FILE | file]} | entry).models
    except ModelCatalogueError:
        return
    for model in models.values():
        for wanted in model.files:
            assert (tmp_path / "x" / wanted.path).resolve().is_relative_to(tmp_path / "x")


def test_the_example_of_the_documentation_is_a_catalogue(tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "models.md").read_text()
    example = page.split("```json")[1].split("```")[0].replace("<64 hexadecimal digits>", "0" * 64)
    (tmp_path / OWN).write_text(example)
    assert "en_GB-somebody-medium" in Catalogue.load(tmp_path).models
