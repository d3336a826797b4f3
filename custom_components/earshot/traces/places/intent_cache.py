"""What Home Assistant's own agent remembers of its last 128 sentences, so as not to match the same one twice."""

from collections.abc import Sequence
from typing import Final

from homeassistant.components.conversation import DOMAIN
from homeassistant.components.conversation.agent_manager import get_agent_manager
from homeassistant.components.conversation.default_agent import DefaultAgent
from homeassistant.core import HomeAssistant

from ..place import Found, Purged, Said


class IntentCache:
    """The cache of the default agent. It notes no times."""

    name: Final = "intent_cache"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count the sentences."""
        agent = _agent(hass)
        # Private: Home Assistant offers to clear it and does not say what is in it.
        return Found(place=self.name, count=len(agent._intent_cache.cache) if agent else 0)  # noqa: SLF001

    async def purge(self, hass: HomeAssistant) -> Purged:
        """Empty it; the next sentences are matched anew, which nobody notices."""
        if (agent := _agent(hass)) is None:
            return Purged(place=self.name)
        try:
            cache = agent._intent_cache  # noqa: SLF001 - see above
            count = len(cache.cache)
            cache.clear()
        except AttributeError:
            # Home Assistant's own way drops its grammars as well, and takes a second or two at the next sentence.
            await agent.async_reload()
            return Purged(place=self.name)
        return Purged(place=self.name, count=count)

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:  # noqa: ARG002 - see the docstring
        """Empty it, whatever was said: no times are noted there, and filling it again costs nothing to speak of."""
        return await self.purge(hass)


def _agent(hass: HomeAssistant) -> DefaultAgent | None:
    return get_agent_manager(hass).default_agent if DOMAIN in hass.config.components else None


PLACE: Final = IntentCache()
