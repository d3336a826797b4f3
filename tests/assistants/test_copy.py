"""An assistant that was there before, made transparent: the same engines and settings, and a way back."""

from typing import Any
from unittest.mock import patch

from homeassistant.components.assist_pipeline import Pipeline, async_get_pipelines, async_update_pipeline
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.components.assist_pipeline.select import AssistPipelineSelect
from homeassistant.components.select import DOMAIN as SELECT
from homeassistant.components.select.const import DATA_COMPONENT
from homeassistant.config_entries import SOURCE_RECONFIGURE, SOURCE_USER
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component
import pytest

from custom_components.earshot.assistants.catalogue import choices
from custom_components.earshot.const import SUBENTRY_ASSISTANT
from custom_components.earshot.models import Stage
from tests.gate.house import House
from tests.gate.others import HEARD, Others, add_others

OLD = "Grandma's voice"
COPY = f"{OLD} (Earshot)"


@pytest.fixture
async def others(hass: HomeAssistant, house: House) -> Others:
    return await add_others(hass)


@pytest.fixture
async def old(hass: HomeAssistant, others: Others) -> Pipeline:
    """Give the home an assistant with engines of others, every setting other than usual."""
    return await hass.data[KEY_ASSIST_PIPELINE].pipeline_store.async_create_item(
        {
            "name": OLD,
            "language": "de",
            "conversation_engine": others.agent.entity_id,
            "conversation_language": "de",
            "stt_engine": others.speech.entity_id,
            "stt_language": "de-DE",
            "tts_engine": others.voice.entity_id,
            "tts_language": "de",
            "tts_voice": "low",
            "wake_word_entity": others.wake_word.entity_id,
            "wake_word_id": "hey_you",
            "prefer_local_intents": True,
        }
    )


def pipeline(hass: HomeAssistant, name: str) -> Pipeline:
    return next(pipeline for pipeline in async_get_pipelines(hass) if pipeline.name == name)


async def begin(hass: HomeAssistant, house: House, step: str) -> Any:
    kind = (house.entry.entry_id, SUBENTRY_ASSISTANT)
    menu = await hass.config_entries.subentries.async_init(kind, context={"source": SOURCE_USER})
    assert menu["type"] is FlowResultType.MENU
    return await hass.config_entries.subentries.async_configure(menu["flow_id"], {"next_step_id": step})


async def copy(hass: HomeAssistant, house: House, original: Pipeline, *, takes_over: bool = True) -> str:
    """Make the assistant transparent as a person does; return the subentry's id."""
    form = await begin(hass, house, "copy")
    done = await hass.config_entries.subentries.async_configure(
        form["flow_id"], {"pipeline": original.id, "takes_over": takes_over}
    )
    assert done["type"] is FlowResultType.CREATE_ENTRY
    await hass.async_block_till_done()
    (made,) = [one for one in house.entry.subentries.values() if one.title == done["title"]]
    subentry_id: str = made.subentry_id
    return subentry_id


async def satellite(hass: HomeAssistant, name: str, chosen: str) -> AssistPipelineSelect:
    """Give the home a satellite's select."""
    select = AssistPipelineSelect(hass, "test", name)
    assert await async_setup_component(hass, SELECT, {})
    await hass.data[DATA_COMPONENT].async_add_entities([select])
    await choose(hass, select, chosen)
    return select


async def choose(hass: HomeAssistant, select: AssistPipelineSelect, name: str) -> None:
    await select.async_select_option(name)
    await hass.async_block_till_done()


async def test_the_copy_has_the_settings_of_the_original(
    hass: HomeAssistant, house: House, old: Pipeline, others: Others
) -> None:
    await copy(hass, house, old)
    made = pipeline(hass, COPY)
    same = ("language", "conversation_language", "stt_language", "tts_language", "tts_voice", "wake_word_id")
    assert [getattr(made, name) for name in same] == [getattr(old, name) for name in same]
    assert made.prefer_local_intents is True
    assert made.conversation_engine != old.conversation_engine
    await house.say(pipeline_id=made.id)
    assert [asked.text for asked in others.agent.inputs] == [HEARD]  # no sentence of this home in German
    assert (await house.utterance()).assistant == COPY


