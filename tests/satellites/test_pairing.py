"""A satellite that is paired uses its assistant, keeps to it, and gets back what it had."""

from types import MappingProxyType
from typing import Any

from homeassistant.components.assist_pipeline import async_get_pipelines, async_update_pipeline
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.config_entries import ConfigEntryState, ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er, issue_registry as ir
import pytest

from custom_components.earshot.const import CONF_ASSISTANT, DOMAIN, SUBENTRY_SATELLITE, TITLE
from custom_components.earshot.errors import (
    AssistantUnreadyError,
    SatelliteGoneError,
    SatelliteOfflineError,
    SatelliteUnsetError,
)
from custom_components.earshot.satellites.pairing import Pairings
from tests.gate.house import House
from tests.satellites.devices import Device, Devices, wake_words

STORE = "earshot.satellites"


def pairings(house: House) -> Pairings:
    return house.runtime.satellites.pairings


async def pair(house: House, device: Device, words: tuple[str, ...] | None = None) -> ConfigSubentry:
    """Pair a satellite as the flow does, without anybody speaking."""
    before = await pairings(house).adopt(device.key, "one", words, None)
    pairings(house).done(before)
    subentry = ConfigSubentry(
        data=MappingProxyType({CONF_ASSISTANT: "one"}),
        subentry_type=SUBENTRY_SATELLITE,
        title=device.name,
        unique_id=device.key,
    )
    house.hass.config_entries.async_add_subentry(house.entry, subentry)
    await house.hass.async_block_till_done()
    return subentry


async def rename(hass: HomeAssistant, name: str, to: str) -> None:
    pipeline = next(one for one in async_get_pipelines(hass) if one.name == name)
    await async_update_pipeline(hass, pipeline, name=to)
    await settled(hass)


async def settled(hass: HomeAssistant) -> None:
    await hass.async_block_till_done(wait_background_tasks=False)
    await hass.async_block_till_done(wait_background_tasks=False)


async def plain(hass: HomeAssistant, name: str) -> str:
    """Make another pipeline, and return its id."""
    store = hass.data[KEY_ASSIST_PIPELINE].pipeline_store
    made = await store.async_create_item(
        {
            "name": name,
            "language": "en",
            "conversation_engine": "conversation.home_assistant",
            "conversation_language": "en",
            "stt_engine": None,
            "stt_language": None,
            "tts_engine": None,
            "tts_language": None,
            "tts_voice": None,
            "wake_word_entity": None,
            "wake_word_id": None,
        }
    )
    return made.id


def issues(hass: HomeAssistant) -> set[str]:
    return {str(issue.translation_key) for (domain, _), issue in ir.async_get(hass).issues.items() if domain == DOMAIN}


async def test_it_uses_the_assistant_and_gets_back_what_it_had_when_it_is_paired_no_more(
    hass: HomeAssistant, house: House, devices: Devices, hass_storage: dict[str, Any]
) -> None:
    device = await devices.add(Device("Kitchen", selects=2))
    await plain(hass, "Mine")
    await device.choose(hass, "Mine")
    subentry = await pair(house, device)
    assert (device.chosen(hass), device.chosen(hass, 2)) == (TITLE, TITLE)
    assert house.runtime.satellites.survey.of(device.entity_id).paired == subentry.subentry_id
    hass.config_entries.async_remove_subentry(house.entry, subentry.subentry_id)
    await hass.async_block_till_done()
    assert (device.chosen(hass), device.chosen(hass, 2)) == ("Mine", "preferred")
    assert hass_storage[STORE]["data"] == {}


