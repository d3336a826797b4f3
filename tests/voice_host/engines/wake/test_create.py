from collections.abc import Mapping
from pathlib import Path

import pytest

from voice_host.engines.wake import create_wake_engine, shipped
from voice_host.engines.wake.create import _shipped_heads
from voice_host.engines.wake.shipped import ShippedModels

from .conftest import Serve


def test_the_shipped_words_are_named_as_people_say_them(serve: Serve) -> None:
    with serve() as engine:
        words = {word.name: word.phrase for word in engine.words}

    assert words == {
        "hey_jarvis": "Hey Jarvis",
        "alexa": "Alexa",
        "hey_mycroft": "Hey Mycroft",
        "hey_marvin": "Hey Marvin",
    }


def test_the_engine_says_whose_models_it_runs(serve: Serve) -> None:
    with serve() as engine:
        assert (engine.info.stage, engine.info.name, engine.info.version) == ("wake_word", "openwakeword", "0.4.0")


@pytest.mark.parametrize(
    ("thresholds", "trigger_level", "because"),
    [
        ({"hey_jarvis": 0.0}, 1, "threshold of hey_jarvis"),
        ({"alexa": 1.1}, 1, "threshold of alexa"),
        ({"alexa": float("nan")}, 1, "threshold of alexa"),
        ({}, 0, "trigger level"),
    ],
)
def test_settings_that_cannot_be_are_refused(thresholds: Mapping[str, float], trigger_level: int, because: str) -> None:
    with pytest.raises(ValueError, match=because):
        create_wake_engine(None, thresholds=thresholds, trigger_level=trigger_level)


def test_a_threshold_for_an_unknown_word_is_a_problem(serve: Serve) -> None:
    with serve(thresholds={"computer": 0.5}) as engine:
        assert engine.problems == ("There is no wake word computer: its threshold has no effect.",)


def test_shipped_words_that_are_missing_or_broken_are_problems(tmp_path: Path) -> None:
    for word in shipped.SHIPPED_WORDS[1:]:
        (tmp_path / word.file).write_bytes(b"broken")

    heads, problems = _shipped_heads(ShippedModels(tmp_path, "0"))

    assert heads == {}
    assert problems[0] == "The wake word hey_jarvis is missing from the installed package openwakeword."
    assert (
        problems[1] == "The wake word alexa of the installed package openwakeword is not used: it is not an ONNX model."
    )
