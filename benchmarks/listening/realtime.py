"""Many streams at the pace of real time, each with one wake word somewhere: what is heard, and how late."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
import os
from pathlib import Path
from queue import Queue
from random import Random
import subprocess
import sys
from tempfile import TemporaryDirectory
import time
from typing import Final

from wyoming.audio import AudioChunk, AudioStart
from wyoming.client import AsyncClient
from wyoming.info import Describe, Info
from wyoming.wake import Detect, Detection

from benchmarks.listening.sounds import RATE, wake_word_at
from voice_host.engines.interface import WakeDetection
from voice_host.engines.wake import create_wake_engine

STREAMS: Final = 100
SECONDS: Final = 14.0
CHUNK: Final = 1024
"""Samples per chunk, 64 ms, as the common satellite program sends them."""
WORD: Final = "hey_jarvis"
_CHUNK_BYTES: Final = 2 * CHUNK
_CHUNK_SECONDS: Final = CHUNK / RATE
_LATE_SECONDS: Final = 3.0
_HOST: Final = Path(__file__).parents[2] / "custom_components" / "earshot" / "host"


@dataclass(frozen=True, slots=True)
class RealTime:
    """What came of it."""

    detected: int
    """Streams whose word was heard exactly once."""
    latencies_ms: tuple[float, ...]
    """From the arrival of the sound that decided to the detection, sorted."""
    cpu_ms: float
    """Per second of one stream."""
    feeder_late_ms: float
    """How late the latest chunk was fed. More than some ms: the machine was too busy to measure on."""
    core_wait_share: float
    """Share of the time that a thread of the measured process stood ready while the core was taken: by other programs,
    or by another thread of its own, which comes to some 20 % on an idle machine."""
    peak_mib: float | None = None
    """Largest memory of the process so far, where it is one of its own."""

    def percentile(self, share: float) -> float:
        """Tell the latency that this share of the detections does not exceed; not-a-number without any."""
        if not self.latencies_ms:
            return float("nan")
        return self.latencies_ms[min(len(self.latencies_ms) - 1, int(share * len(self.latencies_ms)))]


@dataclass(frozen=True, slots=True)
class _Plan:
    """One stream: what it hears, and when its first chunk comes."""

    pcm: bytes
    delay: float


def _plans() -> list[_Plan]:
    chance = Random(1)  # noqa: S311  # repeatable, not secret
    return [
        _Plan(wake_word_at(chance.uniform(0.5, SECONDS - 4), SECONDS).tobytes(), chance.uniform(0, 4 * _CHUNK_SECONDS))
        for _ in range(STREAMS)
    ]


def _schedule(plans: list[_Plan]) -> Iterator[tuple[float, int, int]]:
    """Tell when the end of each chunk is recorded, of which stream, and which byte it begins at; in order of time."""
    yield from sorted(
        (plan.delay + (start // _CHUNK_BYTES + 1) * _CHUNK_SECONDS, number, start)
        for number, plan in enumerate(plans)
        for start in range(0, len(plan.pcm), _CHUNK_BYTES)
    )


@contextmanager
def pinned(core: int) -> Iterator[None]:
    """Keep this process, and what it starts meanwhile, on one core, where the system lets it."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def ahead_of_others() -> Iterator[None]:
    """Let this process, and what it starts meanwhile, have its core before ordinary programs do, as far as it needs it.

    What is measured is one core, not what a busy machine leaves of it. Needs root; without it nothing changes,
    and the figures tell how long was waited for the core.
    """
    with suppress(AttributeError, PermissionError):
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    try:
        yield
    finally:
        with suppress(AttributeError, PermissionError):
            os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))


def cores() -> tuple[int, int]:
    """Choose a core for what is measured, and another, if there is one, for what feeds it."""
    if not hasattr(os, "sched_getaffinity"):
        return 0, 0
    available = sorted(os.sched_getaffinity(0))
    return available[-1], available[0]


