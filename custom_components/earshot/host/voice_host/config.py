"""What the process was started with."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
import json
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class UnixAddress:
    """A socket file in a folder that nobody else may enter."""

    path: Path


@dataclass(frozen=True, slots=True)
class TcpAddress:
    """A port, for a host that runs beside Home Assistant and not under it."""

    host: str
    port: int

    @property
    def loopback(self) -> bool:
        """Whether only programs of this machine reach it."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


type Address = UnixAddress | TcpAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class HostConfig:
    """What the process was started with."""

    addresses: tuple[Address, ...] = ()
    code_file: Path | None = None
    """Holds the pairing code that everybody on a port must know, and is made where it is not there. None: nobody need
    know one, which is possible on a loopback address only."""
    models: Path | None = None
    voice: str | None = None
    speech: str | None = None
    thresholds: Mapping[str, float]
    """Least score per wake word, for those that differ from the engine's default."""
    trigger_level: int = 1
    """Frames in a row that must reach the threshold."""
    parent: int | None = None
    """Process whose end ends this one."""
    check: bool = False


def parse_arguments(arguments: Sequence[str]) -> HostConfig:
    """Read the command line. Exits with a usage message where it is wrong, as argparse does."""
    parser = _parser()
    given = parser.parse_args(arguments)
    options = _options(parser, given.options)
    if not given.uri and not given.check:
        parser.error("one --uri at least is needed, or --check")
    ports = [address for address in given.uri if isinstance(address, TcpAddress)]
    if given.without_code and (given.code_file or not all(address.loopback for address in ports)):
        parser.error("--without-code is for loopback addresses, and not beside --code-file")
    if ports and not given.code_file and not given.without_code:
        parser.error("a port needs --code-file, or --without-code on a loopback address")
    return HostConfig(
        addresses=tuple(given.uri),
        code_file=given.code_file.absolute() if given.code_file else None,
        models=given.models.absolute() if given.models else None,
        voice=given.voice or options.get("voice"),
        speech=given.speech or options.get("speech"),
        thresholds=dict(given.threshold),
        trigger_level=given.trigger_level,
        parent=given.parent,
        check=given.check,
    )


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="voice_host", description="Local voice engines behind the Wyoming protocol.")
    add = parser.add_argument
    add(
        "--uri", action="append", type=_address, default=[], help="unix:///DIR/host.sock or tcp://HOST:PORT; repeatable"
    )
    add("--code-file", type=Path, metavar="FILE", help="holds the pairing code for ports; made if not there")
    add("--without-code", action="store_true", help="let every program of this machine in on a loopback port")
    add("--models", type=Path, help="folder with wake_word, speech_to_text and text_to_speech")
    add("--options", type=Path, metavar="FILE", help="a JSON object with voice and speech, as the Supervisor writes it")
    add("--voice", metavar="NAME", help="voice that speaks when a request names none")
    add("--speech", metavar="NAME", help="speech-to-text engine or model to use")
    add("--threshold", action="append", type=_threshold, default=[], metavar="WORD=0.5", help="repeatable")
    add("--trigger-level", type=_level, default=1, metavar="N", help="frames in a row that must reach the threshold")
    add("--parent", type=int, metavar="PID", help="end when this process, which started this one, has ended")
    add("--check", action="store_true", help="load everything, print the report, exit 0 if all is well and 1 if not")
    return parser


def _options(parser: ArgumentParser, path: Path | None) -> dict[str, str]:
    """Read what a person chose in an app's settings. No file is no choice: a plain container has none."""
    try:
        found = json.loads(path.read_text()) if path else {}
        return {name: str(found[name]) for name in ("voice", "speech") if found.get(name)}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError) as error:
        parser.error(f"the options cannot be read ({type(error).__name__})")


def _address(uri: str) -> Address:
    parts = urlsplit(uri)
    if parts.scheme == "unix" and parts.path:
        return UnixAddress(Path(parts.path).absolute())
    try:
        if parts.scheme == "tcp" and parts.hostname and parts.port is not None:
            return TcpAddress(parts.hostname, parts.port)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
    raise ArgumentTypeError("expected unix:///DIR/host.sock or tcp://HOST:PORT")


def _threshold(text: str) -> tuple[str, float]:
    word, _, figure = text.partition("=")
    try:
        threshold = float(figure)
    except ValueError:
        threshold = -1.0
    if not word or not 0 < threshold <= 1:
        raise ArgumentTypeError("expected WORD=THRESHOLD with a threshold above 0 and up to 1")
    return word, threshold


def _level(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("expected a whole number from 1")
    return int(text)
