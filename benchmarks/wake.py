"""Wake word: CPU per stream beside the `openwakeword` package, and 100 streams at once in real time on one core."""

from argparse import ArgumentParser
import json
import os
from pathlib import Path

# Before numpy is loaded: a second thread of its linear algebra would only spin.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.listening.realtime import STREAMS, RealTime, cores, pinned, through_the_engine, through_the_process
from benchmarks.listening.throughput import Comparison, compare

TARGET_RATIO = 10
TARGET_LATENCY_MS = 200


def main(json_path: Path | None) -> None:
    """Measure, print, and write the figures if a file is named."""
    with pinned(cores()[0]):
        comparison = compare()
    print_comparison(comparison)
    figures = throughput_figures(comparison)
    for name, run in (("engine", through_the_engine), ("host", through_the_process)):
        result = run()
        print_real_time(name, result)
        figures |= real_time_figures(name, result)
    if json_path:
        json_path.write_text(json.dumps(figures, indent=2) + "\n")


def print_comparison(comparison: Comparison) -> None:
    """Print the table of CPU per stream."""
    print('CPU per second of one stream that listens for "hey jarvis", on one core')
    print(f"{'streams':>10} {'Earshot':>10} {'openwakeword':>14} {'streams per core':>22} {'ratio':>7}")
    for streams, ours in comparison.ours.items():
        peer = comparison.peer.get(streams)
        theirs = f"{peer.cpu_ms:.2f} ms" if peer else "as with 8"
        per_core = f"{ours.streams_per_core:.0f} : {comparison.peer[min(streams, 8)].streams_per_core:.0f}"
        print(f"{streams:>10} {ours.cpu_ms:>7.2f} ms {theirs:>14} {per_core:>22} {comparison.ratio(streams):>6.1f}x")
    every = comparison.ours_all_words
    print(f"{'8':>10} {every.cpu_ms:>7.2f} ms   with all four words on one embedding")
    least = min(comparison.ratio(streams) for streams in comparison.ours if streams >= 8)  # noqa: PLR2004
    print(f"Target: {TARGET_RATIO}x with 8 streams or more. Least: {least:.1f}x. {verdict(least >= TARGET_RATIO)}\n")


def print_real_time(name: str, result: RealTime) -> None:
    """Print what came of the streams in real time."""
    where = {
        "engine": "fed in one process on one core",
        "host": "over the voice host's unix socket, the host on one core",
    }
    print(f"{STREAMS} streams in real time, {where[name]}")
    print(f"  detected exactly once  {result.detected} of {STREAMS}")
    share = result.cpu_ms * STREAMS / 10
    print(f"  CPU                    {result.cpu_ms:.2f} ms per stream-second, {share:.0f} % of the core")
    print(
        f"  other load             the latest chunk came {result.feeder_late_ms:.0f} ms late; the process waited for"
        f" its core {100 * result.core_wait_share:.0f} % of the time"
    )
    if result.peak_mib is not None:
        print(f"  memory, at most        {result.peak_mib:.0f} MiB, with every engine of the host")
    print(
        f"  from deciding sound    p50 {result.percentile(0.5):.0f} ms, p95 {result.percentile(0.95):.0f} ms,"
        f" longest {result.percentile(1):.0f} ms"
    )
    met = result.detected == STREAMS and result.percentile(1) <= TARGET_LATENCY_MS
    print(f"Target: all detected, each within {TARGET_LATENCY_MS} ms. {verdict(met)}\n")


def verdict(met: bool) -> str:  # noqa: FBT001  # the sentence's only argument
    """Say whether a target was met."""
    return "Met." if met else "Not met."


def throughput_figures(comparison: Comparison) -> dict[str, float]:
    """Name the figures of the comparison."""
    figures: dict[str, float] = {}
    for who, measured in (("earshot", comparison.ours), ("openwakeword", comparison.peer)):
        for streams, each in measured.items():
            figures[f"{who}_{streams}_streams_cpu_ms_per_stream_second"] = round(each.cpu_ms, 3)
            figures[f"{who}_{streams}_streams_per_core"] = round(each.streams_per_core, 1)
    figures["earshot_8_streams_4_words_cpu_ms_per_stream_second"] = round(comparison.ours_all_words.cpu_ms, 3)
    return figures | {
        f"openwakeword_cpu_over_earshot_cpu_{streams}_streams_ratio": round(comparison.ratio(streams), 2)
        for streams in comparison.ours
    }


def real_time_figures(name: str, result: RealTime) -> dict[str, float]:
    """Name the figures of a run in real time."""
    figures: dict[str, float] = {
        "streams": STREAMS,
        "detected_streams": result.detected,
        "cpu_ms_per_stream_second": round(result.cpu_ms, 3),
        "latency_p50_ms": round(result.percentile(0.5), 1),
        "latency_p95_ms": round(result.percentile(0.95), 1),
        "latency_max_ms": round(result.percentile(1), 1),
        "feeder_late_max_ms": round(result.feeder_late_ms, 1),
        "waiting_for_core_percent": round(100 * result.core_wait_share, 1),
    }
    if result.peak_mib is not None:
        figures["peak_memory_mib"] = round(result.peak_mib, 1)
    return {f"realtime_{name}_{figure}": value for figure, value in figures.items()}


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    main(parser.parse_args().json)