def through_the_engine() -> RealTime:
    """Feed the engine from this process; both share the core."""
    plans = _plans()
    arrived: list[list[float]] = [[] for _ in plans]
    heard: Queue[tuple[int, WakeDetection, float]] = Queue()
    with pinned(cores()[0]), ahead_of_others():
        engine = create_wake_engine(None, thresholds={}, trigger_level=1)

        def listener(number: int) -> Callable[[WakeDetection], None]:
            return lambda found: heard.put((number, found, time.monotonic()))

        streams = [engine.open([WORD], listener(number)) for number in range(len(plans))]
        use = _Use.of(os.getpid())
        begin = time.monotonic()
        late = 0.0
        for when, number, start in _schedule(plans):
            if (early := begin + when - time.monotonic()) > 0:
                time.sleep(early)
            late = max(late, -early)
            arrived[number].append(time.monotonic())
            streams[number].feed(plans[number].pcm[start : start + _CHUNK_BYTES])
        used = _Use.of(os.getpid()).since(use)
        time.sleep(_LATE_SECONDS)
        engine.stop()
    found = [heard.get() for _ in range(heard.qsize())]
    latencies = [
        (number, at - arrived[number][(detection.at_ms * RATE // 1000 - 1) // CHUNK]) for number, detection, at in found
    ]
    return _result(latencies, used, late)


def through_the_process() -> RealTime:
    """Speak to the real voice host over its unix socket, as Home Assistant does. It has a core of its own."""
    own, other = cores()
    with TemporaryDirectory() as folder:
        socket = f"unix://{folder}/host.sock"
        with pinned(own), ahead_of_others():
            host = subprocess.Popen(
                [sys.executable, "-m", "voice_host", "--uri", socket],
                env={**os.environ, "PYTHONPATH": str(_HOST)},
                stderr=subprocess.DEVNULL,
            )
        try:
            with pinned(other), ahead_of_others():
                return asyncio.run(_speak_to(host.pid, socket))
        finally:
            host.terminate()
            host.wait()


async def _speak_to(pid: int, uri: str) -> RealTime:
    await _until_ready(uri)
    plans = _plans()
    clients = [AsyncClient.from_uri(uri) for _ in plans]
    for client in clients:
        await client.connect()
        await client.write_event(Detect(names=[WORD]).event())
        await client.write_event(AudioStart(RATE, 2, 1, timestamp=0).event())
    # Let the host take what was sent, so that the measured time has sound only.
    await asyncio.sleep(1)
    sent: list[list[float]] = [[] for _ in plans]
    heard: list[tuple[int, float]] = []
    ears = [asyncio.create_task(_hear(number, client, sent, heard)) for number, client in enumerate(clients)]
    use = _Use.of(pid)
    begin = time.monotonic()
    late = 0.0
    for when, number, start in _schedule(plans):
        if (early := begin + when - time.monotonic()) > 0:
            await asyncio.sleep(early)
        late = max(late, -early)
        # The chunk's number is its time stamp: the host gives it back with the detection.
        chunk = AudioChunk(RATE, 2, 1, plans[number].pcm[start : start + _CHUNK_BYTES], timestamp=len(sent[number]))
        sent[number].append(time.monotonic())
        await clients[number].write_event(chunk.event())
    used = _Use.of(pid).since(use)
    # A host that has fallen behind is late, not deaf: what comes late shall count as late.
    await asyncio.sleep(_LATE_SECONDS)
    for ear in ears:
        ear.cancel()
    for client in clients:
        await client.disconnect()
    return _result(heard, used, late, peak_mib=_peak_mib(pid))


async def _hear(number: int, client: AsyncClient, sent: list[list[float]], heard: list[tuple[int, float]]) -> None:
    while (event := await client.read_event()) is not None:
        at = time.monotonic()
        if Detection.is_type(event.type):
            chunk = Detection.from_event(event).timestamp
            assert chunk is not None, "a detection without its time"
            heard.append((number, at - sent[number][chunk]))


async def _until_ready(uri: str) -> None:
    """Wait until the host listens and has loaded its models."""
    async with asyncio.timeout(60):
        while True:
            try:
                async with AsyncClient.from_uri(uri) as client:
                    await client.write_event(Describe().event())
                    while (event := await client.read_event()) is not None:
                        if Info.is_type(event.type):
                            return
            except ConnectionError, FileNotFoundError:
                await asyncio.sleep(0.1)


@dataclass(frozen=True, slots=True)
class _Use:
    """What a process has had of its core so far, in seconds, by Linux's `/proc`."""

    ran: float
    waited: float

    @classmethod
    def of(cls, pid: int) -> _Use:
        """Sum up over its threads."""
        files = Path(f"/proc/{pid}/task").glob("*/schedstat")
        times = [[int(field) / 1e9 for field in file.read_text().split()[:2]] for file in files]
        return cls(sum(ran for ran, _ in times), sum(waited for _, waited in times))

    def since(self, before: _Use) -> _Use:
        """Tell the difference."""
        return _Use(self.ran - before.ran, self.waited - before.waited)


def _result(found: list[tuple[int, float]], used: _Use, late: float, *, peak_mib: float | None = None) -> RealTime:
    counts = [sum(number == stream for number, _ in found) for stream in range(STREAMS)]
    return RealTime(
        detected=counts.count(1),
        latencies_ms=tuple(sorted(1000 * latency for _, latency in found)),
        cpu_ms=1000 * used.ran / SECONDS / STREAMS,
        feeder_late_ms=1000 * late,
        core_wait_share=used.waited / SECONDS,
        peak_mib=peak_mib,
    )


def _peak_mib(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
