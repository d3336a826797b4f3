"""An agent that streams a long answer through the gate: nothing that worked without the gate is lost."""

import asyncio
from collections.abc import AsyncGenerator
from typing import override

from homeassistant.components import conversation
from homeassistant.components.assist_pipeline import PipelineEventType
from homeassistant.components.conversation import (
    AssistantContentDeltaDict,
    ChatLog,
    ConversationEntity,
    ConversationInput,
    ConversationResult,
)
from homeassistant.components.conversation.chat_log import DATA_CHAT_LOGS, ToolResultContent
from homeassistant.components.conversation.const import DATA_COMPONENT
from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.models import ContentKind, EarKind, Outcome, Stage
from tests.gate.house import COMMAND, House, kinds_on_disk

FIRST = "This is a long answer that is spoken while the agent still thinks about its end. "
LAST = "Shall I go on?"


class StreamingAgent(ConversationEntity):
    """Says the first sentence, and the second when the first has been spoken."""

    entity_id = "conversation.streaming"
    _attr_supports_streaming = True

    def __init__(self) -> None:
        self.first_was_spoken = asyncio.Event()

    @property
    @override
    def supported_languages(self) -> list[str]:
        return ["en"]

    @override
    async def _async_handle_message(self, user_input: ConversationInput, chat_log: ChatLog) -> ConversationResult:
        async for _ in chat_log.async_add_delta_content_stream(user_input.agent_id, self._answer()):
            pass
        return conversation.async_get_result_from_chat_log(user_input, chat_log)

    async def _answer(self) -> AsyncGenerator[AssistantContentDeltaDict]:
        yield {"role": "assistant", "content": FIRST}
        await self.first_was_spoken.wait()
        yield {"content": LAST}


@pytest.fixture
async def agent(hass: HomeAssistant, house: House) -> StreamingAgent:
    """Put the agent behind the gate."""
    agent = StreamingAgent()
    await hass.data[DATA_COMPONENT].async_add_entities([agent])
    await house.put_behind({Stage.CONVERSATION: agent.entity_id})
    return agent


@pytest.mark.promise(2)
async def test_the_agent_is_on_disk_before_its_first_sentence_is_spoken(house: House, agent: StreamingAgent) -> None:
    on_disk: list[list[str]] = []

    def say(_text: str) -> None:
        on_disk.append(sorted(kinds_on_disk(house.runtime)))
        agent.first_was_spoken.set()

    house.host.says = say
    async with asyncio.timeout(20):
        await house.say()
    utterance = await house.utterance()
    # What Earshot keeps of the words is entered beside, before it lies in its place.
    assert [kind for kind in on_disk[0] if kind != "stored"] == ["heard", "processed", "processed"]
    assert utterance.outcome is Outcome.ANSWERED
    assert [stage.stage.value for stage in utterance.stages] == ["speech_to_text", "conversation", "text_to_speech"]
    words = {ear.kind: ear.got.words for ear in utterance.ears if ear.got.words is not None}
    assert words[EarKind.AGENT] == len(COMMAND.split())
    assert words[EarKind.TEXT_TO_SPEECH] == len((FIRST + LAST).split())
    assert house.runtime.vault.read(utterance.utterance_id, ContentKind.RESPONSE).decode() == FIRST + LAST


async def test_conversation_goes_on_with_the_gate_in_front_of_the_agent(
    hass: HomeAssistant, house: House, agent: StreamingAgent
) -> None:
    agent.first_was_spoken.set()
    events = await house.say()
    ended = next(event.data for event in events if event.type is PipelineEventType.INTENT_END)
    started = next(event.data for event in events if event.type is PipelineEventType.RUN_START)
    assert started is not None
    assert started["tts_output"]["stream_response"] is True
    assert ended is not None
    assert ended["intent_output"]["continue_conversation"] is True
    assert ended["intent_output"]["conversation_id"] == started["conversation_id"]
    (log,) = hass.data[DATA_CHAT_LOGS].values()
    said = [
        (content.role, content.content) for content in log.content[1:] if not isinstance(content, ToolResultContent)
    ]
    assert said == [("user", COMMAND), ("assistant", FIRST + LAST)]
    await house.over()
