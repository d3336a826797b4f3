"""The choice of pipeline that a satellite's device offers, which remembers a pipeline by its name."""

from dataclasses import dataclass
import re
from typing import Final

from homeassistant.components.assist_pipeline import (
    OPTION_PREFERRED,
    Pipeline,
    async_get_pipelines,
)
from homeassistant.components.assist_pipeline.pipeline import async_get_pipeline
from homeassistant.components.assist_satellite.const import DATA_COMPONENT
from homeassistant.components.assist_satellite.entity import AssistSatelliteEntity
from homeassistant.components.select import ATTR_OPTION, DOMAIN as SELECT_DOMAIN, SERVICE_SELECT_OPTION
from homeassistant.const import ATTR_ENTITY_ID, STATE_UNAVAILABLE, STATE_UNKNOWN
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import entity_registry as er

from ..errors import SatelliteUnsetError

_CHOICE: Final = re.compile(r"-pipeline(?:_(\d+))?$")
"""How the unique ids of these choices end (assist_pipeline/select.py); the second one has a 2."""


@dataclass(frozen=True, slots=True)
class PipelineSelect:
    """One choice of pipeline."""

    registry_id: str
    """Its id in the entity registry, which survives renaming."""
    entity_id: str
    number: int
    """1 for the choice that every satellite has."""


@callback
def satellite_entity(hass: HomeAssistant, entity_id: str) -> AssistSatelliteEntity | None:
    """Return the satellite itself; None while its integration is not loaded."""
    component = hass.data.get(DATA_COMPONENT)
    return component.get_entity(entity_id) if component else None


@callback
def pipeline_selects(hass: HomeAssistant, entity_id: str) -> tuple[PipelineSelect, ...]:
    """Return the choices of pipeline that a satellite has, the first one first."""
    registry = er.async_get(hass)
    if (satellite := registry.async_get(entity_id)) is None:
        return ()
    found = []
    for entry in registry.entities.values():
        if entry.domain != SELECT_DOMAIN or entry.platform != satellite.platform:
            continue
        ours = entry.device_id is not None and entry.device_id == satellite.device_id
        if ours and (match := _CHOICE.search(entry.unique_id)) is not None:
            found.append(PipelineSelect(entry.id, entry.entity_id, int(match[1] or 1)))
    return tuple(sorted(found, key=lambda select: select.number))


@callback
def select_entity(hass: HomeAssistant, registry_id: str) -> str | None:
    """Return the entity id that a choice has now; None if there is no such choice any more."""
    registered = er.async_get(hass).entities.get_entry(registry_id)
    return registered.entity_id if registered else None


@callback
def option_of(hass: HomeAssistant, registry_id: str) -> str | None:
    """Return what is chosen by the choice's id in the registry; None while the satellite is away, or for ever."""
    entity_id = select_entity(hass, registry_id)
    return None if entity_id is None else chosen(hass, entity_id)


@callback
def chosen(hass: HomeAssistant, select_entity_id: str) -> str | None:
    """Return what is chosen: a pipeline's name, or `preferred`. None while the satellite is away."""
    state = hass.states.get(select_entity_id)
    return None if state is None or state.state in {STATE_UNAVAILABLE, STATE_UNKNOWN} else state.state


@callback
def pipeline_of(hass: HomeAssistant, option: str | None) -> Pipeline | None:
    """Return the pipeline that an option comes to now."""
    if option == OPTION_PREFERRED:
        return async_get_pipeline(hass)
    return next((pipeline for pipeline in async_get_pipelines(hass) if pipeline.name == option), None)


@callback
def option_for(hass: HomeAssistant, pipeline_id: str | None) -> str:
    """Return the option for a pipeline; `preferred` for none, and for one that is gone."""
    names = {pipeline.id: pipeline.name for pipeline in async_get_pipelines(hass)}
    return names.get(pipeline_id or "", OPTION_PREFERRED)


async def choose(hass: HomeAssistant, registry_id: str, pipeline_id: str | None, label: str) -> None:
    """Choose a pipeline, or with None the preferred one, if it is not chosen already.

    Raises SatelliteUnsetError if it did not take; `label` names the satellite then.
    """
    if (select_entity_id := select_entity(hass, registry_id)) is None:
        raise SatelliteUnsetError("its choice of pipeline is gone", satellite=label)
    option = option_for(hass, pipeline_id)
    if chosen(hass, select_entity_id) == option:
        return
    target = {ATTR_ENTITY_ID: select_entity_id, ATTR_OPTION: option}
    try:
        await hass.services.async_call(SELECT_DOMAIN, SERVICE_SELECT_OPTION, target, blocking=True)
    except HomeAssistantError as err:
        raise SatelliteUnsetError("its choice of pipeline cannot be set", satellite=label) from err
    if chosen(hass, select_entity_id) != option:
        raise SatelliteUnsetError("its choice of pipeline did not take", satellite=label)
