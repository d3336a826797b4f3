"""Who listens in this moment, and where the sound goes, as far as anybody knows."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE, DeviceAudioQueue
from homeassistant.components.wake_word import DetectionResult
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockUser

from custom_components.earshot.at_a_glance.now_answers import NowState, OtherKind, OtherNow, SatelliteNow, StreamsTo
from custom_components.earshot.at_a_glance.runs_now import GATE, unknown
from custom_components.earshot.models import EarKind, Evidence, Place, Rule, RuleContent, Stage
from custom_components.earshot.satellites.posture import WakePlace
from tests.gate.house import House, add_satellite
from tests.gate.strangers import NAME, WAKE, Strangers
from tests.gate.test_outside import satellite_of_a_device, strangers  # noqa: F401 - a fixture
from tests.satellites.devices import Device, Devices, wake_words

OWN_WAKE = StreamsTo(label="wake (hey_jarvis)", ear=EarKind.WAKE_WORD, place=Place.SANDBOX, evidence=Evidence.ENFORCED)
OWN_SPEECH = StreamsTo(
    label="grammar (en-us)", ear=EarKind.SPEECH_TO_TEXT, place=Place.SANDBOX, evidence=Evidence.ENFORCED
)
CLOUD_WAKE = StreamsTo(label=NAME, ear=EarKind.WAKE_WORD, place=Place.INTERNET, evidence=Evidence.DECLARED)


async def satellite(house: House, entity_id: str) -> SatelliteNow:
    now = await house.runtime.glance.listeners.tell()
    return next(one for one in now.satellites if one.entity_id == entity_id)


async def others(house: House) -> tuple[OtherNow, ...]:
    return (await house.runtime.glance.listeners.tell()).others


@asynccontextmanager
async def streaming(house: House, satellite_id: str, **how: Any) -> AsyncIterator[None]:
    """Let a satellite stream and wait for its wake word for as long as the block lasts."""
    house.host.wakes_after = 3600
    began = asyncio.Event()

    def on_event(event: PipelineEvent) -> None:
        if event.type is PipelineEventType.WAKE_WORD_START:
            began.set()

    start = PipelineStage.WAKE_WORD
    run = house.speak_to(start=start, satellite_id=satellite_id, pace=0.01, seconds=600, on_event=on_event, **how)
    await began.wait()
    for _ in range(20):  # until the engine has been asked
        await asyncio.sleep(0)
    try:
        yield
    finally:
        run.cancel()
        await asyncio.gather(run, return_exceptions=True)


def never_wake(found: Strangers) -> None:
    """Let their wake word engine listen for ever."""

    async def listen(stream: AsyncIterable[tuple[bytes, int]], wake_word_id: str | None) -> DetectionResult | None:
        async for _ in stream:
            pass
        return None

    found.wake_word._async_process_audio_stream = listen  # type: ignore[method-assign]  # they are ours


async def test_a_satellite_that_does_nothing_is_idle(hass: HomeAssistant, house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen", words=wake_words("nabu", active=("nabu",)), mutes=True), area="Ground")
    told = await satellite(house, device.entity_id)
    assert (told.label, told.area, told.state, told.listening_for) == ("Kitchen", "Ground", NowState.IDLE, None)
    assert (told.streams_to, told.captured, told.off_the_record) == (None, False, False)
    # It listens for its own wake word all the time, by its own word.
    assert (told.wake, told.wake_evidence, told.muted) == (WakePlace.ON_DEVICE, Evidence.DECLARED, False)
    state = hass.states.get(device.entity_id)
    assert state is not None
    assert told.since == state.last_changed
    await hass.services.async_call("switch", "turn_on", {"entity_id": "switch.kitchen_mute"}, blocking=True)
    assert (await satellite(house, device.entity_id)).muted is True


async def test_one_that_is_away_is_unavailable_and_its_mute_is_unknown(hass: HomeAssistant, house: House) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    hass.states.async_set(kitchen, "unavailable")
    told = await satellite(house, kitchen)
    assert (told.state, told.muted, told.wake) == (NowState.UNAVAILABLE, None, None)
    hass.states.async_remove(kitchen)
    assert (await satellite(house, kitchen)).since is None


async def test_off_the_record_is_told_with_its_end(hass: HomeAssistant, house: House) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    end = dt_util.utcnow() + timedelta(hours=1)
    await house.runtime.settings.go_off(kitchen, end, "Anna")
    told = [await satellite(house, one) for one in (kitchen, hall)]
    assert [(one.off_the_record, one.off_the_record_until) for one in told] == [(True, end), (False, None)]
    await house.runtime.settings.go_off(None, None, "Anna")
    told = [await satellite(house, one) for one in (kitchen, hall)]
    assert [(one.off_the_record, one.off_the_record_until) for one in told] == [(True, None), (True, None)]


async def test_one_that_waits_for_its_wake_word_in_the_stream_listens_and_says_where_it_goes(
    hass: HomeAssistant, house: House
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    before = dt_util.utcnow()
    async with streaming(house, kitchen):
        told = await satellite(house, kitchen)
        assert (told.state, told.listening_for, told.streams_to) == (NowState.LISTENING, "wake_word", OWN_WAKE)
        assert told.since is not None
        assert before <= told.since <= dt_util.utcnow()
        day = await house.runtime.glance.days.tell()
        assert [(one.entity_id, one.engine, one.going_on) for one in day.streamed] == [(kitchen, OWN_WAKE.label, True)]
        assert day.left_house == 0
    assert (await satellite(house, kitchen)).state is NowState.IDLE


async def test_one_that_streams_past_earshot_to_a_cloud_says_so_and_so_does_the_day(
    hass: HomeAssistant,
    house: House,
    strangers: Strangers,  # noqa: F811 - the fixture
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    never_wake(strangers)
    async with streaming(house, kitchen, pipeline_id=strangers.pipeline_id):
        told = await satellite(house, kitchen)
        assert (told.state, told.listening_for, told.streams_to) == (NowState.LISTENING, "wake_word", CLOUD_WAKE)
        day = await house.runtime.glance.days.tell()
        assert day.sentence.house == "left"
        assert [(one.why, one.who, one.how) for one in day.reasons if one.says == "left"] == [
            ("streams_now", NAME, "Kitchen satellite")
        ]
    # Nobody entered it: it is known only while it goes on.
    assert (await house.runtime.glance.days.tell()).sentence.house == "nothing_seen"


async def test_an_engine_behind_the_gate_is_named(
    hass: HomeAssistant,
    house: House,
    strangers: Strangers,  # noqa: F811 - the fixture
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    never_wake(strangers)
    await house.put_behind({Stage.WAKE_WORD: WAKE})
    async with streaming(house, kitchen):
        assert (await satellite(house, kitchen)).streams_to == CLOUD_WAKE


async def test_sound_that_a_rule_keeps_from_the_engine_ends_at_the_gate(
    hass: HomeAssistant,
    house: House,
    strangers: Strangers,  # noqa: F811 - the fixture
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    never_wake(strangers)
    await house.put_behind({Stage.WAKE_WORD: WAKE})
    await house.runtime.settings.set_rule(None, RuleContent.SOUND, "internet", Rule.LOCAL_ONLY, "Anna")
    async with streaming(house, kitchen):
        told = await satellite(house, kitchen)
        assert (told.state, told.streams_to) == (NowState.LISTENING, GATE)


async def test_sound_for_which_there_is_no_host_ends_at_the_gate(hass: HomeAssistant, house: House) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    house.host.turn(available=False)
    async with streaming(house, kitchen):
        assert (await satellite(house, kitchen)).streams_to == GATE


async def test_a_command_on_its_way_says_which_recognizer_gets_it(hass: HomeAssistant, house: House) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    house.host.gets_stuck = True
    run = house.speak_to(satellite_id=kitchen)
    await house.host.stuck.wait()
    told = await satellite(house, kitchen)
    assert (told.state, told.listening_for, told.streams_to) == (NowState.LISTENING, "command", OWN_SPEECH)
    house.host.stopped.set()
    await run
    await house.over()
    assert (await satellite(house, kitchen)).streams_to is None


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ("idle", (NowState.LISTENING, unknown(EarKind.WAKE_WORD))),
        ("listening", (NowState.LISTENING, unknown(EarKind.SPEECH_TO_TEXT))),
        ("processing", (NowState.PROCESSING, None)),
        ("responding", (NowState.RESPONDING, None)),
    ],
)
async def test_of_a_run_that_home_assistant_does_not_write_down_any_more_the_place_is_unknown(
    hass: HomeAssistant,
    house: House,
    strangers: Strangers,  # noqa: F811 - the fixture
    state: str,
    shown: tuple[NowState, StreamsTo | None],
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    never_wake(strangers)
    async with streaming(house, kitchen, pipeline_id=strangers.pipeline_id):
        hass.data[KEY_ASSIST_PIPELINE].pipeline_debug[strangers.pipeline_id].clear()
        hass.states.async_set(kitchen, state)
        told = await satellite(house, kitchen)
        assert (told.state, told.streams_to) == shown


async def test_what_the_gate_gets_is_known_though_the_run_is_not_written_down(
    hass: HomeAssistant, house: House
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    async with streaming(house, kitchen):
        hass.data[KEY_ASSIST_PIPELINE].pipeline_debug[house.pipeline_id].clear()
        told = await satellite(house, kitchen)
        assert (told.streams_to, told.since) == (OWN_WAKE, None)


async def test_one_that_says_it_listens_without_a_run_streams_nobody_knows_where(
    hass: HomeAssistant, house: House
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    hass.states.async_set(kitchen, "listening")
    told = await satellite(house, kitchen)
    assert (told.listening_for, told.streams_to) == ("command", unknown(EarKind.SPEECH_TO_TEXT))


async def test_a_captured_microphone_is_told_with_the_satellite_and_by_itself(
    hass: HomeAssistant, house: House
) -> None:
    kitchen, device_id = satellite_of_a_device(hass)
    queues = hass.data[KEY_ASSIST_PIPELINE].device_audio_queues
    queues[device_id] = DeviceAudioQueue(queue=asyncio.Queue())
    (found,) = await others(house)
    assert (found.kind, found.entity_id, found.since) == (OtherKind.CAPTURE, kitchen, None)
    assert found.streams_to == unknown(EarKind.RECIPIENT)
    assert (await satellite(house, kitchen)).captured
    await house.runtime.outside.settle()
    (known,) = await others(house)
    assert known.id == found.id
    assert known.since is not None
    del queues[device_id]
    assert await others(house) == ()
    assert not (await satellite(house, kitchen)).captured
    await house.runtime.outside.settle()


async def test_a_browsers_run_is_told_with_the_person(
    hass: HomeAssistant, house: House, hass_admin_user: MockUser
) -> None:
    house.host.gets_stuck = True
    run = house.speak_to(user_id=hass_admin_user.id)
    await house.host.stuck.wait()
    (found,) = await others(house)
    assert (found.kind, found.user, found.state) == (OtherKind.RUN, hass_admin_user.name, NowState.LISTENING)
    assert found.streams_to == OWN_SPEECH
    house.host.stopped.set()
    await run
    assert await others(house) == ()
