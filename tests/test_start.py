"""Home Assistant's start does not wait for a voice host that is known, and nothing that happens meanwhile is lost."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

from homeassistant.components import stt, tts
from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.host_link import backoff
from custom_components.earshot.host_link.host import VoiceHost
from custom_components.earshot.host_link.remembered import STORE_KEY
from custom_components.earshot.repairs import FAILURES_BEFORE_ISSUE, HOST_DOWN
from tests.gate.house import SECOND, House, earshot_entry, make_home
from tests.host_link.facts import left_in
from tests.host_link.test_host import until_available
from tests.test_init import own_tasks

HOST_ENTITIES = ("stt.earshot_speech_to_text", "tts.earshot_voice", "wake_word.earshot_wake_word")


@pytest.fixture
def mode(hass: HomeAssistant) -> Path:
    """Return the file that says how the stand-in behaves: beside the models, whose listing is remembered."""
    file = Path(hass.config.path(DOMAIN, "mode"))
    file.parent.mkdir()
    return file


@pytest.fixture
async def entry(  # noqa: PLR0913, PLR0917 - they are fixtures
    hass: HomeAssistant,
    prepared_environment: object,
    sockets: Path,
    fake_host_root: Path,
    mode: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[MockConfigEntry]:
    """Return an entry that was set up once and is unloaded; the next host waits for another mode."""
    monkeypatch.setattr("custom_components.earshot.runtime.VoiceHost", partial(VoiceHost, root=fake_host_root))
    await make_home(hass)
    entry = earshot_entry()
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    assert entry.runtime_data.host.available, "the first set-up waits"
    assert await hass.config_entries.async_unload(entry.entry_id)
    become(mode, "late")
    yield entry
    if entry.state is ConfigEntryState.LOADED:
        await hass.config_entries.async_unload(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert not left_in(sockets)


def become(mode: Path, what: str) -> None:
    """Let the next host, or one that is late, behave like this."""
    mode.write_text(what)


async def test_a_set_up_ends_before_the_host_answers_and_its_entities_come_with_it(
    hass: HomeAssistant, entry: MockConfigEntry, mode: Path
) -> None:
    assert await hass.config_entries.async_setup(entry.entry_id)
    host = entry.runtime_data.host
    assert not host.available
    assert all(hass.states.is_state(entity, "unavailable") for entity in HOST_ENTITIES)
    engine = stt.async_get_speech_to_text_entity(hass, "stt.earshot_speech_to_text")
    assert engine is not None
    assert engine.supported_languages == ["en"]
    become(mode, "")
    await until_available(host)
    assert all(hass.states.is_state(entity, "unknown") for entity in HOST_ENTITIES)


async def test_a_satellite_that_listens_before_the_host_is_there_is_heard_in_the_same_run(
    hass: HomeAssistant, entry: MockConfigEntry, mode: Path
) -> None:
    assert await hass.config_entries.async_setup(entry.entry_id)
    house = House(hass, entry)
    events: list[PipelineEvent] = []
    woken = asyncio.Event()

    def note(event: PipelineEvent) -> None:
        events.append(event)
        if event.type is PipelineEventType.WAKE_WORD_START:
            woken.set()

    run = house.speak_to(pcm=SECOND * 3, start=PipelineStage.WAKE_WORD, end=PipelineStage.STT, on_event=note)
    await woken.wait()
    await asyncio.sleep(0.1)
    assert not run.done()
    become(mode, "")
    await run
    assert [event.type for event in events if event.type is PipelineEventType.ERROR] == []
    (heard,) = [event.data for event in events if event.type is PipelineEventType.STT_END]
    assert heard == {"stt_output": {"text": "turn on the kitchen light"}}
    utterance = await house.utterance()
    assert {ear.evidence for ear in utterance.ears} >= {"enforced"}, "said by the host that heard, not before"


async def test_a_sentence_that_is_spoken_before_the_host_is_there_waits_for_it(
    hass: HomeAssistant, entry: MockConfigEntry, mode: Path
) -> None:
    assert await hass.config_entries.async_setup(entry.entry_id)
    events: list[PipelineEvent] = []
    run = House(hass, entry).speak_to(end=PipelineStage.STT, on_event=events.append)
    await asyncio.sleep(0.1)
    assert not run.done()
    become(mode, "")
    await run
    assert events[-2].data == {"stt_output": {"text": "turn on the kitchen light"}}


async def test_nobody_waits_for_ever_for_a_host_that_does_not_come(
    hass: HomeAssistant, entry: MockConfigEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.gate.stages._ASKED_PATIENCE_SECONDS", 0.01)
    monkeypatch.setattr("custom_components.earshot.gate.stages._PATIENCE_SECONDS", 0.01)
    assert await hass.config_entries.async_setup(entry.entry_id)
    house = House(hass, entry)
    events = await house.say()
    assert [event.data["code"] for event in events if event.type is PipelineEventType.ERROR and event.data] == [
        "stt-stream-failed"
    ]
    assert (await house.utterance()).code is not None
    events = await house.say(start=PipelineStage.WAKE_WORD)
    assert PipelineEventType.STT_START not in {event.type for event in events}
    await house.utterance()


async def test_a_host_that_never_comes_up_is_a_repair_issue(
    hass: HomeAssistant, entry: MockConfigEntry, mode: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backoff, "FIRST_SECONDS", 0.001)
    become(mode, "exit")
    assert await hass.config_entries.async_setup(entry.entry_id)
    host = entry.runtime_data.host
    counted = asyncio.Event()
    host.add_listener(lambda: counted.set() if host.failures >= FAILURES_BEFORE_ISSUE else None)
    await counted.wait()
    assert ir.async_get(hass).async_get_issue(DOMAIN, HOST_DOWN) is not None


async def test_unloading_in_the_middle_of_the_start_leaves_nothing(
    hass: HomeAssistant, entry: MockConfigEntry, sockets: Path
) -> None:
    assert await hass.config_entries.async_setup(entry.entry_id)
    assert "earshot voice host keeper" in own_tasks()
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert not own_tasks()
    assert not left_in(sockets)


async def test_a_reload_in_the_middle_of_the_start_ends_with_one_host(
    hass: HomeAssistant, entry: MockConfigEntry, mode: Path, sockets: Path
) -> None:
    assert await hass.config_entries.async_setup(entry.entry_id)
    assert await hass.config_entries.async_reload(entry.entry_id)
    become(mode, "")
    await until_available(entry.runtime_data.host)
    assert len(left_in(sockets)) == 1


async def test_removing_takes_the_memory_away(
    hass: HomeAssistant, entry: MockConfigEntry, hass_storage: dict[str, Any]
) -> None:
    assert STORE_KEY in hass_storage
    await hass.config_entries.async_remove(entry.entry_id)
    assert STORE_KEY not in hass_storage


async def test_an_announcement_before_the_host_is_there_waits_for_it(
    hass: HomeAssistant, entry: MockConfigEntry, mode: Path
) -> None:
    assert await hass.config_entries.async_setup(entry.entry_id)
    result = tts.async_create_stream(hass, "tts.earshot_voice", options={"preferred_format": "wav"})
    result.async_set_message("Dinner is ready.")
    sound = asyncio.create_task(collect(result))
    await asyncio.sleep(0.1)
    assert not sound.done()
    become(mode, "")
    assert len(await sound) > 1000


async def collect(result: tts.ResultStream) -> bytes:
    """Fetch all of an answer's sound."""
    return b"".join([piece async for piece in result.async_stream_result()])
