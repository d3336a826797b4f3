"""A year in a busy home: eight satellites, two hundred utterances a day, and what is there and how quick at its end."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
import json
from pathlib import Path
import statistics
import sys
import tempfile
import time
from typing import Any, Final

from benchmarks.lived.browsed import first_sentence
from benchmarks.lived.recorded import own_entities, rows
from benchmarks.lived.starts import prepare, start
from benchmarks.lived.year import A_DAY, DAYS, Model, live, read
from custom_components.earshot.models import Satellite
from scripts.home.browser import Browser
from scripts.home.home import DemoHome
from scripts.home.paths import HomePaths
from scripts.home.said import Said, Speaker
from scripts.home.speech import utterance, write_wav
from scripts.home.websocket import HomeSocket

ROOMS: Final = ("Kitchen", "Bedroom", "Living Room", "Hallway", "Bathroom", "Office", "Attic", "Garage")
"""Each has a satellite. The last two are no rooms of the demo home: a satellite may stand anywhere."""
SAYINGS: Final = (("turn on the kitchen light", 80), ("sing me a song about cats", 12), ("", 8))
"""What is said after the wake word, and how often of a hundred times: understood, rejected, and a false wake."""
SPOKEN: Final = 12
"""Utterances through real satellites, for the rows of the recorder."""
IDLE_SECONDS: Final = 60.0
ROUNDS: Final = 5
TURNS: Final = 20
_COMMIT_SECONDS: Final = 3.0
"""After which the recorder of a demo home has written everything."""

LIMITS: Final = {"added_mb": 40.0, "added_start_ms": 500.0, "first_sentence_ms": 1_000.0, "page_ms": 50.0}
"""Twice what Earshot may cost a home that is new, but for the start, and what the panel may take at any time."""


def main() -> int:
    """Measure, print a table, and return 1 when a limit is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    parser.add_argument("--days", type=int, default=DAYS, help=f"instead of a year ({DAYS})")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = _measure(Path(folder), arguments.days)
    missed = False
    for name, figure in result.items():
        over = figure > LIMITS.get(name, float("inf"))
        missed = missed or over
        print(f"  {name:<28}{figure:>14,.1f}{'   MISSED' if over else ''}")
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return int(missed)


def _measure(folder: Path, days: int) -> dict[str, float]:
    without = prepare(folder / "without", with_earshot=False, satellites=ROOMS)
    home = prepare(folder / "with", with_earshot=True, satellites=ROOMS)
    with home:
        models, recorded = _talk(home, folder)
        satellites = [Satellite(label=f"{room} satellite", entity_id=home.satellite_entity(room)) for room in ROOMS]
    began = time.monotonic()
    said = live(home.paths, [Model(read(home.paths, name), weight) for name, weight in models], satellites, days)
    _tell(f"{days} days with {said:,} utterances written in {time.monotonic() - began:.0f} s")
    result = {"days": float(days), "utterances": float(said)} | _disk(home.paths, said) | recorded
    result |= _starts(without, home)
    with home:
        return result | _questions(home) | _panel(home)


def _talk(home: DemoHome, folder: Path) -> tuple[list[tuple[str, int]], dict[str, float]]:
    """Say everything once, then count what the recorder writes of more, and of a minute in which nobody speaks."""
    with home.socket() as socket:
        models = [(str(_say(home, socket, folder, text).view["utterance_id"]), weight) for text, weight in SAYINGS]
        entities = own_entities(socket)
        time.sleep(_COMMIT_SECONDS)
        begun = rows(home.paths.config, entities)
        for number in range(SPOKEN):
            _say(home, socket, folder, SAYINGS[0][0], ROOMS[number % len(ROOMS)])
        time.sleep(_COMMIT_SECONDS)
        spoken = rows(home.paths.config, entities)
        time.sleep(IDLE_SECONDS)
        idle = rows(home.paths.config, entities) - spoken
    of_one = (spoken - begun).ours / SPOKEN
    return models, {
        "entities": float(len(entities)),
        "rows_per_utterance": of_one,
        "rows_per_utterance_of_all": (spoken - begun).all / SPOKEN,
        "rows_per_idle_hour": idle.ours * 3600 / IDLE_SECONDS,
        "rows_per_day": of_one * A_DAY + idle.ours * 86_400 / IDLE_SECONDS,
    }


