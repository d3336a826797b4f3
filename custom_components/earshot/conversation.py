"""Hand the words to the agent behind the gate, and its answer back."""

from typing import Final, Literal, override

from homeassistant.components.conversation import (
    ChatLog,
    ConversationEntity,
    ConversationEntityFeature,
    ConversationInput,
    ConversationResult,
)
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import SUBENTRY_ASSISTANT
from .entity import GateEntity
from .models import Stage
from .runtime import AgentEngine, Assistant, EarshotConfigEntry
from .translate_errors import translated_errors

PARALLEL_UPDATES: Final = 0  # nothing is polled, and the agent behind the gate knows its own limits


async def async_setup_entry(
    hass: HomeAssistant,  # noqa: ARG001 - Home Assistant passes it
    entry: EarshotConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add one for each assistant."""
    for assistant in entry.get_subentries_of_type(SUBENTRY_ASSISTANT):
        engine = entry.runtime_data.engines.agent(Assistant.of(assistant))
        entity = EarshotConversation(entry, assistant, Stage.CONVERSATION, engine)
        async_add_entities([entity], config_subentry_id=assistant.subentry_id)


class EarshotConversation(GateEntity[AgentEngine], ConversationEntity):
    """The gate in front of a conversation agent, which says what it can."""

    @property
    @override
    def supported_features(self) -> ConversationEntityFeature:
        """What the agent can do beside talking. Assist leaves some sentences to one that controls the home."""
        return self._engine.features

    @property
    @override
    def supports_streaming(self) -> bool:
        """Whether the agent begins to answer before it has ended."""
        return self._engine.streams

    @property
    @override
    def supported_languages(self) -> list[str] | Literal["*"]:
        """Languages of the agent."""
        return self._engine.languages

    @override
    async def async_prepare(self, language: str | None = None) -> None:
        """Let the agent load what it needs."""
        await self._engine.prepare(language or self.hass.config.language)

    @override
    async def _async_handle_message(self, user_input: ConversationInput, chat_log: ChatLog) -> ConversationResult:
        """Ask the agent. It joins this conversation's session and chat log by itself, and streams as it would."""
        with translated_errors():
            return await self._runtime.stages.ask(self._assistant, self._engine, user_input, chat_log)
