"""`scripts/run`: the demo home for a person, or one utterance said to it."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
import fcntl
import json
from pathlib import Path
import signal
import sys
import tempfile
import time

from .errors import HomeError
from .home import USER, DemoHome, Progress, attach
from .paths import DEFAULT_HOME, HomePaths
from .rest import Rest
from .said import Said, Speaker
from .satellite import NAMES
from .speech import WAKE_WORD, read_recording, utterance, write_wav
from .table import render
from .websocket import HomeSocket

_EXAMPLES = (
    "turn on the kitchen light",
    "what is the outside temperature",
    "set the thermostat to twenty two degrees",
    "close the bedroom shutter",
)


def main() -> int:
    """Do what the command line says; return the exit status."""
    arguments = _parser().parse_args()
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        if arguments.say is None and arguments.wav is None:
            return _run(arguments)
        return _say(arguments)
    except HomeError as error:
        print(f"run: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scripts/run",
        description="Start the demo home (Ctrl-C stops it), or say something to a satellite of the one that runs.",
    )
    parser.add_argument("--port", type=int, default=8123, help="for Home Assistant's web page on 127.0.0.1 (8123)")
    parser.add_argument("--home", type=Path, default=DEFAULT_HOME, help="the home's folder, kept between starts (.run)")
    parser.add_argument("--say", metavar="TEXT", help=f'what to say after "{WAKE_WORD}"; starts a home if none runs')
    parser.add_argument("--wav", type=Path, metavar="FILE", help="play this recording instead, wake word included")
    parser.add_argument("--satellite", default=NAMES[0], help="which one hears it: kitchen (default) or bedroom")
    parser.add_argument("--json", action="store_true", help="print the ledger's answer as one JSON object")
    return parser


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _run(arguments: argparse.Namespace) -> int:
    with _only_one(arguments.home), DemoHome(arguments.home, port=arguments.port, progress=_timed()) as home:
        print(_welcome(home), flush=True)
        while home.hass.ended is None:
            time.sleep(0.5)
        raise HomeError(f"Home Assistant has stopped. Its last words:\n{home.hass.last_lines()}")


def _say(arguments: argparse.Namespace) -> int:
    satellite = next((name for name in NAMES if name.lower() == arguments.satellite.lower()), None)
    if satellite is None:
        raise HomeError(f"there is no satellite {arguments.satellite}: {' or '.join(NAMES).lower()}")
    # Read first: a missing file is said before a home is started for it.
    pcm = read_recording(arguments.wav) if arguments.wav is not None else utterance(arguments.say)
    with _home(arguments) as rest:
        said = _speak(arguments.home, rest, satellite, pcm)
    if arguments.json:
        print(json.dumps(said.as_json(), indent=2, ensure_ascii=False))
    else:
        print(render(said))
    return 0 if said.came_through else 1


def _speak(home: Path, rest: Rest, satellite: str, pcm: bytes) -> Said:
    paths = HomePaths(home)
    entity = json.loads(paths.secrets.read_text(encoding="utf-8"))["satellites"][satellite]["entity"]
    with tempfile.TemporaryDirectory() as folder, HomeSocket(rest.url, rest.token) as socket:
        recording = Path(folder) / "recording.wav"
        write_wav(recording, pcm)
        return Speaker(socket, paths, satellite, entity).say(recording, pcm)


@contextmanager
def _home(arguments: argparse.Namespace) -> Iterator[Rest]:
    """Give the home that runs, or one for the occasion, on any port."""
    if (rest := attach(arguments.home)) is not None:
        yield rest
        return
    with _only_one(arguments.home), DemoHome(arguments.home, progress=_timed()) as home:
        yield home.rest


@contextmanager
def _only_one(home: Path) -> Iterator[None]:
    """Keep a second command from starting the same home."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (home / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise HomeError(f"the home in {home} is already running, or is being started") from None
        yield


def _timed() -> Progress:
    began = time.monotonic()
    return lambda what: print(f"run: {time.monotonic() - began:5.1f} s  {what}", file=sys.stderr, flush=True)


def _welcome(home: DemoHome) -> str:
    tries = "\n".join(f'    scripts/run --say "{example}"' for example in _EXAMPLES)
    return f"""
Earshot's demo home is running.

  Open      {home.url}
  User      {USER}
  Password  {home.password}

Both satellites listen for "{WAKE_WORD}". In another terminal, say for example:
{tries}
    scripts/run --satellite bedroom --say "turn off the lights"

Home Assistant's log: {home.paths.log}
Ctrl-C stops everything."""


if __name__ == "__main__":
    sys.exit(main())
