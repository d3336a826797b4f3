"""The table of what an engine can, each read of the engine itself and of the gate in front of it."""

from collections.abc import Callable
from typing import Any

from homeassistant.components import conversation, stt, tts
from homeassistant.components.conversation.agent_manager import async_get_agent
from homeassistant.components.tts.helper import get_engine_instance
from homeassistant.components.wake_word import async_get_wake_word_detection_entity
from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.models import Stage
from tests.gate.house import House
from tests.gate.others import Others

GATES = {
    Stage.WAKE_WORD: "wake_word.earshot_wake_word",
    Stage.SPEECH_TO_TEXT: "stt.earshot_speech_to_text",
    Stage.CONVERSATION: "conversation.earshot_agent",
    Stage.TEXT_TO_SPEECH: "tts.earshot_voice",
}

type Ask = Callable[[HomeAssistant, str], Any]


def of_stt(name: str) -> Ask:
    return lambda hass, engine: getattr(stt.async_get_speech_to_text_engine(hass, engine), name)


def of_tts(name: str) -> Ask:
    return lambda hass, engine: getattr(get_engine_instance(hass, engine), name)


def of_agent(name: str) -> Ask:
    return lambda hass, engine: getattr(async_get_agent(hass, engine), name)


def streams(hass: HomeAssistant, engine: str) -> bool:
    found = get_engine_instance(hass, engine)
    assert isinstance(found, tts.TextToSpeechEntity)
    return found.async_supports_streaming_input()


def voices(hass: HomeAssistant, engine: str) -> list[tts.Voice] | None:
    found = get_engine_instance(hass, engine)
    return found.async_get_supported_voices("de") if found else None


def agent_info(hass: HomeAssistant, engine: str) -> bool:
    info = conversation.async_get_agent_info(hass, engine)
    assert info is not None
    return info.supports_streaming


def shown_features(hass: HomeAssistant, engine: str) -> Any:
    """As Assist reads it, when it decides which sentences it leaves to the agent."""
    state = hass.states.get(engine)
    return state and state.attributes.get("supported_features")


TABLE: dict[str, tuple[Stage, Ask]] = {
    "languages of a recognizer": (Stage.SPEECH_TO_TEXT, of_stt("supported_languages")),
    "sound files": (Stage.SPEECH_TO_TEXT, of_stt("supported_formats")),
    "codecs": (Stage.SPEECH_TO_TEXT, of_stt("supported_codecs")),
    "bit rates": (Stage.SPEECH_TO_TEXT, of_stt("supported_bit_rates")),
    "sample rates": (Stage.SPEECH_TO_TEXT, of_stt("supported_sample_rates")),
    "channels": (Stage.SPEECH_TO_TEXT, of_stt("supported_channels")),
    "ends the utterance itself": (Stage.SPEECH_TO_TEXT, of_stt("audio_processing")),
    "languages of a voice": (Stage.TEXT_TO_SPEECH, of_tts("supported_languages")),
    "default language": (Stage.TEXT_TO_SPEECH, of_tts("default_language")),
    "options": (Stage.TEXT_TO_SPEECH, of_tts("supported_options")),
    "default options": (Stage.TEXT_TO_SPEECH, of_tts("default_options")),
    "voices": (Stage.TEXT_TO_SPEECH, voices),
    "speaks while the text comes": (Stage.TEXT_TO_SPEECH, streams),
    "languages of an agent": (Stage.CONVERSATION, of_agent("supported_languages")),
    "answers while it thinks": (Stage.CONVERSATION, agent_info),
    "features of an agent": (Stage.CONVERSATION, of_agent("supported_features")),
    "features as Assist reads them": (Stage.CONVERSATION, shown_features),
}


@pytest.mark.parametrize("ability", TABLE)
async def test_the_gate_can_what_the_engine_behind_it_can(
    hass: HomeAssistant, house: House, others: Others, ability: str
) -> None:
    stage, ask = TABLE[ability]
    assert ask(hass, GATES[stage]) == ask(hass, others.engines[stage])


async def test_a_voice_that_streams_streams_through_the_gate(hass: HomeAssistant, house: House, others: Others) -> None:
    assert not streams(hass, GATES[Stage.TEXT_TO_SPEECH])
    await house.put_behind({Stage.TEXT_TO_SPEECH: others.streaming_voice.entity_id})
    assert streams(hass, GATES[Stage.TEXT_TO_SPEECH])


async def test_the_wake_words_of_the_engine_are_offered(hass: HomeAssistant, house: House, others: Others) -> None:
    gate = async_get_wake_word_detection_entity(hass, GATES[Stage.WAKE_WORD])
    assert gate is not None
    assert await gate.get_supported_wake_words() == await others.wake_word.get_supported_wake_words()


async def test_the_agent_is_prepared(hass: HomeAssistant, house: House, others: Others) -> None:
    await conversation.async_prepare_agent(hass, GATES[Stage.CONVERSATION], "de")
    assert others.agent.prepared == ["de"]


async def test_home_assistants_own_agent_stands_behind_a_gate_that_names_none(
    hass: HomeAssistant, house: House
) -> None:
    for ask in (of_agent("supported_languages"), agent_info):
        assert ask(hass, GATES[Stage.CONVERSATION]) == ask(hass, conversation.HOME_ASSISTANT_AGENT)


@pytest.mark.parametrize("stage", Stage)
async def test_a_gate_is_away_while_its_engine_is_and_comes_back_with_it(
    hass: HomeAssistant, house: House, others: Others, stage: Stage
) -> None:
    def there() -> bool:
        state = hass.states.get(GATES[stage])
        return state is not None and state.state != "unavailable"

    assert there()
    engine = {
        Stage.WAKE_WORD: others.wake_word,
        Stage.SPEECH_TO_TEXT: others.speech,
        Stage.CONVERSATION: others.agent,
        Stage.TEXT_TO_SPEECH: others.voice,
    }[stage]
    engine._attr_available = False
    engine.async_write_ha_state()
    await hass.async_block_till_done()
    assert not there()
    engine._attr_available = True
    engine.async_write_ha_state()
    await hass.async_block_till_done()
    assert there()


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.WAKE_WORD])
async def test_a_gate_whose_engine_was_removed_can_nothing_and_breaks_nothing(
    hass: HomeAssistant, house: House, others: Others, stage: Stage
) -> None:
    engine = {
        Stage.SPEECH_TO_TEXT: others.speech,
        Stage.CONVERSATION: others.agent,
        Stage.TEXT_TO_SPEECH: others.voice,
    }[stage]
    await engine.async_remove()
    await hass.async_block_till_done()
    for name, (of_stage, ask) in TABLE.items():
        if of_stage is stage and name not in {"default language", "ends the utterance itself"}:
            assert not ask(hass, GATES[stage]), name