async def test_where_every_assistant_is_earshots_there_is_nothing_to_copy(hass: HomeAssistant, house: House) -> None:
    with patch("custom_components.earshot.assistant_flow.copyable", return_value=[]):
        nothing = await begin(hass, house, "copy")
    assert (nothing["type"], nothing["reason"]) == (FlowResultType.ABORT, "nothing_to_copy")


async def test_the_original_stays_as_it_is(hass: HomeAssistant, house: House, old: Pipeline) -> None:
    await copy(hass, house, old)
    assert pipeline(hass, OLD) == old


async def test_satellites_of_the_original_use_the_copy_and_get_the_original_back(
    hass: HomeAssistant, house: House, old: Pipeline
) -> None:
    kitchen, hall = await satellite(hass, "kitchen", OLD), await satellite(hass, "hall", "preferred")
    subentry_id = await copy(hass, house, old)
    assert (kitchen.current_option, hall.current_option) == (COPY, "preferred")
    hass.config_entries.async_remove_subentry(house.entry, subentry_id)
    await hass.async_block_till_done()
    assert (kitchen.current_option, hall.current_option) == (OLD, "preferred")


async def test_nobody_is_moved_who_shall_not_be(hass: HomeAssistant, house: House, old: Pipeline) -> None:
    kitchen = await satellite(hass, "kitchen", OLD)
    await copy(hass, house, old, takes_over=False)
    assert kitchen.current_option == OLD


async def test_the_copy_is_preferred_where_the_original_was_and_gives_that_back(
    hass: HomeAssistant, house: House, old: Pipeline
) -> None:
    store = hass.data[KEY_ASSIST_PIPELINE].pipeline_store
    store.async_set_preferred_item(old.id)
    subentry_id = await copy(hass, house, old)
    assert store.async_get_preferred_item() == pipeline(hass, COPY).id
    hass.config_entries.async_remove_subentry(house.entry, subentry_id)
    await hass.async_block_till_done()
    assert store.async_get_preferred_item() == old.id


async def test_what_a_satellite_chose_by_hand_is_given_back_too_also_after_a_restart(
    hass: HomeAssistant, house: House, old: Pipeline
) -> None:
    kitchen = await satellite(hass, "kitchen", OLD)
    await choose(hass, kitchen, "Earshot")
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()
    await hass.config_entries.async_remove(house.entry.entry_id)
    await hass.async_block_till_done()
    assert kitchen.current_option == OLD


async def test_who_chose_otherwise_meanwhile_is_left_alone(hass: HomeAssistant, house: House, old: Pipeline) -> None:
    kitchen = await satellite(hass, "kitchen", OLD)
    await choose(hass, kitchen, "Earshot")
    await choose(hass, kitchen, "Home Assistant")
    await hass.config_entries.async_remove(house.entry.entry_id)
    await hass.async_block_till_done()
    assert kitchen.current_option == "Home Assistant"


async def test_satellites_follow_a_pipeline_that_is_renamed(hass: HomeAssistant, house: House, old: Pipeline) -> None:
    kitchen, hall = await satellite(hass, "kitchen", OLD), await satellite(hass, "hall", OLD)
    await choose(hass, kitchen, "Earshot")
    await async_update_pipeline(hass, pipeline(hass, "Earshot"), name="Our ears")
    await hass.async_block_till_done()
    assert (kitchen.current_option, hall.current_option) == ("Our ears", OLD)
    await hass.config_entries.async_remove(house.entry.entry_id)
    await hass.async_block_till_done()
    assert kitchen.current_option == OLD


async def test_a_pipeline_for_typing_stays_one(hass: HomeAssistant, house: House, others: Others) -> None:
    await copy(hass, house, pipeline(hass, "Home Assistant"))
    made = pipeline(hass, "Home Assistant (Earshot)")
    assert (made.stt_engine, made.stt_language, made.tts_engine, made.tts_language) == (None, None, None, None)
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert pipeline(hass, "Home Assistant (Earshot)") == made


