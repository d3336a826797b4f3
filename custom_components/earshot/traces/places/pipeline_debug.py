"""The debug view of Assist: the last ten runs of each pipeline with their words, in memory until the restart."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from homeassistant.components.assist_pipeline import DOMAIN, PipelineEventType
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE, PipelineRunDebug
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..place import IN_USE, Found, Purged, Said, covered
from ..reach import data_of, is_over

WORDS: Final = frozenset(
    {
        PipelineEventType.STT_END,
        PipelineEventType.INTENT_START,
        PipelineEventType.INTENT_PROGRESS,
        PipelineEventType.INTENT_END,
        PipelineEventType.TTS_START,
    }
)
"""The events that carry what was said or answered (assist_pipeline/default_pipeline.py)."""

type Key = tuple[str, str]


class PipelineDebug:
    """`pipeline_debug` of the pipelines' data."""

    name: Final = "pipeline_debug"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count the runs with words."""
        began = [dt_util.parse_datetime(run.timestamp, raise_on_error=True) for _, run in _runs(hass)]
        return Found(place=self.name, count=len(began), since=min(began, default=None))

    async def purge(self, hass: HomeAssistant) -> Purged:
        """Drop the runs that are over."""
        return self._drop(hass, lambda _key, _run: True)

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """Drop the utterances' runs."""
        exact = {one.run for one in said if one.exact}
        by_time = [one for one in said if not one.exact]

        def meant(key: Key, run: PipelineRunDebug) -> bool:
            if key in exact:
                return True
            return covered(by_time, dt_util.parse_datetime(run.timestamp, raise_on_error=True))

        return self._drop(hass, meant)

    def _drop(self, hass: HomeAssistant, meant: Callable[[Key, PipelineRunDebug], bool]) -> Purged:
        count = left = 0
        for key, run in list(_runs(hass)):
            if not meant(key, run):
                continue
            if is_over(run):
                del hass.data[KEY_ASSIST_PIPELINE].pipeline_debug[key[0]][key[1]]
                count += 1
            else:
                left += 1
        return Purged(place=self.name, count=count, left=left, why_not=IN_USE if left else None)


def _runs(hass: HomeAssistant) -> Iterator[tuple[Key, PipelineRunDebug]]:
    data = data_of(hass, DOMAIN, KEY_ASSIST_PIPELINE)
    for pipeline_id, runs in data.pipeline_debug.items() if data else ():
        for run_id, run in runs.items():
            if any(event.type in WORDS for event in run.events):
                yield (pipeline_id, run_id), run


PLACE: Final = PipelineDebug()
