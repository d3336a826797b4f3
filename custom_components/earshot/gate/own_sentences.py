"""Sentences that are meant for Earshot itself, and the answers to what it asks back. They reach no agent."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
import time
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


PATIENCE_SECONDS: Final = 60.0
"""How long a question of Earshot's own stands: as long as one about an agent, and for the same reason."""

type _Place = tuple[str, str | None]
"""A conversation, and the satellite that it is held with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedBack:
    """Something that Earshot does on a yes, and on nothing else."""

    is_yes: Callable[[str], bool]
    """Whether a whole answer is a yes, in the language of the question."""
    on_yes: Callable[[], Awaitable[str]]
    """Does it, and returns what to say of it."""
    otherwise: str
    """What is said after anything that is no yes."""
    until: float
    """When it stands no longer, by the monotonic clock."""


class OwnSentences:
    """Whoever in Earshot listens to sentences of its own. Lives in the event loop."""

    def __init__(self) -> None:
        self._answers: list[Answer] = []
        self._asked: dict[_Place, AskedBack] = {}

    @callback
    def register(self, answer: Answer) -> CALLBACK_TYPE:
        """Look for sentences by `answer`, after those that were there before, until the returned function is called."""
        self._answers.append(answer)
        return lambda: self._answers.remove(answer)

    async def answer(self, said: ConversationInput) -> str | None:
        """Return what to say to a sentence that is meant for Earshot; None if it is meant for an agent.

        Where Earshot has asked something, all that is said next in that conversation is meant for it, and is a no
        unless it is a yes.
        """
        asked = self._take(said.conversation_id, said.satellite_id)
        for answer in tuple(self._answers):
            if (text := await answer(said)) is not None:
                return text
        if asked is None:
            return None
        return await asked.on_yes() if asked.is_yes(said.text) else asked.otherwise

    @callback
    def ask(
        self,
        said: ConversationInput,
        *,
        is_yes: Callable[[str], bool],
        on_yes: Callable[[], Awaitable[str]],
        otherwise: str,
    ) -> None:
        """Do `on_yes` if a yes is what is said next where `said` was, in the same conversation and soon.

        To be called while `said` is answered, with the question as the answer.
        """
        now = time.monotonic()
        # Those that nobody answered are not held on to.
        self._asked = {place: asked for place, asked in self._asked.items() if now < asked.until}
        asked = AskedBack(is_yes=is_yes, on_yes=on_yes, otherwise=otherwise, until=now + PATIENCE_SECONDS)
        self._asked[said.conversation_id or "", said.satellite_id] = asked

    @callback
    def asks(self, conversation_id: str | None, satellite_id: str | None) -> bool:
        """Whether an answer is waited for from there."""
        asked = self._asked.get((conversation_id or "", satellite_id))
        return asked is not None and time.monotonic() < asked.until

    @callback
    def unanswered(self, conversation_id: str | None, satellite_id: str | None) -> str | None:
        """Wait no longer, after something that is no answer; return what to say of it, None where nothing waited."""
        asked = self._take(conversation_id, satellite_id)
        return asked.otherwise if asked is not None else None

    @callback
    def _take(self, conversation_id: str | None, satellite_id: str | None) -> AskedBack | None:
        asks = self.asks(conversation_id, satellite_id)
        asked = self._asked.pop((conversation_id or "", satellite_id), None)
        return asked if asks else None
