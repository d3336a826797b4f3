"""The many ways in which a run begins and ends, each through a real pipeline."""

import asyncio
from collections.abc import AsyncIterable
from contextlib import suppress
from typing import Any, override

from homeassistant.components import tts
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.components.assist_satellite import AssistSatelliteAnnouncement
from homeassistant.components.assist_satellite.const import AssistSatelliteEntityFeature
from homeassistant.components.tts.const import DATA_TTS_MANAGER
from homeassistant.core import Context, HomeAssistant
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.earshot.gate.entries import Beginning
from custom_components.earshot.gate.flight import Flight
from custom_components.earshot.gate.speech_route import IN_MEMORY, ON_DISK
from custom_components.earshot.gate.wake_ups import WakeUps
from custom_components.earshot.ledger import AlsoHeard, Announced, UtteranceView
from custom_components.earshot.models import ContentKind, EarKind, Evidence, Outcome, Place, Satellite, Stage
from tests.gate.house import COMMAND, SECOND, House, accepted, add_satellite, sound
from tests.gate.strangers import Strangers, StrangerSatellite

QUESTION = "Shall I close the shutters now?"
AGENT = "conversation.earshot_agent"


def of(view: UtteranceView, kind: EarKind) -> Any:
    (only,) = (ear for ear in view.ears if ear.kind is kind)
    return only


async def test_a_wake_word_of_the_satellites_own_is_its_word_for_it(hass: HomeAssistant, house: House) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    await house.say(satellite_id=kitchen, wake_word_phrase="Okay Nabu")
    view = await house.utterance()
    assert (view.wake_word, view.woken_by, view.outcome) == ("Okay Nabu", "satellite", Outcome.ANSWERED)
    # No engine of the home listened for it: who heard it is the microphone's own device, by its maker's word.
    assert not [ear for ear in view.ears if ear.kind is EarKind.WAKE_WORD]
    assert (of(view, EarKind.MICROPHONE).place, of(view, EarKind.MICROPHONE).evidence) == (
        Place.SATELLITE,
        Evidence.DECLARED,
    )


async def test_a_button_pressed_right_after_a_wake_word_in_another_room_has_none(
    hass: HomeAssistant, house: House
) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await asyncio.gather(
        house.speak_to(satellite_id=kitchen, wake_word_phrase="Okay Nabu"), house.speak_to(satellite_id=hall)
    )
    woken = {view.satellite.entity_id: view.wake_word for view in await house.utterances() if view.satellite}
    assert woken == {kitchen: "Okay Nabu", hall: None}


async def test_several_wake_words_at_once_are_each_its_own_satellites(hass: HomeAssistant, house: House) -> None:
    words = {add_satellite(hass, f"Room{number}"): f"Okay {number}" for number in range(8)}
    await asyncio.gather(
        *(house.speak_to(satellite_id=satellite, wake_word_phrase=word) for satellite, word in words.items())
    )
    woken = {view.satellite.entity_id: view.wake_word for view in await house.utterances() if view.satellite}
    assert woken == words


async def test_a_wake_word_that_an_engine_heard_is_the_engines(house: House) -> None:
    await house.say(seconds=3, start=PipelineStage.WAKE_WORD)
    view = await house.utterance()
    assert (view.wake_word, view.woken_by) == ("Hey Jarvis", "engine")


async def test_two_satellites_with_wake_words_of_their_own_that_heard_the_same_one_name_each_other(
    hass: HomeAssistant, house: House
) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await asyncio.gather(*(house.speak_to(satellite_id=room, wake_word_phrase="Okay Nabu") for room in (kitchen, hall)))
    views = {view.outcome: view for view in await house.utterances()}
    won, lost = views[Outcome.ANSWERED], views[Outcome.CANCELLED]
    assert lost.code == "duplicate_wake_up_detected"
    assert (lost.wake_word, lost.woken_by) == ("Okay Nabu", "satellite")
    assert of(lost, EarKind.MICROPHONE).got.sound_bytes == 0
    assert [one.entity_id for one in lost.also_heard] == [kitchen]
    assert [one.entity_id for one in won.also_heard] == [hall]


