"""What a person can put behind the gate: every engine that Home Assistant has, and every pipeline to copy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from homeassistant.components import conversation, stt, wake_word
from homeassistant.components.assist_pipeline import Pipeline, async_get_pipelines
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.components.conversation.agent_manager import get_agent_manager
from homeassistant.components.conversation.const import DATA_COMPONENT as CONVERSATIONS
from homeassistant.components.stt.const import DATA_COMPONENT as RECOGNIZERS, DATA_PROVIDERS
from homeassistant.components.tts.const import DATA_COMPONENT as VOICES, DATA_TTS_MANAGER, DOMAIN as TTS
from homeassistant.components.wake_word import DATA_COMPONENT as WAKE_WORDS
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity import Entity

from ..const import DOMAIN
from ..models import Stage
from .plan import refer

PLATFORMS: Final = {
    Stage.WAKE_WORD: wake_word.DOMAIN,
    Stage.SPEECH_TO_TEXT: stt.DOMAIN,
    Stage.CONVERSATION: conversation.DOMAIN,
    Stage.TEXT_TO_SPEECH: TTS,
}
"""Home Assistant's word for each stage's platform."""

FIELDS: Final = {
    Stage.WAKE_WORD: "wake_word_entity",
    Stage.SPEECH_TO_TEXT: "stt_engine",
    Stage.CONVERSATION: "conversation_engine",
    Stage.TEXT_TO_SPEECH: "tts_engine",
}
"""The field of a pipeline that names each stage's engine."""

COPIED: Final = (
    "language",
    "conversation_language",
    "stt_language",
    "tts_language",
    "tts_voice",
    "wake_word_id",
    "prefer_local_intents",
)
"""What else a copy takes over."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An engine that can stand behind a stage."""

    reference: str
    """Its id, which survives renaming where there is such a one."""
    label: str
    """Its name, with its integration's domain where that says more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What a pipeline is, for an assistant that shall be like it."""

    engines: dict[Stage, str]
    """By reference. Stages that are not in it were Earshot's or nobody's."""
    settings: dict[str, Any]
    """The rest, by Home Assistant's names."""


@callback
def choices(hass: HomeAssistant, stage: Stage) -> tuple[Choice, ...]:
    """List what can stand behind a stage, by name. Earshot's own gates cannot: they would ask themselves."""
    found = [_choice(hass, entity) for entity in _entities(hass, stage) if _is_engine(stage, entity)]
    return tuple(sorted((*found, *_legacy(hass, stage)), key=lambda choice: choice.label.casefold()))


@callback
def copyable(hass: HomeAssistant) -> tuple[Pipeline, ...]:
    """List the pipelines that do not lead through the gate already: the preferred one first, if it is among them."""
    preferred = hass.data[KEY_ASSIST_PIPELINE].pipeline_store.async_get_preferred_item()
    found = [pipeline for pipeline in async_get_pipelines(hass) if not _through_gate(hass, pipeline)]
    return tuple(sorted(found, key=lambda pipeline: pipeline.id != preferred))


@callback
def copied(hass: HomeAssistant, pipeline: Pipeline) -> Copied:
    """Read a pipeline. A stage that it does not have stays out of the copy, but for the wake word.

    Without a wake word engine of its own, Home Assistant takes the first that it has; the copy names that one, because
    its first one may be Earshot's from now on.
    """
    engines: dict[Stage, str] = {}
    settings: dict[str, Any] = {name: getattr(pipeline, name) for name in COPIED}
    for stage, name in FIELDS.items():
        engine = getattr(pipeline, name)
        if engine is None and stage is Stage.WAKE_WORD:
            engine = next((choice.reference for choice in choices(hass, stage)), None)
        elif engine is None:
            settings[name] = None
        if engine is not None and engine != conversation.HOME_ASSISTANT_AGENT:
            engines[stage] = refer(hass, engine)
    return Copied(engines=engines, settings=settings)


def _entities(hass: HomeAssistant, stage: Stage) -> Iterable[Entity]:
    match stage:
        case Stage.WAKE_WORD:
            return hass.data[WAKE_WORDS].entities
        case Stage.SPEECH_TO_TEXT:
            return hass.data[RECOGNIZERS].entities
        case Stage.CONVERSATION:
            return hass.data[CONVERSATIONS].entities
        case Stage.TEXT_TO_SPEECH:
            return hass.data[VOICES].entities


def _is_engine(stage: Stage, entity: Entity) -> bool:
    # Home Assistant's own agent is what an assistant has that names none.
    default = stage is Stage.CONVERSATION and entity.entity_id == conversation.HOME_ASSISTANT_AGENT
    return entity.platform.platform_name != DOMAIN and not default


def _choice(hass: HomeAssistant, entity: Entity) -> Choice:
    state = hass.states.get(entity.entity_id)
    name = state.name if state else entity.entity_id
    integration = entity.platform.platform_name
    label = name if integration.casefold() in name.casefold() else f"{name} ({integration})"
    return Choice(refer(hass, entity.entity_id), label)


def _legacy(hass: HomeAssistant, stage: Stage) -> Iterator[Choice]:
    """List the engines that are no entities: providers of old platforms, agents of old integrations."""
    match stage:
        case Stage.SPEECH_TO_TEXT:
            names = {engine_id: provider.name for engine_id, provider in hass.data[DATA_PROVIDERS].items()}
        case Stage.TEXT_TO_SPEECH:
            providers = hass.data[DATA_TTS_MANAGER].providers
            names = {engine_id: provider.name for engine_id, provider in providers.items()}
        case Stage.CONVERSATION:
            names = {info.id: info.name for info in get_agent_manager(hass).async_get_agent_info()}
        case Stage.WAKE_WORD:
            names = {}
    for engine_id, name in names.items():
        yield Choice(engine_id, name or engine_id)


def _through_gate(hass: HomeAssistant, pipeline: Pipeline) -> bool:
    agent = hass.data[CONVERSATIONS].get_entity(pipeline.conversation_engine)
    return agent is not None and agent.platform.platform_name == DOMAIN
