from pathlib import Path

import pytest

from voice_host.config import TcpAddress, UnixAddress, parse_arguments


def test_everything_can_be_said() -> None:
    said = "--uri unix:///run/earshot/host.sock --uri tcp://127.0.0.1:10700 --models /models --voice amy --speech small"
    said += " --code-file /data/code --threshold hey_jarvis=0.6 --threshold alexa=1 --trigger-level 2 --parent 7"
    config = parse_arguments(said.split())
    assert config.addresses == (UnixAddress(Path("/run/earshot/host.sock")), TcpAddress("127.0.0.1", 10700))
    assert (config.models, config.voice, config.speech) == (Path("/models"), "amy", "small")
    assert config.code_file == Path("/data/code")
    assert config.thresholds == {"hey_jarvis": 0.6, "alexa": 1.0}
    assert (config.trigger_level, config.parent, config.check) == (2, 7, False)


def test_little_must_be_said() -> None:
    config = parse_arguments(["--uri", "tcp://[::1]:1", "--without-code"])
    assert config.addresses == (TcpAddress("::1", 1),)
    assert (config.models, config.voice, config.thresholds, config.trigger_level) == (None, None, {}, 1)
    assert config.code_file is None
    assert parse_arguments(["--check"]).check


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "[::1]", "localhost"])
def test_a_port_that_only_this_machine_reaches_may_be_without_a_code_if_that_is_said(host: str) -> None:
    assert parse_arguments(["--uri", f"tcp://{host}:1", "--without-code"]).code_file is None


def test_a_relative_models_folder_stays_where_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse_arguments(["--check", "--models", "here"]).models == tmp_path / "here"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--uri", "http://127.0.0.1:80"],
        ["--uri", "tcp://127.0.0.1"],
        ["--uri", "tcp://127.0.0.1:99999"],
        ["--uri", "tcp://:80"],
        ["--uri", "unix://"],
        ["--uri", "tcp://127.0.0.1:1"],
        ["--uri", "tcp://0.0.0.0:1", "--without-code"],
        ["--uri", "tcp://[::]:1", "--without-code"],
        ["--uri", "tcp://home.local:1", "--without-code"],
        ["--uri", "tcp://127.0.0.1:1", "--uri", "tcp://192.168.1.2:1", "--without-code"],
        ["--uri", "tcp://127.0.0.1:1", "--without-code", "--code-file", "/data/code"],
        ["--check", "--threshold", "alexa"],
        ["--check", "--threshold", "alexa=high"],
        ["--check", "--threshold", "alexa=0"],
        ["--check", "--threshold", "alexa=1.1"],
        ["--check", "--threshold", "alexa=nan"],
        ["--check", "--threshold", "=0.5"],
        ["--check", "--trigger-level", "0"],
        ["--check", "--trigger-level", "two"],
    ],
)
def test_what_is_wrong_ends_with_a_usage_message(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_arguments(arguments)
    assert ended.value.code == 2
    assert "usage: voice_host" in capsys.readouterr().err
