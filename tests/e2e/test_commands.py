"""The commands that a person types."""

import json
from pathlib import Path
import socket
import subprocess

from scripts.home.home import DemoHome
from scripts.home.paths import ROOT

from .house import House


def test_saying_something_prints_the_ledgers_answer_as_one_json_object(house: House) -> None:
    result = _run("--say", "turn on the kitchen light", "--satellite", "kitchen", "--json", home=house.home)

    assert result.returncode == 0, result.stderr
    answer = json.loads(result.stdout)
    assert answer["outcome"] == "answered"
    assert answer["heard_words"] in {"turn on the kitchen light", "turn on the kitchen lights"}
    assert answer["answer_words"]
    assert answer["left_house"] is False
    assert set(answer["ears"][0]) >= {"label", "kind", "place", "evidence", "got", "until"}
    assert set(answer["seconds"]) >= {"wake_word", "speech_to_text", "conversation"}
    assert answer["entries"]
    assert answer["checkpoint"]
    assert answer["utterance_id"]


def test_saying_something_shows_who_was_within_earshot(house: House) -> None:
    result = _run("--say", "turn off the kitchen light", home=house.home)

    assert result.returncode == 0, result.stderr
    assert "WHO WAS WITHIN EARSHOT" in result.stdout
    assert "nothing left the house" in result.stdout
    assert "enforced by the kernel" in result.stdout


def test_a_recording_can_speak_instead(house: House, tmp_path: Path) -> None:
    from scripts.home.speech import utterance, write_wav  # noqa: PLC0415  only this test makes a recording

    recording = tmp_path / "said.wav"
    write_wav(recording, utterance("turn on the kitchen light"))

    assert _run("--wav", str(recording), home=house.home).returncode == 0


def test_something_that_is_not_understood_is_a_failure(house: House) -> None:
    result = _run("--say", "colourless green ideas sleep furiously", "--json", home=house.home)

    assert result.returncode == 1
    assert json.loads(result.stdout)["outcome"] == "not_understood"


def test_a_satellite_that_is_not_there_is_a_clear_sentence(house: House) -> None:
    result = _run("--say", "turn on the kitchen light", "--satellite", "cellar", home=house.home)

    assert result.returncode == 1
    assert "there is no satellite cellar" in result.stderr


def test_a_taken_port_is_a_clear_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = subprocess.run(
            [ROOT / "scripts" / "run", "--home", tmp_path / "home", "--port", str(port)],
            capture_output=True,
            text=True,
            check=False,
        )

    assert result.returncode == 1
    assert f"port {port} on 127.0.0.1 is taken" in result.stderr
    assert "Traceback" not in result.stderr


def _run(*arguments: str, home: DemoHome) -> subprocess.CompletedProcess[str]:
    command = [str(ROOT / "scripts" / "run"), "--home", str(home.paths.root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)
