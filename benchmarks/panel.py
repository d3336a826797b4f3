"""The panel with a long ledger, in a real browser: how soon the day's sentence is seen, and how its list scrolls."""

import argparse
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
import json
from pathlib import Path
import statistics
import sys
import tempfile
import time
from typing import Any, Final

from playwright.sync_api import Page

from benchmarks.lived.browsed import first_sentence
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.record import Record, Stored
from scripts.home.browser import Browser, Visit
from scripts.home.home import DemoHome
from scripts.home.paths import HomePaths
from tests.ledger.samples import CLOUD, ENGINE, utterance

UTTERANCES: Final = 100_000
A_DAY: Final = 200
"""What a busy home says."""
IN_FLIGHT: Final = 4096
WITHIN_MS: Final = 1_000.0
"""From the tap on the sidebar to the sentence, with nothing of Earshot in the browser's cache."""
MOST_ROWS: Final = 300.0
"""Row elements at any time."""
TURNS: Final = 5
WHEEL: Final = 300
"""Pixels of one turn of a mouse's wheel."""

_FRAMES: Final = """
() => new Promise((resolve) => {
  const frames = [];
  let last = performance.now();
  const frame = (now) => {
    frames.push(now - last);
    last = now;
    if (frames.length < 30) requestAnimationFrame(frame);
    else resolve(frames.slice(1));
  };
  requestAnimationFrame(frame);
})
"""
"""Milliseconds between the frames of half a second."""


def main() -> int:
    """Measure and print. Return 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    parser.add_argument("--utterances", type=int, default=UTTERANCES, help=f"size of the ledger ({UTTERANCES:,})")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = DemoHome(Path(folder) / "home")
        try:
            result = {"utterances": float(arguments.utterances)} | _measure(home, arguments.utterances)
        finally:
            home.stop()
    missed = _print(result)
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 1 if missed else 0


def _measure(home: DemoHome, count: int) -> dict[str, float]:
    home.start()
    home.stop()
    began = time.monotonic()
    _fill(home.paths, count)
    print(f"filled in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    home.start()
    with Browser() as browser:
        firsts = [first_sentence(browser.visit(home.url, home.rest.token)) for _ in range(TURNS)]
        return {"first_sentence_ms": statistics.median(firsts)} | _list(browser.visit(home.url, home.rest.token))


def _stories(count: int) -> Iterator[tuple[Record, ...]]:
    """Yield whole utterances up to now, of which nothing is kept: a vault would have to hold it."""
    now = datetime.now(UTC)
    for number in range(count):
        at = now - timedelta(days=(count - number) / A_DAY)
        records = utterance(number, at=at, ear=CLOUD if number % 20 == 0 else ENGINE)
        yield tuple(record for record in records if not isinstance(record, Stored))


def _fill(paths: HomePaths, count: int) -> None:
    config = paths.config
    home_id = json.loads((config / ".storage" / "core.uuid").read_text(encoding="utf-8"))["data"]["uuid"]
    for part in (config / "earshot").glob("ledger.db*"):
        part.unlink()
    url, keys = f"sqlite:///{config / 'earshot' / 'ledger.db'}", config / ".cache" / "earshot" / "keys"
    ledger = Ledger.open(url, keys=keys, origin=f"earshot/{home_id}")
    waiting: deque[Future[Any]] = deque()
    for story in _stories(count):
        waiting.append(ledger.append(story))
        if len(waiting) > IN_FLIGHT:
            waiting.popleft().result()
    for future in waiting:
        future.result()
    ledger.close()


def _list(visit: Visit) -> dict[str, float]:
    """Scroll the list by the wheel and by leaps; return how many rows were there, and how long frames took."""
    page = visit.go("/earshot/ledger")
    rows = page.locator('[role="option"]')
    rows.first.wait_for()
    most, frames = 0, list[float]()
    page.mouse.move(640, 600)
    for _ in range(20):
        page.mouse.wheel(0, WHEEL)
        most = max(most, rows.count())
        frames += _frames(page)
    for key in ("End", "Home", "End"):
        rows.first.focus()
        page.keyboard.press(key)
        page.wait_for_timeout(500)
        most = max(most, rows.count())
    page.context.close()
    ordered = sorted(frames)
    return {
        "most_rows": float(most),
        "frame_median_ms": statistics.median(ordered),
        "frame_p95_ms": ordered[int(len(ordered) * 0.95)],
    }


def _frames(page: Page) -> list[float]:
    found: list[float] = page.evaluate(_FRAMES)
    return found


def _print(result: dict[str, float]) -> bool:
    limits = {"first_sentence_ms": WITHIN_MS, "most_rows": MOST_ROWS}
    missed = False
    for name, figure in result.items():
        over = figure > limits.get(name, float("inf"))
        missed = missed or over
        print(f"  {name:<20}{figure:>12,.1f}{'   MISSED' if over else ''}")
    return missed


if __name__ == "__main__":
    sys.exit(main())
