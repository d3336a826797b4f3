"""The ledger: durable appends, waiting writers, pages and verification, each beside plain SQLite or hashlib."""

import argparse
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from hashlib import sha256
import json
import os
from pathlib import Path
import resource
import sqlite3
import statistics
import sys
import tempfile
from threading import Barrier, Thread
import time
from typing import Any, Final

from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.query import Page, Query
from custom_components.earshot.ledger.record import Record
from custom_components.earshot.ledger.writer import BATCH_LENGTH
from tests.ledger.samples import utterance

APPEND_AT_LEAST: Final = 0.60
"""Of the rate at which SQLite alone inserts the same bytes."""
PAGE_WITHIN: Final = 2.0
"""Times the same page of a small ledger."""
PAGE_MS: Final = 50.0
VERIFY_WITHIN: Final = 5.0
"""Times the hashing of the same bytes with hashlib alone."""

SMALL: Final = 1000
"""Utterances of the small ledger."""
WRITERS: Final = 64
IN_FLIGHT: Final = 4 * BATCH_LENGTH
"""Appends that wait at a time under load: enough to fill transactions, well under the length of the queue."""

ROUNDS: Final = 5
SINGLE: Final = 100
"""Appends of one round, one at a time. Rounds go in turn: a slow second of the disk meets both."""

_COLUMNS: Final = '"index", kind, utterance_id, "at", salt, body, leaf'


def main() -> int:
    """Measure and print. Return 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    parser.add_argument("--utterances", type=int, default=100_000, help="size of the large ledger (100,000)")
    parser.add_argument("--folder", type=Path, default=Path.cwd(), help="on the disk to measure (this folder)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        result = _measure(Path(folder), arguments.utterances)
    missed = _print(result)
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 1 if missed else 0


def _measure(folder: Path, count: int) -> dict[str, float]:
    result: dict[str, float] = {"utterances": count, "entries": 4 * count, "cores": os.cpu_count() or 0}
    small, large = _open(folder / "small"), _open(folder / "large")
    _say(f"appending {4 * SMALL} entries")
    _append(small, SMALL)
    _say(f"appending {4 * count} entries")
    at_first = _peak_mb()
    result["append_per_s"] = 4 * count / _append(large, count)
    appended = _peak_mb()
    _say("verifying")
    result["verify_s"] = _timed(lambda: _sound(large))
    result["append_added_mb"], result["verify_added_mb"] = appended - at_first, _peak_mb() - appended
    result["hashlib_s"] = _hash(folder / "large" / "ledger.db")
    result["verify_ratio"] = result["verify_s"] / result["hashlib_s"]
    _say("inserting the same bytes by SQLite alone")
    rows = _rows(folder / "large" / "ledger.db", 4 * min(count, 50_000))
    result["sqlite_per_s"] = len(rows) / _insert(folder / "raw.db", rows, 4 * BATCH_LENGTH)
    result["append_ratio"] = result["append_per_s"] / result["sqlite_per_s"]
    third = _open(folder / "third")
    _say("appending one at a time, in turn with SQLite alone")
    result |= _one_at_a_time(third, folder, rows)
    _say(f"appending from {WRITERS} threads")
    result |= _latency(third)
    third.close()
    _say("turning pages")
    result |= _pages(small, large)
    small.close()
    large.close()
    return {name: round(value, 3) for name, value in result.items()}


def _open(folder: Path) -> Ledger:
    return Ledger.open(f"sqlite:///{folder}/ledger.db", keys=folder / "keys", origin="earshot/bench")


def _append(ledger: Ledger, count: int) -> float:
    """Append whole utterances, each one append of four records, many in flight. Return the seconds until durable."""
    waiting: deque[Future[Any]] = deque()
    spent = 0.0
    for some in _thousands(count):
        began = time.perf_counter()
        for records in some:
            waiting.append(ledger.append(records))
            if len(waiting) > IN_FLIGHT:
                waiting.popleft().result()
        spent += time.perf_counter() - began
    began = time.perf_counter()
    for future in waiting:
        future.result()
    return spent + time.perf_counter() - began


def _thousands(count: int) -> Iterator[list[tuple[Record, ...]]]:
    """Yield the utterances in portions, so that making them is not measured and does not fill the memory."""
    for first in range(0, count, 1000):
        yield [utterance(number) for number in range(first, min(first + 1000, count))]


def _one_at_a_time(ledger: Ledger, folder: Path, rows: list[tuple[Any, ...]]) -> dict[str, float]:
    """Return the rates at which whole utterances are appended, each waited for until it is on disk."""
    own = alone = 0.0
    for turn in range(ROUNDS):
        some = [utterance(2_000_000 + number) for number in range(turn * SINGLE, (turn + 1) * SINGLE)]
        own += sum(_timed(ledger.append(records).result) for records in some)
        alone += _insert(folder / f"single{turn}.db", rows[: 4 * SINGLE], 4)
    count = ROUNDS * SINGLE
    return {"single_per_s": count / own, "sqlite_single_per_s": count / alone, "single_ratio": alone / own}


def _rows(database: Path, count: int) -> list[tuple[Any, ...]]:
    """Return stored rows of the ledger."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    rows = connection.execute(f'SELECT {_COLUMNS} FROM entry ORDER BY "index" LIMIT ?', (count,)).fetchall()  # noqa: S608 - names of ours
    connection.close()
    return rows


