"""Reaching into Home Assistant: the data of a component, and which runs are going on."""

from collections.abc import Iterator
from typing import Any

from homeassistant.components.assist_pipeline import PipelineEventType
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE, PipelineRunDebug
from homeassistant.core import HomeAssistant
from homeassistant.util.hass_dict import HassKey


def data_of[T](hass: HomeAssistant, domain: str, key: HassKey[T]) -> T | None:
    """Return a component's data; None while the component is not set up, and then it keeps nothing.

    Raises KeyError if it is set up and the data is not where it was when this was written.
    """
    return hass.data[key] if domain in hass.config.components else None


def is_over(run: PipelineRunDebug) -> bool:
    """Whether a run has ended. An error can follow the end."""
    return any(event.type is PipelineEventType.RUN_END for event in run.events[-2:])


def beginnings_of_open_runs(hass: HomeAssistant) -> Iterator[dict[str, Any]]:
    """Yield what the first event of each run that is going on says."""
    for runs in hass.data[KEY_ASSIST_PIPELINE].pipeline_debug.values():
        yield from (run.events[0].data or {} for run in runs.values() if run.events and not is_over(run))
