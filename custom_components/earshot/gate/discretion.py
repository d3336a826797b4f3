"""What was said off the record is cleared from Home Assistant's own places, too.

Earshot keeps nothing of it. Home Assistant does, for a while or for ever: in its debug view, its traces and its speech
cache. That goes when nobody needs it any more.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
import logging
from typing import Final

from homeassistant.core import HomeAssistant, callback

from ..errors import EarshotError

LOGGER = logging.getLogger(__name__)

FETCHED_SECONDS: Final = 60.0
"""How long after the end of an utterance its answer is left for the satellite, which may still be fetching it or speak
it again: some seconds in a healthy house. A restart that comes first leaves what Home Assistant keeps on the disk."""

type ForgetTraces = Callable[[Sequence[str]], Awaitable[object]]
"""Clears what Home Assistant keeps of utterances, by their ids. Raises EarshotError."""


class Discretion:
    """The utterances off the record whose traces are still to be cleared."""

    def __init__(self, hass: HomeAssistant, forget: ForgetTraces) -> None:
        self._hass = hass
        self._forget = forget
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    @callback
    def over(self, utterance_id: str) -> None:
        """Clear the traces of an utterance that just ended, when its answer was fetched."""
        self._waiting[utterance_id] = self._hass.loop.call_later(FETCHED_SECONDS, self._due, utterance_id)

    async def stop(self) -> None:
        """Clear what waits now: afterwards nobody would."""
        waiting, self._waiting = self._waiting, {}
        for timer in waiting.values():
            timer.cancel()
        await self.clear(tuple(waiting))

    async def clear(self, utterance_ids: Sequence[str]) -> None:
        """Clear the traces of some utterances. What cannot be cleared is among the traces that a person sees."""
        if not utterance_ids:
            return
        try:
            await self._forget(utterance_ids)
        except EarshotError as err:
            LOGGER.warning("What Home Assistant itself keeps of what was said could not be cleared: %s", err.code)

    @callback
    def _due(self, utterance_id: str) -> None:
        del self._waiting[utterance_id]
        self._hass.async_create_background_task(self.clear((utterance_id,)), "earshot discretion")
