"""Promise 8, and the first one: nobody consented to anything, and nothing leaves, whatever is done."""

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest

from scripts.home.paths import INTEGRATION, ROOT

from .alone.deeds import ACTIONS, COMMANDS, CONTACTS, FETCHES, UNREACHABLE
from .conftest import errors
from .test_offline import ONLY_LOOPBACK, alone

_ITSELF = re.compile(
    # The machine's own address, and what Home Assistant's own zeroconf says to everybody on the link.
    r"10\.99\.0\.1(:\d+)?|224\.0\.0\.251:5353|\[?ff02::fb\]?:5353"
    # How a machine joins such a group.
    r"|224\.0\.0\.22|ff02::16"
)


WRITTEN_DOWN = re.compile(r"Error handling message: Unauthorized|Home Assistant may not write to /tmp")
"""Home Assistant itself writes down that somebody is no reviewer here, and that a folder is not allowed."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Let a home that has no network do everything, and return what it told."""
    folder = tmp_path_factory.mktemp("alone")
    program = [sys.executable, "-m", "tests.e2e.alone.home", str(folder)]
    sources = {**os.environ, "PYTHONPATH": f"{ROOT}:{INTEGRATION / 'host'}"}
    result = subprocess.run(
        [*alone(), "sh", "-c", ONLY_LOOPBACK, "sh", *program],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=sources,
    )
    assert result.returncode == 0, result.stderr
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer | {"errors": errors(folder / "home" / "hass.log")}


@pytest.mark.promise(8)
def test_without_consent_nothing_is_sent_anywhere_whatever_earshot_is_asked_to_do(told: dict[str, Any]) -> None:
    assert [where for where in told["before"] if not _ITSELF.fullmatch(where)] == []


def test_what_is_sent_would_have_been_seen(told: dict[str, Any]) -> None:
    desk = f"{UNREACHABLE.removeprefix('https://')}:443"
    assert [name for name, seen in told["contacted"].items() if desk not in seen] == []


def test_everything_was_really_done(told: dict[str, Any]) -> None:
    assert {name: how for name, how in told["done"].items() if how != "done" and name not in REFUSED} == {}
    assert [entry for entry in told["errors"] if not WRITTEN_DOWN.search(entry)] == []


def test_there_is_nothing_that_is_not_done() -> None:
    table = (ROOT / "docs" / "websocket-api.md").read_text(encoding="utf-8")
    known = set(re.findall(r"^\| `earshot/(\S+)` \|", table, re.MULTILINE))
    assert known == set(COMMANDS) | set(CONTACTS)
    services = (INTEGRATION / "services.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"^(\w+):$", services, re.MULTILINE)) == set(ACTIONS) | FETCHES


REFUSED = {
    "command utterances/keep": "there is no such ticket",
    "command donation/consent_receipt": "nobody has consented",
    "command offers/make": "nobody has consented",
    **{f"command offers/{what}": "there is no offer" for what in ("get", "sound_path", "adjust", "send", "never")},
    "command given/get": "nothing was given",
    "action withdraw": "nothing was given",
    "action export": "nobody has allowed that folder",
    **{f"command desk/{what}": "it is no desk" for what in ("get", "statistics", "open_alarm", "decide", "export")},
    **{
        f"command review/{what}": "it is no desk"
        for what in ("progress", "subscribe", "next", "sound_path", "label", "skip")
    },
}
"""What is refused in such a home, and why."""
