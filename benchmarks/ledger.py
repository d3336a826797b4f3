"""The ledger: durable appends, waiting writers, pages, verification and memory, beside plain SQLite and hashlib."""

import argparse
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
import json
import os
from pathlib import Path
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from threading import Barrier, Thread
import time
from typing import Any, Final

from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.query import Page, Query
from custom_components.earshot.ledger.record import Record
from custom_components.earshot.ledger.writer import BATCH_LENGTH
from custom_components.earshot.models import Outcome, Place
from tests.ledger.samples import NOON, utterance

APPEND_AT_LEAST: Final = 0.60
"""Of the rate at which SQLite alone makes the same rows durable, one utterance after the other."""
PAGE_WITHIN: Final = 2.0
"""Times the same page of a small ledger."""
PAGE_MS: Final = 50.0
VERIFY_WITHIN: Final = 5.0
"""Times the hashing of the same bytes with hashlib alone."""
VERIFY_TURNS: Final = 3
FLAT_MB: Final = 8.0
"""What a tenfold ledger may need more: caches of SQLite's connections (2 MB each) and what the allocator holds back."""

ENTRIES: Final = 4_000_000
"""Of the large ledger: a million utterances."""
PER_UTTERANCE: Final = 4
SMALL: Final = 1000
"""Utterances of the small ledger."""
WRITERS: Final = 64
IN_FLIGHT: Final = 4 * BATCH_LENGTH
"""Appends that wait at a time under load: enough to fill transactions, well under the length of the queue."""
SINGLE: Final = 500
"""Appends of each, one at a time."""
MEMORY_OPERATIONS: Final = ("append", "page", "export", "verify")


def main() -> int:
    """Measure and print. Return 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    parser.add_argument("--entries", type=int, default=ENTRIES, help=f"size of the large ledger ({ENTRIES:,})")
    parser.add_argument("--folder", type=Path, default=Path.cwd(), help="on the disk to measure (this folder)")
    parser.add_argument("--memory", choices=MEMORY_OPERATIONS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.memory:
        print(_added_mb(arguments.memory, arguments.folder))
        return 0
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        result = _measure(Path(folder), arguments.entries // PER_UTTERANCE)
    missed = _print(result)
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 1 if missed else 0


def _measure(folder: Path, count: int) -> dict[str, float]:
    result: dict[str, float] = {"utterances": count, "entries": PER_UTTERANCE * count, "cores": os.cpu_count() or 0}
    small, tenth, large = (_open(folder / name) for name in ("small", "tenth", "large"))
    _say(f"appending {result['entries']:,.0f} entries, and a tenth, and {PER_UTTERANCE * SMALL:,}")
    _append(small, SMALL)
    _append(tenth, count // 10)
    result["bulk_per_s"] = PER_UTTERANCE * count / _append(large, count)
    _say("verifying, in turn with hashlib alone")
    result |= _verifications(large, folder / "large" / "ledger.db")
    _say("appending one at a time, in turn with SQLite alone")
    rows = Rows.read(folder / "large" / "ledger.db", min(count, 50_000))
    third = _open(folder / "third")
    _append(third, SMALL)
    result |= _one_at_a_time(third, folder, rows)
    _say(f"appending from {WRITERS} threads")
    result |= _many_writers(third, folder, rows)
    with _alone(folder / "bulk.db", rows) as connection:
        bulk = len(rows.listed) - SMALL
        alone = _insert(connection, rows, SMALL, SMALL + bulk, BATCH_LENGTH)
        result["sqlite_bulk_per_s"] = PER_UTTERANCE * bulk / alone
    result["bulk_ratio"] = result["bulk_per_s"] / result["sqlite_bulk_per_s"]
    _say("turning pages")
    result |= _pages(small, large)
    _say("jumping and counting")
    result |= _jumps(large, count // 2)
    for ledger in (small, tenth, large, third):
        ledger.close()
    _say("measuring memory")
    for operation in MEMORY_OPERATIONS:
        for name in ("tenth", "large"):
            result[f"{operation}_{name}_mb"] = _in_child(operation, folder / name)
    return {name: round(value, 3) for name, value in result.items()}


def _open(folder: Path) -> Ledger:
    return Ledger.open(f"sqlite:///{folder}/ledger.db", keys=folder / "keys", origin="earshot/bench")


def _append(ledger: Ledger, count: int, first: int = 0) -> float:
    """Append whole utterances, each one append of four records, many in flight. Return the seconds until durable."""
    waiting: deque[Future[Any]] = deque()
    spent = 0.0
    for some in _thousands(first, count):
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


def _thousands(first: int, count: int) -> Iterator[list[tuple[Record, ...]]]:
    """Yield the utterances in portions, so that making them is not measured and does not fill the memory."""
    for begin in range(first, first + count, 1000):
        yield [utterance(number) for number in range(begin, min(begin + 1000, first + count))]


@dataclass(frozen=True)
class Rows:
    """What a ledger stores of some utterances, and the statements that made its tables."""

    schema: list[str]
    entries: list[tuple[Any, ...]]
    listed: list[tuple[Any, ...]]
    nodes: list[tuple[Any, ...]]
    head: str

    @classmethod
    def read(cls, database: Path, utterances: int) -> Rows:
        """Return the first utterances of a ledger in which each has four entries behind one another."""
        connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        end = PER_UTTERANCE * utterances
        found = cls(
            [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")],
            connection.execute('SELECT * FROM entry WHERE "index" < ? ORDER BY "index"', (end,)).fetchall(),
            connection.execute("SELECT * FROM utterance WHERE first_index < ? ORDER BY first_index", (end,)).fetchall(),
            connection.execute('SELECT * FROM node WHERE level = 8 AND ("index" + 1) * 256 <= ?', (end,)).fetchall(),
            connection.execute("SELECT note FROM head").fetchone()[0],
        )
        connection.close()
        return found


@contextmanager
def _alone(path: Path, rows: Rows) -> Iterator[sqlite3.Connection]:
    """Give SQLite alone, with the same tables and pragmas, and a log that has been written as far as the ledger's."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    for statement in rows.schema:
        connection.execute(statement)
    connection.execute("INSERT INTO head VALUES (1, ?)", (rows.head,))
    _insert(connection, rows, 0, SMALL, SMALL)
    yield connection
    connection.close()


