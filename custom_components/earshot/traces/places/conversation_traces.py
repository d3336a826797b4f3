"""The traces of conversations: the last three in all, with words and answers, in memory until three others came."""

from collections.abc import Sequence
from typing import Any, Final

from homeassistant.components.conversation.trace import ConversationTrace, async_clear_traces, async_get_traces
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..place import Found, Purged, Said, covered


class ConversationTraces:
    """What `async_get_traces` gives."""

    name: Final = "conversation_traces"

    async def measure(self, _hass: HomeAssistant) -> Found:
        """Count them."""
        began = [
            dt_util.parse_datetime(event["timestamp"], raise_on_error=True)
            for trace in async_get_traces()
            for event in _events(trace)[:1]
        ]
        return Found(place=self.name, count=len(async_get_traces()), since=min(began, default=None))

    async def purge(self, _hass: HomeAssistant) -> Purged:
        """Clear them. Those of runs that go on are finished without being kept."""
        count = len(async_get_traces())
        async_clear_traces()
        return Purged(place=self.name, count=count)

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """Clear all if one is of the utterances: Home Assistant offers no way to clear one alone."""
        conversations = {one.conversation_id for one in said if one.conversation_id}
        by_time = [one for one in said if not one.exact]
        for trace in async_get_traces():
            for event in _events(trace):
                instant = dt_util.parse_datetime(event["timestamp"], raise_on_error=True)
                if (event["data"] or {}).get("conversation_id") in conversations or covered(by_time, instant):
                    return await self.purge(hass)
        return Purged(place=self.name)


def _events(trace: ConversationTrace) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = trace.as_dict()["events"]
    return events


PLACE: Final = ConversationTraces()
