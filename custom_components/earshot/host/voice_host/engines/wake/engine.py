"""The wake word engine: any number of streams, one thread, one batch of all that are ready."""

from collections import deque
from collections.abc import Callable, Sequence
import heapq
import itertools
import logging
import threading
import time
from typing import Final, override

import numpy as np

from ...contract import EngineInfo
from ..interface import WakeDetection, WakeEngine, WakeStream, WakeWord
from .judge import Judge
from .network import Network
from .session import Floats
from .stream import Stream

LOGGER = logging.getLogger(__name__)

MAX_BATCH: Final = 32
"""Streams per call. Beyond 8 the time per stream hardly falls, and its buffers outgrow the processor's cache."""
PACE_SECONDS: Final = 0.02
"""Least time between the starts of two batches that are not full: gathers what arrives, and costs a tenth of the
200 ms that a detection may take."""


class StreamingWakeEngine(WakeEngine):
    """Batches the ready frames of all streams, and sleeps while there are none."""

    def __init__(
        self,
        network: Network,
        info: EngineInfo,
        words: tuple[WakeWord, ...],
        *,
        judge: Callable[[str], Judge],
        problems: tuple[str, ...],
    ) -> None:
        self.problems = problems
        """Files that were found and could not be used, one English sentence each."""
        self._network = network
        self._info = info
        self._words = words
        self._judge = judge
        self._changed = threading.Condition()
        self._ready: deque[Stream] = deque()
        self._open = 0
        self._free_slots: list[int] = []
        self._new_slots = itertools.count()
        self._stopping = False
        self._thread = threading.Thread(target=self._work, name="wake", daemon=True)
        self._thread.start()

    @property
    @override
    def info(self) -> EngineInfo:
        return self._info

    @property
    @override
    def words(self) -> tuple[WakeWord, ...]:
        return self._words

    @override
    def open(self, names: Sequence[str], on_detection: Callable[[WakeDetection], None]) -> WakeStream:
        known = [word.name for word in self._words]
        unknown = sorted(set(names) - set(known))
        if unknown:
            raise ValueError(f"There is no wake word {unknown[0]!r}; there are {', '.join(known)}")
        judges = {name: self._judge(name) for name in names or known}
        with self._changed:
            # The lowest free slot, so that the memory stays as small as the most streams at one time.
            slot = heapq.heappop(self._free_slots) if self._free_slots else next(self._new_slots)
            self._open += 1
        return Stream(slot, judges, on_detection, self._put, self._close)

    @override
    def stop(self) -> None:
        with self._changed:
            self._stopping = True
            self._changed.notify()
        self._thread.join()

    def _put(self, stream: Stream, pcm: bytes) -> None:
        with self._changed:
            if stream.closed or self._stopping:
                return
            waiting = stream.ready
            stream.put(pcm)
            if stream.ready and not waiting:
                self._ready.append(stream)
                if len(self._ready) == 1 or self._is_full():
                    self._changed.notify()

    def _close(self, stream: Stream) -> None:
        with self._changed:
            if stream.closed:
                return
            stream.closed = True
            self._open -= 1
            heapq.heappush(self._free_slots, stream.slot)

    def _is_full(self) -> bool:
        """Whether waiting longer would gather no more."""
        return len(self._ready) >= min(MAX_BATCH, self._open)

    def _work(self) -> None:
        began = 0.0
        while self._gather(began + PACE_SECONDS):
            began = time.monotonic()
            with self._changed:
                streams, frames = self._take()
            if streams:
                self._listen(streams, frames)

    def _gather(self, until: float) -> bool:
        """Wait for ready streams, and then for a full batch until the pace allows less. False: stop."""
        with self._changed:
            self._changed.wait_for(lambda: self._ready or self._stopping)
            left = max(0.0, until - time.monotonic())
            self._changed.wait_for(lambda: self._is_full() or self._stopping, left)
            return not self._stopping

    def _take(self) -> tuple[list[Stream], list[bytes]]:
        """Take a frame each of the streams that have waited longest."""
        candidates = [self._ready.popleft() for _ in range(min(MAX_BATCH, len(self._ready)))]
        streams = [stream for stream in candidates if not stream.closed]
        frames = [stream.take() for stream in streams]
        self._ready.extend(stream for stream in streams if stream.ready)
        return streams, frames

    def _listen(self, streams: list[Stream], frames: list[bytes]) -> None:
        for stream in streams:
            if stream.fresh:
                self._network.reset(stream.slot)
                stream.fresh = False
        sound = np.frombuffer(b"".join(frames), "<i2").reshape(len(streams), -1).astype(np.float32)
        listeners = {
            word.name: np.array([at for at, stream in enumerate(streams) if word.name in stream.judges], np.intp)
            for word in self._words
        }
        wanted = {name: at for name, at in listeners.items() if at.size}
        scores = self._network.listen(np.array([stream.slot for stream in streams], np.intp), sound, wanted)
        for name, at in wanted.items():
            self._judge_scores(name, [streams[index] for index in at], scores[name])

    @staticmethod
    def _judge_scores(name: str, streams: list[Stream], scores: Floats) -> None:
        for stream, score in zip(streams, scores.tolist(), strict=True):
            if stream.judges[name].hear(score) and not stream.closed:
                try:
                    stream.on_detection(WakeDetection(name=name, at_ms=stream.at_ms, score=score))
                except Exception:  # a listener's fault must not deafen the other streams
                    LOGGER.exception("A listener for wake words failed")
