"""Utterances through real Assist pipelines, with a voice host that hears what the test says."""

import asyncio
from contextlib import suppress
from http import HTTPStatus
import logging

from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er, issue_registry as ir
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.earshot.errors import HostProtocolError, HostUnavailableError
from custom_components.earshot.gate.flight import Flight
from custom_components.earshot.models import ContentKind, Ear, EarKind, Evidence, Outcome, Place, Stage
from tests.gate.house import COMMAND, House, accepted, add_satellite, kinds_on_disk, refused

SECOND_MS = 1000
SECOND_BYTES = 32_000


def ear(ears: tuple[Ear, ...], kind: EarKind) -> Ear:
    (only,) = (one for one in ears if one.kind is kind)
    return only


async def test_an_answered_command_leaves_who_was_within_earshot(hass: HomeAssistant, house: House) -> None:
    await house.say(seconds=2)
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    assert hass.states.is_state("input_boolean.kitchen_light", "on")
    listeners = [ear for ear in utterance.ears if ear.kind is not EarKind.STORAGE]
    assert [(ear.kind, ear.place, ear.evidence) for ear in listeners] == [
        (EarKind.MICROPHONE, Place.SATELLITE, Evidence.UNKNOWN),
        (EarKind.SPEECH_TO_TEXT, Place.SANDBOX, Evidence.ENFORCED),
        (EarKind.AGENT, Place.THIS_MACHINE, Evidence.DECLARED),
        (EarKind.TEXT_TO_SPEECH, Place.SANDBOX, Evidence.ENFORCED),
    ]
    assert ear(utterance.ears, EarKind.SPEECH_TO_TEXT).got.sound_ms == 2 * SECOND_MS
    assert ear(utterance.ears, EarKind.SPEECH_TO_TEXT).got.sound_bytes == 2 * SECOND_BYTES
    assert ear(utterance.ears, EarKind.AGENT).got.words == len(COMMAND.split())
    assert not utterance.left_house


async def test_what_comes_after_the_end_is_not_kept(house: House) -> None:
    flights: list[Flight] = []
    house.host.says = lambda _text: flights.extend(house.runtime.gate._flights)
    await house.say()
    utterance = await house.utterance()
    flights[0].keep(ContentKind.WORDS, "late")
    assert not flights[0]._to_keep  # nor held in memory
    flights[0].begin_keeping()
    await flights[0].written()
    entries = house.runtime.ledger.entries(utterance.utterance_id)
    assert [entry.record.kind for entry in entries][-1] == "finished"
    assert house.runtime.vault.read(utterance.utterance_id, ContentKind.WORDS).decode() == COMMAND


def told_of_others(kinds: list[str]) -> list[str]:
    """Leave out what Earshot keeps itself: that is entered beside (decision 27)."""
    return sorted(kind for kind in kinds if kind != "stored")


@pytest.mark.promise(1)
async def test_words_and_answer_are_sealed_for_seven_days_and_sound_is_not_kept(house: House) -> None:
    await house.say()
    utterance = await house.utterance()
    assert {content.kind for content in utterance.contents} == {ContentKind.WORDS, ContentKind.RESPONSE}
    assert all(content.until is not None for content in utterance.contents)
    kept = [content.until - utterance.at for content in utterance.contents if content.until is not None]
    assert all(7 * 86_400 <= time.total_seconds() < 7 * 86_400 + 60 for time in kept)
    words = house.runtime.vault.read(utterance.utterance_id, ContentKind.WORDS)
    assert words.decode() == COMMAND
    assert not list(house.runtime.paths.folder.rglob("*sound*"))
    assert not list(house.runtime.paths.contents.glob("*.waiting"))


@pytest.mark.promise(2)
async def test_who_had_it_is_on_disk_before_the_answer_is_spoken(house: House) -> None:
    on_disk: list[str] = []
    house.host.says = lambda _text: on_disk.extend(kinds_on_disk(house.runtime))
    await house.say()
    await house.over()
    assert told_of_others(on_disk) == ["acted", "heard", "processed", "processed"]


