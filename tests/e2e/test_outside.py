"""What goes past Earshot in a real home, and is found."""

from typing import Any

from scripts.home.process import wait_until

from .house import House


def test_who_captures_the_kitchens_microphone_is_an_ear_of_what_is_said_there(house: House) -> None:
    kitchen = house.home.satellite_entity("Kitchen")
    device_id = house.socket.ask("config/entity_registry/get", entity_id=kitchen)["device_id"]
    with house.home.socket() as eavesdropper:
        eavesdropper.send("assist_pipeline/device/capture", device_id=device_id, timeout=60.0)
        wait_until("the capture is not found", lambda: bool(_outside(house, "capture")), 20)
        said = house.say("turn on the kitchen light")

    def ears() -> list[dict[str, Any]]:
        return [ear for ear in _utterance(house, said.view["utterance_id"])["ears"] if ear["kind"] == "recipient"]

    wait_until("nobody tells of the one who listened in", lambda: bool(ears()), 20)
    (listener,) = ears()
    assert listener["place"] == "unknown"
    assert _utterance(house, said.view["utterance_id"])["left_house"]
    wait_until("the capture does not end", lambda: _outside(house, "capture")[0]["outcome"] == "unseen", 20)


def test_words_typed_to_home_assistant_itself_are_found(house: House) -> None:
    house.socket.ask("conversation/process", text="turn off the desk lamp")

    wait_until("the words are not found", lambda: bool(_outside(house, "typed")), 20)
    view = _outside(house, "typed")[0]
    assert (view["given"], view["outcome"], view["left_house"]) == ("typed", "answered", False)
    (agent,) = view["ears"]
    assert (agent["label"], agent["got"]["words"]) == ("Home Assistant", 5)
    assert house.state("light.desk_lamp") == "off"


def _utterances(house: House) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = house.socket.ask("earshot/utterances/list", limit=100)["items"]
    return items


def _utterance(house: House, utterance_id: str) -> dict[str, Any]:
    return next(item for item in _utterances(house) if item["utterance_id"] == utterance_id)


def _outside(house: House, how: str) -> list[dict[str, Any]]:
    """What went past in this way, newest first."""
    return [item for item in _utterances(house) if item["outside"] == how]
