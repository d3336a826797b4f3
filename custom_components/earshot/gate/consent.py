"""Whether an agent may have words: what is Earshot's own to answer, what a rule refuses, what waits for a yes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from homeassistant.components.conversation import ChatLog, Content, ConversationInput, ConversationResult, UserContent
from homeassistant.helpers import intent

from ..models import Stage
from ..policy.decide import Decision, Verdict
from .door import Door
from .engine import Engine
from .flight import Flight
from .gate import Gate
from .own_sentences import EARSHOT, OwnSentences
from .phrases import Phrase, phrase, says_yes
from .questions import NO, Question, Questions


@dataclass(frozen=True, slots=True)
class Admitted:
    """Words that an agent may have."""

    flight: Flight | None
    """The utterance that they belong to: that of the question, where this one said yes to it."""
    said: ConversationInput


class Consent:
    """Stands before the agents."""

    def __init__(self, gate: Gate, door: Door, questions: Questions, own: OwnSentences) -> None:
        self._gate = gate
        self._door = door
        self._questions = questions
        self._own = own

    async def seek(
        self, said: ConversationInput, chat_log: ChatLog, engine: Engine, engine_id: str | None
    ) -> Admitted | ConversationResult:
        """Return the words that may be handed to an agent now, or what to say instead.

        What is said instead does not go into the chat log, nor do the words that it is said of: an agent that is asked
        later would read them there.
        """
        flight = self._gate.asked()
        conversation_id = chat_log.conversation_id
        said = replace(said, conversation_id=conversation_id)
        if flight is not None and flight.to_explain is not None:
            return _explained(said, flight, flight.to_explain)
        if (answer := await self._own.answer(said)) is not None:
            self._questions.refuse(conversation_id, said.satellite_id, NO)
            return self._answered_itself(said, flight, answer)
        consented = False
        if (question := self._questions.waiting(conversation_id, said.satellite_id)) is not None:
            if question.words is None or not says_yes(said.language, said.text):
                self._questions.refuse(conversation_id, said.satellite_id, NO)
                return _explained(said, flight, phrase(said.language, Phrase.NOT_SENT, engine.standing))
            self._questions.take(conversation_id, said.satellite_id)
            flight, said = self._going_on(question, flight, said, chat_log, engine_id)
            consented = _same(question.engine, engine)
        decision = self._door.consult(flight, engine, engine_id, self._door.place_of(said.satellite_id))
        if decision.verdict is Verdict.REFUSE:
            said_of_it = self._door.refuse(flight, engine, decision)
            return _explained(said, flight, phrase(said.language, said_of_it, engine.standing))
        if decision.verdict is Verdict.ASK and not consented:
            return self._asked(said, conversation_id, flight, engine, decision)
        return Admitted(flight, said)

    def _going_on(
        self,
        question: Question,
        answer: Flight | None,
        said: ConversationInput,
        chat_log: ChatLog,
        engine_id: str | None,
    ) -> tuple[Flight | None, ConversationInput]:
        """Put the words that waited in the place of the yes.

        The yes was for these words. What others answered earlier in the conversation is taken out of what the agent is
        handed with them.
        """
        words = question.words or ""
        chat_log.content[:] = [*_history_of(chat_log.content[:-1], engine_id), UserContent(content=words)]
        if question.flight is not None and not question.flight.over:
            self._gate.go_on(question.flight, Stage.CONVERSATION)
            answer = question.flight
        return answer, replace(said, text=words)

    def _asked(
        self, said: ConversationInput, conversation_id: str, flight: Flight | None, engine: Engine, decision: Decision
    ) -> ConversationResult:
        question = Question(engine=engine, rule=self._door.rule(decision), flight=flight, words=said.text)
        self._questions.pose(conversation_id, said.satellite_id, question)
        return _explained(said, flight, phrase(said.language, Phrase.ASK, engine.standing), asks=True)

    def _answered_itself(self, said: ConversationInput, flight: Flight | None, answer: str) -> ConversationResult:
        if flight is not None:
            with flight.at_work(EARSHOT) as work:
                work.words = len(said.text.split())
        asks = self._own.asks(said.conversation_id, said.satellite_id)
        return _explained(said, flight, answer, asks=asks)


def _history_of(contents: Sequence[Content], agent_id: str | None) -> list[Content]:
    """Return what stands before the first turn of a conversation, and the turns that an agent answered itself."""
    turns: list[list[Content]] = [[]]
    for content in contents:
        if isinstance(content, UserContent):
            turns.append([])
        turns[-1].append(content)
    own = [turn for turn in turns[1:] if any(getattr(content, "agent_id", None) == agent_id for content in turn)]
    return [content for turn in (turns[0], *own) for content in turn]


def _same(asked: Engine, now: Engine) -> bool:
    """Whether a yes that was given for one engine holds for what stands there now."""
    return (asked.label, asked.integration, asked.standing) == (now.label, now.integration, now.standing)


def _explained(said: ConversationInput, flight: Flight | None, text: str, *, asks: bool = False) -> ConversationResult:
    """Say something of Earshot's own."""
    response = intent.IntentResponse(language=said.language)
    response.response_type = intent.IntentResponseType.QUERY_ANSWER
    response.async_set_speech(text)
    if flight is not None:
        flight.answer, flight.says_own = text, True
    return ConversationResult(response, said.conversation_id, continue_conversation=asks)
