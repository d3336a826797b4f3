"""Start the published Wyoming satellite so that it listens for more than one utterance.

    python satellite_program.py EVENTS ARGUMENT...

The program on the package index (1.0.0) is older than the field `restart_on_end`, with which its successors ask
Home Assistant to begin the next run when one has ended, and Home Assistant begins none by itself after an error.
Two things are added, and the rest is the program's own: that field, and a new run a second after an error.
The types of the events that come from Home Assistant are written to the file EVENTS, never what is in them.
Runs in the satellite's own environment.
"""

import asyncio
import contextlib
from pathlib import Path
import sys
import time
from typing import Any, override

from wyoming.event import Event
from wyoming_satellite import __main__ as program  # type: ignore[import-not-found]  # not in this environment
from wyoming_satellite.satellite import AlwaysStreamingSatellite  # type: ignore[import-not-found]  # the same

_AFTER_AN_ERROR = 1.0
"""Seconds: Home Assistant reports an error before it ends the run, and only then can another begin."""


class RepeatingSatellite(AlwaysStreamingSatellite):  # type: ignore[misc]  # its base is not in this environment
    """An always streaming satellite that asks for the next run itself."""

    events: Path
    again: asyncio.Task[None] | None = None

    @override
    async def event_from_server(self, event: Event) -> None:
        if event.type not in {"audio-chunk", "ping"}:
            self._note(event.type)
        await super().event_from_server(event)
        if event.type == "error":
            self.again = asyncio.create_task(self._run_again())

    @override
    async def event_to_server(self, event: Event) -> None:
        if event.type == "run-pipeline":
            event.data["restart_on_end"] = True
        await super().event_to_server(event)

    @override
    def clear_server(self) -> None:
        self._note("disconnected")
        super().clear_server()

    def _note(self, what: str) -> None:
        with self.events.open("a", encoding="ascii") as file:
            file.write(f"{time.time():.3f} {what}\n")

    async def _run_again(self) -> None:
        await asyncio.sleep(_AFTER_AN_ERROR)
        await self._send_run_pipeline()


def main() -> None:
    """Put the repeating satellite in the place of the program's own, and start the program."""
    RepeatingSatellite.events = Path(sys.argv[1])
    sys.argv = ["wyoming-satellite", *sys.argv[2:]]
    replaced: Any = program
    replaced.AlwaysStreamingSatellite = RepeatingSatellite
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(replaced.main())


if __name__ == "__main__":
    main()
