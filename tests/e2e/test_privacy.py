"""What a person set is what is kept, in the running home: sound where it is switched on, nothing off the record."""

from collections.abc import Iterator
from io import BytesIO

import av
import pytest

from .house import House

HOUR = 3600


@pytest.fixture
def kitchen(house: House) -> Iterator[str]:
    """Return the satellite whose settings a test changes; afterwards they are as they were."""
    satellite = house.home.satellite_entity("Kitchen")
    yield satellite
    house.socket.ask("earshot/settings/set_retention", satellite=satellite, content="sound", keep_for=None)
    told = house.socket.ask("earshot/settings/get")
    if told["house"]["off_the_record"] is not None:
        house.socket.ask("earshot/settings/on_the_record")


def seconds_of(flac: bytes) -> float:
    with av.open(BytesIO(flac), "r", format="flac") as container:
        frames = list(container.decode(container.streams.audio[0]))
    return sum(frame.samples for frame in frames) / frames[0].sample_rate


def test_sound_is_kept_where_it_is_switched_on_and_can_be_played(house: House, kitchen: str) -> None:
    house.socket.ask("earshot/settings/set_retention", satellite=kitchen, content="sound", keep_for=HOUR)

    said = house.say("turn on the kitchen light")

    assert {content["kind"] for content in said.view["contents"]} == {"sound", "words", "response"}
    utterance_id = said.view["utterance_id"]
    answer = house.socket.ask("earshot/utterances/sound_path", utterance_id=utterance_id)
    assert answer["content_type"] == "audio/flac"
    flac = house.home.rest.fetch(answer["path"])
    heard = next(ear for ear in said.view["ears"] if ear["kind"] == "speech_to_text")
    assert seconds_of(flac) == pytest.approx(heard["got"]["sound_ms"] / 1000, abs=0.1)
    entries = house.socket.ask("earshot/utterances/get", utterance_id=utterance_id)["entries"]
    assert entries[-1]["record"]["how"] == "sound"
    kept = list((house.paths.config / "earshot" / "vault").glob(f"{utterance_id}.sound.*"))
    assert len(kept) == 1
    assert b"fLaC" not in kept[0].read_bytes()


def test_off_the_record_the_light_goes_on_and_nothing_is_kept(house: House, kitchen: str) -> None:
    house.act("light.turn_off", entity_id="light.kitchen_light")
    house.act("earshot.off_the_record", duration={"minutes": 10})

    said = house.say("turn on the kitchen light")

    assert said.view["outcome"] == "answered"
    assert said.view["contents"] == []
    assert house.state("light.kitchen_light") == "on"
    house.act("earshot.on_the_record")
    told = house.socket.ask("earshot/settings/get")
    assert told["house"]["off_the_record"] is None
