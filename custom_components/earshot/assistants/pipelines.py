"""The Assist pipeline of each assistant: made, kept in order, and taken away with its assistant."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NotRequired, TypedDict

from homeassistant.components import conversation
from homeassistant.components.assist_pipeline import Pipeline, async_get_pipelines, async_update_pipeline
from homeassistant.components.assist_pipeline.pipeline import PipelineStorageCollection
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.collection import CollectionChange
from homeassistant.helpers.storage import Store

from ..const import DOMAIN, SUBENTRY_ASSISTANT
from ..runtime import EarshotConfigEntry
from .choices import PipelineChoices
from .plan import Assistant
from .settings import Gates, corrections, gates, new_pipeline

STORE_VERSION: Final = 1
STORE_KEY: Final = f"{DOMAIN}.assistants"
REMEMBERED: Final = "satellites"
"""In the store, beside the assistants: what each satellite had before."""


class _Made(TypedDict):
    """What was made for one assistant."""

    pipeline_id: str
    preferred_before: NotRequired[str]
    """The pipeline that was the preferred one when this one took its place."""


class Assistants:
    """Remembers which pipelines are Earshot's, across restarts and renames, and who used what before."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._store: Store[dict[str, Any]] = Store(hass, STORE_VERSION, STORE_KEY, private=True)
        self._made: dict[str, _Made] = {}
        self._former: dict[str, str] = {}
        self._choices = PipelineChoices(hass, self._former, self._save_soon)
        self._unsubscribe: CALLBACK_TYPE | None = None

    async def start(self, entry: EarshotConfigEntry) -> Mapping[str, str]:
        """Give every assistant its pipeline, take away those of assistants that are gone, and follow the satellites.

        Return the ids of the pipelines by those of the assistants.
        """
        await self._load()
        before = self._content()
        wanted = [Assistant.of(subentry) for subentry in entry.get_subentries_of_type(SUBENTRY_ASSISTANT)]
        for subentry_id in self._made.keys() - {assistant.subentry_id for assistant in wanted}:
            await self._remove(self._made.pop(subentry_id))
        new = [assistant for assistant in wanted if await self._keep(assistant)]
        self._choices.start(self._names())
        for assistant in new:
            await self._take_over(assistant)
        self._unsubscribe = _store(self._hass).async_add_change_set_listener(self._pipelines_changed)
        if self._content() != before:
            await self._store.async_save(self._content())
        return {subentry_id: made["pipeline_id"] for subentry_id, made in self._made.items()}

    @callback
    def stop(self) -> None:
        """Follow nobody any more. The pipelines stay. Idempotent."""
        self._choices.stop()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    async def remove(self) -> None:
        """Take away all that was made, and give every satellite back what it had."""
        await self._load()
        for made in self._made.values():
            await self._remove(made)
        await self._store.async_remove()

    async def _keep(self, assistant: Assistant) -> bool:
        """Make the assistant's pipeline, or correct it; return whether it is new."""
        found = gates(self._hass, assistant)
        if found is None:
            return False
        known = self._made.get(assistant.subentry_id)
        if known is not None and (pipeline := _store(self._hass).data.get(known["pipeline_id"])) is not None:
            await self._correct(assistant, found, pipeline)
            return False
        pipeline = await _store(self._hass).async_create_item(new_pipeline(self._hass, assistant, found))
        self._made[assistant.subentry_id] = _Made(pipeline_id=pipeline.id)
        return True

    async def _correct(self, assistant: Assistant, found: Gates, pipeline: Pipeline) -> None:
        """An unchanged pipeline is not touched: a change breaks off its runs."""
        if changes := corrections(self._hass, assistant, found, pipeline):
            await async_update_pipeline(self._hass, pipeline, **changes)

    async def _take_over(self, assistant: Assistant) -> None:
        """Let a copy take the place of what it was copied from, where a person wants that."""
        store, made = _store(self._hass), self._made[assistant.subentry_id]
        original = store.data.get(assistant.takes_over or "")
        if original is None:
            return
        await self._choices.move(original.name, store.data[made["pipeline_id"]].name)
        if store.async_get_preferred_item() == original.id:
            store.async_set_preferred_item(made["pipeline_id"])
            made["preferred_before"] = original.id

    async def _remove(self, made: _Made) -> None:
        """Delete a pipeline. If it is the preferred one, another takes its place first."""
        store = _store(self._hass)
        pipeline = store.data.get(made["pipeline_id"])
        if pipeline is None:
            return
        await self._choices.give_back(pipeline.id, pipeline.name)
        if store.async_get_preferred_item() == pipeline.id:
            store.async_set_preferred_item(await self._other_than(pipeline.id, made.get("preferred_before")))
        await store.async_delete_item(pipeline.id)

    async def _other_than(self, pipeline_id: str, before: str | None) -> str:
        """Choose who is preferred after a pipeline: who was before it, else any, else the one of a new home."""
        others = [pipeline.id for pipeline in async_get_pipelines(self._hass) if pipeline.id != pipeline_id]
        if before in others:
            return before
        return others[0] if others else (await _make_plain(self._hass)).id

    async def _pipelines_changed(self, _changes: Iterable[CollectionChange]) -> None:
        for pipeline_id, name in self._names().items():
            # Not eager: the satellites' selects hear of the change in this moment, too, and must know the name first.
            renaming = self._choices.renamed(pipeline_id, name)
            self._hass.async_create_task(renaming, "earshot follows a renamed pipeline", eager_start=False)

    def _names(self) -> dict[str, str]:
        pipelines = _store(self._hass).data
        ids = [made["pipeline_id"] for made in self._made.values()]
        return {pipeline_id: pipelines[pipeline_id].name for pipeline_id in ids if pipeline_id in pipelines}

    async def _load(self) -> None:
        loaded = dict(await self._store.async_load() or {})
        self._former.update(loaded.pop(REMEMBERED, {}))
        self._made = loaded

    def _content(self) -> dict[str, Any]:
        made: dict[str, Any] = {subentry_id: dict(one) for subentry_id, one in self._made.items()}
        return made | ({REMEMBERED: dict(self._former)} if self._former else {})

    @callback
    def _save_soon(self) -> None:
        # Without a delay: who removes Earshot reads what was saved, by another object than this one.
        self._hass.async_create_task(self._store.async_save(self._content()), "earshot remembers satellites")


def _store(hass: HomeAssistant) -> PipelineStorageCollection:
    return hass.data[KEY_ASSIST_PIPELINE].pipeline_store


async def _make_plain(hass: HomeAssistant) -> Pipeline:
    """Make the pipeline that a new Home Assistant has, because it needs at least one."""
    return await _store(hass).async_create_item(
        {
            "name": "Home Assistant",
            "language": hass.config.language,
            "conversation_engine": conversation.HOME_ASSISTANT_AGENT,
            "conversation_language": hass.config.language,
            "stt_engine": None,
            "stt_language": None,
            "tts_engine": None,
            "tts_language": None,
            "tts_voice": None,
            "wake_word_entity": None,
            "wake_word_id": None,
        }
    )
