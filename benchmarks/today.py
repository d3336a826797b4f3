"""A day at a glance: how long it takes at the end of a ledger of a million utterances."""

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

from custom_components.earshot.at_a_glance.today import Moment, tell_day
from custom_components.earshot.ledger.jsonable import to_json
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.record import Gap, Record
from tests.ledger.samples import CLOUD, ENGINE, utterance

WITHIN_MS: Final = 50.0
"""A page is drawn in one go when its answer is there within three frames."""
UTTERANCES: Final = 1_000_000
A_DAY: Final = 200
"""What a home says."""
BUSY: Final = 5_000
"""What a home says on which things are tried out all day: the last day but one."""
IN_FLIGHT: Final = 4096
TURNS: Final = 20
NOW: Final = datetime(2026, 11, 28, 20, tzinfo=UTC)
BEGAN: Final = NOW.replace(hour=0)


def main() -> int:
    """Measure and print. Return 1 when the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    parser.add_argument("--utterances", type=int, default=UTTERANCES, help=f"size of the ledger ({UTTERANCES:,})")
    parser.add_argument("--folder", type=Path, default=Path.cwd(), help="on the disk to measure (this folder)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        ledger = Ledger.open(f"sqlite:///{folder}/ledger.db", keys=Path(folder) / "keys", origin="earshot/bench")
        _fill(ledger, arguments.utterances)
        result = {
            "utterances": float(arguments.utterances),
            "today_ms": _median(ledger, 0),
            "busy_day_ms": _median(ledger, 1),
            "usual_day_ms": _median(ledger, 30),
            "oldest_day_ms": _median(ledger, (arguments.utterances - BUSY) // A_DAY),
            "json_of_busy_day_ms": _json_ms(ledger),
        }
        ledger.close()
    missed = False
    for name, figure in result.items():
        too_long = name.endswith("_ms") and figure > WITHIN_MS
        missed = missed or too_long
        print(f"  {name:<24}{figure:>12,.1f}{'   MISSED' if too_long else ''}")
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return int(missed)


def _stories(count: int) -> Iterator[tuple[Record, ...]]:
    """Yield a home's utterances: `A_DAY` each day, a busy day, and today. A gap a day: it is restarted every night."""
    usual = count - BUSY - A_DAY
    days = usual // A_DAY
    first = BEGAN - timedelta(days=days + 1)
    for number in range(usual):
        at = first + timedelta(days=number / A_DAY)
        if number % A_DAY == 0:
            yield (Gap(at=at, began=at - timedelta(minutes=3), ended=at, reason="not_running"),)
        yield utterance(number, at=at, ear=CLOUD if number % 20 == 0 else ENGINE)
    for number in range(BUSY):
        at = BEGAN - timedelta(days=1) + timedelta(days=number / BUSY)
        yield utterance(usual + number, at=at, ear=CLOUD if number % 20 == 0 else ENGINE)
    for number in range(A_DAY):
        yield utterance(usual + BUSY + number, at=BEGAN + timedelta(hours=20 * number / A_DAY), ear=CLOUD)


def _fill(ledger: Ledger, count: int) -> None:
    waiting: deque[Future[Any]] = deque()
    for story in _stories(count):
        waiting.append(ledger.append(story))
        if len(waiting) > IN_FLIGHT:
            waiting.popleft().result()
    for future in waiting:
        future.result()


def _median(ledger: Ledger, days_ago: int) -> float:
    day = (NOW - timedelta(days=days_ago)).date()
    moment = Moment(now=NOW, outages=(), watching_since=NOW, running=(), streams=(), decisions=(), leftovers_known=True)
    took = []
    for _ in range(TURNS):
        began = time.perf_counter()
        tell_day(ledger, None, day, UTC, moment)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def _json_ms(ledger: Ledger) -> float:
    moment = Moment(now=NOW, outages=(), watching_since=NOW, running=(), streams=(), decisions=(), leftovers_known=True)
    told = tell_day(ledger, None, (NOW - timedelta(days=1)).date(), UTC, moment)
    began = time.perf_counter()
    to_json(told)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
