"""Hand the words to the agent behind the gate, and its answer back."""

from typing import Final, Literal, override

from homeassistant.components import conversation
from homeassistant.components.conversation import (
    ChatLog,
    ConversationEntity,
    ConversationEntityFeature,
    ConversationInput,
    ConversationResult,
)
from homeassistant.components.conversation.agent_manager import async_get_agent
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import SUBENTRY_ASSISTANT
from .entity import AssistantEntity
from .models import Stage
from .runtime import EarshotConfigEntry

PARALLEL_UPDATES: Final = 0  # nothing is polled, and the agent behind the gate knows its own limits

AGENT: Final = conversation.HOME_ASSISTANT_AGENT
"""The agent behind the gate."""


async def async_setup_entry(
    hass: HomeAssistant,  # noqa: ARG001 - Home Assistant passes it
    entry: EarshotConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add one for each assistant."""
    for assistant in entry.get_subentries_of_type(SUBENTRY_ASSISTANT):
        entity = EarshotConversation(entry, assistant, Stage.CONVERSATION)
        async_add_entities([entity], config_subentry_id=assistant.subentry_id)


class EarshotConversation(AssistantEntity, ConversationEntity):
    """The gate in front of a conversation agent."""

    _attr_supported_features = ConversationEntityFeature.CONTROL

    @property
    @override
    def supports_streaming(self) -> bool:
        """Whether the agent behind the gate streams its answer."""
        info = conversation.async_get_agent_info(self.hass, AGENT)
        return info is not None and info.supports_streaming

    @property
    @override
    def supported_languages(self) -> list[str] | Literal["*"]:
        """Languages of the agent behind the gate."""
        agent = async_get_agent(self.hass, AGENT)
        return agent.supported_languages if agent else []

    @override
    async def async_prepare(self, language: str | None = None) -> None:
        """Let the agent behind the gate load its sentences."""
        await conversation.async_prepare_agent(self.hass, AGENT, language or self.hass.config.language)

    @override
    async def _async_handle_message(self, user_input: ConversationInput, chat_log: ChatLog) -> ConversationResult:
        """Ask the agent. It joins this conversation's session and chat log by itself, and streams as it would."""
        return await self._runtime.stages.ask(
            user_input.text,
            lambda: conversation.async_converse(
                self.hass,
                text=user_input.text,
                conversation_id=user_input.conversation_id,
                context=user_input.context,
                language=user_input.language,
                agent_id=AGENT,
                device_id=user_input.device_id,
                satellite_id=user_input.satellite_id,
                extra_system_prompt=user_input.extra_system_prompt,
            ),
        )
