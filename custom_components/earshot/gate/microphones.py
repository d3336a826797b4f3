"""Which satellites send the sound of their microphone to the gate in this moment."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from homeassistant.core import CALLBACK_TYPE, callback


class Microphones:
    """Counts the open streams of each satellite. Lives in the event loop."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()
        self._listeners: list[Callable[[], None]] = []

    def open(self, entity_id: str) -> bool:
        """Whether sound of this satellite comes in."""
        return self._open[entity_id] > 0

    @contextmanager
    def streaming(self, entity_id: str | None) -> Iterator[None]:
        """Count a stream for as long as the block lasts. None is no satellite, and is not counted."""
        if entity_id is None:
            yield
            return
        self._open[entity_id] += 1
        self._tell()
        try:
            yield
        finally:
            self._open[entity_id] -= 1
            self._tell()

    @callback
    def add_listener(self, listener: Callable[[], None]) -> CALLBACK_TYPE:
        """Call `listener` when a stream begins or ends, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @callback
    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
