"""The Assist pipeline of each assistant: made, kept in order, and taken away with its assistant."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypedDict

from homeassistant.components import conversation, stt
from homeassistant.components.assist_pipeline import Pipeline, async_get_pipelines, async_update_pipeline
from homeassistant.components.assist_pipeline.pipeline import PipelineStorageCollection
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.components.conversation.agent_manager import async_get_agent
from homeassistant.components.tts.helper import get_engine_instance
from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.storage import Store
from homeassistant.util import language as language_util

from ..const import DOMAIN, SUBENTRY_ASSISTANT
from ..models import Stage
from ..runtime import EarshotConfigEntry, entity_unique_id

STORE_VERSION: Final = 1
STORE_KEY: Final = f"{DOMAIN}.assistants"

PLATFORMS: Final = {
    Stage.WAKE_WORD: "wake_word",
    Stage.SPEECH_TO_TEXT: "stt",
    Stage.CONVERSATION: "conversation",
    Stage.TEXT_TO_SPEECH: "tts",
}
"""Home Assistant's word for each stage's platform."""


class _Made(TypedDict):
    """What was made for one assistant."""

    pipeline_id: str


@dataclass(frozen=True, slots=True)
class Engines:
    """The entities of one assistant."""

    wake_word: str
    stt: str
    conversation: str
    tts: str


class Assistants:
    """Remembers which pipelines are Earshot's, across restarts and renames."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._store: Store[dict[str, _Made]] = Store(hass, STORE_VERSION, STORE_KEY, private=True)

    async def sync(self, entry: EarshotConfigEntry) -> Mapping[str, str]:
        """Give every assistant its pipeline, and take away those of assistants that are gone.

        Return the ids of the pipelines by those of the assistants.
        """
        made = await self._store.async_load() or {}
        before = dict(made)
        wanted = {assistant.subentry_id: assistant for assistant in entry.get_subentries_of_type(SUBENTRY_ASSISTANT)}
        for subentry_id in made.keys() - wanted.keys():
            await _remove(self._hass, made.pop(subentry_id)["pipeline_id"])
        for subentry_id, assistant in wanted.items():
            known = made[subentry_id]["pipeline_id"] if subentry_id in made else None
            pipeline_id = await self._keep(assistant, known)
            if pipeline_id is not None:
                made[subentry_id] = {"pipeline_id": pipeline_id}
        if made != before:
            await self._store.async_save(made)
        return {subentry_id: one["pipeline_id"] for subentry_id, one in made.items()}

    async def remove(self) -> None:
        """Take away all that was made. A satellite that used it uses the preferred pipeline from now on."""
        for made in (await self._store.async_load() or {}).values():
            await _remove(self._hass, made["pipeline_id"])
        await self._store.async_remove()

    async def _keep(self, assistant: ConfigSubentry, known: str | None) -> str | None:
        """Make the assistant's pipeline, or point it at its entities again. What a person changed in it stays."""
        engines = _engines(self._hass, assistant)
        if engines is None:
            return known
        if known is not None and (pipeline := _store(self._hass).data.get(known)) is not None:
            await _point(self._hass, pipeline, engines)
            return known
        name = _free_name(self._hass, assistant.title)
        pipeline = await _store(self._hass).async_create_item(_settings(self._hass, engines, name))
        return pipeline.id


def _store(hass: HomeAssistant) -> PipelineStorageCollection:
    return hass.data[KEY_ASSIST_PIPELINE].pipeline_store


def _engines(hass: HomeAssistant, assistant: ConfigSubentry) -> Engines | None:
    """Look up the assistant's entities; None while one is missing or disabled."""
    registry = er.async_get(hass)
    found = [
        registry.async_get_entity_id(platform, DOMAIN, entity_unique_id(assistant.subentry_id, stage))
        for stage, platform in PLATFORMS.items()
    ]
    entity_ids = [entity_id for entity_id in found if entity_id is not None and hass.states.get(entity_id)]
    return Engines(*entity_ids) if len(entity_ids) == len(PLATFORMS) else None


async def _point(hass: HomeAssistant, pipeline: Pipeline, engines: Engines) -> None:
    """Follow entities that were renamed. An unchanged pipeline is not touched: a change breaks off its runs."""
    pointed = Engines(
        wake_word=pipeline.wake_word_entity or "",
        stt=pipeline.stt_engine or "",
        conversation=pipeline.conversation_engine,
        tts=pipeline.tts_engine or "",
    )
    if pointed != engines:
        await async_update_pipeline(
            hass,
            pipeline,
            wake_word_entity=engines.wake_word,
            stt_engine=engines.stt,
            conversation_engine=engines.conversation,
            tts_engine=engines.tts,
        )


def _settings(hass: HomeAssistant, engines: Engines, name: str) -> dict[str, Any]:
    """Settle a new pipeline in the house's language, as far as each engine speaks it."""
    voice = get_engine_instance(hass, engines.tts)
    recognizer = stt.async_get_speech_to_text_engine(hass, engines.stt)
    agent = async_get_agent(hass, engines.conversation)
    spoken = voice.supported_languages if voice else []
    return {
        "name": name,
        "language": hass.config.language,
        "wake_word_entity": engines.wake_word,
        "wake_word_id": None,
        "stt_engine": engines.stt,
        "stt_language": _closest(hass, recognizer.supported_languages if recognizer else []),
        "conversation_engine": engines.conversation,
        "conversation_language": _closest(hass, agent.supported_languages if agent else []),
        "tts_engine": engines.tts,
        "tts_language": _closest(hass, spoken),
        "tts_voice": None,
        # The gate asks Home Assistant's agent itself. Asked past the gate, it would not be in the ledger.
        "prefer_local_intents": False,
    }


def _closest(hass: HomeAssistant, languages: list[str] | str) -> str:
    """Pick the language nearest to the house's; the first that there is, if none is near."""
    if isinstance(languages, str):
        return hass.config.language
    near = language_util.matches(hass.config.language, languages, hass.config.country)
    return next(iter((*near, *languages)), hass.config.language)


def _free_name(hass: HomeAssistant, wanted: str) -> str:
    """Find a name that no pipeline has: satellites remember theirs by name."""
    taken = {pipeline.name for pipeline in async_get_pipelines(hass)}
    number = 2
    name = wanted
    while name in taken:
        name, number = f"{wanted} {number}", number + 1
    return name


async def _remove(hass: HomeAssistant, pipeline_id: str) -> None:
    """Delete a pipeline. If it is the preferred one, another takes its place first."""
    store = _store(hass)
    if pipeline_id not in store.data:
        return
    if store.async_get_preferred_item() == pipeline_id:
        others = [pipeline.id for pipeline in async_get_pipelines(hass) if pipeline.id != pipeline_id]
        store.async_set_preferred_item(others[0] if others else (await _make_plain(hass)).id)
    await store.async_delete_item(pipeline_id)


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
