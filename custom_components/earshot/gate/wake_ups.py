"""Wake words that the satellite itself heard, and those that two satellites heard at once.

A satellite with a wake word of its own names the phrase when it begins a run. No engine is told; but Home Assistant
notes the phrase and the instant, to find another satellite that heard the same one, and does so between the beginning
of the run and the first stage, without a pause in which another run could come between.

Of two satellites that heard the same phrase within two seconds Home Assistant lets the first go on, and ends the run of
the other: before its recognizer is asked, so where the satellite itself heard the phrase the gate never sees that run.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
import time
from typing import Final

from homeassistant.components.assist_pipeline import PipelineEventType
from homeassistant.components.assist_pipeline.const import DATA_LAST_WAKE_UP, WAKE_WORD_COOLDOWN
from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util, ulid as ulid_util

from ..ledger.circumstances import AlsoHeard
from ..ledger.record import Finished, Record
from ..models import Outcome, Received
from .entries import Beginning
from .flight import Flight
from .runs import Run, describe_satellite, runs_but

DUPLICATE: Final = "duplicate_wake_up_detected"
"""Home Assistant's code for a run that it ended because another satellite was first."""
SATELLITE: Final = "satellite"
ENGINE: Final = "engine"
"""What heard a wake word, as in `Heard`."""

REMEMBERED: Final = 32
"""Wake-ups that are remembered to find the other of two: more than a house has satellites, all at once."""


@callback
def phrase_of_satellite(hass: HomeAssistant, run: Run | None) -> str | None:
    """Return the wake word that the satellite named when it began the run whose recognizer is being asked just now."""
    noted: dict[str, float] = hass.data.get(DATA_LAST_WAKE_UP, {})
    begun = dt_util.parse_datetime(run.events[0].timestamp) if run is not None and run.events else None
    if begun is None or not noted or (run is not None and run.event(PipelineEventType.WAKE_WORD_START) is not None):
        return None
    phrase, at = max(noted.items(), key=lambda item: item[1])
    # The first of the two clocks is read first, so that what was noted after the beginning is never too old.
    age = time.monotonic() - at
    return phrase if age <= (dt_util.utcnow() - begun).total_seconds() else None


@dataclass(slots=True)
class _WakeUp:
    phrase: str
    flight: Flight
    at: float = field(default_factory=time.monotonic)
    lost: bool = False


class WakeUps:
    """The last times a wake word was heard."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._last: deque[_WakeUp] = deque(maxlen=REMEMBERED)
        self._told: deque[str] = deque(maxlen=REMEMBERED)
        """Runs without an utterance that were entered as one."""

    @callback
    def opened(self, flight: Flight) -> None:
        """Remember an utterance that a wake word began."""
        if (phrase := flight.beginning.wake_word) is not None:
            self._last.append(_WakeUp(phrase, flight))

    @callback
    def lose(self, flight: Flight) -> list[Record]:
        """Let both know of an utterance that was ended as the second: it, and the one that went on.

        Return what is to be written for the one that went on, if that is over already.
        """
        own = next((one for one in self._last if one.flight is flight), None)
        if own is None:
            return []
        own.lost = True
        earlier = (
            one
            for one in reversed(self._last)
            if one.phrase == own.phrase and not one.lost and 0 <= own.at - one.at <= WAKE_WORD_COOLDOWN
        )
        if (first := next(earlier, None)) is None:
            return []
        flight.note(_also(flight.utterance_id, first.flight, answered=True))
        heard = _also(first.flight.utterance_id, flight, answered=False)
        if first.flight.over:
            return [heard] if first.flight.entered else []
        first.flight.note(heard)
        return []

    @callback
    def unseen(self, flight: Flight) -> Iterator[list[Record]]:
        """Yield the entries of each run that was ended as the second beside this one, and that the gate never saw."""
        phrase = flight.beginning.wake_word
        if phrase is None:
            return
        for run in runs_but(self._hass, self._told):
            error = run.event(PipelineEventType.ERROR) or {}
            begun = dt_util.parse_datetime(run.events[0].timestamp)
            if error.get("code") != DUPLICATE or phrase not in error.get("message", "") or begun is None:
                continue
            late = (begun - flight.beginning.at).total_seconds()
            if not -1 <= late <= WAKE_WORD_COOLDOWN or _reached_an_engine(run):
                continue
            self._told.append(run.run_id)
            satellite = describe_satellite(self._hass, run.satellite_id)
            at, utterance_id = dt_util.utcnow(), ulid_util.ulid_now()
            beginning = Beginning(at=begun, assistant=flight.beginning.assistant, wake_word=phrase, woken_by=SATELLITE)
            flight.note(AlsoHeard(utterance_id=flight.utterance_id, at=at, satellite=satellite, answered=False))
            yield [
                beginning.heard(utterance_id, satellite, Received(sound_ms=0, sound_bytes=0)),
                _also(utterance_id, flight, answered=True),
                Finished(
                    utterance_id=utterance_id,
                    at=at,
                    outcome=Outcome.CANCELLED,
                    left_house=False,
                    took_ms=0,
                    code=DUPLICATE,
                ),
            ]


def _also(utterance_id: str, other: Flight, *, answered: bool) -> AlsoHeard:
    return AlsoHeard(utterance_id=utterance_id, at=dt_util.utcnow(), satellite=other.satellite, answered=answered)


def _reached_an_engine(run: Run) -> bool:
    return any(run.event(kind) is not None for kind in (PipelineEventType.WAKE_WORD_START, PipelineEventType.STT_START))
