"""The settings of an assistant's pipeline: which entities, in which languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from homeassistant.components import conversation, stt
from homeassistant.components.assist_pipeline import Pipeline, async_get_pipelines
from homeassistant.components.conversation.agent_manager import async_get_agent
from homeassistant.components.tts.helper import get_engine_instance
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.util import language as language_util

from ..const import DOMAIN
from ..models import Stage
from ..runtime import entity_unique_id
from .catalogue import FIELDS, PLATFORMS
from .plan import Assistant


@dataclass(frozen=True, slots=True)
class Gates:
    """The gate's entities of one assistant, by the stage that they stand in front of."""

    entity_ids: dict[Stage, str]

    def fields(self, assistant: Assistant) -> dict[str, str | None]:
        """Name them as a pipeline does. A stage that a copied pipeline did not have stays out."""
        return {name: None if name in assistant.settings else self.entity_ids[stage] for stage, name in FIELDS.items()}


@callback
def gates(hass: HomeAssistant, assistant: Assistant) -> Gates | None:
    """Look up the assistant's entities; None while one is missing or disabled."""
    registry = er.async_get(hass)
    found: dict[Stage, str] = {}
    for stage, platform in PLATFORMS.items():
        unique_id = entity_unique_id(assistant.subentry_id, stage)
        entity_id = registry.async_get_entity_id(platform, DOMAIN, unique_id)
        if entity_id is not None and hass.states.get(entity_id):
            found[stage] = entity_id
    return Gates(found) if len(found) == len(PLATFORMS) else None


@callback
def new_pipeline(hass: HomeAssistant, assistant: Assistant, found: Gates) -> dict[str, Any]:
    """Settle a new pipeline: as the one that was copied, else in the house's language, as far as each engine speaks it.

    Home Assistant's agent is asked by the gate itself unless a copied pipeline asked it first: asked past the gate, it
    is entered from what Home Assistant tells of the run.
    """
    fields = found.fields(assistant)
    settings: dict[str, Any] = {
        "name": free_name(hass, assistant.title),
        "language": hass.config.language,
        "wake_word_id": None,
        "tts_voice": None,
        "prefer_local_intents": False,
        **_languages(hass, fields),
        **assistant.settings,
        **fields,
    }
    for name in ("stt", "tts"):
        if settings[f"{name}_engine"] is None:
            settings[f"{name}_language"] = None
    return settings


@callback
def corrections(hass: HomeAssistant, assistant: Assistant, found: Gates, pipeline: Pipeline) -> dict[str, Any]:
    """Return what must change in a pipeline; nothing, mostly.

    Entities are followed that were renamed, and languages are changed that an engine does not speak that came
    meanwhile. What else a person changed stays.
    """
    fields: dict[str, Any] = found.fields(assistant)
    changed = {name: value for name, value in fields.items() if getattr(pipeline, name) != value}
    for name, language in _languages(hass, fields).items():
        if not _speaks(hass, fields, name, getattr(pipeline, name)):
            changed[name] = language
            if name == "tts_language":
                changed["tts_voice"] = None
    return {name: value for name, value in changed.items() if getattr(pipeline, name) != value}


@callback
def free_name(hass: HomeAssistant, wanted: str) -> str:
    """Find a name that no pipeline has: satellites remember theirs by name."""
    taken = {pipeline.name for pipeline in async_get_pipelines(hass)}
    number = 2
    name = wanted
    while name in taken:
        name, number = f"{wanted} {number}", number + 1
    return name


def _languages(hass: HomeAssistant, fields: dict[str, Any]) -> dict[str, str]:
    return {name: _closest(hass, spoken) for name, spoken in _spoken(hass, fields).items()}


def _spoken(hass: HomeAssistant, fields: dict[str, Any]) -> dict[str, list[str] | str]:
    """Ask each gate which languages the engine behind it speaks."""
    recognizer = stt.async_get_speech_to_text_engine(hass, fields["stt_engine"] or "")
    agent = async_get_agent(hass, fields["conversation_engine"] or conversation.HOME_ASSISTANT_AGENT)
    voice = get_engine_instance(hass, fields["tts_engine"] or "")
    return {
        "stt_language": recognizer.supported_languages if recognizer else [],
        "conversation_language": agent.supported_languages if agent else [],
        "tts_language": voice.supported_languages if voice else [],
    }


def _speaks(hass: HomeAssistant, fields: dict[str, Any], name: str, language: str | None) -> bool:
    """Whether a pipeline's language can stay. Of an engine that is not there nobody knows.

    Home Assistant refuses a run in any other language than the very ones that an engine names.
    """
    spoken = _spoken(hass, fields)[name]
    return not spoken or isinstance(spoken, str) or language in spoken


def _closest(hass: HomeAssistant, languages: Iterable[str] | str) -> str:
    """Pick the language nearest to the house's; the first that there is, if none is near."""
    if isinstance(languages, str):
        return hass.config.language
    spoken = list(languages)
    near = language_util.matches(hass.config.language, spoken, hass.config.country)
    return next(iter((*near, *spoken)), hass.config.language)
