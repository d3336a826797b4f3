"""The demo home as one thing with a beginning and an end."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
import json
import os
from pathlib import Path
import time
from typing import Any, Final, Self

from . import earshot
from .authority import Trust
from .errors import HomeError
from .paths import HOME_PYTHON, ROOT, HomePaths
from .process import Program, wait_until
from .rest import Rest, new_password
from .satellite import NAMES, VirtualSatellite, free_port
from .seed import seed
from .websocket import HomeSocket

type Progress = Callable[[str], None]

USER: Final = "demo"
_START_SECONDS: Final = 120.0
"""Until Home Assistant answers. It takes 5 s on two free cores; a loaded machine gets time."""


class DemoHome:
    """A running Home Assistant with Earshot and two satellites. Use it in a `with` block: leaving it stops all."""

    def __init__(  # noqa: PLR0913 - each is a way in which a home differs, and all but the first have a default
        self,
        root: Path,
        *,
        port: int = 0,
        with_earshot: bool = True,
        satellites: Sequence[str] = NAMES,
        trust: Trust | None = None,
        debug: bool = False,
        progress: Progress = lambda _: None,
    ) -> None:
        """Take the home's folder and the port for Home Assistant's web server; 0 finds a free one.

        With `debug`, Home Assistant says in its log what holds up its event loop. Without `trust`, it believes whom
        every browser believes, and speaks plain HTTP.

        Raises HomeError when the port is taken.
        """
        self.paths = HomePaths(root)
        if (found := free_port(port)) is None:
            raise HomeError(f"port {port} on 127.0.0.1 is taken: stop what listens there, or choose one with --port")
        self.port = found
        self._trust = trust
        self._certificate = trust.certificate if trust else None
        self.rest = (
            Rest(f"https://127.0.0.1:{self.port}", authority=trust.authority)
            if trust is not None and self._certificate is not None
            else Rest(f"http://127.0.0.1:{self.port}")
        )
        self.satellites: dict[str, VirtualSatellite] = {}
        self._with_earshot = with_earshot
        self._names = satellites
        self._debug = debug
        self._progress = progress
        self._secrets: dict[str, Any] = {}
        self._hass: Program | None = None

    @property
    def url(self) -> str:
        """Where a browser finds it."""
        return self.rest.url

    @property
    def password(self) -> str:
        """Of the user `demo`."""
        return str(self._secrets["password"])

    @property
    def hass(self) -> Program:
        """Home Assistant's process; raises HomeError before it is started and after it is stopped."""
        if self._hass is None:
            raise HomeError("the demo home does not run")
        return self._hass

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Bring everything up; returns when both satellites listen for their wake word. Raises HomeError."""
        self._progress("starting Home Assistant")
        seed(self.paths, self.port, self._certificate)
        self._load_secrets()
        with ThreadPoolExecutor(1) as meanwhile:
            # It brings Home Assistant's own code with it, which takes as long to import as Home Assistant to start.
            furnishing = meanwhile.submit(import_module, ".furnish", __package__)
            self._start_hass()
            self._start_satellites()
            self._log_in()
            furnish = furnishing.result().furnish
        with self.socket() as socket:
            wait_until(
                "Home Assistant does not finish its start", lambda: socket.ask("get_config")["state"] == "RUNNING", 60
            )
            self._progress("giving the home its rooms and things")
            furnish(socket, self.rest)
            if self._with_earshot:
                self._progress("setting up Earshot: its own process, wake word, speech-to-text and voice")
                earshot.set_up(socket, self.rest)
            self._progress("connecting the satellites")
            for name, satellite in self.satellites.items():
                satellite.wait_for_port()
                self._secrets["satellites"][name] |= earshot.adopt_satellite(
                    socket, self.rest, name, self._secrets["satellites"][name]
                )
            self._save_secrets()
            if self._with_earshot:
                self._progress("teaching Earshot the sentences of this home")
                earshot.wait_for_sentences(socket)
        self._announce()

    def stop(self) -> bool:
        """Stop everything that was started; return whether Home Assistant ended when it was asked to."""
        self.paths.running.unlink(missing_ok=True)
        asked = self._hass.stop() if self._hass is not None else True
        for satellite in self.satellites.values():
            satellite.stop()
        self._hass, self.satellites = None, {}
        return asked

    def socket(self) -> HomeSocket:
        """Open a connection as the demo user."""
        return HomeSocket(self.url, self.rest.token, authority=self.rest.authority)

    def satellite_entity(self, name: str) -> str:
        """Return the `assist_satellite` entity of a satellite."""
        return str(self._secrets["satellites"][name]["entity"])

    def _start_hass(self) -> None:
        self.paths.log.write_bytes(b"")
        debug = ("--debug",) if self._debug else ()
        self._hass = Program(
            [HOME_PYTHON, "-m", "homeassistant", "-c", self.paths.config, "--skip-pip", *debug],
            log=self.paths.log,
            cwd=ROOT,
            # Home Assistant takes whom it believes from here, as many programs do.
            environment={"REQUESTS_CA_BUNDLE": str(self._trust.authority)} if self._trust else None,
        )
        try:
            wait_until("", self._answers, _START_SECONDS)
        except TimeoutError:
            raise HomeError(f"Home Assistant does not answer. Its last words:\n{self.hass.last_lines()}") from None

    def _answers(self) -> bool:
        if self.hass.ended is not None:
            raise HomeError(f"Home Assistant stopped by itself. Its last words:\n{self.hass.last_lines()}")
        return self.rest.answers()

    def _start_satellites(self) -> None:
        for name in self._names:
            kept = self._secrets["satellites"].setdefault(name, {})
            # A port that somebody else has taken since: Home Assistant gets a new entry for the new one.
            if not kept or free_port(kept["port"]) is None:
                kept |= {"port": free_port(), "stale_entry": kept.pop("entry", None)}
            self.satellites[name] = VirtualSatellite(name, kept["port"], self.paths)

    def _log_in(self) -> None:
        if "password" in self._secrets:
            self.rest.log_in(USER, self.password)
            return
        password = new_password()
        self.rest.onboard(USER, password)
        self._secrets["password"] = password
        self._save_secrets()

    def _load_secrets(self) -> None:
        if self.paths.secrets.exists():
            self._secrets = json.loads(self.paths.secrets.read_text(encoding="utf-8"))
        self._secrets.setdefault("satellites", {})

    def _save_secrets(self) -> None:
        self.paths.secrets.touch(mode=0o600)
        self.paths.secrets.write_text(json.dumps(self._secrets, indent=2), encoding="utf-8")

    def _announce(self) -> None:
        running = {"pid": os.getpid(), "url": self.url, "since": time.time()}
        self.paths.running.write_text(json.dumps(running), encoding="utf-8")


def attach(root: Path) -> Rest | None:
    """Log in to the home that runs from this folder in another process; None when none does."""
    paths = HomePaths(root)
    try:
        running = json.loads(paths.running.read_text(encoding="utf-8"))
        os.kill(running["pid"], 0)
    except FileNotFoundError, ProcessLookupError:
        return None
    rest = Rest(running["url"])
    rest.log_in(USER, json.loads(paths.secrets.read_text(encoding="utf-8"))["password"])
    return rest
