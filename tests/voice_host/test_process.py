"""The process: how it starts, what it refuses, and how it ends."""

from collections.abc import Iterator
import os
from pathlib import Path
import signal
import socket
import subprocess
import sys
import time

import pytest
from wyoming.asr import Transcribe
from wyoming.audio import AudioChunk, AudioStart
from wyoming.client import AsyncUnixClient
from wyoming.event import Event

from tests.voice_host.processes import command, environment, finished, running
from voice_host.contract import CHANNELS, RATE, WIDTH

REFUSING = """
import runpy, sys
for name in {names!r}:
    sys.modules[name] = None
runpy.run_module("voice_host", run_name="__main__", alter_sys=True)
"""
HOST_PYTHON = Path(__file__).parents[2] / ".venv-host" / "bin" / "python"


@pytest.fixture
def uri(socket_folder: Path) -> str:
    return f"unix://{socket_folder}/host.sock"


@pytest.fixture
def taken_port(socket_enabled: None) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def is_gone(pid: int) -> bool:
    """Whether a process has ended; one that nobody has buried yet has ended too."""
    try:
        return "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return True


def wait_until_gone(pid: int) -> None:
    deadline = time.monotonic() + 30
    while not is_gone(pid):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_checking_prints_a_report_and_succeeds_without_home_assistant() -> None:
    code, report, log = finished(
        "--check", code=REFUSING.format(names=["homeassistant", "hassil", "home_assistant_intents"])
    )
    if "MISSING  seccomp" in report:
        pytest.skip("This kernel has no seccomp filters, so nothing is enforced")
    assert code == 0, log
    assert ": enforced" in report.splitlines()[0]
    assert [word in report for word in ("openwakeword", "pocketsphinx", "espeak-ng")] == [True] * 3


def test_it_runs_where_home_assistant_is_not_installed() -> None:
    if not HOST_PYTHON.exists():
        pytest.skip("scripts/setup has not made .venv-host")
    assert finished(code="import homeassistant", python=HOST_PYTHON)[0] != 0
    code, report, log = finished("--check", python=HOST_PYTHON)
    assert (code, "NOT" in report.splitlines()[0]) in {(0, False), (1, True)}, log
    assert "Problems" not in report


def test_without_the_package_of_one_engine_the_others_serve_and_the_check_fails() -> None:
    code, report, _ = finished("--check", code=REFUSING.format(names=["onnxruntime"]))
    assert code == 1
    assert "Wake word is not available: ModuleNotFoundError" in report
    assert "speech_to_text: pocketsphinx" in report


def test_it_listens_only_in_a_folder_of_its_own(socket_folder: Path, uri: str) -> None:
    socket_folder.chmod(0o755)
    code, _, log = finished("--uri", uri)
    assert code == 1
    assert log == f"CRITICAL voice_host: {socket_folder} must be a folder of our own with mode 0700.\n"


def test_a_port_that_is_taken_is_one_clear_sentence(taken_port: int) -> None:
    code, _, log = finished("--uri", f"tcp://127.0.0.1:{taken_port}", "--without-code")
    assert code == 1
    assert log == f"CRITICAL voice_host: Cannot listen on 127.0.0.1:{taken_port}: Address already in use.\n"


def test_wrong_arguments_are_answered_with_the_usage() -> None:
    code, _, log = finished("--uri", "nonsense")
    assert code == 2
    assert log.startswith("usage: voice_host")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_it_is_told_to(uri: str, number: signal.Signals) -> None:
    with running("--uri", uri) as host:
        host.process.send_signal(number)
        assert host.process.wait(30) == 0
    assert all(line.split()[0] in {"INFO", "WARNING"} for line in host.log), host.log


async def test_it_stops_in_the_middle_of_an_utterance(socket_folder: Path, uri: str) -> None:
    with running("--uri", uri) as host:
        async with AsyncUnixClient(socket_folder / "host.sock", read_timeout=30) as client:
            grammar = {
                "language": "en",
                "revision": "1",
                "jsgf": "#JSGF V1.0; grammar g; public <g> = turn on the light;",
            }
            await client.write_event(Event("earshot-home", grammar))
            assert await client.read_event() is not None
            await client.write_event(Transcribe(language="en").event())
            await client.write_event(AudioStart(RATE, WIDTH, CHANNELS).event())
            await client.write_event(AudioChunk(RATE, WIDTH, CHANNELS, bytes(RATE)).event())
            await client.write_event(Event("ping"))
            assert await client.read_event() is not None
            assert host.end() == 0
            assert await client.read_event() is None
    assert not any("Traceback" in line or "ERROR" in line for line in host.log), host.log


def test_it_stops_while_it_starts(uri: str, socket_folder: Path) -> None:
    with subprocess.Popen(command("--uri", uri), env=environment(), stderr=subprocess.DEVNULL) as process:
        while not (socket_folder / "host.sock").exists():
            assert process.poll() is None
            time.sleep(0.005)
        process.terminate()
        assert process.wait(30) == 0


def test_it_ends_when_the_one_that_started_it_was_killed(uri: str) -> None:
    parent_code = f"import subprocess\nprint(subprocess.Popen({command('--uri', uri)!r}).pid, flush=True)\ninput()"
    with subprocess.Popen(
        [sys.executable, "-c", parent_code],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout is not None
        assert parent.stderr is not None
        pid = int(parent.stdout.readline())
        while "Ready" not in parent.stderr.readline():
            assert not is_gone(pid)
        os.kill(parent.pid, signal.SIGKILL)
        wait_until_gone(pid)


@pytest.mark.usefixtures("socket_enabled")
def test_a_host_that_listens_on_a_port_ends_with_the_process_that_it_was_told_of() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    nobody = str(2**22 + 1)
    code, _, log = finished("--uri", f"tcp://127.0.0.1:{port}", "--without-code", "--parent", nobody)
    assert code == 0
    assert "The process that started this one is gone" in log
