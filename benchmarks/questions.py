"""Questions to a long ledger: numbers for charts, and pages of every filter."""

import argparse
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
import json
from pathlib import Path
import random
import sqlite3
import statistics
import tempfile
import time
from typing import Any, Final
from zoneinfo import ZoneInfo

from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.plain import to_milliseconds
from custom_components.earshot.ledger.query import Query
from custom_components.earshot.models import Outcome
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import NOON

UTTERANCES: Final = 1_000_000
SECONDS_BETWEEN: Final = 300
"""Three hundred a day, as in a lively house: a million are ten years."""
MONTH_MS: Final = 100.0
PAGE_MS: Final = 50.0
ZONE: Final = ZoneInfo("Europe/Berlin")
ROUNDS: Final = 7

QUERIES: Final = {
    "all": Query(),
    "satellite": Query(satellite="assist_satellite.2"),
    "outcome": Query(outcome=Outcome.BLOCKED),
    "left_house": Query(left_house=True),
    "listened": Query(listened=True),
    "sound_kept": Query(sound_kept=True),
    "words_kept": Query(words_kept=True),
    "satellite_and_listened": Query(satellite="assist_satellite.2", listened=True),
}


def main() -> int:
    """Measure and print. Return 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    parser.add_argument("--utterances", type=int, default=UTTERANCES, help=f"length of the list ({UTTERANCES:,})")
    parser.add_argument("--folder", type=Path, default=Path.cwd(), help="on the disk to measure (this folder)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        figures = _measure(LedgerHome(Path(folder)), arguments.utterances)
    for name, figure in figures.items():
        print(f"{name:32} {figure:8.1f} ms")
    if arguments.json:
        arguments.json.write_text(json.dumps(figures))
    pages = [figure for name, figure in figures.items() if name.startswith("page_")]
    return int(figures["totals_month"] > MONTH_MS or max(pages) > PAGE_MS)


def _measure(home: LedgerHome, count: int) -> dict[str, float]:
    with home.opened():
        pass
    connection = sqlite3.connect(home.database)
    marks = ",".join("?" * 10)
    # The list alone: these questions look at nothing else before they have found their fifty utterances.
    connection.executemany(f"INSERT INTO utterance VALUES ({marks})", _rows(count))  # noqa: S608 - marks
    connection.commit()
    connection.close()
    middle = (NOON + timedelta(seconds=count * SECONDS_BETWEEN // 2)).date()
    with home.opened() as ledger:
        lengths = {"day": 1, "month": 30, "year": 365}
        figures = {
            f"totals_{name}": _median(partial(ledger.totals, middle, middle + timedelta(days=days - 1), ZONE))
            for name, days in lengths.items()
        }
        return figures | {f"page_{name}": _median(partial(_page, ledger, query)) for name, query in QUERIES.items()}


def _rows(count: int) -> Iterator[tuple[Any, ...]]:
    """Yield a list in which everything that can be asked for is as rare as in a house."""
    dice = random.Random(1)  # noqa: S311 - the same list every time
    began = to_milliseconds(NOON)
    for number in range(count):
        outcome = dice.choices(["answered", "not_understood", "false_wake", "blocked"], [90, 6, 3, 1])[0]
        left, listened = not dice.randrange(50), not dice.randrange(1000)
        yield (
            f"{dice.getrandbits(128):032x}",
            began + number * SECONDS_BETWEEN * 1000,
            4 * number,
            f"assist_satellite.{dice.randrange(5)}",
            outcome,
            left,
            7 | 16 * left,
            listened,
            number > count - 100,
            number > count - 2100,
        )


def _page(ledger: Ledger, query: Query) -> None:
    with ledger._store.read() as snapshot:  # noqa: SLF001 - there are no entries to make views of
        snapshot.utterances(query)


def _median(work: Callable[[], object]) -> float:
    """Return the median milliseconds of some work."""
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken)


if __name__ == "__main__":
    raise SystemExit(main())
