"""Listening for wake words on one connection: `detect`, sound, and `detection` for each time one is heard."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from wyoming.event import Event
from wyoming.wake import Detection, NotDetected

from .contract import ERROR_NOT_FOUND, RATE, WIDTH
from .engines.interface import WakeDetection, WakeEngine, WakeStream
from .faults import RefusedError
from .limits import WAKE_GRACE_SECONDS

_BYTES_PER_MS: Final = RATE * WIDTH // 1000
_REMEMBERED: Final = 1000
"""Pieces of sound whose time is known: ten seconds of the shortest that satellites send, ten times what is needed."""


class WakeSession:
    """One microphone. Goes on after a detection, as the pipeline that follows may listen again."""

    def __init__(self, engine: WakeEngine, names: Sequence[str], send: Callable[[Event], Awaitable[None]]) -> None:
        """Listen for `names`; empty: any. Raises RefusedError for one that the engine does not know."""
        self._loop = asyncio.get_running_loop()
        self._send = send
        try:
            self._stream: WakeStream | None = engine.open(names, self._from_engine)
        except ValueError:
            raise RefusedError("There is no wake word of that name.", code=ERROR_NOT_FOUND, closes=False) from None
        self._fed_bytes = 0
        self._times: deque[tuple[int, int]] = deque(maxlen=_REMEMBERED)
        self._detected = False
        self._ended = False
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def open(self) -> bool:
        """Whether it takes sound."""
        return not self._ended

    @property
    def at_work(self) -> bool:
        """Whether something is still to come from it."""
        return self._stream is not None

    async def begin(self) -> None:
        """Nothing to do: the stream was opened by `detect`, where an unknown name can still be refused."""

    async def hear(self, pcm: bytes, timestamp: int | None) -> None:
        """Hand sound to the engine, which queues it itself and drops the oldest when it is seconds behind."""
        if self._stream is None:
            return
        self._stream.feed(pcm)
        self._fed_bytes += len(pcm)
        if timestamp is not None:
            self._times.append((self._fed_bytes // _BYTES_PER_MS, timestamp))

    async def end(self) -> None:
        """Wait a little for what the engine has still in hand; then say that nothing was heard, if so."""
        self._ended = True
        self._keep(self._wind_down())

    def close(self) -> None:
        """Free the engine's slot."""
        self._ended = True
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    async def _wind_down(self) -> None:
        await asyncio.sleep(WAKE_GRACE_SECONDS)
        if self._stream is None:
            return
        self.close()
        if not self._detected:
            await self._send(NotDetected().event())

    def _from_engine(self, detection: WakeDetection) -> None:
        """Come over from the engine's thread."""
        self._loop.call_soon_threadsafe(self._on_detection, detection)

    def _on_detection(self, detection: WakeDetection) -> None:
        if self._stream is not None:
            self._detected = True
            event = Detection(name=detection.name, timestamp=self._time_of(detection.at_ms)).event()
            self._keep(self._send(event))

    def _time_of(self, at_ms: int) -> int:
        """Return the client's own time of the sound at `at_ms`: that of the piece that holds it."""
        return next((time for end_ms, time in self._times if end_ms >= at_ms), at_ms)

    def _keep(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(_until_gone(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _until_gone(work: Awaitable[None]) -> None:
    try:
        await work
    except ConnectionError:
        return
