"""Which pipeline each satellite has chosen, and which it had before one of Earshot's.

Satellites remember a pipeline by its name, in a select entity. So a pipeline that is renamed loses its satellites, and
one that is removed leaves them to the preferred one, unless somebody remembers more than they do.
"""

from collections.abc import Callable, Mapping
from typing import Final

from homeassistant.components.assist_pipeline import async_get_pipelines
from homeassistant.components.assist_pipeline.const import OPTION_PREFERRED
from homeassistant.components.select import ATTR_OPTION, DOMAIN as SELECT, SERVICE_SELECT_OPTION
from homeassistant.const import ATTR_ENTITY_ID, STATE_UNAVAILABLE, STATE_UNKNOWN
from homeassistant.core import CALLBACK_TYPE, Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.event import TrackStates, async_track_state_change_filtered

SELECTS: Final = frozenset({"pipeline", "pipeline_n"})
"""Translation keys of the selects by which satellites choose (assist_pipeline/select.py)."""

_NOTHING: Final = frozenset({STATE_UNAVAILABLE, STATE_UNKNOWN})


class PipelineChoices:
    """Follows what satellites choose, from `start` to `stop`."""

    def __init__(self, hass: HomeAssistant, former: dict[str, str], on_changed: Callable[[], None]) -> None:
        """Take over `former`: by the select's registry id, the id of the pipeline it had before, or `preferred`."""
        self._hass = hass
        self._former = former
        self._on_changed = on_changed
        self._names: dict[str, str] = {}
        """Names of Earshot's pipelines, by their ids."""
        self._users: dict[str, str] = {}
        """The one of Earshot's pipelines that a satellite has chosen, by the select's registry id."""
        self._unsubscribe: CALLBACK_TYPE | None = None

    @callback
    def start(self, names: Mapping[str, str]) -> None:
        """Follow the satellites of these pipelines: names by ids."""
        self._names = dict(names)
        by_name = {name: pipeline_id for pipeline_id, name in names.items()}
        chosen = {entry.id: self._chose(entry.id) for entry in _all_choices(self._hass)}
        self._users = {select: by_name[name] for select, name in chosen.items() if name in by_name}
        states = TrackStates(all_states=False, entities=set(), domains={SELECT})
        self._unsubscribe = async_track_state_change_filtered(self._hass, states, self._changed).async_remove

    @callback
    def stop(self) -> None:
        """Follow nobody any more. Idempotent."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    async def renamed(self, pipeline_id: str, name: str) -> None:
        """Let the satellites of a pipeline choose it by its new name, when they have noticed that it has one."""
        self._names[pipeline_id] = name
        for select in [user for user, used in self._users.items() if used == pipeline_id]:
            if self._chose(select) == OPTION_PREFERRED:
                await self._choose(select, name)

    async def move(self, before: str, after: str) -> None:
        """Let every satellite that chose the pipeline `before` by name choose `after`, and remember it."""
        for entry in _all_choices(self._hass):
            if self._chose(entry.id) == before:
                await self._choose(entry.id, after)

    async def give_back(self, pipeline_id: str, name: str) -> None:
        """Give the satellites of a pipeline that goes away what they had before."""
        pipelines = {pipeline.id: pipeline.name for pipeline in async_get_pipelines(self._hass)}
        for reference, former in tuple(self._former.items()):
            if self._chose(reference) == name:
                await self._choose(reference, pipelines.get(former, OPTION_PREFERRED))
        self._names.pop(pipeline_id, None)

    @callback
    def _changed(self, event: Event[EventStateChangedData]) -> None:
        entry = er.async_get(self._hass).async_get(event.data["entity_id"])
        before, after = event.data["old_state"], event.data["new_state"]
        if entry is None or not _is_choice(entry) or before is None or after is None:
            return
        ours = {name: pipeline_id for pipeline_id, name in self._names.items()}
        if after.state in ours:
            followed = self._users.get(entry.id) == ours[after.state]  # through a change of its name
            self._users[entry.id] = ours[after.state]
            if not followed and before.state not in _NOTHING and before.state not in ours:
                self._remember(entry.id, before.state)
        elif before.state in ours and after.state not in _NOTHING and not self._is_being_renamed(before.state):
            self._users.pop(entry.id, None)
            self._forget(entry.id)

    def _is_being_renamed(self, name: str) -> bool:
        """Whether a satellite lost a pipeline because its name is another now, and not because somebody chose."""
        pipelines = {pipeline.id: pipeline.name for pipeline in async_get_pipelines(self._hass)}
        return any(known == name and pipelines.get(pipeline_id) != name for pipeline_id, known in self._names.items())

    @callback
    def _remember(self, reference: str, name: str) -> None:
        by_name = {pipeline.name: pipeline.id for pipeline in async_get_pipelines(self._hass)}
        self._former[reference] = by_name.get(name, OPTION_PREFERRED)
        self._on_changed()

    @callback
    def _forget(self, reference: str) -> None:
        if self._former.pop(reference, None) is not None:
            self._on_changed()

    def _chose(self, reference: str) -> str | None:
        entry = er.async_get(self._hass).entities.get_entry(reference)
        state = self._hass.states.get(entry.entity_id) if entry else None
        return state.state if state else None

    async def _choose(self, reference: str, name: str) -> None:
        entry = er.async_get(self._hass).entities.get_entry(reference)
        if entry is not None and self._hass.states.get(entry.entity_id) is not None:
            data = {ATTR_ENTITY_ID: entry.entity_id, ATTR_OPTION: name}
            await self._hass.services.async_call(SELECT, SERVICE_SELECT_OPTION, data, blocking=True)


def _all_choices(hass: HomeAssistant) -> list[er.RegistryEntry]:
    return [entry for entry in er.async_get(hass).entities.values() if _is_choice(entry)]


def _is_choice(entry: er.RegistryEntry) -> bool:
    return entry.domain == SELECT and entry.translation_key in SELECTS
