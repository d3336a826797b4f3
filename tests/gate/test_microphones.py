"""Which satellites' sound the gate gets in this moment."""

import asyncio

from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.core import HomeAssistant

from custom_components.earshot.gate.microphones import Microphones
from tests.gate.house import House, add_satellite


async def test_a_microphone_is_open_from_the_first_listener_to_the_command_that_was_heard(
    hass: HomeAssistant, house: House
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    gate, seen = house.runtime.gate, [False]

    def look() -> None:
        if gate.hears(kitchen) is not seen[-1]:
            seen.append(gate.hears(kitchen))

    gate.microphones.add_listener(look)
    await house.say(start=PipelineStage.WAKE_WORD, satellite_id=kitchen, seconds=3)
    # Once: between the wake word and the command it does not look closed.
    assert seen == [False, True, False]
    await house.over()
    assert not gate.hears(kitchen)


async def test_a_microphone_is_closed_when_the_run_is_broken_off(hass: HomeAssistant, house: House) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    opened = asyncio.Event()
    house.runtime.gate.microphones.add_listener(opened.set)
    run = house.speak_to(start=PipelineStage.WAKE_WORD, satellite_id=kitchen, pace=0.01, seconds=60)
    await opened.wait()
    assert house.runtime.gate.hears(kitchen)
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
    assert not house.runtime.gate.hears(kitchen)


async def test_other_satellites_and_browsers_are_not_taken_for_it(hass: HomeAssistant, house: House) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    heard: list[bool] = []
    house.runtime.gate.microphones.add_listener(lambda: heard.append(house.runtime.gate.hears(hall)))
    await house.say()
    await house.say(satellite_id=kitchen)
    assert heard
    assert not any(heard)


def test_two_streams_of_one_satellite_are_counted() -> None:
    microphones = Microphones()
    with microphones.streaming("a"):
        with microphones.streaming("a"):
            assert microphones.open("a")
        assert microphones.open("a")
    assert not microphones.open("a")