async def test_what_leads_through_the_gate_is_not_offered(hass: HomeAssistant, house: House, old: Pipeline) -> None:
    await copy(hass, house, old)
    form = await begin(hass, house, "copy")
    (field,) = [key for key in form["data_schema"].schema if key == "pipeline"]
    offered = {option["label"] for option in form["data_schema"].schema[field].config["options"]}
    assert offered == {OLD, "Home Assistant"}


async def test_engines_are_chosen_one_by_one_and_exchanged_later(
    hass: HomeAssistant, house: House, others: Others
) -> None:
    form = await begin(hass, house, "engines")
    chosen = {"wake_word": "own", "speech_to_text": others.speech.entity_id, "conversation": "own"}
    done = await hass.config_entries.subentries.async_configure(
        form["flow_id"], {"name": "Mixed", "text_to_speech": "own", **chosen}
    )
    assert done["type"] is FlowResultType.CREATE_ENTRY
    await hass.async_block_till_done()
    made = pipeline(hass, "Mixed")
    assert made.stt_language == "en"
    (subentry,) = [one for one in house.entry.subentries.values() if one.title == "Mixed"]
    kind = (house.entry.entry_id, SUBENTRY_ASSISTANT)
    form = await hass.config_entries.subentries.async_init(
        kind, context={"source": SOURCE_RECONFIGURE, "subentry_id": subentry.subentry_id}
    )
    done = await hass.config_entries.subentries.async_configure(
        form["flow_id"], chosen | {"text_to_speech": others.voice.entity_id}
    )
    assert (done["type"], done["reason"]) == (FlowResultType.ABORT, "reconfigure_successful")
    await hass.async_block_till_done()
    # The new voice does not speak plain English, but British.
    assert pipeline(hass, "Mixed").tts_language == "en-GB"
    await house.say(pipeline_id=made.id)
    await house.over()
    assert (others.speech.calls, len(others.voice.said)) == (1, 1)


async def test_engines_are_offered_by_name_and_never_the_gate_itself(
    hass: HomeAssistant, house: House, others: Others
) -> None:
    offered = {stage: [choice.reference for choice in choices(hass, stage)] for stage in Stage}
    assert offered == {
        Stage.WAKE_WORD: ["wake_word.other"],
        Stage.SPEECH_TO_TEXT: ["stt.other"],
        Stage.CONVERSATION: ["conversation.other"],
        Stage.TEXT_TO_SPEECH: ["tts.other", "tts.streaming"],
    }


async def test_a_chosen_engine_survives_renaming(hass: HomeAssistant, house: House) -> None:
    registry = er.async_get(hass)
    entry = registry.async_get_or_create("stt", "other", "ear", suggested_object_id="ear")
    await house.put_behind({Stage.SPEECH_TO_TEXT: entry.id})
    registry.async_update_entity("stt.ear", new_entity_id="stt.big_ear")
    await hass.async_block_till_done()
    kind = (house.entry.entry_id, SUBENTRY_ASSISTANT)
    (subentry,) = house.entry.subentries.values()
    form = await hass.config_entries.subentries.async_init(
        kind, context={"source": SOURCE_RECONFIGURE, "subentry_id": subentry.subentry_id}
    )
    schema = form["data_schema"]
    assert schema is not None
    (field,) = [key for key in schema.schema if key == "speech_to_text"]
    assert field.default() == entry.id  # chosen, though its integration is not loaded


async def test_the_preferred_assistant_is_offered_for_copying_first(
    hass: HomeAssistant, house: House, old: Pipeline
) -> None:
    store = hass.data[KEY_ASSIST_PIPELINE].pipeline_store
    first = next(one for one in async_get_pipelines(hass) if one.name == "Home Assistant")
    for preferred in (first, old):
        store.async_set_preferred_item(preferred.id)
        assert proposed(await begin(hass, house, "copy"), "pipeline") == preferred.id


async def test_a_second_assistant_is_proposed_a_name_that_none_has(hass: HomeAssistant, house: House) -> None:
    assert proposed(await begin(hass, house, "engines"), "name") == "Earshot 2"


def proposed(form: Any, field: str) -> Any:
    """Return what a form proposes for one of its fields."""
    (found,) = [key for key in form["data_schema"].schema if key == field]
    return found.default()
