"""Satellites that use an assistant's pipeline because of Earshot: set, kept so, and given back what they had.

A satellite remembers its pipeline by name, and falls back to the preferred one when there is no such name any more. So
a pipeline that was renamed is chosen again. What a person chooses stays: that satellite is left alone.
"""

import asyncio
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, replace
import logging
from typing import Any, Final

from homeassistant.components.assist_pipeline import OPTION_PREFERRED, async_get_pipelines
from homeassistant.config_entries import ConfigEntry, ConfigSubentry
from homeassistant.core import CALLBACK_TYPE, Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.event import async_track_state_change_event
from homeassistant.util.hass_dict import HassKey

from ..const import CONF_ASSISTANT, DOMAIN, SUBENTRY_ASSISTANT, SUBENTRY_SATELLITE
from ..errors import AssistantUnreadyError, SatelliteGoneError, SatelliteOfflineError, SatelliteUnsetError
from ..gate.runs import describe_satellite
from .issues import clear_issues, show_astray, show_gone, show_unassigned
from .remembered import Pairing, PairingStore
from .selects import choose, chosen, option_for, option_of, pipeline_of, pipeline_selects, select_entity
from .words import ANY_WORD, give_words, listens_for, speak_to, spoken_word

LOGGER = logging.getLogger(__name__)

DATA_UNDER_WAY: Final[HassKey[set[str]]] = HassKey(f"{DOMAIN}_pairing_under_way")
"""Satellites that somebody is pairing now, by their ids in the registry. Outlives a reload of Earshot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """A satellite that is paired."""

    subentry: ConfigSubentry
    entity_id: str
    known_as: tuple[str, ...]
    """Entity ids that it had before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What to go back to if a pairing comes to nothing."""

    key: str
    pairing: Pairing | None
    options: Mapping[str, str | None]
    """Ids of the pipelines that were chosen, by the choice's id in the registry. None: preferred."""
    words: tuple[str, ...] | None
    """The device's wake words."""
    spoken: tuple[str, str | None] | None
    """A pipeline's id and the wake word that it listened for, if that was changed."""