def _say(home: DemoHome, socket: HomeSocket, folder: Path, text: str, room: str = ROOMS[0]) -> Said:
    pcm, recording = utterance(text), folder / "recording.wav"
    write_wav(recording, pcm)
    return Speaker(socket, home.paths, room, home.satellite_entity(room)).say(recording, pcm)


def _disk(paths: HomePaths, said: int) -> dict[str, float]:
    folder = paths.config / "earshot"
    ledger = sum(part.stat().st_size for part in folder.glob("ledger.db*"))
    sealed = [file.stat().st_size for file in (folder / "vault").rglob("*") if file.is_file()]
    return {
        "ledger_mb": ledger / 1e6,
        "ledger_bytes_per_utterance": ledger / said,
        "vault_files": float(len(sealed)),
        "vault_mb": sum(sealed) / 1e6,
    }


def _starts(without: DemoHome, home: DemoHome) -> dict[str, float]:
    """Start both in turn. The first start of each is not counted: it fills caches."""
    _tell("starting both homes in turn")
    taken: dict[str, list[dict[str, float]]] = {"without": [], "with": []}
    for number in range(ROUNDS + 1):
        for name, one in (("without", without), ("with", home))[:: 1 if number % 2 else -1]:
            figures = start(one.paths.config)
            if number:
                taken[name].append(figures)
    medians = {
        f"{name}_{figure}": statistics.median(row[figure] for row in starts)
        for name, starts in taken.items()
        for figure in ("start_ms", "mb")
    }
    added = {
        f"added_{figure}": medians[f"with_{figure}"] - medians[f"without_{figure}"] for figure in ("start_ms", "mb")
    }
    return medians | added


def _questions(home: DemoHome) -> dict[str, float]:
    """Ask as the panel asks, over the websocket."""
    _tell("asking")
    now = datetime.now(UTC)
    today = now.date()
    year_ago = str(today - timedelta(days=364))
    with home.socket() as socket:
        ask = partial(partial, socket.ask)
        satellite = home.satellite_entity(ROOMS[3])
        newest = socket.ask("earshot/utterances/list")["items"][0]["utterance_id"]
        questions: dict[str, Callable[[], Any]] = {
            "page_ms": ask("earshot/utterances/list"),
            "page_of_satellite_ms": ask("earshot/utterances/list", satellite=satellite),
            "page_of_false_wakes_ms": ask("earshot/utterances/list", outcome="false_wake"),
            "middle_of_list_ms": ask("earshot/utterances/list", skip=A_DAY * 180),
            "count_ms": ask("earshot/utterances/count", satellite=satellite),
            "utterance_ms": ask("earshot/utterances/get", utterance_id=newest),
            "totals_of_year_ms": ask("earshot/totals/get", first=year_ago, last=str(today)),
        }
        figures = {name: _median_ms(question) for name, question in questions.items()}
        began = time.perf_counter()
        number = socket.send("earshot/ledger/verify")
        verdict = next(event["verdict"] for event in socket.events(number) if event["type"] == "verdict")
        figures |= {"verify_s": time.perf_counter() - began, "entries": float(verdict["size"])}
    if not verdict["ok"]:
        raise SystemExit(f"the ledger of the year does not verify: {verdict}")
    return figures


def _panel(home: DemoHome) -> dict[str, float]:
    _tell("opening the panel")
    with Browser() as browser:
        firsts = [first_sentence(browser.visit(home.url, home.rest.token)) for _ in range(ROUNDS)]
    return {"first_sentence_ms": statistics.median(firsts)}


def _median_ms(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(TURNS):
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken)


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
