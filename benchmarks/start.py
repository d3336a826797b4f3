"""Home Assistant's start with and without Earshot: seconds and megabytes of its own process, side by side."""

import argparse
import json
import os
from pathlib import Path
import statistics
import sys
import tempfile
from typing import Final

from benchmarks.lived.starts import prepare, start

ALLOWED_MB: Final = 20.0
ALLOWED_MS: Final = 300.0


def main() -> int:
    """Measure, print a table, and return 1 when Earshot costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    parser.add_argument("--rounds", type=int, default=7, help="starts of each kind, in turn (7)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        homes = {
            name: prepare(Path(folder) / name, with_earshot=name == "with").paths.config for name in ("without", "with")
        }
        rows: dict[str, list[dict[str, float]]] = {"without": [], "with": []}
        for number in range(arguments.rounds + 1):
            # In turn, and with the order turned round each time: a slow minute of the machine meets both.
            for name in list(homes)[:: 1 if number % 2 else -1]:
                figures = start(homes[name])
                # The first of each fills caches and is not counted.
                if number:
                    rows[name].append(figures)
                    print(f"  {name:<8} {_line(figures)}", file=sys.stderr, flush=True)
    result = _compare(rows)
    print(_table(result))
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0 if result["added_mb"] < ALLOWED_MB and result["added_start_ms"] < ALLOWED_MS else 1


def _compare(rows: dict[str, list[dict[str, float]]]) -> dict[str, float]:
    def median(name: str, figure: str) -> float:
        return statistics.median(row[figure] for row in rows[name])

    return {
        "rounds": len(rows["with"]),
        "without_start_ms": round(median("without", "start_ms"), 1),
        "with_start_ms": round(median("with", "start_ms"), 1),
        "added_start_ms": round(median("with", "start_ms") - median("without", "start_ms"), 1),
        "without_initialized_ms": round(median("without", "initialized_ms"), 1),
        "with_initialized_ms": round(median("with", "initialized_ms"), 1),
        "without_mb": round(median("without", "mb"), 1),
        "with_mb": round(median("with", "mb"), 1),
        "added_mb": round(median("with", "mb") - median("without", "mb"), 1),
        "host_mb": round(median("with", "host_mb"), 1),
        "cores": os.cpu_count() or 0,
    }


def _line(figures: dict[str, float]) -> str:
    return f"{figures['start_ms']:7.0f} ms {figures['mb']:7.1f} MB, voice host {figures['host_mb']:6.1f} MB"


def _table(result: dict[str, float]) -> str:
    return f"""
Start of Home Assistant, medians of {result["rounds"]:.0f} starts each on {result["cores"]:.0f} cores

                     without Earshot   with Earshot      added    allowed
  process to ready   {result["without_start_ms"]:12.0f} ms {result["with_start_ms"]:11.0f} ms \
{result["added_start_ms"]:7.0f} ms {ALLOWED_MS:7.0f} ms
  its own memory     {result["without_mb"]:12.1f} MB {result["with_mb"]:11.1f} MB \
{result["added_mb"]:7.1f} MB {ALLOWED_MB:7.0f} MB
  the voice host, a process of its own        {result["host_mb"]:7.1f} MB
"""


if __name__ == "__main__":
    sys.exit(main())