@pytest.mark.promise(2)
async def test_what_is_kept_is_on_disk_before_the_utterance_is_over(house: House) -> None:
    await house.say()
    utterance = await house.utterance()
    kinds = [entry.record.kind for entry in house.runtime.ledger.entries(utterance.utterance_id)]
    assert kinds.count("stored") == 2
    assert kinds[-1] == "finished"


@pytest.mark.promise(2)
async def test_an_answer_from_home_assistants_cache_is_spoken_after_the_entries_too(house: House) -> None:
    await house.say()
    await house.over()
    spoken: list[str] = []
    house.host.says = spoken.append
    on_disk: list[str] = []

    def look(event: PipelineEvent) -> None:
        if event.type is PipelineEventType.INTENT_END:
            on_disk.extend(kinds_on_disk(house.runtime))

    await house.speak_to(on_event=look)
    newest, _ = await house.utterances()
    assert not spoken
    assert newest.outcome is Outcome.ANSWERED
    assert [stage.stage for stage in newest.stages] == [Stage.SPEECH_TO_TEXT, Stage.CONVERSATION]
    assert told_of_others(on_disk) == ["acted", "heard", "processed", "processed"]


async def test_the_satellite_is_named_as_it_was_called_and_where_it_stood(hass: HomeAssistant, house: House) -> None:
    kitchen = add_satellite(hass, "Kitchen", area="Old kitchen")
    await house.say(satellite_id=kitchen)
    utterance = await house.utterance()
    assert utterance.satellite is not None
    assert utterance.satellite.label == "Kitchen satellite"
    assert utterance.satellite.entity_id == kitchen
    assert utterance.satellite.area == "Old kitchen"
    assert ear(utterance.ears, EarKind.MICROPHONE).evidence is Evidence.DECLARED
    entry = er.async_get(hass).async_get(kitchen)
    assert entry is not None
    assert house.host.satellites == [entry.id]


async def test_a_wake_word_in_a_stream_says_how_much_the_microphone_streamed_to_whom(house: House) -> None:
    await house.say(seconds=3, start=PipelineStage.WAKE_WORD)
    utterance = await house.utterance()
    assert utterance.wake_word == "Hey Jarvis"
    assert ear(utterance.ears, EarKind.WAKE_WORD).got.sound_ms == 1 * SECOND_MS
    assert ear(utterance.ears, EarKind.SPEECH_TO_TEXT).got.sound_ms == 2 * SECOND_MS
    assert ear(utterance.ears, EarKind.MICROPHONE).got.sound_ms == 3 * SECOND_MS


async def test_a_stream_without_a_wake_word_is_no_utterance(house: House) -> None:
    house.host.wakes_after = 10
    await house.say(seconds=3, start=PipelineStage.WAKE_WORD)
    assert not await house.utterances()
    assert not house.runtime.ledger.size()


async def test_a_host_that_dies_while_it_waits_for_a_wake_word_is_no_utterance(house: House) -> None:
    house.host.wake_error = HostUnavailableError()
    await house.say(start=PipelineStage.WAKE_WORD)
    assert not await house.utterances()


@pytest.mark.parametrize(
    ("verdict", "outcome", "status"),
    [("silence", Outcome.FALSE_WAKE, "silence"), ("rejected", Outcome.NOT_UNDERSTOOD, "rejected")],
)
async def test_what_is_no_command_is_entered_and_nothing_of_it_is_kept(
    house: House, verdict: str, outcome: Outcome, status: str
) -> None:
    house.host.hears = refused(verdict)
    events = await house.say(seconds=3, start=PipelineStage.WAKE_WORD)
    utterance = await house.utterance()
    assert utterance.outcome is outcome
    assert utterance.stages[-1].status == status
    assert not utterance.contents
    assert [event.data for event in events if event.type is PipelineEventType.ERROR] == [
        {"code": "stt-no-text-recognized", "message": "No text recognized"}
    ]


