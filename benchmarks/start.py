"""Home Assistant's start with and without Earshot: seconds and megabytes of its own process, side by side."""

import argparse
import json
import os
from pathlib import Path
import re
import statistics
import sys
import tempfile
import time
from typing import Final

from scripts.home.home import DemoHome
from scripts.home.paths import HOME_PYTHON, ROOT
from scripts.home.process import Program, wait_until
from scripts.home.processes import descendants

ALLOWED_MB: Final = 20.0
ALLOWED_MS: Final = 300.0
_SETTLE_SECONDS: Final = 4.0
"""After the start: until the engines have answered and Home Assistant has written its state."""
_INITIALIZED: Final = re.compile(r"Home Assistant initialized in ([\d.]+)s")


def main() -> int:
    """Measure, print a table, and return 1 when Earshot costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    parser.add_argument("--rounds", type=int, default=7, help="starts of each kind, in turn (7)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        homes = {name: _prepare(Path(folder) / name, with_earshot=name == "with") for name in ("without", "with")}
        rows: dict[str, list[dict[str, float]]] = {"without": [], "with": []}
        for number in range(arguments.rounds + 1):
            # In turn, and with the order turned round each time: a slow minute of the machine meets both.
            for name in list(homes)[:: 1 if number % 2 else -1]:
                figures = _start(homes[name])
                # The first of each fills caches and is not counted.
                if number:
                    rows[name].append(figures)
                    print(f"  {name:<8} {_line(figures)}", file=sys.stderr, flush=True)
    result = _compare(rows)
    print(_table(result))
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0 if result["added_mb"] < ALLOWED_MB and result["added_start_ms"] < ALLOWED_MS else 1


def _prepare(root: Path, *, with_earshot: bool) -> Path:
    """Make a home that has been set up once; return its configuration folder."""
    print(f"preparing a home {'with' if with_earshot else 'without'} Earshot", file=sys.stderr, flush=True)
    root.mkdir()
    with DemoHome(root, with_earshot=with_earshot) as home:
        config = home.paths.config
    content = json.loads((config / "configuration.yaml").read_text(encoding="utf-8"))
    content["logger"] = {"default": "warning", "logs": {"homeassistant.bootstrap": "info"}}
    (config / "configuration.yaml").write_text(json.dumps(content), encoding="utf-8")
    if not with_earshot:
        (config / "custom_components" / "earshot").unlink()
    return config


def _start(config: Path) -> dict[str, float]:
    """Start Home Assistant once and stop it; seconds and megabytes."""
    log = config.parent / "bench.log"
    log.write_bytes(b"")
    began = time.monotonic()
    hass = Program([HOME_PYTHON, "-m", "homeassistant", "-c", config, "--skip-pip"], log=log, cwd=ROOT)
    try:
        wait_until(
            "Home Assistant does not start", lambda: _INITIALIZED.search(log.read_text()) is not None, 120, 0.005
        )
        whole = time.monotonic() - began
        time.sleep(_SETTLE_SECONDS)
        hosts = [pid for pid, command in descendants(hass.pid).items() if "voice_host" in command]
        found = _INITIALIZED.search(log.read_text())
        assert found is not None
        return {
            "start_ms": whole * 1000,
            "initialized_ms": float(found[1]) * 1000,
            "mb": _megabytes(hass.pid),
            "host_mb": sum(map(_megabytes, hosts)),
        }
    finally:
        hass.stop()


def _megabytes(pid: int) -> float:
    """Memory that belongs to a process: what would be free without it (private, and its share of shared pages)."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return sum(int(size) for size in re.findall(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)) / 1024


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
