"""Runs of a satellite that Home Assistant remembers, whatever pipeline they were of."""

from collections.abc import Iterator
from dataclasses import dataclass

from homeassistant.components.assist_pipeline import PipelineEventType
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.core import HomeAssistant, callback


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One run, without anything that was said."""

    run_id: str
    """A ULID: the greater, the newer."""
    pipeline_id: str
    kinds: frozenset[PipelineEventType]
    """What has happened in it so far."""

    @property
    def streamed(self) -> bool:
        """Whether its wake word was to be heard in the sound that was streamed."""
        return PipelineEventType.WAKE_WORD_START in self.kinds

    @property
    def awaits_wake_word(self) -> bool:
        """Whether it streams, and waits for the wake word."""
        return self.streamed and not self.kinds & {
            PipelineEventType.WAKE_WORD_END,
            PipelineEventType.RUN_END,
        }

    @property
    def woken(self) -> bool:
        """Whether a wake word, or a button, was heard or pressed, and a command was awaited."""
        return PipelineEventType.STT_START in self.kinds


@callback
def sightings(hass: HomeAssistant, entity_id: str) -> tuple[Sighting, ...]:
    """Return the runs of a satellite that are remembered, newest first. Home Assistant keeps ten of each pipeline."""
    return tuple(sorted(_all(hass, entity_id), key=lambda sighting: sighting.run_id, reverse=True))


def _all(hass: HomeAssistant, entity_id: str) -> Iterator[Sighting]:
    for pipeline_id, runs in hass.data[KEY_ASSIST_PIPELINE].pipeline_debug.items():
        for run_id, debug in runs.items():
            if debug.events and (debug.events[0].data or {}).get("satellite_id") == entity_id:
                kinds = frozenset(PipelineEventType(event.type) for event in debug.events)
                yield Sighting(run_id=run_id, pipeline_id=pipeline_id, kinds=kinds)
