"""The door before every engine: asks the rules before anything is handed over, and enters and tells what came of it."""

from typing import Final

from homeassistant.core import callback

from ..const import NO_SATELLITE
from ..models import Stage
from ..policy.decide import Decision, Verdict
from .engine import Engine
from .flight import Flight
from .phrases import Phrase
from .settings import PrivacySettings
from .telling import Sent, Telling

UNREADABLE: Final = "unreadable"
"""Stands, among the rules, for nobody being able to read them."""


class Door:
    """What the rules say of an engine, for what is said just now."""

    def __init__(self, settings: PrivacySettings, telling: Telling) -> None:
        self._settings = settings
        self._telling = telling

    @callback
    def consult(self, flight: Flight | None, engine: Engine, engine_id: str | None, place: str = "") -> Decision:
        """Return what holds before an engine gets something; tell it if it may have it and that is to be told.

        Without an utterance, `place` is the key of the satellite that is spoken to; none is like a browser.
        """
        where = flight.place if flight is not None else place or NO_SATELLITE
        decision = self._settings.decide(where, engine.stage, engine.standing, engine_id)
        if decision.verdict is Verdict.TELL:
            # What is searched for a wake word becomes an utterance only if there is one.
            spoken = flight if engine.stage is not Stage.WAKE_WORD else None
            self._telling.sent(
                Sent(
                    utterance_id=spoken.utterance_id if spoken else None,
                    satellite=flight.satellite if flight else None,
                    engine=engine,
                    decision=decision,
                )
            )
        return decision

    @callback
    def allows(self, flight: Flight, engine: Engine, engine_id: str | None) -> bool:
        """Whether an engine may have what is said without anybody being asked. Tells nobody."""
        return self._settings.decide(flight.place, engine.stage, engine.standing, engine_id).verdict < Verdict.ASK

    def place_of(self, satellite_id: str | None) -> str:
        """Give the key of a satellite among the settings."""
        return self._settings.place_of(satellite_id)

    @callback
    def rule(self, decision: Decision) -> str:
        """Name the rule as the ledger does."""
        unknown = decision.rule is None and not self._settings.readable
        return UNREADABLE if unknown else decision.reason

    @callback
    def refuse(self, flight: Flight | None, engine: Engine, decision: Decision) -> Phrase:
        """Enter that it was kept from an engine, and return what to say. Words that nobody said have no entry."""
        if flight is not None:
            flight.block(engine, self.rule(decision))
            flight.barred = True
        return Phrase.NO_RULES if decision.rule is None else Phrase.REFUSED

    @callback
    def bar(self, engine: Engine) -> None:
        """Tell that an engine may not listen for wake words."""
        self._telling.barred(engine)
