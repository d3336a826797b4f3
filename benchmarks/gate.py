"""The gate: what an utterance costs more with it than without, and 64 satellites that speak at once."""

import argparse
import asyncio
from dataclasses import asdict, dataclass
import json
from pathlib import Path
from statistics import median, quantiles
import sys
import tempfile
import time
from typing import Final

from benchmarks.gated.home import BYTES_PER_SECOND, PIECE, MeasuredHome
from custom_components.earshot.ledger.query import Query
from custom_components.earshot.ledger.view import UtteranceView
from custom_components.earshot.models import Outcome, Stage

BLOCKS: Final = 8
"""Blocks with the gate, and as many without, in turn: a slow minute of the machine meets both."""
RUNS: Final = 60
"""Utterances in a block, after some that are not counted."""
WARM: Final = 10
UTTERANCE_SECONDS: Final = 2
STREAM_SECONDS: Final = 120
"""Sound of one stream to a wake word engine, all at once."""
STREAMS: Final = 6
SATELLITES: Final = 64
CHUNK: Final = 320
"""Bytes of 10 ms: what Home Assistant hands to an engine at once."""

ALLOWED_MEDIAN_MS: Final = 2.0
ALLOWED_P99_MS: Final = 10.0
ALLOWED_CPU_PERCENT: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is printed, in the units of the names."""

    without_median_ms: float
    with_median_ms: float
    added_median_ms: float
    without_p99_ms: float
    with_p99_ms: float
    added_p99_ms: float
    """Of the 99th percentiles: an utterance in a hundred is at most this much slower than without."""
    without_stream_cpu_percent: float
    """Of a core, for a stream in real time."""
    with_stream_cpu_percent: float
    added_stream_cpu_percent: float
    satellites: int
    lost: int
    incomplete: int
    on_another_satellite: int
    answered_within_ms: float
    """After the last piece of sound, the slowest of all satellites."""

    @property
    def kept(self) -> bool:
        """Whether everything is within its limit."""
        return (
            self.added_median_ms <= ALLOWED_MEDIAN_MS
            and self.added_p99_ms <= ALLOWED_P99_MS
            and self.added_stream_cpu_percent <= ALLOWED_CPU_PERCENT
            and not self.lost + self.incomplete + self.on_another_satellite
        )


def main() -> int:
    """Measure, print a table, and return 1 if a limit is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measure(Path(folder)))
    print(_table(figures))
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(asdict(figures), indent=2) + "\n", encoding="utf-8")
    return 0 if figures.kept else 1


async def measure(folder: Path) -> Figures:
    """Start a home, and measure everything in it."""
    print("starting a home", file=sys.stderr, flush=True)
    home = await MeasuredHome.start(folder)
    try:
        took: dict[bool, list[float]] = {True: [], False: []}
        cpu: dict[bool, list[float]] = {True: [], False: []}
        for number in range(BLOCKS):
            for gate in (True, False) if number % 2 else (False, True):
                print(f"  block {number + 1} of {BLOCKS}, {'with' if gate else 'without'}", file=sys.stderr, flush=True)
                await home.load(gate=gate)
                took[gate] += await _utterances(home, gate=gate)
                cpu[gate] += [await home.listen(gate=gate, size=STREAM_SECONDS * BYTES_PER_SECOND)]
        await home.load(gate=True)
        crowd = await _crowd(home)
    finally:
        await home.stop()
    return _figures(took, cpu, crowd)


async def _utterances(home: MeasuredHome, *, gate: bool) -> list[float]:
    satellite = home.satellite(0)
    size = UTTERANCE_SECONDS * BYTES_PER_SECOND
    took = []
    for _ in range(WARM + RUNS):
        took.append(await home.speak(gate=gate, satellite_id=satellite, size=size))
        await home.over()
    return took[WARM:]


