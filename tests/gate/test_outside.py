"""What goes past Earshot in a real Home Assistant: other pipelines, sound sent straight in, typed words, captures."""

import asyncio
from contextlib import suppress
from http import HTTPStatus
import logging
from typing import Any

from homeassistant.components.assist_pipeline import PipelineEventType
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE, DeviceAudioQueue
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers import device_registry as dr, entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, MockUser
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.earshot.ledger import Record, UtteranceView
from custom_components.earshot.ledger.record import Shared
from custom_components.earshot.models import Ear, EarKind, Evidence, Outcome, Place, Received, Stage
from tests.gate.house import COMMAND, SECOND, House, add_satellite, sound
from tests.gate.strangers import AGENT, ANSWER, HEARD, SPEECH, Strangers

NOT_MEASURED = Received()


@pytest.fixture
async def strangers(hass: HomeAssistant, house: House) -> Strangers:
    found = Strangers(hass)
    await found.move_in()
    return found


async def outside(house: House) -> tuple[UtteranceView, ...]:
    """Everything that went past and is over, newest first."""
    await house.runtime.outside.settle()
    return tuple(view for view in await house.utterances() if view.outside is not None)


async def one(house: House) -> UtteranceView:
    (only,) = await outside(house)
    return only


def ear(view: UtteranceView, kind: EarKind) -> Ear:
    (only,) = (found for found in view.ears if found.kind is kind)
    return only


@pytest.mark.promise(2)
async def test_a_run_of_other_engines_is_found_and_shown_as_outside(
    hass: HomeAssistant, house: House, strangers: Strangers
) -> None:
    kitchen = add_satellite(hass, "Kitchen", area="Old kitchen")
    await house.speak_to(pipeline_id=strangers.pipeline_id, satellite_id=kitchen)
    view = await one(house)
    assert view.outside == "pipeline"
    assert view.satellite is not None
    assert (view.satellite.label, view.satellite.area) == ("Kitchen satellite", "Old kitchen")
    assert (view.assistant, view.wake_word, view.given) == ("Stranger", None, None)
    assert view.outcome is Outcome.ANSWERED
    assert view.left_house
    assert not view.contents
    assert [(found.kind, found.place, found.evidence) for found in view.ears] == [
        (EarKind.MICROPHONE, Place.SATELLITE, Evidence.DECLARED),
        (EarKind.SPEECH_TO_TEXT, Place.INTERNET, Evidence.DECLARED),
        (EarKind.AGENT, Place.INTERNET, Evidence.DECLARED),
        (EarKind.TEXT_TO_SPEECH, Place.INTERNET, Evidence.DECLARED),
    ]
    assert ear(view, EarKind.MICROPHONE).got == NOT_MEASURED
    assert ear(view, EarKind.SPEECH_TO_TEXT).got == NOT_MEASURED
    assert ear(view, EarKind.AGENT).got == Received(words=len(HEARD.split()))
    assert ear(view, EarKind.TEXT_TO_SPEECH).got == Received(words=len(ANSWER.split()))
    assert {(stage.integration, stage.version) for stage in view.stages} == {("stranger", "7.0")}


async def test_what_went_past_is_entered_without_being_asked_for(house: House, strangers: Strangers) -> None:
    entered = asyncio.Event()
    write = house.runtime.storage.write

    async def written(records: object) -> bool:
        done = await write(records)  # type: ignore[arg-type]  # it is handed on
        entered.set()
        return done

    house.runtime.storage.write = written  # type: ignore[method-assign]
    await house.speak_to(pipeline_id=strangers.pipeline_id)
    await entered.wait()
    page = await house.utterances()
    assert [view.outside for view in page] == ["pipeline"]