async def test_a_sentence_that_the_agent_does_not_know_is_not_understood(house: House) -> None:
    house.host.hears = accepted("paint the sofa in plaid")
    await house.say()
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.NOT_UNDERSTOOD
    assert {stage.stage: stage.status for stage in utterance.stages} == {
        Stage.SPEECH_TO_TEXT: "ok",
        Stage.CONVERSATION: "rejected",
        Stage.TEXT_TO_SPEECH: "ok",
    }


async def test_a_host_that_dies_under_an_utterance_fails_it_and_the_next_one_works(house: House) -> None:
    house.host.hears = HostUnavailableError()
    await house.say()
    house.host.hears = accepted(COMMAND)
    await house.say()
    newest, failed = await house.utterances()
    assert (failed.outcome, failed.code) == (Outcome.FAILED, "host_unavailable")
    assert ear(failed.ears, EarKind.SPEECH_TO_TEXT).got.sound_ms == 0
    assert newest.outcome is Outcome.ANSWERED


async def test_a_voice_that_fails_fails_the_utterance_after_the_command_was_done(
    hass: HomeAssistant, house: House
) -> None:
    house.host.speech_error = HostProtocolError()
    await house.say()
    utterance = await house.utterance()
    assert (utterance.outcome, utterance.code) == (Outcome.FAILED, "host_protocol")
    assert hass.states.is_state("input_boolean.kitchen_light", "on")


async def test_runs_at_the_same_time_are_kept_apart(hass: HomeAssistant, house: House) -> None:
    satellites = [add_satellite(hass, f"Room{number}") for number in range(25)]
    registry = er.async_get(hass)
    for number, satellite in enumerate(satellites):
        entry = registry.async_get(satellite)
        assert entry is not None
        house.host.hears_from[entry.id] = accepted(" ".join(["what", *["very"] * number, "big", "room"]))
    # One wake word: Home Assistant takes a second one at the same time for the same one, heard in two rooms.
    starts = [PipelineStage.STT] * 24 + [PipelineStage.WAKE_WORD]
    house.host.wakes_after = 0.5
    await asyncio.gather(
        *(
            house.speak_to(satellite_id=satellite, start=start)
            for satellite, start in zip(satellites, starts, strict=True)
        )
    )
    utterances = await house.utterances()
    words = {
        utterance.satellite.entity_id: ear(utterance.ears, EarKind.AGENT).got.words
        for utterance in utterances
        if utterance.satellite
    }
    assert words == {satellite: number + 3 for number, satellite in enumerate(satellites)}


async def test_a_run_that_is_broken_off_is_cancelled(house: House) -> None:
    house.host.gets_stuck = True
    run = house.speak_to()
    await house.host.stuck.wait()
    run.cancel()
    with suppress(asyncio.CancelledError):
        await run
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.CANCELLED
    assert utterance.stages[-1].status == "error:cancelled"
    assert ear(utterance.ears, EarKind.MICROPHONE).got.sound_ms == 2 * SECOND_MS


async def test_an_utterance_in_flight_when_earshot_is_unloaded_is_closed_with_the_truth(
    hass: HomeAssistant, house: House
) -> None:
    house.host.gets_stuck = True
    run = house.speak_to()
    await house.host.stuck.wait()
    await hass.config_entries.async_unload(house.entry.entry_id)
    await run
    assert not ir.async_get(hass).issues
    await hass.config_entries.async_setup(house.entry.entry_id)
    utterance = await house.utterance()
    assert (utterance.outcome, utterance.code) == (Outcome.CANCELLED, "unloaded")


