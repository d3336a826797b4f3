"""What Earshot asks back itself is held for a while only."""

from unittest.mock import patch

from homeassistant.components.conversation import ConversationInput
from homeassistant.core import Context

from custom_components.earshot.gate.own_sentences import OwnSentences


def said(conversation_id: str, text: str = "forget today") -> ConversationInput:
    return ConversationInput(
        text=text,
        context=Context(),
        conversation_id=conversation_id,
        device_id=None,
        satellite_id="assist_satellite.kitchen",
        language="en",
        agent_id="conversation.earshot_agent",
    )


async def done() -> str:
    return "Done."


def ask(own: OwnSentences, conversation_id: str) -> None:
    own.ask(said(conversation_id), is_yes=lambda text: text == "yes", on_yes=done, otherwise="Not done.")


async def test_a_question_is_answered_once() -> None:
    own = OwnSentences()
    ask(own, "one")
    assert await own.answer(said("one", "yes")) == "Done."
    assert await own.answer(said("one", "yes")) is None


async def test_what_nobody_answered_is_not_held_on_to() -> None:
    own = OwnSentences()
    with patch("custom_components.earshot.gate.own_sentences.PATIENCE_SECONDS", 0.0):
        ask(own, "one")
    ask(own, "two")
    assert len(own._asked) == 1
    assert not own.asks("one", "assist_satellite.kitchen")
    assert await own.answer(said("two", "no")) == "Not done."
