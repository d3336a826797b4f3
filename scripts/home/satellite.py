"""A virtual satellite: a program that nobody here wrote, with a named pipe for a microphone."""

from collections.abc import Iterator
from dataclasses import dataclass
import os
from pathlib import Path
import socket
from typing import Final

from .paths import ROOT, SATELLITE_PYTHON, HomePaths, slug
from .process import Program, wait_until

_PROGRAMS: Final = Path(__file__).parent
SPEAKER_RATE: Final = 22_050
"""Samples per second that Home Assistant converts answers to for a Wyoming satellite."""
NAMES: Final = ("Kitchen", "Bedroom")
"""The satellites of the demo home; each stands in the room of its name."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One event that the satellite got from Home Assistant, or `disconnected`."""

    at: float
    """Seconds since 1970."""
    type: str


class VirtualSatellite:
    """The satellite program, its microphone and its speaker, as long as it runs."""

    def __init__(self, name: str, port: int, paths: HomePaths) -> None:
        """Start the program on 127.0.0.1."""
        self.name = name
        self.port = port
        self._folder = prepare(paths, name)
        events = self._folder / "events.log"
        events.write_text("", encoding="ascii")
        self._program = Program(_command(name, port, self._folder), log=self._folder / "satellite.log", cwd=ROOT)

    def wait_for_port(self) -> None:
        """Return when Home Assistant can connect; raises TimeoutError."""
        wait_until(f"the satellite {self.name} does not start:\n{self._program.last_lines()}", self._listens, 20)

    def stop(self) -> None:
        """Stop the program."""
        self._program.stop(grace=3)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


class SatelliteFolder:
    """What can be done with a satellite from any process: its folder is all that it takes."""

    def __init__(self, paths: HomePaths, name: str) -> None:
        """Take the satellite of that name; it need not run."""
        self.name = name
        self._folder = paths.satellite(slug(name))

    def hear(self, recording: Path) -> None:
        """Play a recording (WAV: 16 kHz, 16 bit, mono) into the microphone, from now on, at real-time pace."""
        with os.fdopen(os.open(self._folder / "microphone", os.O_WRONLY | os.O_NONBLOCK), "w") as pipe:
            pipe.write(f"{recording.resolve()}\n")

    def events(self) -> tuple[Heard, ...]:
        """List what Home Assistant has sent since the satellite started, without sound and words."""
        return tuple(_events(self._folder / "events.log"))

    def listens_for_wake_word(self) -> bool:
        """Whether a run waits for the wake word now."""
        telling = {"detect", "detection", "error", "disconnected"}
        last = [event.type for event in self.events() if event.type in telling]
        return bool(last) and last[-1] == "detect"

    def was_cut_off(self, since: float) -> bool:
        """Whether Home Assistant dropped the connection since then (seconds since 1970) and heard no wake word."""
        types = [event.type for event in self.events() if event.at >= since]
        return "disconnected" in types and "detection" not in types

    def wait_until_listening(self, seconds: float = 60) -> None:
        """Return when a run waits for the wake word; raises TimeoutError."""
        wait_until(f"the satellite {self.name} does not listen for its wake word", self.listens_for_wake_word, seconds)

    def answers(self) -> tuple[Path, ...]:
        """List what it has said, oldest first."""
        return tuple(sorted(self._folder.glob("answer-*.wav")))


def prepare(paths: HomePaths, name: str) -> Path:
    """Make a satellite's folder and its microphone."""
    folder = paths.satellite(slug(name))
    folder.mkdir(parents=True, exist_ok=True)
    pipe = folder / "microphone"
    if not pipe.is_fifo():
        os.mkfifo(pipe)
    return folder


def free_port(wanted: int = 0) -> int | None:
    """Return `wanted` if it can be listened on at 127.0.0.1, else None; 0 asks for any."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            return None
        return int(probe.getsockname()[1])


def _events(log: Path) -> Iterator[Heard]:
    for line in log.read_text(encoding="ascii").splitlines():
        at, _, kind = line.partition(" ")
        yield Heard(float(at), kind)


def _command(name: str, port: int, folder: Path) -> list[str | Path]:
    python = SATELLITE_PYTHON
    microphone = f"'{python}' '{_PROGRAMS / 'microphone.py'}' '{folder / 'microphone'}'"
    speaker = f"'{python}' '{_PROGRAMS / 'speaker.py'}' '{folder}' {SPEAKER_RATE}"
    return [
        python,
        _PROGRAMS / "satellite_program.py",
        folder / "events.log",
        *("--name", f"{name} satellite"),
        *("--uri", f"tcp://127.0.0.1:{port}"),
        "--no-zeroconf",
        *("--mic-command", microphone),
        *("--snd-command", speaker),
        *("--snd-command-rate", str(SPEAKER_RATE)),
    ]
