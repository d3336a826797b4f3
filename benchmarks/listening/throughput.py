"""CPU per second of one stream, with streams in step: Earshot's engine, and the `openwakeword` package's `Model`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
import time
from typing import Any, Final
import warnings

from benchmarks.listening.sounds import FRAME, RATE, Sound, talk
from voice_host.engines.wake import create_wake_engine
from voice_host.engines.wake.shipped import find_shipped_models

SECONDS: Final = 4.0
"""Of sound per round and stream. Well under the 8 s that an engine's stream queues."""
LEAD_SECONDS: Final = 10.0
"""Heard before the first round: the package keeps 10 s of sound and grows slower until it has them."""
ROUNDS: Final = 5
OUR_STREAMS: Final = (1, 8, 32, 64)
PEER_STREAMS: Final = (1, 8)
"""Each of the package's streams is a `Model` of its own, of some 120 MiB: 64 of them would take 8 GiB.
They share nothing, so that more streams do not change the CPU that one takes."""
WORD: Final = "hey_jarvis"


@dataclass(frozen=True, slots=True)
class Throughput:
    """CPU per second of one stream."""

    cpu_ms: float

    @property
    def streams_per_core(self) -> float:
        """How many such streams one core keeps up with."""
        return 1000 / self.cpu_ms


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both, by the number of streams; measured by turns, so that what else the machine does meets both."""

    ours: dict[int, Throughput]
    ours_all_words: Throughput
    """With 8 streams that listen for every shipped word."""
    peer: dict[int, Throughput]

    def ratio(self, streams: int) -> float:
        """Tell how many times less CPU Earshot takes."""
        return self.peer[min(streams, max(self.peer))].cpu_ms / self.ours[streams].cpu_ms


def compare() -> Comparison:
    """Measure both, by turns."""
    measures: dict[tuple[str, int], Callable[[], float]] = {}
    for streams in OUR_STREAMS:
        measures["ours", streams] = our_measure(streams, [WORD])
    measures["all", 8] = our_measure(8, [])
    for streams in PEER_STREAMS:
        measures["peer", streams] = peer_measure(streams)
    taken: dict[tuple[str, int], list[float]] = {key: [] for key in measures}
    for _ in range(ROUNDS):
        for key, measure in measures.items():
            taken[key].append(measure())
    found = {key: Throughput(1000 * median(times) / SECONDS / key[1]) for key, times in taken.items()}
    return Comparison(
        ours={streams: found["ours", streams] for streams in OUR_STREAMS},
        ours_all_words=found["all", 8],
        peer={streams: found["peer", streams] for streams in PEER_STREAMS},
    )


def our_measure(streams: int, words: Sequence[str]) -> Callable[[], float]:
    """Make an engine with `streams`; each call of the result returns the CPU seconds for SECONDS of each."""
    engine = create_wake_engine(None, thresholds={}, trigger_level=1)
    heard: list[str] = []
    opened: list[Any] = [engine.open(words, lambda found: heard.append(found.name)) for _ in range(streams)]

    def listen(sound: Sound) -> float:
        began = time.process_time()
        for stream in opened:
            stream.feed(sound.tobytes())
        while any(stream.ready for stream in opened):
            time.sleep(0.01)
        return time.process_time() - began

    assert len(talk(SECONDS)) % FRAME == 0
    listen(talk(LEAD_SECONDS / 2))
    listen(talk(LEAD_SECONDS / 2))
    assert heard.count(WORD) >= streams, "the engine did not hear the word"
    return lambda: listen(talk(SECONDS))


def peer_measure(streams: int) -> Callable[[], float]:
    """The same with one of the package's models per stream, each fed a frame by turns."""
    with warnings.catch_warnings(action="ignore"):  # it asks for a CUDA provider that is not there
        from openwakeword import Model  # type: ignore[import-untyped]  # noqa: PLC0415  # seconds and 150 MiB

        path: Path = find_shipped_models().path(f"{WORD}_v0.1.onnx")
        models = [Model([str(path)]) for _ in range(streams)]

    def listen(sound: Sound) -> float:
        best = 0.0
        began = time.process_time()
        for start in range(0, sound.size - FRAME + 1, FRAME):
            for model in models:
                best = max(best, model.predict(sound[start : start + FRAME])[path.stem])
        took = time.process_time() - began
        assert best > 0.5 or sound.size < LEAD_SECONDS * RATE, "the package did not hear the word"  # noqa: PLR2004
        return took

    listen(talk(LEAD_SECONDS))
    return lambda: listen(talk(SECONDS))
