"""What is known of each satellite, and how."""

from types import SimpleNamespace
from typing import Any

from homeassistant.components.assist_pipeline import async_get_pipelines, async_update_pipeline
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
import pytest

from custom_components.earshot.const import TITLE
from custom_components.earshot.models import Evidence, Place, Stage
from custom_components.earshot.satellites.posture import (
    UNKNOWN,
    Fact,
    Mute,
    Posture,
    Speaks,
    WakePlace,
    WakeWord,
    Why,
)
from tests.gate.house import House, add_satellite
from tests.satellites.devices import Device, Devices, wake_words


def posture(house: House, device: Device) -> Posture:
    return house.runtime.satellites.survey.of(device.entity_id)


async def test_every_satellite_is_listed_with_its_name_and_room(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    kitchen = await devices.add(Device("Kitchen"), area="Ground floor")
    hall = add_satellite(hass, "Hall")
    listed = house.runtime.satellites.survey.all()
    assert [one.satellite.entity_id for one in listed] == [hall, kitchen.entity_id]
    assert listed[1].satellite.area == "Ground floor"
    assert listed[1].key == kitchen.key
    assert (listed[1].available, listed[1].announces) == (True, True)
    assert (listed[0].available, listed[0].announces) == (True, False)


async def test_of_one_that_tells_nothing_everything_is_unknown(house: House, devices: Devices) -> None:
    found = posture(house, await devices.add(Device("Kitchen")))
    assert found.speaks == Fact(Speaks.OTHER, Evidence.DECLARED, Why.INTEGRATION)
    assert found.wake.where == Fact(None, Evidence.UNKNOWN, Why.NOTHING)
    assert found.mute == Fact(Mute.NONE_KNOWN, Evidence.UNKNOWN, Why.NOTHING)
    assert found.encrypted == UNKNOWN
    assert found.doors == ()
    assert found.paired is None


async def test_wake_words_of_the_device_are_its_own_word(house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen", words=wake_words("okay_nabu", "hey_mycroft", active=("okay_nabu",))))
    wake = posture(house, device).wake
    assert wake.where == Fact(WakePlace.ON_DEVICE, Evidence.DECLARED, Why.DEVICE)
    assert wake.words == (
        WakeWord(wake_word_id="okay_nabu", phrase="Okay_Nabu", active=True),
        WakeWord(wake_word_id="hey_mycroft", phrase="Hey_Mycroft", active=False),
    )
    assert wake.most == 2


async def test_one_that_could_listen_and_does_not_has_no_wake_word(house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen", words=wake_words("okay_nabu")))
    assert posture(house, device).wake.where == Fact(WakePlace.NONE, Evidence.DECLARED, Why.DEVICE)


async def test_what_a_satellite_was_seen_to_do_outweighs_what_it_says(house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen", words=wake_words("okay_nabu", active=("okay_nabu",))))
    await device.choose(house.hass, TITLE)
    await device.speak(seconds=3, start=PipelineStage.WAKE_WORD)
    assert posture(house, device).wake.where == Fact(WakePlace.STREAMED, Evidence.OBSERVED, Why.RUN)


async def test_a_command_without_a_wake_word_in_the_stream_is_the_satellites_word(
    house: House, devices: Devices
) -> None:
    device = await devices.add(Device("Kitchen"))
    await device.choose(house.hass, TITLE)
    await device.speak()
    assert posture(house, device).wake.where == Fact(WakePlace.ON_DEVICE, Evidence.DECLARED, Why.RUN)


async def test_a_telephone_has_no_wake_word_and_a_port_of_home_assistants(house: House, devices: Devices) -> None:
    found = posture(house, await devices.add(Device("Phone", integration="voip")))
    assert found.wake.where == Fact(WakePlace.NONE, Evidence.DECLARED, Why.INTEGRATION)
    (door,) = found.doors
    assert (door.host, door.port, door.transport) == ("home_assistant", 5060, "udp")
    assert found.encrypted == Fact(value=False, evidence=Evidence.DECLARED, why=Why.INTEGRATION)


async def test_a_wyoming_satellite_lets_everybody_in(house: House, devices: Devices) -> None:
    data = {"host": "192.168.1.5", "port": 10700}
    found = posture(house, await devices.add(Device("Kitchen", integration="wyoming", data=data)))
    no = Fact(value=False, evidence=Evidence.DECLARED, why=Why.INTEGRATION)
    (door,) = found.doors
    assert (door.host, door.port, door.transport) == ("192.168.1.5", 10700, "tcp")
    assert (door.authenticated, door.encrypted, found.encrypted) == (no, no, no)


async def test_a_wyoming_satellite_may_say_which_wake_words_it_hears_itself(house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen", integration="wyoming", data={"host": "a", "port": 1}))
    satellite = SimpleNamespace(active_wake_words=["ok_nabu"])
    device.entry.runtime_data = SimpleNamespace(service=SimpleNamespace(info=SimpleNamespace(satellite=satellite)))
    assert posture(house, device).wake.where == Fact(WakePlace.ON_DEVICE, Evidence.DECLARED, Why.DEVICE)


@pytest.mark.parametrize(
    ("data", "authenticated", "encrypted"),
    [
        pytest.param({"noise_psk": ""}, False, False, id="open"),
        pytest.param({"noise_psk": "", "password": "p"}, True, False, id="an old password"),
        pytest.param({"noise_psk": "k"}, True, True, id="a key"),
    ],
)
async def test_an_esphome_device_is_as_closed_as_it_was_configured(
    house: House, devices: Devices, data: dict[str, Any], *, authenticated: bool, encrypted: bool
) -> None:
    device = await devices.add(Device("Kitchen", integration="esphome", data={"host": "a", "port": 6053, **data}))
    (door,) = posture(house, device).doors
    assert door.authenticated == Fact(authenticated, Evidence.DECLARED, Why.CONFIGURATION)
    assert door.encrypted == Fact(encrypted, Evidence.DECLARED, Why.CONFIGURATION)


@pytest.mark.parametrize(
    ("flags", "encrypted"),
    [
        pytest.param(None, UNKNOWN, id="not known"),
        pytest.param(1, Fact(value=False, evidence=Evidence.DECLARED, why=Why.DEVICE), id="beside the API, over UDP"),
        pytest.param(1 | 4, Fact(value=True, evidence=Evidence.DECLARED, why=Why.DEVICE), id="through the API"),
    ],
)
async def test_sound_of_an_esphome_device_is_encrypted_only_if_it_goes_through_the_api(
    house: House, devices: Devices, flags: int | None, encrypted: Fact[bool]
) -> None:
    data = {"host": "a", "port": 6053, "noise_psk": "k"}
    device = await devices.add(Device("Kitchen", integration="esphome", data=data))
    if flags is not None:
        info = SimpleNamespace(voice_assistant_feature_flags_compat=lambda _version: flags)
        device.entry.runtime_data = SimpleNamespace(device_info=info, api_version=None)
    assert posture(house, device).encrypted == encrypted


async def test_a_mute_switch_is_software_and_one_that_is_only_shown_is_hardware(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    device = await devices.add(Device("Kitchen", mutes=True))
    found = posture(house, device)
    assert found.mute == Fact(Mute.SOFTWARE, Evidence.DECLARED, Why.ENTITY)
    assert found.muted == Fact(value=False, evidence=Evidence.DECLARED, why=Why.ENTITY)
    await hass.services.async_call("switch", "turn_on", {"entity_id": "switch.kitchen_mute"}, blocking=True)
    assert posture(house, device).muted.value is True
    registered = er.async_get(hass).async_get(device.entity_id)
    assert registered is not None
    shown = er.async_get(hass).async_get_or_create(
        "binary_sensor", "test", "x", device_id=registered.device_id, original_name="Mute button"
    )
    hass.states.async_set(shown.entity_id, "off")
    found = posture(house, device)
    assert found.mute.value is Mute.HARDWARE
    assert found.muted.value is False


async def test_it_tells_where_each_stage_of_its_pipeline_runs(house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen"))
    await device.choose(house.hass, TITLE)
    (use,) = posture(house, device).pipelines
    assert (use.option, use.pipeline, use.assistant) == (TITLE, TITLE, "one")
    assert {stage.stage: (stage.place, stage.evidence) for stage in use.stages} == {
        Stage.WAKE_WORD: (Place.SANDBOX, Evidence.ENFORCED),
        Stage.SPEECH_TO_TEXT: (Place.SANDBOX, Evidence.ENFORCED),
        Stage.CONVERSATION: (Place.THIS_MACHINE, Evidence.DECLARED),
        Stage.TEXT_TO_SPEECH: (Place.SANDBOX, Evidence.ENFORCED),
    }


async def test_preferred_is_what_it_comes_to_and_a_second_choice_is_told_too(house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen", selects=2))
    await device.choose(house.hass, TITLE, number=2)
    first, second = posture(house, device).pipelines
    assert (first.option, first.pipeline, first.assistant) == ("preferred", "Home Assistant", None)
    assert (second.option, second.assistant) == (TITLE, "one")


async def test_a_pipeline_that_hands_sound_to_others_is_not_an_assistant_of_earshots(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    mixed = next(pipeline for pipeline in async_get_pipelines(hass) if pipeline.name == TITLE)
    await async_update_pipeline(hass, mixed, stt_engine="stt.cloud", name="Mixed")
    device = await devices.add(Device("Kitchen"))
    await device.choose(hass, "Mixed")
    (use,) = posture(house, device).pipelines
    assert use.assistant is None
    heard = next(stage for stage in use.stages if stage.stage is Stage.SPEECH_TO_TEXT)
    assert (heard.label, heard.place, heard.evidence) == ("stt.cloud", Place.UNKNOWN, Evidence.UNKNOWN)


async def test_of_one_that_is_away_it_is_not_told_what_it_uses(house: House, devices: Devices) -> None:
    device = await devices.add(Device("Kitchen"))
    await devices.turn(device, available=False)
    found = posture(house, device)
    assert found.available is False
    (use,) = found.pipelines
    assert (use.option, use.pipeline, use.stages) == (None, None, ())
