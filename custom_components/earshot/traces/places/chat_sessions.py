"""Conversations that could still be continued: their whole logs, in memory until five minutes after the last word."""

from collections.abc import Callable, Sequence
from typing import Final

from homeassistant.components.conversation.chat_log import DATA_CHAT_LOGS
from homeassistant.core import HomeAssistant
from homeassistant.helpers.chat_session import CONVERSATION_TIMEOUT, DATA_CHAT_SESSION, ChatSession

from ..place import IN_USE, Found, Purged, Said
from ..reach import beginnings_of_open_runs


class ChatSessions:
    """The chat sessions with their logs. A log is never taken from under its session: that would break its end."""

    name: Final = "chat_sessions"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count the conversations that hold words."""
        # Home Assistant makes both with the first conversation.
        logs = hass.data.get(DATA_CHAT_LOGS, {})
        last_used = [session.last_updated for session in hass.data.get(DATA_CHAT_SESSION, {}).values()]
        return Found(
            place=self.name,
            count=len(logs),
            since=min((log.created for log in logs.values()), default=None),
            until=max(last_used) + CONVERSATION_TIMEOUT if logs and last_used else None,
        )

    async def purge(self, hass: HomeAssistant) -> Purged:
        """End every conversation in which nobody speaks just now."""
        return self._end(hass, lambda _session: True)

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """End the conversations of the utterances, with all else that was said in them."""
        exact = {one.conversation_id for one in said if one.conversation_id}
        by_time = [one for one in said if not one.exact]
        logs = hass.data.get(DATA_CHAT_LOGS, {})

        def meant(session: ChatSession) -> bool:
            if session.conversation_id in exact:
                return True
            log = logs.get(session.conversation_id)
            return log is not None and any(one.overlaps(log.created, session.last_updated) for one in by_time)

        return self._end(hass, meant)

    def _end(self, hass: HomeAssistant, meant: Callable[[ChatSession], bool]) -> Purged:
        sessions, logs = hass.data.get(DATA_CHAT_SESSION, {}), hass.data.get(DATA_CHAT_LOGS, {})
        in_use = (
            {beginning.get("conversation_id") for beginning in beginnings_of_open_runs(hass)} if sessions else set()
        )
        ids = [session.conversation_id for session in sessions.values() if meant(session)]
        before = len(logs)
        for conversation_id in ids:
            if conversation_id not in in_use:
                sessions.pop(conversation_id).async_cleanup()
                # A conversation that was ended while somebody typed in it comes back without its clean-up.
                logs.pop(conversation_id, None)
        left = len(in_use.intersection(ids))
        return Purged(place=self.name, count=before - len(logs), left=left, why_not=IN_USE if left else None)


PLACE: Final = ChatSessions()
