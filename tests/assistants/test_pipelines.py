"""The pipeline of an assistant: made, kept, and taken away without a trace."""

from typing import Any

from homeassistant.components.assist_pipeline import Pipeline, async_get_pipelines, async_update_pipeline
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.components.assist_pipeline.select import AssistPipelineSelect
from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr, entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import MockEntityPlatform

from custom_components.earshot.const import DOMAIN, SUBENTRY_ASSISTANT, TITLE
from tests.gate.house import FakeHost, House, earshot_entry, make_home


def pipeline(hass: HomeAssistant, name: str = TITLE) -> Pipeline:
    return next(pipeline for pipeline in async_get_pipelines(hass) if pipeline.name == name)


def names(hass: HomeAssistant) -> set[str]:
    return {pipeline.name for pipeline in async_get_pipelines(hass)}


async def test_an_assistant_gets_a_pipeline_with_its_own_entities(hass: HomeAssistant, house: House) -> None:
    made = pipeline(hass)
    assert made.wake_word_entity == "wake_word.earshot_wake_word"
    assert made.stt_engine == "stt.earshot_speech_to_text"
    assert made.conversation_engine == "conversation.earshot_agent"
    assert made.tts_engine == "tts.earshot_voice"
    assert (made.stt_language, made.conversation_language, made.tts_language) == ("en", "en", "en")
    assert made.prefer_local_intents is False


async def test_the_preferred_pipeline_stays_what_it_was(hass: HomeAssistant, house: House) -> None:
    preferred = hass.data[KEY_ASSIST_PIPELINE].pipeline_store.async_get_preferred_item()
    assert preferred != house.pipeline_id


async def test_a_name_that_is_taken_is_left_to_who_has_it(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.earshot.runtime.VoiceHost", FakeHost)
    await make_home(hass)
    other = pipeline(hass, "Home Assistant")
    await async_update_pipeline(hass, other, name=TITLE)
    entry = earshot_entry()
    entry.add_to_hass(hass)
    await hass.config_entries.async_setup(entry.entry_id)
    assert names(hass) == {TITLE, f"{TITLE} 2"}
    assert pipeline(hass).id == other.id
    await hass.config_entries.async_remove(entry.entry_id)
    assert names(hass) == {TITLE}


async def test_what_a_person_changed_in_it_survives_a_reload(hass: HomeAssistant, house: House) -> None:
    made = pipeline(hass)
    await async_update_pipeline(hass, made, name="Our voice", wake_word_id="hey_jarvis")
    await hass.config_entries.async_reload(house.entry.entry_id)
    kept = pipeline(hass, "Our voice")
    assert (kept.id, kept.wake_word_id) == (made.id, "hey_jarvis")
    assert TITLE not in names(hass)


async def test_it_follows_an_entity_that_was_renamed(hass: HomeAssistant, house: House) -> None:
    er.async_get(hass).async_update_entity("stt.earshot_speech_to_text", new_entity_id="stt.our_ears")
    await hass.async_block_till_done()
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert pipeline(hass).stt_engine == "stt.our_ears"


async def test_one_that_was_deleted_is_made_again_at_the_next_start(hass: HomeAssistant, house: House) -> None:
    await hass.data[KEY_ASSIST_PIPELINE].pipeline_store.async_delete_item(house.pipeline_id)
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert TITLE in names(hass)


async def test_unloading_keeps_it_and_removing_takes_it_away(
    hass: HomeAssistant, house: House, hass_storage: dict[str, Any]
) -> None:
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert TITLE in names(hass)
    await hass.config_entries.async_remove(house.entry.entry_id)
    assert names(hass) == {"Home Assistant"}
    assert "earshot.assistants" not in hass_storage


async def test_if_it_was_preferred_another_is_preferred_after_it(hass: HomeAssistant, house: House) -> None:
    store = hass.data[KEY_ASSIST_PIPELINE].pipeline_store
    store.async_set_preferred_item(house.pipeline_id)
    await hass.config_entries.async_remove(house.entry.entry_id)
    assert store.async_get_preferred_item() == pipeline(hass, "Home Assistant").id


async def test_if_it_was_the_only_one_a_plain_one_takes_its_place(hass: HomeAssistant, house: House) -> None:
    store = hass.data[KEY_ASSIST_PIPELINE].pipeline_store
    store.async_set_preferred_item(house.pipeline_id)
    await store.async_delete_item(pipeline(hass, "Home Assistant").id)
    await hass.config_entries.async_remove(house.entry.entry_id)
    assert pipeline(hass, "Home Assistant").stt_engine is None


async def test_a_satellite_that_used_it_falls_back_to_the_preferred_one(hass: HomeAssistant, house: House) -> None:
    select = AssistPipelineSelect(hass, "test", "kitchen")
    await MockEntityPlatform(hass).async_add_entities([select])
    await select.async_select_option(TITLE)
    await hass.config_entries.async_remove(house.entry.entry_id)
    await hass.async_block_till_done()
    assert select.current_option == "preferred"


async def test_assistants_come_and_go_with_their_pipelines_and_devices(hass: HomeAssistant, house: House) -> None:
    second = ConfigSubentry(data={}, subentry_type=SUBENTRY_ASSISTANT, title="Second", unique_id=None)  # type: ignore[arg-type]  # a plain dict does in a test
    hass.config_entries.async_add_subentry(house.entry, second)
    await hass.async_block_till_done()
    assert pipeline(hass, "Second").stt_engine == "stt.second_speech_to_text"
    # One for each of them, and the ledger's.
    assert len(dr.async_entries_for_config_entry(dr.async_get(hass), house.entry.entry_id)) == 3
    hass.config_entries.async_remove_subentry(house.entry, second.subentry_id)
    await hass.async_block_till_done()
    assert "Second" not in names(hass)
    assert hass.states.get("stt.second_speech_to_text") is None
    devices = dr.async_entries_for_config_entry(dr.async_get(hass), house.entry.entry_id)
    own = [{(DOMAIN, "one")}, {(DOMAIN, house.entry.entry_id)}]
    assert {frozenset(device.identifiers) for device in devices} == {frozenset(one) for one in own}
    assert {device.entry_type for device in devices} == {dr.DeviceEntryType.SERVICE}