async def test_a_wake_word_that_two_streams_brought_names_each_other(hass: HomeAssistant, house: House) -> None:
    rooms = [add_satellite(hass, name) for name in ("Kitchen", "Hall")]
    await asyncio.gather(*(house.speak_to(satellite_id=room, start=PipelineStage.WAKE_WORD) for room in rooms))
    views = await house.utterances()
    assert {view.outcome for view in views} == {Outcome.ANSWERED, Outcome.CANCELLED}
    assert {(view.satellite.entity_id, view.also_heard[0].entity_id) for view in views if view.satellite} == {
        (rooms[0], rooms[1]),
        (rooms[1], rooms[0]),
    }


async def test_another_wake_word_at_the_same_time_is_no_duplicate(hass: HomeAssistant, house: House) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await asyncio.gather(
        house.speak_to(satellite_id=kitchen, wake_word_phrase="Okay Nabu"),
        house.speak_to(satellite_id=hall, wake_word_phrase="Hey Jarvis"),
    )
    assert [view.also_heard for view in await house.utterances()] == [(), ()]


async def test_the_other_of_two_is_the_one_that_heard_the_same_word_and_not_the_one_between(
    hass: HomeAssistant, house: House
) -> None:
    wake_ups = WakeUps(hass)
    flights: list[Flight] = []
    for phrase in ("Hey Jarvis", "Okay Nabu", "Hey Jarvis"):
        beginning = Beginning(
            at=dt_util.utcnow(), assistant="Earshot", wake_word=phrase, by=Satellite(label=f"{phrase} {len(flights)}")
        )
        runtime = house.runtime
        flights.append(Flight(hass, runtime.storage, runtime.settings, beginning=beginning, run=None))
        wake_ups.opened(flights[-1])
    assert wake_ups.lose(flights[2]) == []
    assert [[note.satellite.label for note in flight._notes if isinstance(note, AlsoHeard)] for flight in flights] == [
        ["Hey Jarvis 2"],
        [],
        ["Hey Jarvis 0"],
    ]


class AskingSatellite(StrangerSatellite):
    """A satellite that asks, and hears a second of sound as the answer."""

    _attr_supported_features = AssistSatelliteEntityFeature.ANNOUNCE | AssistSatelliteEntityFeature.START_CONVERSATION

    @override
    async def async_announce(self, announcement: AssistSatelliteAnnouncement) -> None:
        await self._play(announcement)

    @override
    async def async_start_conversation(self, start_announcement: AssistSatelliteAnnouncement) -> None:
        await self._play(start_announcement)
        self.answering = self.hass.async_create_background_task(
            self.async_accept_pipeline_from_satellite(sound(SECOND, 0)), "the answer"
        )

    async def _play(self, announcement: AssistSatelliteAnnouncement) -> None:
        assert announcement.tts_token is not None
        stream = self.hass.data[DATA_TTS_MANAGER].token_to_stream[announcement.tts_token]
        async for _ in stream.async_stream_result():
            pass


@pytest.fixture
async def satellite(hass: HomeAssistant, house: House) -> AskingSatellite:
    """Give a real satellite whose assistant is Earshot."""
    strangers = Strangers(hass)
    strangers.satellite = satellite = AskingSatellite()
    await strangers.move_in()
    hass.data[KEY_ASSIST_PIPELINE].pipeline_store.async_set_preferred_item(house.pipeline_id)
    return satellite


async def test_an_answer_to_a_question_goes_to_the_action_that_asked_and_to_no_agent(
    hass: HomeAssistant, house: House, satellite: AskingSatellite
) -> None:
    house.host.hears = accepted("yes please")
    answer = await hass.services.async_call(
        "assist_satellite",
        "ask_question",
        {"entity_id": satellite.entity_id, "question": QUESTION, "preannounce": False},
        blocking=True,
        return_response=True,
    )
    assert answer is not None
    assert answer["sentence"] == "yes please"
    view = await house.utterance()
    assert (view.prompted, view.wake_word, view.outcome) == ("ask_question", None, Outcome.ANSWERED)
    asker = of(view, EarKind.AGENT)
    assert (asker.label, asker.got.words) == ("Home Assistant (the action that asked)", 2)
    assert view.acted is not None
    assert view.acted.evidence is Evidence.UNKNOWN


