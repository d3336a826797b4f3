"""One real Home Assistant with Earshot and two real satellites for all end-to-end tests.

Runs in a process of its own (`-p no:homeassistant`): the test plugin of Home Assistant forbids sockets.
The tests are synchronous: they do what a browser and a person do, from outside.
"""

from collections.abc import Iterator
from pathlib import Path
import re
import shutil
from typing import Any

import pytest

from scripts.home.home import DemoHome
from scripts.home.process import wait_until
from scripts.home.processes import descendants
from scripts.home.websocket import HomeSocket

from .house import House

_EXPECTED_ERRORS = re.compile(
    # Home Assistant says so when a satellite goes away in the middle of its always open run,
    r"assist_pipeline.*(wake|stopp)"
    # and when a Wyoming server goes away that is being sent sound.
    r"|wyoming\.stt\] Error processing audio stream",
    re.IGNORECASE,
)


_BEGINNING = re.compile(r"^(?=\d{4}-\d\d-\d\d )", re.MULTILINE)
"""Of an entry of the log: what follows on further lines, as tracebacks do, belongs to it."""


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoHome]:
    """Start the home once; at the end, prove that it stops, leaves nothing behind and has said nothing wrong."""
    others = descendants().keys()  # the homes of the tests of donation may be up still
    home = DemoHome(tmp_path_factory.mktemp("home"), debug=True)
    _add_cloud_agent(home.paths.config / "custom_components")
    try:
        home.start()
        yield home
        with home.socket() as socket:
            verdict = verify(socket)
    finally:
        started = descendants().keys() - others
        asked = home.stop()
    assert verdict["ok"], verdict
    assert asked, "Home Assistant did not end when it was asked to"
    wait_until("a program was left behind", lambda: not any(Path(f"/proc/{pid}").exists() for pid in started), 10)
    assert errors(home.paths.log) == []


def _add_cloud_agent(custom_components: Path) -> None:
    """Put an integration beside Earshot. Home Assistant looks once, at its start, which ones there are."""
    shutil.copytree(Path(__file__).parent / "cloud_agent", custom_components / "cloud_agent")
    # Home Assistant is started in this checkout, whose own package of that name would come before this folder.
    (custom_components / "__init__.py").touch()


@pytest.fixture
def socket(home: DemoHome) -> Iterator[HomeSocket]:
    """Connect as the owner."""
    with home.socket() as socket:
        yield socket


@pytest.fixture
def house(home: DemoHome, socket: HomeSocket, tmp_path: Path) -> House:
    """Stand in the house: say things, and look what happens."""
    return House(home, socket, tmp_path)


def verify(socket: HomeSocket) -> dict[str, Any]:
    """Let Earshot check its whole ledger; return the verdict."""
    number = socket.send("earshot/ledger/verify")
    return next(dict(event["verdict"]) for event in socket.events(number) if event["type"] == "verdict")


def errors(log: Path) -> list[str]:
    """List the entries of Home Assistant's log that are errors or tell of a blocked event loop."""
    # The home runs in debug mode: the loop names what held it up. Half a second is more than a busy machine explains.
    slow = r"Executing .*components/earshot/.* took ([1-9]|0\.[5-9])"
    wrong = re.compile(rf" ERROR | CRITICAL |blocking call|Traceback|{slow}")
    entries = _BEGINNING.split(log.read_text(encoding="utf-8"))
    return [entry for entry in entries if wrong.search(entry) and not _EXPECTED_ERRORS.search(entry)]