async def test_a_wake_word_that_another_engine_heard_is_named(house: House, strangers: Strangers) -> None:
    await house.speak_to(pipeline_id=strangers.pipeline_id, start=PipelineStage.WAKE_WORD)
    view = await one(house)
    assert (view.wake_word, view.woken_by) == ("Hey stranger", "engine")
    assert ear(view, EarKind.WAKE_WORD).got == NOT_MEASURED
    assert ear(view, EarKind.MICROPHONE).evidence is Evidence.UNKNOWN


async def test_a_browser_that_speaks_is_named_by_its_person(
    hass: HomeAssistant, house: House, strangers: Strangers, hass_admin_user: MockUser
) -> None:
    strangers.speech.goes_on.clear()
    run = house.speak_to(pipeline_id=strangers.pipeline_id, user_id=hass_admin_user.id)
    await strangers.speech.begun.wait()
    await house.runtime.outside.settle()
    strangers.speech.goes_on.set()
    await run
    view = await one(house)
    assert (view.user, view.user_id) == (hass_admin_user.name, hass_admin_user.id)
    assert view.satellite is not None
    assert view.satellite.entity_id is None


async def test_what_a_browser_says_to_another_assistant_is_found(
    house: House, strangers: Strangers, hass_ws_client: WebSocketGenerator, hass_admin_user: MockUser
) -> None:
    client = await hass_ws_client()
    await client.send_json_auto_id(
        {
            "type": "assist_pipeline/run",
            "start_stage": "stt",
            "end_stage": "intent",
            "input": {"sample_rate": 16_000},
            "pipeline": strangers.pipeline_id,
        }
    )
    event: dict[str, Any] = {}
    while event.get("type") != "run-start":
        event = (await client.receive_json()).get("event") or {}
    handler = bytes([event["data"]["runner_data"]["stt_binary_handler_id"]])
    await client.send_bytes(handler + SECOND)
    await client.send_bytes(handler)  # no more
    while event.get("type") != "run-end":
        event = (await client.receive_json()).get("event") or {}
    view = await one(house)
    assert (view.outside, view.outcome) == ("pipeline", Outcome.ANSWERED)
    assert (view.user, view.user_id) == (hass_admin_user.name, hass_admin_user.id)
    assert [found.kind for found in view.ears] == [EarKind.MICROPHONE, EarKind.SPEECH_TO_TEXT, EarKind.AGENT]


async def test_a_satellite_of_home_assistant_itself_is_followed_by_its_state(
    hass: HomeAssistant, house: House, strangers: Strangers
) -> None:
    await strangers.prefer()
    await strangers.satellite.async_accept_pipeline_from_satellite(sound(SECOND, 0.0))
    view = await one(house)
    assert view.satellite is not None
    assert (view.satellite.entity_id, view.satellite.label) == (strangers.satellite.entity_id, "Stranger")
    assert (view.outcome, view.assistant) == (Outcome.ANSWERED, "Stranger")


async def test_a_run_that_only_turns_speech_into_words_is_found_by_looking(house: House, strangers: Strangers) -> None:
    await house.speak_to(pipeline_id=strangers.pipeline_id, end=PipelineStage.STT)
    view = await one(house)
    assert [stage.stage for stage in view.stages] == [Stage.SPEECH_TO_TEXT]
    assert view.outcome is Outcome.ANSWERED


async def test_silence_is_a_false_wake(house: House, strangers: Strangers) -> None:
    strangers.speech.hears = None
    await house.speak_to(pipeline_id=strangers.pipeline_id)
    view = await one(house)
    assert view.outcome is Outcome.FALSE_WAKE
    assert view.stages[0].status == "silence"


async def test_a_run_that_is_broken_off_is_cancelled(house: House, strangers: Strangers) -> None:
    strangers.speech.goes_on.clear()
    run = house.speak_to(pipeline_id=strangers.pipeline_id)
    await strangers.speech.begun.wait()
    run.cancel()
    with suppress(asyncio.CancelledError):
        await run
    assert (await one(house)).outcome is Outcome.CANCELLED


