"""Which action made a satellite listen: it asked a question there, or began a conversation.

No engine is told. But the call of the action is an event, and the satellite's next run without a wake word is the
answer.
"""

import time
from typing import Any, Final

from homeassistant.const import ATTR_DOMAIN, ATTR_SERVICE, EVENT_CALL_SERVICE, Platform
from homeassistant.core import CALLBACK_TYPE, Event, HomeAssistant, callback
from homeassistant.helpers.target import TargetSelection, async_extract_referenced_entity_ids

ASK_QUESTION: Final = "ask_question"
START_CONVERSATION: Final = "start_conversation"

MAX_SECONDS: Final = 120.0
"""How long after the action the answer may begin: the question is spoken first. What begins later, a button began."""


class Prompts:
    """Watches the actions of satellites until it is stopped."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._asked: dict[str, tuple[str, float]] = {}
        """By satellite, the last action that makes it listen, and when it was called, by the monotonic clock."""
        self._stop: CALLBACK_TYPE = hass.bus.async_listen(
            EVENT_CALL_SERVICE, self._on_action, event_filter=_makes_listen
        )

    @callback
    def stop(self) -> None:
        """Watch no more. Idempotent."""
        self._stop()
        self._stop = lambda: None

    @callback
    def take(self, satellite_id: str | None, *, woken: bool) -> str | None:
        """Return the action that made the satellite listen to what is said now; None if none did, or nobody knows."""
        action, at = self._asked.pop(satellite_id or "", (None, 0.0))
        return None if woken or time.monotonic() - at > MAX_SECONDS else action

    @callback
    def _on_action(self, event: Event[Any]) -> None:
        try:
            aim = TargetSelection(dict(event.data.get("service_data") or {}))
            found = async_extract_referenced_entity_ids(self._hass, aim)
        except TypeError, ValueError:  # the action itself refuses it in a moment
            return
        for entity_id in found.referenced | found.indirectly_referenced:
            self._asked[entity_id] = (event.data[ATTR_SERVICE], time.monotonic())


@callback
def _makes_listen(data: Any) -> bool:
    return data[ATTR_DOMAIN] == Platform.ASSIST_SATELLITE and data[ATTR_SERVICE] in {ASK_QUESTION, START_CONVERSATION}
