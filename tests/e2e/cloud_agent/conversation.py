"""Hand words to a server, and say what it answers."""

from typing import Literal, override

from homeassistant.components.conversation import (
    AssistantContent,
    ChatLog,
    ConversationEntity,
    ConversationInput,
    ConversationResult,
    UserContent,
    async_get_result_from_chat_log,
)
from homeassistant.config_entries import ConfigEntry
from homeassistant.const import CONF_URL, MATCH_ALL
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback


async def async_setup_entry(
    hass: HomeAssistant,
    entry: ConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the agent."""
    async_add_entities([CloudAgent(entry)])


class CloudAgent(ConversationEntity):
    """As the agents of language models are, without the language model."""

    def __init__(self, entry: ConfigEntry) -> None:
        """Take the server's address from the entry."""
        self._attr_unique_id = entry.entry_id
        self._attr_name = entry.title
        self._url = entry.data[CONF_URL]

    @property
    @override
    def supported_languages(self) -> list[str] | Literal["*"]:
        """All of them."""
        return MATCH_ALL

    @override
    async def _async_handle_message(self, user_input: ConversationInput, chat_log: ChatLog) -> ConversationResult:
        """Send the conversation, as language models are sent it, and say what comes back."""
        sent = {
            "text": user_input.text,
            "history": [str(content.content) for content in chat_log.content if isinstance(content, UserContent)],
        }
        try:
            async with async_get_clientsession(self.hass).post(self._url, json=sent) as response:
                said = (await response.json())["text"]
        except OSError as err:
            raise HomeAssistantError("The cloud does not answer") from err
        chat_log.async_add_assistant_content_without_tools(AssistantContent(agent_id=self.entity_id, content=said))
        return async_get_result_from_chat_log(user_input, chat_log)