async def test_a_conversation_that_an_action_began_says_so(
    hass: HomeAssistant, house: House, satellite: AskingSatellite
) -> None:
    call = {"entity_id": satellite.entity_id, "start_message": QUESTION, "preannounce": False}
    await hass.services.async_call("assist_satellite", "start_conversation", call, blocking=True)
    await satellite.answering
    view = await house.utterance()
    assert (view.prompted, view.outcome) == ("start_conversation", Outcome.ANSWERED)
    assert of(view, EarKind.AGENT).label == "Home Assistant"
    await house.say(satellite_id=satellite.entity_id)
    newest, _ = await house.utterances()
    assert newest.prompted is None


async def test_an_announcement_is_no_utterance_and_its_words_got_to_a_voice(
    hass: HomeAssistant, house: House, satellite: AskingSatellite
) -> None:
    call = {"entity_id": satellite.entity_id, "message": QUESTION, "preannounce": False}
    await hass.services.async_call("assist_satellite", "announce", call, blocking=True)
    assert not await house.utterances()
    (announced,) = await house.entries("announced")
    assert isinstance(announced, Announced)
    assert (announced.ear.kind, announced.ear.place) == (EarKind.TEXT_TO_SPEECH, Place.SANDBOX)
    assert (announced.ear.got.words, announced.status) == (len(QUESTION.split()), "ok")


async def test_an_announcement_that_its_voice_failed_to_say_is_entered_as_failed(
    hass: HomeAssistant, house: House
) -> None:
    house.host.speech_error = RuntimeError("no voice today")
    stream = tts.async_create_stream(hass, engine="tts.earshot_voice")
    stream.async_set_message(QUESTION)
    with suppress(Exception):
        async for _ in stream.async_stream_result():
            pass
    (announced,) = await house.entries("announced")
    assert isinstance(announced, Announced)
    assert announced.status == "error:unexpected"


async def _typed(house: House, client: Any, end: str = "intent") -> None:
    await client.send_json_auto_id(
        {
            "type": "assist_pipeline/run",
            "start_stage": "intent",
            "end_stage": end,
            "input": {"text": COMMAND},
            "pipeline": house.pipeline_id,
        }
    )
    event: dict[str, Any] = {}
    while event.get("type") != "run-end":
        event = (await client.receive_json()).get("event") or {}


@pytest.mark.parametrize("end", ["intent", "tts"])
async def test_a_command_typed_into_a_browser_is_an_utterance_that_no_microphone_heard(
    house: House, hass_ws_client: WebSocketGenerator, hass_admin_user: MockUser, end: str
) -> None:
    await _typed(house, await hass_ws_client(), end)
    view = await house.utterance()
    assert (view.given, view.user, view.outcome) == ("typed", hass_admin_user.name, Outcome.ANSWERED)
    assert not [ear for ear in view.ears if ear.kind is EarKind.MICROPHONE]
    assert of(view, EarKind.AGENT).got.words == len(COMMAND.split())
    assert view.acted is not None
    assert view.acted.deeds
    assert [stage.stage for stage in view.stages][1:] == ([Stage.TEXT_TO_SPEECH] if end == "tts" else [])
    assert house.runtime.vault.read(view.utterance_id, ContentKind.WORDS).decode() == COMMAND


async def test_words_that_an_action_hands_over_were_typed_by_nobody(hass: HomeAssistant, house: House) -> None:
    call = {"text": COMMAND, "agent_id": AGENT}
    for _ in range(2):  # one after the other, in one task
        await hass.services.async_call("conversation", "process", call, blocking=True)
    views = await house.utterances()
    assert [(view.given, view.user, view.outcome) for view in views] == [("action", None, Outcome.ANSWERED)] * 2
    assert {view.satellite.label for view in views if view.satellite} == {"Automation or script"}


async def test_words_that_a_person_hands_over_without_a_pipeline_are_theirs(
    hass: HomeAssistant, house: House, hass_admin_user: MockUser
) -> None:
    context = Context(user_id=hass_admin_user.id)
    call = {"text": "paint the sofa in plaid", "agent_id": AGENT}
    await hass.services.async_call("conversation", "process", call, blocking=True, context=context)
    view = await house.utterance()
    assert (view.given, view.user, view.outcome) == ("typed", hass_admin_user.name, Outcome.NOT_UNDERSTOOD)


async def test_a_browser_that_is_spoken_to_is_named_by_its_person(house: House, hass_admin_user: MockUser) -> None:
    await house.say(user_id=hass_admin_user.id)
    view = await house.utterance()
    assert (view.user, view.given) == (hass_admin_user.name, None)
    assert view.satellite is not None
    assert view.satellite.label == "Browser or app"


