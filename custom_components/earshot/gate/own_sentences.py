"""Sentences that are meant for Earshot itself. They are looked for before any agent, and reach none."""

from collections.abc import Awaitable, Callable
from typing import Final

from homeassistant.components.conversation import ConversationInput
from homeassistant.core import CALLBACK_TYPE, callback

from ..const import DOMAIN, TITLE
from ..models import Evidence, Keeping, Place, Stage
from ..policy.classify import Standing
from .engine import Engine

type Answer = Callable[[ConversationInput], Awaitable[str | None]]
"""Returns what to say to a sentence that is meant for it, in the sentence's language; None for any other."""

EARSHOT: Final = Engine(
    stage=Stage.CONVERSATION,
    label=TITLE,
    integration=DOMAIN,
    version="",
    standing=Standing(Place.THIS_MACHINE, Evidence.OBSERVED, Keeping.NOTHING),
)
"""Earshot as the one who was spoken to: what it does with these words, it does itself."""


class OwnSentences:
    """Whoever in Earshot listens to sentences of its own."""

    def __init__(self) -> None:
        self._answers: list[Answer] = []

    @callback
    def register(self, answer: Answer) -> CALLBACK_TYPE:
        """Look for sentences by `answer`, after those that were there before, until the returned function is called."""
        self._answers.append(answer)
        return lambda: self._answers.remove(answer)

    async def answer(self, said: ConversationInput) -> str | None:
        """Return what to say to a sentence that is meant for Earshot; None if it is meant for an agent."""
        for answer in tuple(self._answers):
            if (text := await answer(said)) is not None:
                return text
        return None
