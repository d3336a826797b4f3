"""What waits for somebody's yes: in memory only, and not for long."""

import asyncio
from dataclasses import dataclass, field
from typing import Final

from homeassistant.components.stt import SpeechMetadata
from homeassistant.core import HomeAssistant, callback

from .changes import tell_changed
from .engine import Engine
from .flight import Flight

PATIENCE_SECONDS: Final = 60.0
"""How long a question stands. Whoever has not answered within a minute has turned away, and the next who speaks there
must not send somebody else's words by a yes to something else."""

NO: Final = "no"
SILENCE: Final = "silence"
"""What came of a question, as `Blocked` names it. Everything that is no yes is a no."""

type _Place = tuple[str, str | None]
"""A conversation, and the satellite that it is held with; None for a browser or an app."""


@dataclass(eq=False, slots=True, kw_only=True)
class Question:
    """Something that is sent if somebody says yes."""

    engine: Engine
    """Who would get it, as it was when the question was asked."""
    rule: str
    flight: Flight | None
    """The utterance. None: it was typed, and nobody heard it."""
    words: str | None = field(default=None, repr=False)
    """The words that wait, for an agent."""
    sound: bytes | None = field(default=None, repr=False)
    """The sound that waits, for a recognizer, and its form."""
    metadata: SpeechMetadata | None = None


class Questions:
    """The questions of all conversations: one for each. Lives in the event loop."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._open: dict[_Place, tuple[Question, asyncio.TimerHandle]] = {}

    @callback
    def pose(self, conversation_id: str, satellite_id: str | None, question: Question) -> None:
        """Let something wait for a yes from the same place in the same conversation."""
        place = (conversation_id, satellite_id)
        self._drop(place, SILENCE)
        if question.flight is not None:
            question.flight.question = self._hass.loop.create_future()
        self._open[place] = (question, self._hass.loop.call_later(PATIENCE_SECONDS, self._drop, place, SILENCE))
        tell_changed(self._hass)

    @callback
    def waiting(self, conversation_id: str, satellite_id: str | None) -> Question | None:
        """Return what waits for an answer from there."""
        found = self._open.get((conversation_id, satellite_id))
        return found[0] if found else None

    @callback
    def all(self) -> tuple[tuple[Question, float], ...]:
        """Return everything that waits, each with the seconds that are left to answer it."""
        now = self._hass.loop.time()
        return tuple((question, max(0.0, timer.when() - now)) for question, timer in self._open.values())

    @callback
    def take(self, conversation_id: str, satellite_id: str | None) -> Question | None:
        """Return what waited for a yes that was just said. It waits no longer."""
        found = self._open.pop((conversation_id, satellite_id), None)
        if found is None:
            return None
        question, timer = found
        timer.cancel()
        tell_changed(self._hass)
        return question

    @callback
    def refuse(self, conversation_id: str, satellite_id: str | None, answer: str) -> None:
        """Send nothing: somebody said no, or something else, or nothing."""
        self._drop((conversation_id, satellite_id), answer)

    @callback
    def close(self) -> None:
        """Send nothing of all that waits."""
        for place in tuple(self._open):
            self._drop(place, SILENCE)

    @callback
    def _drop(self, place: _Place, answer: str) -> None:
        question = self.take(*place)
        if question is None:
            return
        question.words = question.sound = None
        if (flight := question.flight) is None:
            return
        flight.block(question.engine, question.rule, answer)
        flight.barred = True
        if flight.question is not None and not flight.question.done():
            flight.question.set_result(False)