async def test_a_new_run_while_the_answer_is_still_made_is_an_utterance_of_its_own(
    hass: HomeAssistant, house: House
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    speaking, go_on = asyncio.Event(), asyncio.Event()
    synthesize = house.host.synthesize

    async def slowly(text: AsyncIterable[str], **how: Any) -> Any:
        speaking.set()
        await go_on.wait()
        async for piece in synthesize(text, **how):
            yield piece

    house.host.synthesize = slowly  # type: ignore[method-assign]  # a stand-in of a stand-in
    await house.speak_to(satellite_id=kitchen)
    await speaking.wait()
    house.host.hears = accepted("turn off the kitchen light")
    second = house.speak_to(satellite_id=kitchen)
    await second
    go_on.set()
    views = await house.utterances()
    assert [view.outcome for view in views] == [Outcome.ANSWERED, Outcome.ANSWERED]
    assert all(of(view, EarKind.TEXT_TO_SPEECH).got.words for view in views)


async def test_an_agent_that_breaks_fails_the_utterance(hass: HomeAssistant, house: House) -> None:
    async def break_down(_text: str) -> None:
        raise RuntimeError("no agent today")

    strangers = Strangers(hass)
    await strangers.move_in()
    await house.put_behind({Stage.CONVERSATION: "conversation.stranger"})
    strangers.agent._async_handle_message = break_down  # type: ignore[method-assign, assignment]  # the mistake under test
    await house.say()
    view = await house.utterance()
    assert (view.outcome, view.stages[1].status) == (Outcome.FAILED, "error:unexpected")


async def test_a_stream_whose_wake_word_does_not_come_in_time_is_no_utterance(house: House) -> None:
    house.host.wakes_after = 100
    await house.say(seconds=5, start=PipelineStage.WAKE_WORD, wake_timeout=0.5)
    assert not await house.utterances()


async def test_a_short_answer_lies_in_home_assistants_speech_cache_on_disk(house: House) -> None:
    await house.say()
    view = await house.utterance()
    cache = next(ear for ear in view.ears if ear.label == ON_DISK)
    assert (cache.kind, cache.place, cache.evidence) == (EarKind.STORAGE, Place.THIS_MACHINE, Evidence.OBSERVED)
    assert cache.got.words
    assert view.speech_by_token is True


async def test_an_answer_that_is_not_written_to_disk_lies_in_memory(hass: HomeAssistant, house: House) -> None:
    hass.data[DATA_TTS_MANAGER].use_file_cache = False
    await house.say()
    view = await house.utterance()
    assert [ear.label for ear in view.ears][-1] == IN_MEMORY
    assert view.speech_by_token is True


async def test_where_nothing_was_spoken_nothing_can_be_fetched(house: House) -> None:
    await house.say(end=PipelineStage.INTENT)
    view = await house.utterance()
    assert view.speech_by_token is None
    assert not [ear for ear in view.ears if ear.label in {ON_DISK, IN_MEMORY}]


@pytest.mark.promise(9)
async def test_neither_the_address_of_an_answer_nor_its_files_name_is_entered(
    hass: HomeAssistant, house: House
) -> None:
    await house.say()
    await house.over()
    manager = hass.data[DATA_TTS_MANAGER]
    secrets = [*manager.token_to_stream, *(key.split("_")[0] for key in manager.file_cache)]
    assert len(secrets) > 1
    ledger = b"".join(path.read_bytes() for path in house.runtime.paths.folder.glob("ledger.db*"))
    assert not any(secret.encode() in ledger for secret in secrets)


async def test_words_of_an_automation_that_an_utterance_set_off_are_not_that_utterances(
    hass: HomeAssistant, house: House
) -> None:
    automation = {
        "trigger": {"platform": "state", "entity_id": "input_boolean.kitchen_light"},
        "action": {"action": "conversation.process", "data": {"text": "what time is it", "agent_id": AGENT}},
    }
    assert await async_setup_component(hass, "automation", {"automation": [automation]})
    await house.say()
    given = {view.given: of(view, EarKind.AGENT).got.words for view in await house.utterances()}
    assert given == {None: len(COMMAND.split()), "action": 4}
