"""A sentence for Earshot itself, and what is said of it in the language in which it was said."""

from dataclasses import dataclass
from datetime import datetime

from homeassistant.components.conversation import ConversationInput
from homeassistant.util import dt as dt_util

from .sentences import Answer, Language

VOICE = "voice"
"""What the ledger calls whoever did something by saying so: a voice is nobody's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What was said, where, and in which language it is answered."""

    said: ConversationInput
    language: Language
    satellite: str
    """Entity id of the satellite that it was said to."""

    def say(self, answer: Answer, **fields: object) -> str:
        """Return an answer with what belongs into its places."""
        return self.language.answers[answer].format(**fields)


def clock(at: datetime) -> str:
    """Write an instant as it is spoken: the time in the house, and the day unless it is today."""
    here = dt_util.as_local(at)
    return f"{here:%H:%M}" if here.date() == dt_util.now().date() else f"{here:%Y-%m-%d, %H:%M}"