@dataclass(frozen=True, slots=True)
class Crowd:
    """What came of many satellites that spoke at once."""

    lost: int
    incomplete: int
    on_another: int
    slowest: float
    """Seconds from a satellite's last piece of sound to the end of its answer."""


async def _crowd(home: MeasuredHome) -> Crowd:
    """Let all satellites speak at once and in real time, each as long as no other; and look them up by that."""
    await home.over()
    before = time.time()
    sizes = {home.satellite(number): (30 + number) * PIECE for number in range(1, SATELLITES + 1)}
    pace = PIECE / BYTES_PER_SECOND

    async def speak(satellite: str, size: int) -> float:
        took = await home.speak(gate=True, satellite_id=satellite, size=size, pace=pace)
        return took - size / BYTES_PER_SECOND

    late = await asyncio.gather(*(speak(satellite, size) for satellite, size in sizes.items()))
    await home.over()
    ledger = home.entry.runtime_data.ledger
    page = await home.hass.async_add_executor_job(ledger.utterances, Query(limit=SATELLITES))
    found = {view.satellite.entity_id: view for view in page.items if view.satellite and view.at.timestamp() >= before}
    whole = {satellite: view for satellite, view in found.items() if _is_whole(view)}
    # Home Assistant hands on whole pieces of 10 ms.
    own = [
        satellite
        for satellite, view in whole.items()
        if any(ear.got.sound_bytes == sizes.get(satellite or "", 0) // CHUNK * CHUNK for ear in view.ears)
    ]
    return Crowd(SATELLITES - len(found), len(found) - len(whole), len(whole) - len(own), max(late))


def _is_whole(view: UtteranceView) -> bool:
    stages = {stage.stage for stage in view.stages}
    return view.outcome is Outcome.ANSWERED and stages == set(Stage) - {Stage.WAKE_WORD}


def _figures(took: dict[bool, list[float]], cpu: dict[bool, list[float]], crowd: Crowd) -> Figures:
    middle = {gate: median(all_of) * 1000 for gate, all_of in took.items()}
    p99 = {gate: quantiles(all_of, n=100)[-1] * 1000 for gate, all_of in took.items()}
    percent = {gate: median(all_of) / STREAM_SECONDS * 100 for gate, all_of in cpu.items()}
    return Figures(
        without_median_ms=middle[False],
        with_median_ms=middle[True],
        added_median_ms=middle[True] - middle[False],
        without_p99_ms=p99[False],
        with_p99_ms=p99[True],
        added_p99_ms=p99[True] - p99[False],
        without_stream_cpu_percent=percent[False],
        with_stream_cpu_percent=percent[True],
        added_stream_cpu_percent=percent[True] - percent[False],
        satellites=SATELLITES,
        lost=crowd.lost,
        incomplete=crowd.incomplete,
        on_another_satellite=crowd.on_another,
        answered_within_ms=crowd.slowest * 1000,
    )


def _table(figures: Figures) -> str:
    rows = (
        ("utterance, median, ms", "median_ms", ALLOWED_MEDIAN_MS),
        ("utterance, 99th percentile, ms", "p99_ms", ALLOWED_P99_MS),
        ("a stream, % of a core", "stream_cpu_percent", ALLOWED_CPU_PERCENT),
    )
    values = asdict(figures)
    lines = [f"  {'':<32}{'without':>10}{'with':>10}{'added':>10}{'limit':>10}"]
    for label, name, limit in rows:
        without, gated, added = (values[f"{which}_{name}"] for which in ("without", "with", "added"))
        lines.append(f"  {label:<32}{without:>10.2f}{gated:>10.2f}{added:>10.2f}{limit:>10.1f}")
    lines.append(
        f"  {figures.satellites} satellites at once: {figures.lost} lost, {figures.incomplete} incomplete, "
        f"{figures.on_another_satellite} on another satellite; slowest answer {figures.answered_within_ms:.0f} ms "
        "after the last sound"
    )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
