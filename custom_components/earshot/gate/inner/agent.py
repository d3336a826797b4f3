"""The agent behind the gate: Home Assistant's own, or anybody's."""

from typing import Literal, override

from homeassistant.components import conversation
from homeassistant.components.conversation import (
    ConversationEntity,
    ConversationEntityFeature,
    ConversationInput,
    ConversationResult,
)
from homeassistant.components.conversation.agent_manager import async_get_agent
from homeassistant.components.conversation.models import AbstractConversationAgent

from ...errors import EngineGarbageError
from ...models import Stage
from ..engine import Engine, home_assistant_agent
from .guarded import AGENT_PATIENCE, GuardedEngine
from .interface import AgentEngine
from .patience import limited


class GuardedAgent(GuardedEngine[ConversationEntity | AbstractConversationAgent], AgentEngine):
    """A conversation entity, or a legacy agent."""

    stage = Stage.CONVERSATION

    @property
    @override
    def engine_id(self) -> str:
        """The id of the agent that was chosen, or of Home Assistant's own."""
        return super().engine_id or conversation.HOME_ASSISTANT_AGENT

    @override
    def find(self) -> ConversationEntity | AbstractConversationAgent | None:
        """Look it up among the entities and the legacy agents."""
        return async_get_agent(self._hass, self.engine_id)

    @override
    def describe(self) -> Engine:
        """Say who it is and where."""
        if self.engine_id == conversation.HOME_ASSISTANT_AGENT:
            return home_assistant_agent()
        return super().describe()

    @property
    @override
    def languages(self) -> list[str] | Literal["*"]:
        """What it says that it understands; nothing while it is not there."""
        found = self.find()
        return found.supported_languages if found else []

    @property
    @override
    def streams(self) -> bool:
        """Whether it begins to answer before it has ended."""
        info = conversation.async_get_agent_info(self._hass, self.engine_id) if self.find() else None
        return info is not None and info.supports_streaming

    @property
    @override
    def features(self) -> ConversationEntityFeature:
        """What it can do. A legacy agent cannot say, and Home Assistant assumes nothing."""
        if self.engine_id == conversation.HOME_ASSISTANT_AGENT:
            return ConversationEntityFeature.CONTROL
        found = self.find()
        if not isinstance(found, ConversationEntity):
            return ConversationEntityFeature(0)
        return ConversationEntityFeature(found.supported_features or 0)

    @override
    async def prepare(self, language: str) -> None:
        """Let it load what it needs, if it is there."""
        if self.find() is not None:
            await conversation.async_prepare_agent(self._hass, self.engine_id, language)

    @override
    async def converse(self, user_input: ConversationInput) -> ConversationResult:
        """Ask it. Raises EngineError, and whatever it raises."""
        _ = self.engine  # raises where it is not there, before Home Assistant says so in an error of its own
        async with limited(AGENT_PATIENCE):
            result: object = await conversation.async_converse(
                self._hass,
                text=user_input.text,
                conversation_id=user_input.conversation_id,
                context=user_input.context,
                language=user_input.language,
                agent_id=self.engine_id,
                device_id=user_input.device_id,
                satellite_id=user_input.satellite_id,
                extra_system_prompt=user_input.extra_system_prompt,
            )
        if not isinstance(result, ConversationResult):
            raise EngineGarbageError(engine=self.engine_id)
        return result
