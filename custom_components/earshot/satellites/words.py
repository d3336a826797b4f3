"""The wake words of a satellite that hears them itself, and the one that a pipeline listens for in streamed sound."""

from dataclasses import replace
from typing import Final

from homeassistant.components.assist_pipeline import async_get_pipelines, async_update_pipeline
from homeassistant.components.wake_word import WakeWord
from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError

from ..assistants.plan import Assistant
from ..errors import SatelliteUnsetError
from ..gate.inner.engines import InnerEngines
from .selects import satellite_entity
from .wake import configuration

ANY_WORD: Final = ""
"""Stands for every wake word that a pipeline's engine knows."""


class AssistantWords:
    """The wake words that the assistants listen for in streamed sound."""

    def __init__(self, entry: ConfigEntry, engines: InnerEngines) -> None:
        self._entry = entry
        self._engines = engines

    async def of(self, assistant_id: str) -> list[WakeWord]:
        """Return those that the engine of an assistant knows."""
        subentry = self._entry.subentries.get(assistant_id)
        return [] if subentry is None else await self._engines.wake_word(Assistant.of(subentry)).wake_words()


@callback
def listens_for(hass: HomeAssistant, entity_id: str) -> tuple[str, ...] | None:
    """Return the ids of the wake words that the device listens for; None if it has none of its own to choose from."""
    config = configuration(satellite_entity(hass, entity_id))
    return None if config is None else tuple(config.active_wake_words)


async def give_words(hass: HomeAssistant, entity_id: str, words: tuple[str, ...], label: str) -> None:
    """Let the device listen for these wake words. Raises SatelliteUnsetError if it does not take them."""
    entity = satellite_entity(hass, entity_id)
    config = configuration(entity)
    if entity is None or config is None:
        raise SatelliteUnsetError("it has no wake words to choose from", satellite=label)
    try:
        await entity.async_set_configuration(replace(config, active_wake_words=list(words)))
    except (HomeAssistantError, NotImplementedError, TimeoutError, OSError) as err:
        raise SatelliteUnsetError("its wake words cannot be set", satellite=label) from err
    if set(listens_for(hass, entity_id) or ()) != set(words):
        raise SatelliteUnsetError("its wake words did not take", satellite=label)


@callback
def spoken_word(hass: HomeAssistant, pipeline_id: str) -> str | None:
    """Return the wake word that a pipeline listens for in streamed sound; None for all that its engine knows."""
    return next((one.wake_word_id for one in async_get_pipelines(hass) if one.id == pipeline_id), None)


async def speak_to(hass: HomeAssistant, pipeline_id: str, word: str | None) -> None:
    """Let a pipeline listen for one wake word, or with None for all that its engine knows.

    An unchanged pipeline is not touched: a change breaks off its runs.
    """
    pipeline = next((one for one in async_get_pipelines(hass) if one.id == pipeline_id), None)
    if pipeline is not None and pipeline.wake_word_id != word:
        await async_update_pipeline(hass, pipeline, wake_word_id=word)