def _insert(connection: sqlite3.Connection, rows: Rows, first: int, end: int, at_once: int) -> float:
    """Insert the rows of some utterances, so many in each transaction. Return the seconds until durable."""
    began = time.perf_counter()
    for begin in range(first, end, at_once):
        _transaction(connection, rows, begin, min(begin + at_once, end))
    return time.perf_counter() - began


def _transaction(connection: sqlite3.Connection, rows: Rows, first: int, end: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table, values in (
        ("entry", rows.entries[PER_UTTERANCE * first : PER_UTTERANCE * end]),
        ("utterance", rows.listed[first:end]),
        ("node", rows.nodes[PER_UTTERANCE * first // 256 : PER_UTTERANCE * end // 256]),
    ):
        if values:
            marks = ", ".join("?" * len(values[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 - a table of ours
    # A note that differs, as each head does.
    connection.execute("UPDATE head SET note = ?", (f"{end:07}{rows.head[7:]}",))
    connection.execute("COMMIT")


def _one_at_a_time(ledger: Ledger, folder: Path, rows: Rows) -> dict[str, float]:
    """Return the rates at which whole utterances are appended, each waited for until it is on disk.

    Both take turns with every single one, and the median counts: other programs' writes hold a disk up for long.
    """
    own, alone = list[float](), list[float]()
    with _alone(folder / "single.db", rows) as connection:
        for number in range(SMALL, SMALL + SINGLE):
            records = utterance(2_000_000 + number)
            own.append(_append_one(ledger, records))
            alone.append(_insert(connection, rows, number, number + 1, 1))
    taken, taken_alone = statistics.median(own), statistics.median(alone)
    return {"single_per_s": 1 / taken, "sqlite_single_per_s": 1 / taken_alone, "single_ratio": taken_alone / taken}


def _append_one(ledger: Ledger, records: Sequence[Record]) -> float:
    return _timed(lambda: ledger.append(records).result())


def _many_writers(ledger: Ledger, folder: Path, rows: Rows) -> dict[str, float]:
    """Let many threads append, each waiting for its own; return how long one takes, and how many SQLite alone would."""
    start, took, each = Barrier(WRITERS + 1), list[float](), 30

    def write(thread: int) -> None:
        mine = [utterance(1_000_000 + 100 * thread + number) for number in range(each)]
        start.wait()
        for records in mine:
            took.append(_append_one(ledger, records))

    threads = [Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    with _counting(ledger) as transactions:
        start.wait()
        began = time.perf_counter()
        for thread in threads:
            thread.join()
        spent = time.perf_counter() - began
    cuts = statistics.quantiles(took, n=100)
    group = max(1, round(len(took) / len(transactions)))
    with _alone(folder / "writers.db", rows) as connection:
        alone = _insert(connection, rows, SMALL, SMALL + len(took), group)
    return {
        "append_p50_ms": 1000 * cuts[49],
        "append_p99_ms": 1000 * cuts[98],
        "writers_per_s": len(took) / spent,
        "writers_group": group,
        "writers_ratio": alone / spent,
    }


@contextmanager
def _counting(ledger: Ledger) -> Iterator[list[None]]:
    """Give a list that gets one more item with every transaction."""
    store, counted = ledger._store, list[None]()  # noqa: SLF001 - nobody else needs to know how many there were
    write = store.write

    def counting() -> Any:
        counted.append(None)
        return write()

    store.write = counting  # type: ignore[method-assign]  # it counts what it passes on
    try:
        yield counted
    finally:
        store.write = write  # type: ignore[method-assign]  # the same


def _pages(small: Ledger, large: Ledger) -> dict[str, float]:
    """Return how long a page of 50 takes: the newest one, and one in the middle."""
    figures: dict[str, float] = {}
    for name, ledger in (("small", small), ("large", large)):
        middle = _middle(ledger, SMALL // 2 if ledger is small else None)
        queries = (Query(limit=50), Query(limit=50, before=middle))
        figures[f"page_{name}_ms"] = 1000 * max(_page(ledger, query) for query in queries)
    figures["page_ratio"] = figures["page_large_ms"] / figures["page_small_ms"]
    return figures


def _jumps(ledger: Ledger, middle: int) -> dict[str, float]:
    """Return how long it takes to jump to the middle and to count, by everything and by the slowest single filter.

    Each filter finds all utterances there are: what finds fewer takes less.
    """
    filters: dict[str, Query] = {
        "all": Query(),
        "time": Query(since=NOON),
        "satellite": Query(satellite="assist_satellite.kitchen"),
        "outcome": Query(outcome=Outcome.ANSWERED),
        "words_kept": Query(words_kept=True),
        "heard_by": Query(heard_by="Earshot's vault"),
        "place": Query(place=Place.SANDBOX),
    }
    figures: dict[str, float] = {}
    for name, query in filters.items():
        figures[f"jump_{name}_ms"] = 1000 * _page(ledger, replace(query, skip=middle))
        figures[f"count_{name}_ms"] = 1000 * _count(ledger, query)
    for what in ("jump", "count"):
        figures[f"{what}_worst_ms"] = max(figures[f"{what}_{name}_ms"] for name in filters)
    several = Query(satellite="assist_satellite.kitchen", heard_by="Earshot's vault", left_house=False)
    figures["jump_several_ms"] = 1000 * _page(ledger, replace(several, skip=middle))
    figures["count_several_ms"] = 1000 * _count(ledger, several)
    return figures


def _count(ledger: Ledger, query: Query) -> float:
    """Return the median seconds of a count."""
    return statistics.median(_timed(lambda: ledger.count(query)) for _ in range(30))


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


def _verifications(ledger: Ledger, database: Path) -> dict[str, float]:
    """Return how long a full verification takes, and hashing the same bytes: medians of some turns.

    Each takes seconds, in which other programs may have one of the cores.
    """
    took, alone = list[float](), list[float]()
    for _ in range(VERIFY_TURNS):
        took.append(_timed(lambda: _sound(ledger)))
        alone.append(_hash(database))
    verify, hashlib = statistics.median(took), statistics.median(alone)
    return {"verify_s": verify, "hashlib_s": hashlib, "verify_ratio": verify / hashlib}


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


def _in_child(operation: str, folder: Path) -> float:
    """Return what an operation adds to the memory of a process that does nothing else."""
    command = [sys.executable, __file__, "--memory", operation, "--folder", str(folder)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _added_mb(operation: str, folder: Path) -> float:
    """Do it once, to have everything loaded that it needs, and again; return how much its peak lies above the start."""
    ledger = _open(folder)
    work: dict[str, Callable[[], object]] = {
        "append": lambda: _append(ledger, 2000, first=5_000_000),
        "page": lambda: _middle(ledger, None),
        "export": lambda: deque(ledger.export(), maxlen=0),
        "verify": lambda: _sound(ledger),
    }
    if operation in {"append", "page"}:
        _middle(ledger, SMALL)
    # "5" sets the peak back to what is used now (proc(5), clear_refs).
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _status_mb("VmRSS")
    work[operation]()
    peak = _status_mb("VmHWM")
    ledger.close()
    return peak - before


def _status_mb(name: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


type Line = tuple[str, str, str, bool | None]
"""What was measured, its figures, its target, and whether that is met; None where there is none."""


def _print(result: dict[str, float]) -> int:
    """Print the figures beside their targets. Return how many are missed."""
    r = result
    print(f"\nA ledger of {r['utterances']:,.0f} utterances, {r['entries']:,.0f} entries, {r['cores']:.0f} cores\n")
    lines = [*_speeds(r), *_memories(r)]
    for name, figures, target, met in lines:
        verdict = "" if met is None else "met" if met else "MISSED"
        print(f"  {name:<33}{figures:<66}{target:<24}{verdict}")
    print(
        "\n  An append is a whole utterance of four entries. SQLite alone writes the same rows into the same tables, in"
    )
    print("  transactions of the same length, and neither makes nor hashes nor signs anything.")
    return sum(met is False for *_, met in lines)


def _speeds(r: dict[str, float]) -> Sequence[Line]:
    page = f"{r['page_large_ms']:.1f} ms, of {SMALL:,} utterances {r['page_small_ms']:.1f} ms: {r['page_ratio']:.2f}x"
    verified = f"{r['verify_s']:.2f} s, hashlib alone {r['hashlib_s']:.2f} s: {r['verify_ratio']:.1f}x"
    single = f"{r['single_per_s']:,.0f}/s, SQLite alone {r['sqlite_single_per_s']:,.0f}/s: {r['single_ratio']:.0%}"
    bulk = f"{r['bulk_per_s']:,.0f} entries/s, SQLite alone {r['sqlite_bulk_per_s']:,.0f}/s: {r['bulk_ratio']:.0%}"
    writers = (
        f"p50 {r['append_p50_ms']:.1f} ms, p99 {r['append_p99_ms']:.1f} ms; {r['writers_per_s']:,.0f}/s, "
        f"{r['writers_group']:.0f} at once: {r['writers_ratio']:.0%}"
    )
    return [
        (
            "durable appends, one at a time",
            single,
            f"at least {APPEND_AT_LEAST:.0%}",
            r["single_ratio"] >= APPEND_AT_LEAST,
        ),
        (f"durable appends, {WRITERS} writers", writers, "", None),
        ("durable appends, many in flight", bulk, "", None),
        (
            "a page of 50",
            page,
            f"within {PAGE_WITHIN:.0f}x, under {PAGE_MS:.0f} ms",
            r["page_ratio"] <= PAGE_WITHIN and r["page_large_ms"] < PAGE_MS,
        ),
        *(_jump(r, what, how) for what, how in (("jump", "a jump to the middle"), ("count", "a count"))),
        ("full verification", verified, f"within {VERIFY_WITHIN:.0f}x", r["verify_ratio"] <= VERIFY_WITHIN),
    ]


def _jump(r: dict[str, float], what: str, how: str) -> Line:
    figures = (
        f"{r[f'{what}_all_ms']:.1f} ms, with one filter {r[f'{what}_worst_ms']:.1f} ms at most, "
        f"with three {r[f'{what}_several_ms']:.0f} ms"
    )
    return how, figures, f"one under {PAGE_MS:.0f} ms", r[f"{what}_worst_ms"] < PAGE_MS


def _memories(r: dict[str, float]) -> Sequence[Line]:
    """Return what each operation adds to the memory, with the large ledger and with a tenth of it."""
    lines: list[Line] = []
    for operation in MEMORY_OPERATIONS:
        tenth, large = r[f"{operation}_tenth_mb"], r[f"{operation}_large_mb"]
        figures = f"{large:.1f} MB, with a tenth of the entries {tenth:.1f} MB"
        lines.append((f"memory, {operation}", figures, f"{FLAT_MB:.0f} MB more at most", large - tenth <= FLAT_MB))
    return lines


def _say(what: str) -> None:
    print(f"  {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
