from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.voice_host.fakes import FakeSpeech, FakeVoice, FakeWake
from voice_host.config import HostConfig
from voice_host.engines import load as load_module
from voice_host.engines.load import load, prepare

CONFIG = HostConfig(models=Path("/models"), voice="amy", speech="small", thresholds={"a": 0.5}, trigger_level=3)


def fail(fault: Exception) -> Callable[..., Any]:
    def factory(*_: object, **__: object) -> Any:
        raise fault

    return factory


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> dict[str, SimpleNamespace]:
    """Stand in for the packages of the engines, by their names."""
    made = {
        "wake": SimpleNamespace(create_wake_engine=lambda *_, **__: FakeWake()),
        "stt": SimpleNamespace(
            create_speech_engine=lambda *_, **__: FakeSpeech(), create_answer_engine=lambda _: FakeSpeech()
        ),
        "tts": SimpleNamespace(create_voice_engine=lambda *_, **__: FakeVoice()),
    }
    monkeypatch.setattr(load_module, "import_module", lambda name, _: made[name.removeprefix("..")])
    return made


class Asked[T]:
    """A factory that remembers what it was asked for."""

    def __init__(self, engine: T) -> None:
        self.engine = engine
        self.calls: list[tuple[Any, ...]] = []

    def __call__(self, *arguments: Any, **choices: Any) -> T:
        self.calls.append((*arguments, choices))
        return self.engine


def test_every_factory_gets_its_folder_and_its_choices(packages: dict[str, SimpleNamespace]) -> None:
    packages["wake"].create_wake_engine = wake = Asked(FakeWake())
    packages["stt"].create_speech_engine = speech = Asked(FakeSpeech())
    packages["tts"].create_voice_engine = voice = Asked(FakeVoice())
    assert load(CONFIG).complete
    assert wake.calls == [(Path("/models/wake_word"), {"thresholds": {"a": 0.5}, "trigger_level": 3})]
    assert speech.calls == [(Path("/models/speech_to_text"), {"choice": "small"})]
    assert voice.calls == [(Path("/models/text_to_speech"), {"choice": "amy"})]


def test_without_a_models_folder_the_engines_get_none(packages: dict[str, SimpleNamespace]) -> None:
    packages["tts"].create_voice_engine = voice = Asked(FakeVoice())
    load(HostConfig(thresholds={}))
    assert voice.calls == [(None, {"choice": None})]


@pytest.mark.parametrize("fault", [ImportError("No module named 'piper'"), RuntimeError("broken"), OSError("gone")])
def test_an_engine_that_cannot_be_made_is_a_sentence_and_the_others_go_on(
    packages: dict[str, SimpleNamespace], fault: Exception
) -> None:
    packages["tts"].create_voice_engine = fail(fault)
    engines = load(CONFIG)
    assert engines.voice is None
    assert not engines.complete
    assert [info.stage for info in engines.infos] == ["wake_word", "speech_to_text"]
    assert engines.problems == (f"Text-to-speech is not available: {type(fault).__name__}: {fault}",)


def test_a_yes_that_cannot_be_heard_is_a_sentence_and_the_home_is_heard(packages: dict[str, SimpleNamespace]) -> None:
    packages["stt"].create_answer_engine = fail(RuntimeError("broken"))
    engines = load(CONFIG)
    assert engines.complete
    assert engines.answers is None
    assert engines.problems == ("Speech-to-text cannot hear a yes or a no: RuntimeError: broken",)


def test_a_package_that_is_missing_is_a_sentence_too(packages: dict[str, SimpleNamespace]) -> None:
    del packages["wake"]
    engines = load(CONFIG)
    assert engines.wake is None
    assert engines.problems[0].startswith("Wake word is not available: KeyError")


def test_what_an_engine_finds_later_is_told_later(packages: dict[str, SimpleNamespace]) -> None:
    speech = FakeSpeech()
    packages["stt"].create_speech_engine = lambda *_, **__: speech
    engines = load(CONFIG, failures=("Before.",))
    before = engines.problems
    speech.problems = ("The model is broken.",)
    assert (before, engines.problems) == (("Before.",), ("Before.", "The model is broken."))


def test_a_package_may_prepare_and_one_that_cannot_is_a_sentence(packages: dict[str, SimpleNamespace]) -> None:
    prepared: list[Any] = []
    packages["wake"].prepare = fail(ValueError("no child"))
    packages["stt"].prepare = prepared.append
    assert prepare(Path("/models")) == ("Wake word could not be prepared: ValueError: no child",)
    assert prepared == [Path("/models/speech_to_text")]