async def test_home_assistants_agent_is_the_one_who_got_words_that_are_processed_locally(
    hass: HomeAssistant, house: House, strangers: Strangers
) -> None:
    strangers.speech.hears = COMMAND
    local = await strangers.pipeline("Local first", prefer_local_intents=True)  # type: ignore[arg-type]  # a boolean
    await house.speak_to(pipeline_id=local)
    view = await one(house)
    assert (ear(view, EarKind.AGENT).label, ear(view, EarKind.AGENT).place) == ("Home Assistant", Place.THIS_MACHINE)
    assert hass.states.is_state("input_boolean.kitchen_light", "on")
    assert view.acted is not None
    assert [target.entity_id for target in view.acted.changed] == ["input_boolean.kitchen_light"]
    assert view.acted.deeds


async def test_a_run_through_the_gate_is_entered_once(house: House, strangers: Strangers) -> None:
    await house.say()
    await house.runtime.outside.settle()
    await house.say(start=PipelineStage.WAKE_WORD)
    await house.runtime.outside.settle()
    assert [view.outside for view in await house.utterances()] == [None, None]


async def test_earshots_own_engine_in_anothers_run_is_no_more_than_declared(house: House, strangers: Strangers) -> None:
    mixed = await strangers.pipeline("Mixed", tts_engine="tts.earshot_voice")
    await house.speak_to(pipeline_id=mixed)
    voice = ear(await one(house), EarKind.TEXT_TO_SPEECH)
    assert (voice.place, voice.evidence) == (Place.SANDBOX, Evidence.DECLARED)


async def test_words_that_another_engine_heard_are_spoken_though_the_gates_agent_gets_them(
    house: House, strangers: Strangers
) -> None:
    strangers.speech.hears = COMMAND
    mixed = await strangers.pipeline("Mixed", conversation_engine="conversation.earshot_agent")
    await house.speak_to(pipeline_id=mixed)
    await house.over()
    await house.runtime.outside.settle()
    view = await house.utterance()
    assert (view.outside, view.given, view.outcome) == ("pipeline", None, Outcome.ANSWERED)
    assert [(stage.stage, stage.ear.place) for stage in view.stages] == [
        (Stage.SPEECH_TO_TEXT, Place.INTERNET),
        (Stage.CONVERSATION, Place.THIS_MACHINE),
        (Stage.TEXT_TO_SPEECH, Place.INTERNET),
    ]


@pytest.mark.promise(2)
async def test_what_other_engines_got_of_a_run_through_the_gate_is_entered_with_it(
    house: House, strangers: Strangers
) -> None:
    mixed = await strangers.pipeline("Mixed", stt_engine="stt.earshot_speech_to_text")
    await house.speak_to(pipeline_id=mixed)
    assert not await outside(house)
    view = await house.utterance()
    assert [(stage.stage, stage.ear.place) for stage in view.stages] == [
        (Stage.SPEECH_TO_TEXT, Place.SANDBOX),
        (Stage.CONVERSATION, Place.INTERNET),
        (Stage.TEXT_TO_SPEECH, Place.INTERNET),
    ]
    assert view.left_house


async def test_a_wake_word_engine_of_others_is_an_ear_of_a_run_through_the_gate(
    hass: HomeAssistant, house: House, strangers: Strangers
) -> None:
    engines = {
        "stt_engine": "stt.earshot_speech_to_text",
        "conversation_engine": "conversation.earshot_agent",
        "tts_engine": "tts.earshot_voice",
    }
    mixed = await strangers.pipeline("Mixed", **engines)
    await house.speak_to(pipeline_id=mixed, start=PipelineStage.WAKE_WORD)
    await house.over()
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert not await outside(house)
    view = await house.utterance()
    assert ear(view, EarKind.WAKE_WORD).place is Place.INTERNET
    assert view.left_house