async def test_a_pairing_outlives_a_reload(hass: HomeAssistant, house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen"))
    await pair(house, device)
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == TITLE


async def test_what_it_had_is_found_by_whatever_it_is_called_by_now(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    device = await devices.add(Device("Kitchen"))
    await plain(hass, "Mine")
    await device.choose(hass, "Mine")
    subentry = await pair(house, device)
    await rename(hass, "Mine", "Ours")
    hass.config_entries.async_remove_subentry(house.entry, subentry.subentry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == "Ours"


async def test_what_it_had_may_be_gone(hass: HomeAssistant, house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen"))
    mine = await plain(hass, "Mine")
    await device.choose(hass, "Mine")
    subentry = await pair(house, device)
    await hass.data[KEY_ASSIST_PIPELINE].pipeline_store.async_delete_item(mine)
    hass.config_entries.async_remove_subentry(house.entry, subentry.subentry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == "preferred"


@pytest.mark.parametrize("option", ["Mine", "preferred"])
async def test_what_a_person_chose_since_stays(
    hass: HomeAssistant, house: House, devices: Devices, option: str
) -> None:
    device = await devices.add(Device("Kitchen"))
    await plain(hass, "Mine")
    await plain(hass, "Had")
    await device.choose(hass, "Had")
    subentry = await pair(house, device)
    await device.choose(hass, option)
    await settled(hass)
    # Also when the assistant's pipeline is renamed afterwards, which looks as if it had fallen back.
    await rename(hass, TITLE, "Our voice")
    assert device.chosen(hass) == option
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert device.chosen(hass) == option
    hass.config_entries.async_remove_subentry(house.entry, subentry.subentry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == option


async def test_it_follows_a_pipeline_that_is_renamed(hass: HomeAssistant, house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen", selects=2))
    subentry = await pair(house, device)
    await rename(hass, TITLE, "Our voice")
    assert (device.chosen(hass), device.chosen(hass, 2)) == ("Our voice", "Our voice")
    await rename(hass, "Our voice", "Nabu")
    assert device.chosen(hass) == "Nabu"
    hass.config_entries.async_remove_subentry(house.entry, subentry.subentry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == "preferred"


async def test_it_follows_a_pipeline_that_was_renamed_while_earshot_did_not_run(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    device = await devices.add(Device("Kitchen"))
    await pair(house, device)
    await hass.config_entries.async_unload(house.entry.entry_id)
    await rename(hass, TITLE, "Our voice")
    assert device.chosen(hass) == "preferred"
    await hass.config_entries.async_setup(house.entry.entry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == "Our voice"


async def test_a_pipeline_that_was_deleted_is_made_again_and_chosen(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    device = await devices.add(Device("Kitchen"))
    await pair(house, device)
    await hass.data[KEY_ASSIST_PIPELINE].pipeline_store.async_delete_item(house.pipeline_id)
    await settled(hass)
    assert device.chosen(hass) == "preferred"
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == TITLE


async def test_one_that_is_away_at_a_rename_gets_its_assistant_when_it_is_back(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    device = await devices.add(Device("Kitchen"))
    await pair(house, device)
    await devices.turn(device, available=False)
    await rename(hass, TITLE, "Our voice")
    await devices.turn(device, available=True)
    await settled(hass)
    assert device.chosen(hass) == "Our voice"


async def test_one_that_does_not_take_it_again_is_told_of(hass: HomeAssistant, house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen"))
    await pair(house, device)
    device.takes_choice = False
    await rename(hass, TITLE, "Our voice")
    assert "paired_satellite_astray" in issues(hass)
    device.takes_choice = True
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == "Our voice"
    assert "paired_satellite_astray" not in issues(hass)


async def test_one_that_is_away_when_it_is_unpaired_gets_back_what_it_had_later(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    device = await devices.add(Device("Kitchen"))
    await plain(hass, "Mine")
    await device.choose(hass, "Mine")
    subentry = await pair(house, device)
    await devices.turn(device, available=False)
    hass.config_entries.async_remove_subentry(house.entry, subentry.subentry_id)
    await hass.async_block_till_done()
    await devices.turn(device, available=True)
    await settled(hass)
    assert device.chosen(hass) == "Mine"


async def test_a_satellite_that_is_renamed_stays_paired(hass: HomeAssistant, house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen"))
    subentry = await pair(house, device)
    registry = er.async_get(hass)
    registry.async_update_entity(device.entity_id, new_entity_id="assist_satellite.cellar")
    registry.async_update_entity(device.select(hass), new_entity_id="select.cellar")
    await settled(hass)
    await rename(hass, TITLE, "Our voice")
    assert device.chosen(hass) == "Our voice"
    (paired,) = pairings(house).paired()
    assert paired.entity_id == "assist_satellite.cellar"
    assert set(paired.known_as) == {"assist_satellite.kitchen", "assist_satellite.cellar"}
    hass.config_entries.async_remove_subentry(house.entry, subentry.subentry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == "preferred"


async def test_when_its_assistant_is_removed_it_gets_back_what_it_had_and_a_person_is_asked(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    device = await devices.add(Device("Kitchen"))
    await plain(hass, "Mine")
    await device.choose(hass, "Mine")
    await pair(house, device)
    hass.config_entries.async_remove_subentry(house.entry, "one")
    await hass.async_block_till_done()
    assert device.chosen(hass) == "Mine"
    assert "paired_assistant_gone" in issues(hass)


async def test_when_earshot_is_removed_everything_is_as_it_was(
    hass: HomeAssistant, house: House, devices: Devices, hass_storage: dict[str, Any]
) -> None:
    device = await devices.add(Device("Kitchen", words=wake_words("nabu", "mycroft", active=("mycroft",))))
    await plain(hass, "Mine")
    await device.choose(hass, "Mine")
    await pair(house, device, words=("nabu",))
    assert device.words is not None
    assert device.words.active_wake_words == ["nabu"]
    await hass.config_entries.async_remove(house.entry.entry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == "Mine"
    assert device.words.active_wake_words == ["mycroft"]
    assert STORE not in hass_storage


async def test_wake_words_that_a_person_changed_since_stay(hass: HomeAssistant, house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen", words=wake_words("nabu", "mycroft", "alexa", active=("mycroft",))))
    subentry = await pair(house, device, words=("nabu",))
    device.words = wake_words("nabu", "mycroft", "alexa", active=("alexa",))
    hass.config_entries.async_remove_subentry(house.entry, subentry.subentry_id)
    await hass.async_block_till_done()
    assert device.words.active_wake_words == ["alexa"]


async def test_a_pairing_that_was_broken_off_by_a_crash_is_undone_at_the_next_start(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    device = await devices.add(Device("Kitchen"))
    await pairings(house).adopt(device.key, "one", None, None)
    assert device.chosen(hass) == TITLE
    # While somebody is at it, a reload for another reason leaves it alone.
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert device.chosen(hass) == TITLE
    hass.data["earshot_pairing_under_way"].clear()
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert device.chosen(hass) == "preferred"


async def test_what_is_given_up_is_undone(hass: HomeAssistant, house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen", words=wake_words("nabu", "mycroft", active=("mycroft",))))
    before = await pairings(house).adopt(device.key, "one", ("nabu",), "hey_jarvis")
    spoken = next(pipeline for pipeline in async_get_pipelines(hass) if pipeline.name == TITLE)
    assert spoken.wake_word_id == "hey_jarvis"
    await pairings(house).undo(before)
    assert device.chosen(hass) == "preferred"
    assert device.words is not None
    assert device.words.active_wake_words == ["mycroft"]
    spoken = next(pipeline for pipeline in async_get_pipelines(hass) if pipeline.name == TITLE)
    assert spoken.wake_word_id is None
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert device.chosen(hass) == "preferred"


async def test_one_that_does_not_take_its_wake_words_is_left_as_it_was(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    words = wake_words("nabu", "mycroft", active=("mycroft",))
    device = await devices.add(Device("Kitchen", words=words, takes_words=False))
    with pytest.raises(SatelliteUnsetError):
        await pairings(house).adopt(device.key, "one", ("nabu",), None)
    assert device.chosen(hass) == "preferred"
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert device.chosen(hass) == "preferred"


async def test_one_that_is_away_cannot_be_paired(hass: HomeAssistant, house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen"))
    await devices.turn(device, available=False)
    with pytest.raises(SatelliteOfflineError):
        await pairings(house).adopt(device.key, "one", None, None)


async def test_without_satellite_choice_or_assistant_there_is_nothing_to_pair(house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen", selects=0))
    with pytest.raises(SatelliteGoneError):
        await pairings(house).adopt("nobody", "one", None, None)
    with pytest.raises(AssistantUnreadyError):
        await pairings(house).adopt(device.key, "two", None, None)
    with pytest.raises(SatelliteUnsetError):
        await pairings(house).adopt(device.key, "one", None, None)


async def test_a_satellite_that_was_removed_from_home_assistant_is_asked_about(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    device = await devices.add(Device("Kitchen"))
    subentry = await pair(house, device)
    await hass.config_entries.async_remove(device.entry.entry_id)
    await hass.async_block_till_done()
    assert house.entry.state is ConfigEntryState.LOADED
    assert pairings(house).paired() == ()
    assert "paired_satellite_gone" in issues(hass)
    hass.config_entries.async_remove_subentry(house.entry, subentry.subentry_id)
    await hass.async_block_till_done()
    assert "paired_satellite_gone" not in issues(hass)


async def test_one_that_comes_back_is_paired_again(hass: HomeAssistant, house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen"))
    await pair(house, device)
    key = device.key
    registry = er.async_get(hass)
    await hass.config_entries.async_unload(device.entry.entry_id)
    registry.async_remove(device.entity_id)
    await hass.async_block_till_done()
    assert "paired_satellite_gone" in issues(hass)
    await hass.config_entries.async_setup(device.entry.entry_id)
    await hass.async_block_till_done()
    assert device.key == key
    assert "paired_satellite_gone" not in issues(hass)
    assert len(pairings(house).paired()) == 1
