"""What an utterance in flight is to the ledger: its records, made from what is known of it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from homeassistant.auth.models import User

from ..ledger.record import Heard, Processed
from ..models import Ear, EarKind, Received, Satellite
from ..policy.classify import SATELLITE_MICROPHONE, UNNAMED_MICROPHONE
from .engine import Engine

TYPED: Final = "typed"
ACTION: Final = "action"
"""How words were given, as `Heard` names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageDone:
    """What one stage did with the utterance."""

    engine: Engine
    at: datetime
    got: Received
    took_ms: int
    status: str
    """As in `Processed`."""

    def processed(self, utterance_id: str) -> Processed:
        """Return it as the ledger has it."""
        return Processed(
            utterance_id=utterance_id,
            at=self.at,
            stage=self.engine.stage,
            ear=self.engine.ear(self.got),
            took_ms=self.took_ms,
            integration=self.engine.integration,
            version=self.engine.version,
            status=self.status,
            llm_apis=self.engine.llm_apis or None,
            exposed_entities=self.engine.exposed_entities,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """How an utterance began."""

    at: datetime
    assistant: str
    wake_word: str | None = None
    """This and the next four as in `Heard`."""
    woken_by: str | None = None
    given: str | None = None
    prompted: str | None = None
    outside: str | None = None
    by: Satellite | None = None
    """What stands in the place of a satellite. None: a satellite does, or a browser or app."""

    @property
    def with_words(self) -> bool:
        """Whether words are the first that the gate got of it."""
        return self.given is not None or self.outside is not None

    def heard(self, utterance_id: str, satellite: Satellite, got: Received) -> Heard:
        """Return it as the ledger has it, with the sound that the microphone gave by now."""
        return Heard(
            utterance_id=utterance_id,
            at=self.at,
            satellite=satellite,
            assistant=self.assistant,
            wake_word=self.wake_word,
            woken_by=self.woken_by,
            given=self.given,
            prompted=self.prompted,
            outside=self.outside,
            # What goes past Earshot nobody measures.
            microphone=None if self.given else _microphone(satellite, Received() if self.outside else got),
        )


def heard_from(heard: Heard, user: User | None) -> Heard:
    """Return a beginning with the person whose browser or app it was.

    A satellite's run can carry the mark of a person who set it off, and a script's words that of one who started it:
    neither says who spoke, so it is nobody's own.
    """
    if user is None:
        return heard
    own = heard.satellite.entity_id is None and heard.given != ACTION
    return replace(heard, user=user.name, user_id=user.id if own else None)


def _microphone(satellite: Satellite, got: Received) -> Ear:
    standing = SATELLITE_MICROPHONE if satellite.entity_id else UNNAMED_MICROPHONE
    return Ear(
        label=satellite.label,
        kind=EarKind.MICROPHONE,
        place=standing.place,
        evidence=standing.evidence,
        got=got,
        keeps=standing.keeps,
    )