async def test_runs_at_the_same_time_are_kept_apart(hass: HomeAssistant, house: House, strangers: Strangers) -> None:
    rooms = [add_satellite(hass, name) for name in ("Kitchen", "Hall")]
    strangers.speech.at_once = len(rooms)
    strangers.speech.goes_on.clear()
    runs = [house.speak_to(pipeline_id=strangers.pipeline_id, satellite_id=room) for room in rooms]
    await strangers.speech.begun.wait()
    await house.say()  # and one through the gate meanwhile
    strangers.speech.goes_on.set()
    await asyncio.gather(*runs)
    found = await outside(house)
    assert {view.satellite.entity_id for view in found if view.satellite} == set(rooms)
    assert {view.outcome for view in found} == {Outcome.ANSWERED}
    assert len(await house.utterances()) == 3


async def test_more_than_ten_runs_at_once_are_all_entered_with_what_is_known(
    hass: HomeAssistant, house: House, strangers: Strangers
) -> None:
    rooms = [add_satellite(hass, f"Room{number}") for number in range(14)]
    strangers.speech.at_once = len(rooms)
    strangers.speech.goes_on.clear()

    def listens(room: str) -> asyncio.Task[None]:
        """Begin a run, in which the satellite's state tells that it listens, as the real ones do."""

        def tell(event: object) -> None:
            if getattr(event, "type", None) is PipelineEventType.STT_START:
                hass.states.async_set(room, "listening")

        return house.speak_to(pipeline_id=strangers.pipeline_id, satellite_id=room, on_event=tell)

    runs = [listens(room) for room in rooms]
    await strangers.speech.begun.wait()
    strangers.speech.goes_on.set()
    await asyncio.gather(*runs)
    found = await outside(house)
    assert sorted(view.satellite.entity_id or "" for view in found if view.satellite) == sorted(rooms)
    assert all(ear(view, EarKind.AGENT).got.words == len(HEARD.split()) for view in found)
    assert all(ear(view, EarKind.AGENT).place is Place.INTERNET for view in found)


async def test_sound_sent_straight_to_a_recognizer_is_found(
    house: House, strangers: Strangers, hass_client: ClientSessionGenerator
) -> None:
    client = await hass_client()
    described = "format=wav; codec=pcm; sample_rate=16000; bit_rate=16; channel=1; language=en"
    answer = await client.post(f"/api/stt/{SPEECH}", data=b"\0" * 32_000, headers={"X-Speech-Content": described})
    assert answer.status == HTTPStatus.OK
    view = await one(house)
    assert (view.outside, view.outcome) == ("stt_api", Outcome.UNSEEN)
    assert ear(view, EarKind.SPEECH_TO_TEXT).got == NOT_MEASURED
    assert ear(view, EarKind.SPEECH_TO_TEXT).place is Place.INTERNET
    assert view.stages[0].status == "unseen"
    assert view.user is not None


async def test_sound_sent_straight_to_the_gate_is_entered_once(
    house: House, strangers: Strangers, hass_client: ClientSessionGenerator
) -> None:
    client = await hass_client()
    described = "format=wav; codec=pcm; sample_rate=16000; bit_rate=16; channel=1; language=en"
    await client.post(
        "/api/stt/stt.earshot_speech_to_text", data=b"\0" * 32_000, headers={"X-Speech-Content": described}
    )
    assert not await outside(house)


@pytest.mark.promise(2)
async def test_words_typed_to_another_agent_are_found(
    hass: HomeAssistant, house: House, strangers: Strangers, hass_admin_user: MockUser
) -> None:
    await hass.services.async_call(
        "conversation",
        "process",
        {"text": HEARD, "agent_id": AGENT},
        blocking=True,
        context=Context(user_id=hass_admin_user.id),
    )
    view = await one(house)
    assert (view.outside, view.given, view.user) == ("typed", "typed", hass_admin_user.name)
    assert view.outcome is Outcome.ANSWERED
    assert view.acted is not None
    assert not view.acted.deeds
    (agent,) = view.ears
    assert (agent.kind, agent.place, agent.got) == (EarKind.AGENT, Place.INTERNET, Received(words=len(HEARD.split())))


