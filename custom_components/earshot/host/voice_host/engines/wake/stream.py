"""One microphone being listened to: its queue of sound and its judges."""

from collections.abc import Callable
from typing import Final, override

from ..interface import WakeDetection, WakeStream
from .judge import Judge
from .mel import FRAME

FRAME_BYTES: Final = 2 * FRAME
MAX_QUEUED_BYTES: Final = 256 * 1024
"""8 s of sound, the largest chunk of the contract. Who is further behind would be woken too late to be of use."""
_BYTES_PER_MS: Final = 32


class Stream(WakeStream):
    """A stream of an engine. The engine's lock guards the queue; its thread alone uses the judges."""

    def __init__(
        self,
        slot: int,
        judges: dict[str, Judge],
        on_detection: Callable[[WakeDetection], None],
        on_sound: Callable[[Stream, bytes], None],
        on_close: Callable[[Stream], None],
    ) -> None:
        self.slot = slot
        self.judges = judges
        self.on_detection = on_detection
        self.fresh = True
        """Whether its slot must be reset first."""
        self.closed = False
        self._on_sound = on_sound
        self._on_close = on_close
        self._queue = bytearray()
        self._taken = 0

    @override
    def feed(self, pcm: bytes) -> None:
        self._on_sound(self, pcm)

    @override
    def close(self) -> None:
        self._on_close(self)

    @property
    def ready(self) -> bool:
        """Whether a frame is waiting."""
        return len(self._queue) >= FRAME_BYTES

    @property
    def at_ms(self) -> int:
        """Milliseconds of sound up to the end of the latest frame taken, dropped sound included."""
        return self._taken // _BYTES_PER_MS

    def put(self, pcm: bytes) -> None:
        """Queue sound, and drop the oldest of it beyond the limit."""
        self._queue += pcm
        excess = len(self._queue) - MAX_QUEUED_BYTES
        if excess > 0:
            self._skip(excess + excess % 2)

    def take(self) -> bytes:
        """Take the next frame of a ready stream."""
        frame = bytes(self._queue[:FRAME_BYTES])
        self._skip(FRAME_BYTES)
        return frame

    def _skip(self, size: int) -> None:
        del self._queue[:size]
        self._taken += size