async def test_a_sentence_trigger_that_answers_before_the_agent_is_an_ear(hass: HomeAssistant, house: House) -> None:
    automation = {
        "trigger": {"platform": "conversation", "command": [COMMAND]},
        "action": {"set_conversation_response": "So be it"},
    }
    assert await async_setup_component(hass, "automation", {"automation": [automation]})
    await house.say()
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    agent = ear(utterance.ears, EarKind.AGENT)
    assert (agent.label, agent.got.words) == ("Home Assistant", len(COMMAND.split()))
    assert hass.states.is_state("input_boolean.kitchen_light", "off")


async def test_what_an_automation_says_because_of_an_utterance_is_not_its_answer(
    hass: HomeAssistant, house: House
) -> None:
    spoken: list[str] = []
    house.host.says = spoken.append
    assert await async_setup_component(hass, "media_player", {"media_player": {"platform": "demo"}})
    announcement = {
        "service": "tts.speak",
        "target": {"entity_id": "tts.earshot_voice"},
        "data": {"media_player_entity_id": "media_player.walkman", "message": "The light is on now"},
    }
    automation = {
        "trigger": {"platform": "state", "entity_id": "input_boolean.kitchen_light"},
        "action": announcement,
    }
    assert await async_setup_component(hass, "automation", {"automation": [automation]})
    await house.say()
    utterance = await house.utterance()
    voice = ear(utterance.ears, EarKind.TEXT_TO_SPEECH)
    answer = house.runtime.vault.read(utterance.utterance_id, ContentKind.RESPONSE).decode()
    assert voice.got.words == len(answer.split())


async def test_only_speech_to_text_is_an_utterance_too(house: House) -> None:
    await house.say(end=PipelineStage.STT)
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    assert [stage.stage for stage in utterance.stages] == [Stage.SPEECH_TO_TEXT]


async def test_sound_that_is_sent_without_a_pipeline_is_entered(
    house: House, hass_client: ClientSessionGenerator
) -> None:
    client = await hass_client()
    described = "format=wav; codec=pcm; sample_rate=16000; bit_rate=16; channel=1; language=en"
    answer = await client.post(
        "/api/stt/stt.earshot_speech_to_text", data=b"\0" * SECOND_BYTES, headers={"X-Speech-Content": described}
    )
    assert answer.status == HTTPStatus.OK
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    assert ear(utterance.ears, EarKind.SPEECH_TO_TEXT).got.sound_bytes == SECOND_BYTES


@pytest.mark.promise(9)
async def test_words_are_nowhere_but_in_the_vault(
    hass: HomeAssistant, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    # Home Assistant itself writes words into its logs at level DEBUG; Earshot does at none.
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, "custom_components.earshot")
    house.host.hears = accepted("zanzibar")
    events: list[Event] = []

    @callback
    def collect(event: Event) -> None:
        events.append(event)

    hass.bus.async_listen("*", collect)
    await house.say()
    utterance = await house.utterance()
    assert house.runtime.vault.read(utterance.utterance_id, ContentKind.WORDS) == b"zanzibar"
    assert "zanzibar" not in caplog.text
    assert not any("zanzibar" in str(state.as_dict()) for state in hass.states.async_all())
    assert events
    assert not any("zanzibar" in str(event.as_dict()) for event in events)
    files = [path for path in house.runtime.paths.folder.rglob("*") if path.is_file()]
    assert len(files) > 2
    assert not any(b"zanzibar" in path.read_bytes() for path in files)


async def test_a_wake_word_that_two_rooms_heard_is_answered_in_one(hass: HomeAssistant, house: House) -> None:
    rooms = [add_satellite(hass, name) for name in ("Kitchen", "Hall")]
    await asyncio.gather(*(house.speak_to(satellite_id=room, start=PipelineStage.WAKE_WORD) for room in rooms))
    endings = {(utterance.outcome, utterance.code) for utterance in await house.utterances()}
    assert endings == {(Outcome.ANSWERED, None), (Outcome.CANCELLED, "duplicate_wake_up_detected")}