async def test_words_that_an_action_gives_to_home_assistant_itself_are_found(hass: HomeAssistant, house: House) -> None:
    await hass.services.async_call("conversation", "process", {"text": "paint the sofa"}, blocking=True)
    view = await one(house)
    assert (view.outside, view.given, view.user) == ("typed", "action", None)
    assert (view.outcome, view.left_house) == (Outcome.NOT_UNDERSTOOD, False)


async def test_words_typed_into_the_dialog_of_another_assistant_are_typed(
    hass: HomeAssistant, house: House, strangers: Strangers, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client()
    await client.send_json_auto_id(
        {
            "type": "assist_pipeline/run",
            "start_stage": "intent",
            "end_stage": "intent",
            "input": {"text": HEARD},
            "pipeline": strangers.pipeline_id,
        }
    )
    while (await client.receive_json()).get("event", {}).get("type") != "run-end":
        pass
    view = await one(house)
    assert (view.outside, view.given) == ("typed", "typed")
    assert [found.kind for found in view.ears] == [EarKind.AGENT]


@pytest.mark.parametrize("engine_id", [SPEECH, AGENT])
async def test_an_engine_that_comes_back_has_not_been_asked(
    hass: HomeAssistant, house: House, strangers: Strangers, engine_id: str
) -> None:
    async def come_back() -> None:
        for state in ("unavailable", "2026-01-02T03:04:05.000000+00:00", "unknown"):
            hass.states.async_set(engine_id, state)

    await asyncio.create_task(come_back())
    assert not await outside(house)


async def test_words_typed_to_the_gate_do_not_go_past_it(hass: HomeAssistant, house: House) -> None:
    call = {"text": COMMAND, "agent_id": "conversation.earshot_agent"}
    await hass.services.async_call("conversation", "process", call, blocking=True)
    assert hass.states.is_state("input_boolean.kitchen_light", "on")
    assert not await outside(house)


async def test_a_captured_microphone_is_found_while_it_is_captured(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    kitchen, device_id = satellite_of_a_device(hass)
    client = await hass_ws_client()
    capture = {"type": "assist_pipeline/device/capture", "device_id": device_id}
    await client.send_json_auto_id(capture | {"timeout": 60})
    assert (await client.receive_json())["success"]
    view = await one(house)
    assert (view.outside, view.outcome, view.left_house) == ("capture", None, True)
    assert view.satellite is not None
    assert view.satellite.entity_id == kitchen
    assert [(found.kind, found.place, found.got) for found in view.ears] == [
        (EarKind.MICROPHONE, Place.SATELLITE, NOT_MEASURED),
        (EarKind.RECIPIENT, Place.UNKNOWN, NOT_MEASURED),
    ]
    await client.send_json_auto_id(capture | {"timeout": 0.01})  # takes over, and ends by itself
    ends = 0
    while ends < 2:
        ends += (await client.receive_json()).get("event", {}).get("type") == "end"
    first = (await outside(house))[-1]
    assert (first.utterance_id, first.outcome) == (view.utterance_id, Outcome.UNSEEN)


@pytest.mark.parametrize("through_the_gate", [True, False])
async def test_who_captures_a_microphone_is_an_ear_of_what_is_said_to_it(
    hass: HomeAssistant,
    house: House,
    strangers: Strangers,
    through_the_gate: bool,  # noqa: FBT001 - a parameter
) -> None:
    kitchen, device_id = satellite_of_a_device(hass)
    queues = hass.data[KEY_ASSIST_PIPELINE].device_audio_queues
    queues[device_id] = DeviceAudioQueue(queue=asyncio.Queue())
    pipeline_id = house.pipeline_id if through_the_gate else strangers.pipeline_id
    await house.speak_to(pipeline_id=pipeline_id, satellite_id=kitchen)
    del queues[device_id]
    await house.speak_to(pipeline_id=pipeline_id, satellite_id=kitchen)
    await house.over()
    await house.runtime.outside.settle()
    after, during = (view for view in await house.utterances() if view.outside != "capture")
    assert ear(during, EarKind.RECIPIENT).place is Place.UNKNOWN
    assert during.left_house
    assert not [found for found in after.ears if found.kind is EarKind.RECIPIENT]


@pytest.mark.promise(2)
async def test_who_captures_a_microphone_hears_nothing_of_the_run_after_the_one_that_was_captured(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    kitchen, device_id = satellite_of_a_device(hass)
    client = await hass_ws_client()
    await client.send_json_auto_id({"type": "assist_pipeline/device/capture", "device_id": device_id, "timeout": 60})
    assert (await client.receive_json())["success"]
    await house.speak_to(satellite_id=kitchen, device_id=device_id)
    while (await client.receive_json())["event"]["type"] != "end":  # Home Assistant ends it with the run
        pass
    await house.speak_to(satellite_id=kitchen, device_id=device_id)
    await house.over()
    await house.runtime.outside.settle()
    after, during = (view for view in await house.utterances() if view.outside != "capture")
    assert ear(during, EarKind.RECIPIENT).place is Place.UNKNOWN
    assert not [found for found in after.ears if found.kind is EarKind.RECIPIENT]


@pytest.mark.promise(2)
async def test_who_captured_an_utterance_that_a_reload_broke_off_is_an_ear_of_it(
    hass: HomeAssistant, house: House
) -> None:
    kitchen, device_id = satellite_of_a_device(hass)
    hass.data[KEY_ASSIST_PIPELINE].device_audio_queues[device_id] = DeviceAudioQueue(queue=asyncio.Queue())
    house.host.gets_stuck = True
    run = house.speak_to(satellite_id=kitchen)
    await house.host.stuck.wait()
    await hass.config_entries.async_reload(house.entry.entry_id)
    await run
    await house.runtime.outside.settle()
    (view,) = (view for view in await house.utterances() if view.outside != "capture")
    assert view.outcome is Outcome.CANCELLED
    assert ear(view, EarKind.RECIPIENT).place is Place.UNKNOWN


@pytest.mark.promise(2)
async def test_a_reload_breaks_off_no_entry_of_who_captured_an_utterance(hass: HomeAssistant, house: House) -> None:
    kitchen, device_id = satellite_of_a_device(hass)
    hass.data[KEY_ASSIST_PIPELINE].device_audio_queues[device_id] = DeviceAudioQueue(queue=asyncio.Queue())
    entering, goes_on = asyncio.Event(), asyncio.Event()
    write = house.runtime.storage.write

    async def write_slowly(records: list[Record]) -> bool:
        if isinstance(records[0], Shared):
            entering.set()
            await goes_on.wait()
        return await write(records)

    house.runtime.storage.write = write_slowly  # type: ignore[method-assign, assignment]
    await house.runtime.outside.settle()
    await house.speak_to(satellite_id=kitchen)
    await entering.wait()
    stop = hass.async_create_task(house.runtime.outside.stop())
    await asyncio.sleep(0)
    goes_on.set()
    await stop
    house.runtime.outside.start()
    await house.runtime.outside.settle()
    (view,) = (view for view in await house.utterances() if view.outside != "capture")
    assert ear(view, EarKind.RECIPIENT).place is Place.UNKNOWN


async def test_a_capture_by_another_integration_is_found_by_looking(hass: HomeAssistant, house: House) -> None:
    queues = hass.data[KEY_ASSIST_PIPELINE].device_audio_queues
    queues["a device that nobody knows"] = DeviceAudioQueue(queue=asyncio.Queue())
    assert (await one(house)).outside == "capture"


def satellite_of_a_device(hass: HomeAssistant) -> tuple[str, str]:
    kitchen = add_satellite(hass, "Kitchen")
    entry = MockConfigEntry(domain="test")
    entry.add_to_hass(hass)
    device = dr.async_get(hass).async_get_or_create(config_entry_id=entry.entry_id, identifiers={("test", "kitchen")})
    er.async_get(hass).async_update_entity(kitchen, device_id=device.id)
    return kitchen, device.id


async def test_a_reload_enters_nothing_twice_and_loses_nothing(
    hass: HomeAssistant, house: House, strangers: Strangers
) -> None:
    await house.speak_to(pipeline_id=strangers.pipeline_id)
    await outside(house)
    strangers.agent.asked.clear()
    strangers.agent.goes_on.clear()
    run = house.speak_to(pipeline_id=strangers.pipeline_id)
    await strangers.agent.asked.wait()
    await hass.config_entries.async_reload(house.entry.entry_id)
    strangers.agent.goes_on.set()
    await run
    assert await hass.config_entries.async_unload(house.entry.entry_id)
    await house.speak_to(pipeline_id=strangers.pipeline_id)  # while nobody watches
    assert await hass.config_entries.async_setup(house.entry.entry_id)
    found = await outside(house)
    assert [view.outcome for view in found] == [Outcome.ANSWERED] * 3
    assert [view.acted is not None for view in found] == [
        False,
        False,
        True,
    ]  # where a reload came between, nobody knows
    assert len(await house.utterances()) == 3


async def test_what_goes_past_when_home_assistant_ends_is_entered_as_broken_off(
    hass: HomeAssistant, house: House, strangers: Strangers
) -> None:
    strangers.speech.goes_on.clear()
    run = house.speak_to(pipeline_id=strangers.pipeline_id)
    await strangers.speech.begun.wait()
    await house.runtime.outside.settle()
    await house.runtime.outside._break_off()
    view = await one(house)
    assert (view.outcome, view.code) == (Outcome.CANCELLED, "unloaded")
    strangers.speech.goes_on.set()
    await run
    assert len(await outside(house)) == 1


async def test_what_went_past_can_be_forgotten_with_its_traces(
    hass: HomeAssistant, house: House, strangers: Strangers
) -> None:
    await house.speak_to(pipeline_id=strangers.pipeline_id)
    view = await one(house)
    assert hass.data[KEY_ASSIST_PIPELINE].pipeline_debug[strangers.pipeline_id]
    said = house.runtime.gate.remembered.get(view)
    await house.runtime.forgetting.forget_traces([view.utterance_id])
    assert said.run is not None
    assert not hass.data[KEY_ASSIST_PIPELINE].pipeline_debug[strangers.pipeline_id]


@pytest.mark.promise(10)
async def test_a_mistake_in_watching_disturbs_no_conversation_and_tells_no_words(
    hass: HomeAssistant, house: House, strangers: Strangers, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ValueError("zanzibar")

    house.runtime.outside._look = fail  # type: ignore[method-assign]
    events: list[object] = []
    await house.speak_to(pipeline_id=strangers.pipeline_id, on_event=events.append)
    assert PipelineEventType.INTENT_END in [getattr(event, "type", None) for event in events]
    assert "could not be followed: ValueError" in caplog.text
    assert "zanzibar" not in caplog.text


@pytest.mark.promise(9)
async def test_nothing_of_the_words_is_kept_or_told(
    hass: HomeAssistant, house: House, strangers: Strangers, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "custom_components.earshot")
    strangers.speech.hears = "zanzibar"
    await house.speak_to(pipeline_id=strangers.pipeline_id)
    await hass.services.async_call("conversation", "process", {"text": "zanzibar", "agent_id": AGENT}, blocking=True)
    assert len(await outside(house)) == 2
    files = [path for path in house.runtime.paths.folder.rglob("*") if path.is_file()]
    assert files
    assert not any(b"zanzibar" in path.read_bytes() for path in files)
    assert not any("zanzibar" in record.getMessage() for record in caplog.records if "earshot" in record.name)
