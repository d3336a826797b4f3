"""Relay what the voice host writes to its standard error, without ever relaying what was said.

The host's own lines begin with a level and `voice_host`, and hold no words (its tests see to that). Libraries
inside it write what they like, a recogniser even its guesses. So before the host has answered, when nobody can
have spoken to it, everything is relayed, because it says why a start failed; afterwards only its own lines and
the traces of a crash.
"""

import asyncio
from collections import deque
import logging
import re
from typing import Final

LOGGER = logging.getLogger(__name__)

MAX_LINE_CHARACTERS: Final = 500
"""Longer lines are cut: a log is for reading."""
KEPT_LINES: Final = 20
"""Lines kept to find the reason of a failed start: the end of a traceback."""

_OWN: Final = re.compile(r"^(DEBUG|INFO|WARNING|ERROR|CRITICAL)[: ]+(voice_host\b.*)$")
_CRASH: Final = re.compile(r'^(?:Fatal Python error: |(?:Current t|T)hread 0x|  File ".+", line \d+,? in \S+$)')
_LEVELS: Final = logging.getLevelNamesMapping()


class HostLog:
    """The log of one life of the process."""

    def __init__(self) -> None:
        self._kept: deque[str] = deque(maxlen=KEPT_LINES)
        self._quiet = False
        self._left_out = 0

    @property
    def last(self) -> str | None:
        """The last line that was relayed: of a traceback, the error itself."""
        return next((line for line in reversed(self._kept) if line.strip()), None)

    def quiet(self) -> None:
        """From now on somebody may speak to the host: relay only what cannot hold words."""
        self._quiet = True

    async def relay(self, stream: asyncio.StreamReader) -> None:
        """Relay until the stream ends."""
        while True:
            try:
                raw = await stream.readline()
            except ValueError:  # beyond asyncio's 64 KiB, which it has dropped
                self._left_out += 1
                continue
            if not raw:
                break
            self._take(raw.decode(errors="replace").rstrip()[:MAX_LINE_CHARACTERS])
        if self._left_out:
            LOGGER.debug("%d lines of the voice host's libraries were left out", self._left_out)

    def _take(self, line: str) -> None:
        if own := _OWN.match(line):
            self._emit(_LEVELS[own[1]], own[2])
        elif not self._quiet or _CRASH.match(line):
            self._emit(logging.WARNING if self._quiet else logging.DEBUG, line)
        else:
            self._left_out += 1

    def _emit(self, level: int, line: str) -> None:
        self._kept.append(line)
        LOGGER.log(level, "%s", line)
