"""`scripts/screenshots`: take a picture of each page on a phone and on a desk, light and dark."""

import argparse
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
import json
from pathlib import Path
import sys
import tempfile
from typing import Any, Final
from zoneinfo import ZoneInfo

from PIL import Image

from custom_components.earshot.ledger import Ledger
from custom_components.earshot.models import Satellite
from scripts.home.browser import LOOKS, Browser, Look, Visit
from scripts.home.errors import HomeError
from scripts.home.home import DemoHome
from scripts.home.said import Speaker
from scripts.home.speech import utterance, write_wav

from . import giving
from .shot import Shot
from .story import story

FOLDER: Final = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
SAID: Final = ("turn on the kitchen light", "what is the outside temperature")
_THEMED: Final = "dark => document.querySelector('home-assistant').hass.themes.darkMode === dark"
"""Home Assistant draws its first page before it knows how dark it is."""
COLOURS: Final = 128
"""Of a picture: a page has fewer, and the file is a quarter."""


def main() -> int:
    """Do what the command line says; return the exit status."""
    parser = argparse.ArgumentParser(prog="scripts/screenshots", description=__doc__)
    parser.add_argument("pages", nargs="*", help="some pages only: day, ledger, utterance, ...")
    parser.add_argument("--to", type=Path, default=FOLDER, help="the folder of the pictures (docs/screenshots)")
    arguments = parser.parse_args()
    wanted = set(arguments.pages)
    try:
        with tempfile.TemporaryDirectory() as folder:
            if not wanted or wanted - set(giving.PAGES):
                with _home(Path(folder)) as home:
                    _take(_shots(home), arguments.to, wanted)
            if not wanted or wanted & set(giving.PAGES):
                with giving.shots(Path(folder) / "giving") as shots:
                    _take(shots, arguments.to, wanted)
    except HomeError as error:
        print(f"screenshots: {error}", file=sys.stderr)
        return 1
    return 0


@contextmanager
def _home(folder: Path) -> Iterator[DemoHome]:
    """Start a home, let its fortnight pass while it is stopped, start it again, and speak to it."""
    home = DemoHome(folder / "home", progress=lambda text: print(text, file=sys.stderr))
    try:
        home.start()
        with home.socket() as socket:
            socket.ask("earshot/settings/set_retention", content="sound", keep_for=3 * 24 * 3600)
            satellites = [_satellite(home, name, socket) for name in home.satellites]
        home.stop()
        _let_it_pass(home, satellites)
        home.start()
        _speak(home, folder)
        yield home
    finally:
        home.stop()


def _satellite(home: DemoHome, name: str, socket: Any) -> Satellite:
    entity_id = home.satellite_entity(name)
    told = socket.ask("earshot/satellites/list")["satellites"]
    return next(Satellite(**posture["satellite"]) for posture in told if posture["satellite"]["entity_id"] == entity_id)


def _let_it_pass(home: DemoHome, satellites: list[Satellite]) -> None:
    config = home.paths.config
    # The story begins before the home does: its ledger would say that Earshot was not there yet.
    for part in (config / "earshot").glob("ledger.db*"):
        part.unlink()
    home_id = json.loads((config / ".storage" / "core.uuid").read_text(encoding="utf-8"))["data"]["uuid"]
    ledger = Ledger.open(
        f"sqlite:///{config / 'earshot' / 'ledger.db'}",
        keys=config / ".cache" / "earshot" / "keys",
        origin=f"earshot/{home_id}",
    )
    try:
        for records in story(satellites, datetime.now(UTC)):
            ledger.append(records).result()
        ledger.checkpoint()
    finally:
        ledger.close()


def _speak(home: DemoHome, folder: Path) -> None:
    with home.socket() as socket:
        speaker = Speaker(socket, home.paths, "Kitchen", home.satellite_entity("Kitchen"))
        for text in SAID:
            pcm = utterance(text)
            recording = folder / "recording.wav"
            write_wav(recording, pcm)
            speaker.say(recording, pcm)


def _take(shots: Sequence[Shot], to: Path, wanted: Collection[str]) -> None:
    to.mkdir(parents=True, exist_ok=True)
    with Browser() as browser:
        for look in LOOKS:
            for shot in shots:
                if not wanted or shot.name in wanted:
                    visit = browser.visit(shot.url, shot.person.token, look)
                    _picture(visit, shot, look, to / f"{shot.name}-{look}.png")
                    visit.page.context.close()
                    print(f"{shot.name}-{look}.png")


def _shots(home: DemoHome) -> tuple[Shot, ...]:
    return tuple(Shot(name, path, home.url, home.rest) for name, path in _pages(home).items())


def _pages(home: DemoHome) -> dict[str, str]:
    with home.socket() as socket:
        newest = socket.ask("earshot/utterances/list", limit=2)["items"][-1]["utterance_id"]
        zone = ZoneInfo(socket.ask("get_config")["time_zone"])
    # A whole day of the story: today is as empty as the hour is early.
    yesterday = (datetime.now(zone) - timedelta(days=1)).date().isoformat()
    return {
        "day": f"/earshot/today?day={yesterday}",
        "week": f"/earshot/today?view=week&day={yesterday}",
        "ledger": "/earshot/ledger",
        "utterance": f"/earshot/utterance/{newest}",
        "satellites": "/earshot/satellites",
        "leftovers": "/earshot/leftovers",
        "proof": "/earshot/proof",
    }


def _picture(visit: Visit, shot: Shot, look: Look, to: Path) -> None:
    page = visit.go(shot.path)
    page.locator("earshot-waiting").first.wait_for(state="hidden")
    page.wait_for_function(_THEMED, arg=look.dark)
    if shot.act is not None:
        shot.act(page)
    page.wait_for_timeout(1500)  # what comes in by itself: fonts, drawings that grow
    taken = page.screenshot()
    with Image.open(BytesIO(taken)) as picture:
        picture.convert("RGB").quantize(COLOURS).save(to, optimize=True)


if __name__ == "__main__":
    raise SystemExit(main())