def _insert(path: Path, rows: list[tuple[Any, ...]], at_once: int) -> float:
    """Insert rows into the same table with the same index and pragmas, in transactions of the same length."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(
        'CREATE TABLE entry ("index" INTEGER NOT NULL PRIMARY KEY, kind VARCHAR(32), utterance_id VARCHAR(64), '
        '"at" BIGINT, salt BLOB, body BLOB, leaf BLOB NOT NULL)'
    )
    connection.execute('CREATE INDEX entry_of_utterance ON entry (utterance_id, "index")')
    began = time.perf_counter()
    for first in range(0, len(rows), at_once):
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(f"INSERT INTO entry ({_COLUMNS}) VALUES (?,?,?,?,?,?,?)", rows[first : first + at_once])  # noqa: S608 - the same
        connection.execute("COMMIT")
    spent = time.perf_counter() - began
    connection.close()
    return spent


def _latency(ledger: Ledger) -> dict[str, float]:
    """Let many threads append, each waiting for its own; return how long one append takes."""
    start, took = Barrier(WRITERS), list[float]()

    def write(thread: int) -> None:
        mine = [utterance(1_000_000 + 100 * thread + number) for number in range(30)]
        start.wait()
        for records in mine:
            took.append(_timed(ledger.append(records).result))

    threads = [Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    cuts = statistics.quantiles(took, n=100)
    return {"append_p50_ms": 1000 * cuts[49], "append_p99_ms": 1000 * cuts[98]}


def _pages(small: Ledger, large: Ledger) -> dict[str, float]:
    """Return how long a page of 50 takes: the newest one, and one in the middle."""
    figures: dict[str, float] = {}
    for name, ledger in (("small", small), ("large", large)):
        middle = _middle(ledger, SMALL // 2 if ledger is small else None)
        queries = (Query(limit=50), Query(limit=50, before=middle))
        figures[f"page_{name}_ms"] = 1000 * max(_page(ledger, query) for query in queries)
    figures["page_ratio"] = figures["page_large_ms"] / figures["page_small_ms"]
    return figures


def _page(ledger: Ledger, query: Query) -> float:
    """Return the median seconds of a page."""
    return statistics.median(_timed(lambda: ledger.utterances(query)) for _ in range(30))


def _middle(ledger: Ledger, skip: int | None) -> str | None:
    """Return the cursor of a page somewhere inside."""
    query = Query(limit=500)
    pages = 1 if skip is not None else 40
    page: Page | None = None
    for _ in range(pages):
        page = ledger.utterances(query)
        if page.next is None:
            break
        query = replace(query, before=page.next)
    return page.next if page else None


def _sound(ledger: Ledger) -> None:
    assert ledger.verify().ok


def _hash(database: Path) -> float:
    """Hash every entry's salt and body, and every node over them, with hashlib; return the seconds of that alone."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    cursor = connection.execute('SELECT salt, body FROM entry ORDER BY "index"')
    spent, number = 0.0, 0
    while rows := cursor.fetchmany(1000):
        datas = [b"\x00" + salt + body for salt, body in rows]
        began = time.perf_counter()
        for data in datas:
            sha256(data).digest()
        spent += time.perf_counter() - began
        number += len(rows)
    connection.close()
    pair = bytes(65)
    began = time.perf_counter()
    for _ in range(number - 1):
        sha256(pair).digest()
    return spent + time.perf_counter() - began


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _print(result: dict[str, float]) -> int:
    """Print the figures beside their targets. Return how many are missed."""
    r = result
    rows = [
        (
            "durable entries, many in flight",
            f"{r['append_per_s']:,.0f}/s, SQLite alone {r['sqlite_per_s']:,.0f}/s: {r['append_ratio']:.0%}",
            f"at least {APPEND_AT_LEAST:.0%}",
            r["append_ratio"] >= APPEND_AT_LEAST,
        ),
        (
            "durable appends, one at a time",
            f"{r['single_per_s']:,.0f}/s, SQLite alone {r['sqlite_single_per_s']:,.0f}/s: {r['single_ratio']:.0%}",
            f"at least {APPEND_AT_LEAST:.0%}",
            r["single_ratio"] >= APPEND_AT_LEAST,
        ),
        (
            "a page of 50",
            f"{r['page_large_ms']:.1f} ms, of {SMALL:,} utterances {r['page_small_ms']:.1f} ms: {r['page_ratio']:.2f}x",
            f"within {PAGE_WITHIN:.0f}x, under {PAGE_MS:.0f} ms",
            r["page_ratio"] <= PAGE_WITHIN and r["page_large_ms"] < PAGE_MS,
        ),
        (
            "full verification",
            f"{r['verify_s']:.2f} s, hashlib alone {r['hashlib_s']:.2f} s: {r['verify_ratio']:.1f}x",
            f"within {VERIFY_WITHIN:.0f}x",
            r["verify_ratio"] <= VERIFY_WITHIN,
        ),
    ]
    print(f"\nA ledger of {r['utterances']:,.0f} utterances, {r['entries']:,.0f} entries, {r['cores']:.0f} cores\n")
    for name, figures, target, met in rows:
        print(f"  {name:<33}{figures:<60}{target:<28}{'met' if met else 'MISSED'}")
    print(f"  {f'append, {WRITERS} writers':<33}p50 {r['append_p50_ms']:.1f} ms, p99 {r['append_p99_ms']:.1f} ms")
    memory = f"{r['append_added_mb']:.1f} MB more after appending, {r['verify_added_mb']:.1f} MB more after verifying"
    print(f"  {'memory, peak':<33}{memory}")
    return sum(not met for *_, met in rows)


def _say(what: str) -> None:
    print(f"  {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
