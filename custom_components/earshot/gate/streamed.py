"""How long microphones streamed to engines that listen for wake words: summed, and entered once an hour.

A satellite without a wake word of its own sends everything that its microphone hears, all day. An entry for each run
would be thousands; so sound that woke nobody is told by the hour. What a crash leaves untold is at most an hour, and
the gap that the next start enters covers it.
"""

from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.event import async_track_utc_time_change
from homeassistant.util import dt as dt_util

from ..ledger.circumstances import Listened
from ..ledger.record import Record
from ..models import Satellite, Stage
from .engine import Engine
from .sound import SoundMeter

MAX_TALLIES: Final = 256
"""Pairs of a satellite and an engine that are summed at once. A home has some ten; where names change so often that
there are more, all are entered early."""

type Write = Callable[[list[Record]], Coroutine[Any, Any, object]]
"""Enters records. What is lost is a gap."""
type _Pair = tuple[Satellite, Engine]


class _Tally:
    """What one microphone streamed to one engine since `began`."""

    def __init__(self, began: datetime) -> None:
        self.began = self.ended = began
        self.sound = SoundMeter()
        self.wakes = 0
        self.open: dict[SoundMeter, int] = {}
        """Streams that go on, with what is summed of each."""

    def sum_up(self, meter: SoundMeter) -> None:
        """Take in what a stream brought since the last time."""
        self.sound.add(meter.size - self.open[meter])
        self.open[meter] = meter.size
        self.ended = dt_util.utcnow()


@dataclass(frozen=True, slots=True)
class Running:
    """What a microphone streamed to an engine since the last sum was entered."""

    so_far: Listened
    going_on: bool
    """Whether it streams in this moment."""


class Streamed:
    """The sums of this hour. Lives in the event loop."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry, write: Write) -> None:
        self._hass = hass
        self._entry = entry
        self._write = write
        self._tallies: dict[_Pair, _Tally] = {}
        self._stop: CALLBACK_TYPE = async_track_utc_time_change(hass, self._hour, minute=0, second=0)

    @contextmanager
    def follow(self, satellite: Satellite, engine: Engine, meter: SoundMeter) -> Iterator[None]:
        """Sum what flows through `meter` for as long as the block lasts."""
        pair = (satellite, engine)
        if pair not in self._tallies and len(self._tallies) >= MAX_TALLIES:
            self._hour(dt_util.utcnow())
        self._tallies.setdefault(pair, _Tally(dt_util.utcnow())).open[meter] = meter.size
        try:
            yield
        finally:
            # After the last sum, when Earshot is being stopped, there is none.
            if (tally := self._tallies.get(pair)) is not None and meter in tally.open:
                tally.sum_up(meter)
                del tally.open[meter]

    @callback
    def woke(self, satellite: Satellite, engine: Engine) -> None:
        """Count that the engine heard the wake word."""
        if engine.stage is Stage.WAKE_WORD and (tally := self._tallies.get((satellite, engine))) is not None:
            tally.wakes += 1

    @callback
    def running(self) -> tuple[Running, ...]:
        """Return what is summed and not entered yet, as it would be entered now."""
        found = []
        for (satellite, engine), tally in self._tallies.items():
            for meter in tally.open:
                tally.sum_up(meter)
            found.append(Running(_listened(satellite, engine, tally), bool(tally.open)))
        return tuple(found)

    async def close(self) -> None:
        """Enter what is summed by now, and sum no more."""
        self._stop()
        self._stop = lambda: None
        records = self._sums()
        self._tallies.clear()
        if records:
            await self._write(records)

    @callback
    def _hour(self, _now: datetime) -> None:
        if records := self._sums():
            self._entry.async_create_task(self._hass, self._write(records), "earshot streamed sound")

    def _sums(self) -> list[Record]:
        """Return what is summed, and begin anew with the streams that go on."""
        records: list[Record] = []
        for (satellite, engine), tally in tuple(self._tallies.items()):
            for meter in tally.open:
                tally.sum_up(meter)
            if tally.sound.size or tally.wakes:
                records.append(_listened(satellite, engine, tally))
            if not tally.open:
                del self._tallies[satellite, engine]
                continue
            anew = _Tally(tally.ended)
            anew.open = tally.open
            self._tallies[satellite, engine] = anew
        return records


def _listened(satellite: Satellite, engine: Engine, tally: _Tally) -> Listened:
    return Listened(
        at=dt_util.utcnow(),
        satellite=satellite,
        ear=engine.ear(tally.sound.got),
        integration=engine.integration,
        version=engine.version,
        began=tally.began,
        ended=tally.ended,
        wakes=tally.wakes,
    )
