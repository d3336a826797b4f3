"""Setting up, unloading, reloading and removing, each with nothing left behind."""

import asyncio
from pathlib import Path

from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import EVENT_HOMEASSISTANT_STOP
from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.earshot.const import CONF_OWN_HOST, DOMAIN, TITLE
from custom_components.earshot.errors import EarshotError, HostStartError, HostUnsupportedError
from custom_components.earshot.runtime import Paths
from custom_components.earshot.system_health import system_health_info
from tests.gate.house import FakeHost, House, earshot_entry, make_home

ENTITIES = (
    "conversation.earshot_agent",
    "stt.earshot_speech_to_text",
    "tts.earshot_voice",
    "wake_word.earshot_wake_word",
)


def own_tasks() -> set[str]:
    return {task.get_name() for task in asyncio.all_tasks() if "earshot" in task.get_name()}


async def test_an_entry_brings_four_entities_that_come_and_go_with_the_host(hass: HomeAssistant, house: House) -> None:
    assert all(hass.states.is_state(entity, "unknown") for entity in ENTITIES)
    house.host.turn(available=False)
    assert {entity for entity in ENTITIES if hass.states.is_state(entity, "unavailable")} == set(ENTITIES[1:])
    house.host.turn(available=True)
    assert all(hass.states.is_state(entity, "unknown") for entity in ENTITIES)


async def test_unloading_leaves_nothing_running(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    host, runtime = house.host, house.runtime
    assert own_tasks()
    assert await hass.config_entries.async_unload(house.entry.entry_id)
    await hass.async_block_till_done()
    assert not host.running
    assert not host.listeners
    assert not own_tasks()
    assert not runtime.gate.in_flight
    assert all(hass.states.is_state(entity, "unavailable") for entity in ENTITIES)


async def test_a_reload_goes_on_with_the_same_ledger(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    assert await hass.config_entries.async_reload(house.entry.entry_id)
    await house.say()
    assert len(await house.utterances()) == 2
    assert house.runtime.ledger.verify().ok


async def test_a_home_that_is_only_a_desk_runs_without_any_voice_host(hass: HomeAssistant) -> None:
    await make_home(hass)
    entry = MockConfigEntry(domain=DOMAIN, title=TITLE, data={CONF_OWN_HOST: False})
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    house = House(hass, entry)
    assert house.runtime.host.members == ()
    assert house.runtime.ledger.verify().ok
    told = await system_health_info(hass)
    assert (told["voice_host"], told["network_closed"]) == (False, "-")
    assert await hass.config_entries.async_unload(entry.entry_id)
    await hass.async_block_till_done()
    assert not own_tasks()


async def test_when_home_assistant_stops_everything_stops(hass: HomeAssistant, house: House) -> None:
    hass.bus.async_fire(EVENT_HOMEASSISTANT_STOP)
    await hass.async_block_till_done()
    assert not house.host.running
    assert not own_tasks()


async def test_removing_takes_away_what_was_made_and_leaves_what_a_person_put_there(
    hass: HomeAssistant, house: House
) -> None:
    await house.say()
    await house.over()
    paths = Paths.of(hass)
    wake_words = paths.models / "wake_word"
    wake_words.mkdir(parents=True)
    (wake_words / "hey_house.onnx").write_bytes(b"mine")
    environment = paths.keys.parent / "host-env"
    elsewhere = paths.folder.parent / "somebodys_environment"
    elsewhere.mkdir()
    environment.symlink_to(elsewhere)
    await hass.config_entries.async_remove(house.entry.entry_id)
    await hass.async_block_till_done()
    assert everything_in(paths.folder) == {"models", "models/wake_word", "models/wake_word/hey_house.onnx"}
    assert not paths.keys.parent.exists()
    assert elsewhere.is_dir()
    assert not [state for state in hass.states.async_all() if "earshot" in state.entity_id]


async def test_removing_leaves_no_folder_if_there_was_nothing_in_it(hass: HomeAssistant, house: House) -> None:
    paths = Paths.of(hass)
    assert paths.ledger.exists()
    await hass.config_entries.async_remove(house.entry.entry_id)
    assert not paths.folder.exists()


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (HostStartError("no", reason="no"), ConfigEntryState.SETUP_RETRY),
        (HostUnsupportedError("no", reason="musl"), ConfigEntryState.SETUP_ERROR),
    ],
)
async def test_a_host_that_does_not_start_is_tried_again_if_that_can_help(
    hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch, error: EarshotError, state: ConfigEntryState
) -> None:
    async def fail(_: FakeHost) -> None:
        raise error

    monkeypatch.setattr(FakeHost, "start", fail)
    monkeypatch.setattr("custom_components.earshot.runtime.VoiceHost", FakeHost)
    await make_home(hass)
    entry = earshot_entry()
    entry.add_to_hass(hass)
    assert not await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is state
    assert entry.error_reason_translation_key == error.code
    assert not own_tasks()
    assert not Paths.of(hass).folder.exists()


async def test_a_setup_that_breaks_later_stops_what_was_started(
    hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise RuntimeError("no pipelines today")

    hosts: list[FakeHost] = []
    monkeypatch.setattr("custom_components.earshot.runtime.VoiceHost", lambda *args: remember(hosts, FakeHost(*args)))
    monkeypatch.setattr("custom_components.earshot.Assistants.start", fail)
    await make_home(hass)
    entry = earshot_entry()
    entry.add_to_hass(hass)
    assert not await hass.config_entries.async_setup(entry.entry_id)
    assert [host.running for host in hosts] == [False]
    assert not own_tasks()


def remember(hosts: list[FakeHost], host: FakeHost) -> FakeHost:
    hosts.append(host)
    return host


def everything_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}