class Pairings:
    """All pairings of one entry. Lives in the event loop."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry) -> None:
        self._hass = hass
        self._entry = entry
        self._store = PairingStore(hass)
        self._known: dict[str, Pairing] = {}
        self._pipelines: Mapping[str, str] = {}
        self._changing = asyncio.Lock()
        self._there: set[str] = set()
        """Subentries whose satellite Home Assistant had when this began."""
        self._forget_states: CALLBACK_TYPE = _nothing
        self._forget_registry: CALLBACK_TYPE = _nothing
        self._under_way = hass.data.setdefault(DATA_UNDER_WAY, set())

    @callback
    def paired(self) -> tuple[Paired, ...]:
        """Return the satellites that are paired and that Home Assistant has."""
        registry = er.async_get(self._hass)
        found = []
        for subentry in self._entry.get_subentries_of_type(SUBENTRY_SATELLITE):
            if (registered := registry.entities.get_entry(subentry.unique_id or "")) is not None:
                known = self._known.get(registered.id)
                before = known.known_as if known else ()
                found.append(Paired(subentry=subentry, entity_id=registered.entity_id, known_as=before))
        return tuple(found)

    @callback
    def find(self, key: str) -> Paired | None:
        """Return one that is paired, by its id in the registry."""
        return next((one for one in self.paired() if one.subentry.unique_id == key), None)

    async def release_gone(self) -> None:
        """Give back what they had to satellites that are paired no more, while the pipelines are still there."""
        async with self._changing:
            self._known = await self._store.load()
            for key in self._known.keys() - self._wanted().keys() - self._under_way:
                await self._release(key)

    async def follow(self, pipelines: Mapping[str, str]) -> None:
        """Keep all that are paired at their pipelines from now on. `pipelines` holds each assistant's."""
        self._pipelines = pipelines
        self._show()
        async with self._changing:
            for key in tuple(self._known):
                await self._settle(key)
        self._listen()
        self._there = {pair.subentry.subentry_id for pair in self.paired()}
        self._forget_registry = self._hass.bus.async_listen(er.EVENT_ENTITY_REGISTRY_UPDATED, self._registered)

    @callback
    def stop(self) -> None:
        """Look no more. Idempotent."""
        self._forget_states()
        self._forget_registry()
        self._forget_states = self._forget_registry = _nothing
        clear_issues(self._hass)

    async def remove(self) -> None:
        """Give back to every satellite what it had, and forget all of it.

        One that is away gets nothing back: it falls to the preferred pipeline when it is here again.
        """
        async with self._changing:
            self._known = await self._store.load()
            for key in tuple(self._known):
                await self._release(key)
            await self._store.remove()

    async def adopt(self, key: str, assistant_id: str, words: tuple[str, ...] | None, spoken: str | None) -> Before:
        """Let a satellite use an assistant's pipeline, and return what to `undo`.

        `words` are to be the device's wake words, `spoken` the one (or ANY_WORD) that the pipeline listens for.
        None leaves them as they are. Raises SatelliteGoneError, SatelliteOfflineError, AssistantUnreadyError,
        SatelliteUnsetError; nothing is changed then.
        """
        async with self._changing:
            entity_id, label = self._find(key)
            pipeline_id = self._pipelines.get(assistant_id)
            name = option_for(self._hass, pipeline_id)
            if pipeline_id is None or name == OPTION_PREFERRED:
                raise AssistantUnreadyError
            before = self._before(key, entity_id, label, pipeline_id if spoken is not None else None)
            known = before.pairing
            self._known[key] = Pairing(
                pipeline_id=pipeline_id,
                name=name,
                had={**before.options, **(known.had if known else {})},
                had_words=known.had_words if known and known.had_words is not None else before.words,
                words=words if words is not None or known is None else known.words,
                known_as=tuple({*(known.known_as if known else ()), entity_id}),
            )
            self._under_way.add(key)
            await self._store.save(self._known)
            try:
                await self._set(before, entity_id, label, words, spoken)
            except BaseException:
                await self._undo(before)
                raise
        self._listen()
        return before

    @callback
    def pipeline_of(self, assistant_id: str) -> str | None:
        """Return the id of an assistant's pipeline; None while it has none."""
        return self._pipelines.get(assistant_id)

    async def undo(self, before: Before) -> None:
        """Put back what `adopt` changed."""
        async with self._changing:
            await self._undo(before)

    @callback
    def spoken_to(self, assistant_id: str) -> str:
        """Return the wake word that an assistant's pipeline listens for; ANY_WORD for all that its engine knows."""
        pipeline_id = self._pipelines.get(assistant_id)
        return (spoken_word(self._hass, pipeline_id) if pipeline_id else None) or ANY_WORD

    async def look_after(self, key: str) -> None:
        """Try again to bring a satellite to where it belongs. What comes of it shows in its issue."""
        await self._look(key)

    @callback
    def under_way(self, key: str) -> bool:
        """Whether somebody is pairing this satellite now."""
        return key in self._under_way

    @callback
    def done(self, before: Before) -> None:
        """Note that nobody is pairing the satellite any more, and that it stays as it is."""
        self._under_way.discard(before.key)

    def _find(self, key: str) -> tuple[str, str]:
        registered = er.async_get(self._hass).entities.get_entry(key)
        if registered is None:
            raise SatelliteGoneError
        return registered.entity_id, describe_satellite(self._hass, registered.entity_id).label

    def _before(self, key: str, entity_id: str, label: str, pipeline_id: str | None) -> Before:
        options: dict[str, str | None] = {}
        ids = {pipeline.name: pipeline.id for pipeline in async_get_pipelines(self._hass)}
        for select in pipeline_selects(self._hass, entity_id):
            if (option := chosen(self._hass, select.entity_id)) is None:
                raise SatelliteOfflineError(satellite=label)
            options[select.registry_id] = ids.get(option)
        if not options:
            raise SatelliteUnsetError("it has no choice of pipeline", satellite=label)
        spoken = None if pipeline_id is None else (pipeline_id, spoken_word(self._hass, pipeline_id))
        words = listens_for(self._hass, entity_id)
        return Before(key=key, pairing=self._known.get(key), options=options, words=words, spoken=spoken)

    async def _set(
        self, before: Before, entity_id: str, label: str, words: tuple[str, ...] | None, spoken: str | None
    ) -> None:
        if before.spoken is not None:
            await speak_to(self._hass, before.spoken[0], spoken or None)
        if words is not None and set(words) != set(before.words or ()):
            await give_words(self._hass, entity_id, words, label)
        for select_id in before.options:
            await choose(self._hass, select_id, self._known[before.key].pipeline_id, label)

    async def _undo(self, before: Before) -> None:
        self._under_way.discard(before.key)
        registered = er.async_get(self._hass).entities.get_entry(before.key)
        if registered is not None:
            label = describe_satellite(self._hass, registered.entity_id).label
            for select_id, pipeline_id in before.options.items():
                await self._try(select_id, pipeline_id, label)
            if before.words is not None and before.words != listens_for(self._hass, registered.entity_id):
                await self._try_words(registered.entity_id, before.words, label)
        if before.spoken is not None:
            await speak_to(self._hass, *before.spoken)
        if before.pairing is None:
            self._known.pop(before.key, None)
        else:
            self._known[before.key] = before.pairing
        await self._store.save(self._known)
        self._listen()

    async def _release(self, key: str) -> None:
        """Give back what it had, where that was not changed since. One that is away gets it when it is here again."""
        pairing, registered = self._known[key], er.async_get(self._hass).entities.get_entry(key)
        if registered is not None:
            label = describe_satellite(self._hass, registered.entity_id).label
            for select_id, pipeline_id in pairing.had.items():
                if (option := option_of(self._hass, select_id)) is None:
                    if select_entity(self._hass, select_id) is not None:
                        return
                elif self._is_ours(pairing, select_id, option):
                    await self._try(select_id, pipeline_id, label)
            now = listens_for(self._hass, registered.entity_id)
            if pairing.had_words is not None and pairing.words is not None and set(now or ()) == set(pairing.words):
                await self._try_words(registered.entity_id, pairing.had_words, label)
        del self._known[key]
        await self._store.save(self._known)

    async def _settle(self, key: str) -> None:
        """Bring one satellite to where it belongs, as far as it is here and nobody has chosen otherwise."""
        pairing = self._known.get(key)
        if pairing is None or key in self._under_way:
            return
        if (assistant := self._wanted().get(key)) is None:
            await self._release(key)
            return
        pipeline_id = self._pipelines.get(assistant, pairing.pipeline_id)
        name, left = option_for(self._hass, pipeline_id), set(pairing.left)
        if name == OPTION_PREFERRED:  # the assistant has no pipeline now
            return
        for select_id in pairing.had:
            if (option := option_of(self._hass, select_id)) is None:
                continue
            if not self._is_ours(pairing, select_id, option):
                left.add(select_id)
                continue
            left.discard(select_id)
            if option != name and pipeline_of(self._hass, option) is not None:
                await self._return(key, select_id, pipeline_id)
        settled = replace(pairing, pipeline_id=pipeline_id, left=tuple(sorted(left)))
        if all(option_of(self._hass, select_id) == name for select_id in pairing.had if select_id not in left):
            # Not sooner: by the name of before it is known which of them has only lost its pipeline.
            settled = replace(settled, name=name)
            show_astray(self._hass, key, name, None)
        if settled != pairing:
            self._known[key] = settled
            await self._store.save(self._known)

    async def _return(self, key: str, select_id: str, pipeline_id: str) -> None:
        """Choose the pipeline again, after it was renamed or made anew."""
        entity_id, label = self._find(key)
        try:
            await choose(self._hass, select_id, pipeline_id, label)
        except SatelliteUnsetError as err:
            LOGGER.warning("%s fell back to the preferred assistant: %s", entity_id, err)
            show_astray(self._hass, key, label, option_for(self._hass, pipeline_id))
        else:
            show_astray(self._hass, key, label, None)

    def _is_ours(self, pairing: Pairing, select_id: str, option: str) -> bool:
        """Whether the satellite uses the pipeline that it was given, or lost it only because that was renamed."""
        name = option_for(self._hass, pairing.pipeline_id)
        if option == name != OPTION_PREFERRED:
            return True
        renamed = name != pairing.name
        if option == OPTION_PREFERRED:
            return renamed and select_id not in pairing.left
        # It may still name what has just been renamed, unless another pipeline has taken that name.
        return renamed and option == pairing.name and pipeline_of(self._hass, option) is None

    async def _try(self, select_id: str, pipeline_id: str | None, label: str) -> None:
        try:
            await choose(self._hass, select_id, pipeline_id, label)
        except SatelliteUnsetError as err:
            LOGGER.warning("A satellite did not get its assistant of before back: %s", err)

    async def _try_words(self, entity_id: str, words: tuple[str, ...], label: str) -> None:
        try:
            await give_words(self._hass, entity_id, words, label)
        except SatelliteUnsetError as err:
            LOGGER.warning("%s did not get its wake words of before back: %s", entity_id, err)

    def _wanted(self) -> dict[str, str]:
        """Return the assistant of every satellite that is paired with one that exists."""
        assistants = {one.subentry_id for one in self._entry.get_subentries_of_type(SUBENTRY_ASSISTANT)}
        pairs = self._entry.get_subentries_of_type(SUBENTRY_SATELLITE)
        wanted = {pair.unique_id or "": pair.data[CONF_ASSISTANT] for pair in pairs}
        # What Home Assistant has removed holds no subentries any more, and is about to lose its pipelines.
        return {key: assistant for key, assistant in wanted.items() if assistant in assistants}

    @callback
    def _show(self) -> None:
        """Ask a person about pairings that miss their satellite or their assistant."""
        there, wanted = {pair.subentry.subentry_id for pair in self.paired()}, self._wanted()
        for subentry in self._entry.get_subentries_of_type(SUBENTRY_SATELLITE):
            if subentry.subentry_id not in there:
                show_gone(self._hass, subentry)
                self._remove_entities(subentry.subentry_id)
            elif subentry.unique_id not in wanted:
                show_unassigned(self._hass, subentry)

    @callback
    def _remove_entities(self, subentry_id: str) -> None:
        """Take away the entities of a satellite that is gone."""
        registry = er.async_get(self._hass)
        for registered in er.async_entries_for_config_entry(registry, self._entry.entry_id):
            if registered.config_subentry_id == subentry_id:
                registry.async_remove(registered.entity_id)

    @callback
    def _listen(self) -> None:
        """Follow the choices of all satellites that are known, by their names of today."""
        self._forget_states()
        selects = {
            entity_id: key
            for key, pairing in self._known.items()
            for select_id in pairing.had
            if (entity_id := select_entity(self._hass, select_id)) is not None
        }

        @callback
        def changed(event: Event[EventStateChangedData]) -> None:
            self._begin(self._look(selects[event.data["entity_id"]]))

        self._forget_states = async_track_state_change_event(self._hass, selects, changed)

    async def _look(self, key: str) -> None:
        async with self._changing:
            await self._settle(key)

    @callback
    def _registered(self, event: Event[er.EventEntityRegistryUpdatedData]) -> None:
        """Follow satellites and choices that are renamed, and begin anew when a satellite comes or goes."""
        data = event.data
        if data["action"] != "update":
            if {pair.subentry.subentry_id for pair in self.paired()} != self._there:
                self._hass.config_entries.async_schedule_reload(self._entry.entry_id)
        elif "old_entity_id" in data:
            self._listen()
            self._begin(self._name(data["old_entity_id"], data["entity_id"]))

    async def _name(self, before: str, now: str) -> None:
        """Remember what a satellite was called."""
        registered = er.async_get(self._hass).async_get(now)
        async with self._changing:
            if registered is not None and (known := self._known.get(registered.id)) is not None:
                self._known[registered.id] = replace(known, known_as=tuple(sorted({*known.known_as, before, now})))
                await self._store.save(self._known)

    @callback
    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        # Not eager: the choice that is just telling its state may go on to tell it, and would tell the one of before.
        self._entry.async_create_task(self._hass, work, "earshot looks after a satellite", eager_start=False)


def _nothing() -> None:
    """Forget nothing."""
