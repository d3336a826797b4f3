"""Traces of automations and scripts: five of each, with the sentence that set one off and the texts it had spoken.

They lie in memory, and from each stop of Home Assistant on also in `.storage/trace.saved_traces`.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Final

from homeassistant.components.trace import DOMAIN
from homeassistant.components.trace.const import DATA_TRACE, DATA_TRACE_STORE
from homeassistant.components.trace.models import BaseTrace
from homeassistant.components.trace.util import async_restore_traces
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..place import Found, Purged, Said, covered
from ..spoken_input import conversations_in


class AutomationTraces:
    """Those traces that hold words."""

    name: Final = "automation_traces"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count them, the saved ones included."""
        began = [_began(trace) for trace, _ in await _with_words(hass)]
        return Found(place=self.name, count=len(began), since=min(began, default=None))

    async def purge(self, hass: HomeAssistant) -> Purged:
        """Drop them from memory and from the file."""
        return await self._drop(hass, lambda _trace, _conversations: True)

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """Drop those of the utterances, and what was to be spoken in their time."""
        exact = {one.conversation_id for one in said if one.conversation_id}
        return await self._drop(
            hass, lambda trace, conversations: bool(exact & conversations) or covered(said, _began(trace))
        )

    async def _drop(self, hass: HomeAssistant, meant: Callable[[BaseTrace, set[str | None]], bool]) -> Purged:
        doomed = {trace.run_id for trace, conversations in await _with_words(hass) if meant(trace, conversations)}
        if not doomed:
            return Purged(place=self.name)
        for buckets in hass.data[DATA_TRACE].values():
            for bucket in (buckets.runs, buckets.not_triggered):
                for run_id in doomed.intersection(bucket):
                    del bucket[run_id]
        await _save(hass)
        return Purged(place=self.name, count=len(doomed))


async def _with_words(hass: HomeAssistant) -> list[tuple[BaseTrace, set[str | None]]]:
    if DOMAIN not in hass.config.components:
        return []
    await async_restore_traces(hass)
    return [(trace, found) for trace in _all(hass) if (found := conversations_in(trace.as_extended_dict()["trace"]))]


def _all(hass: HomeAssistant) -> Iterator[BaseTrace]:
    for buckets in hass.data[DATA_TRACE].values():
        yield from buckets.all_traces()


async def _save(hass: HomeAssistant) -> None:
    """Write the file anew, as Home Assistant does when it stops (trace/__init__.py): the old one has the words."""
    traces = {key: list(buckets.all_traces()) for key, buckets in hass.data[DATA_TRACE].items()}
    await hass.data[DATA_TRACE_STORE].async_save(traces)


def _began(trace: BaseTrace) -> datetime:
    """Return when it began; a restored trace has it as text."""
    start = trace.as_short_dict()["timestamp"]["start"]
    return start if isinstance(start, datetime) else dt_util.parse_datetime(start, raise_on_error=True)


PLACE: Final = AutomationTraces()
