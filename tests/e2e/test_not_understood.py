"""What is no command of this home does nothing, and is told as what it was."""

from scripts.home.speech import utterance

from .house import House


def test_a_sentence_of_another_world_changes_nothing(house: House) -> None:
    house.act("light.turn_off", entity_id="all")
    before = _lights(house)

    said = house.say("the quarterly report describes unexpected seasonal variations in parliament")

    assert said.view["outcome"] == "not_understood"
    assert said.heard is None
    assert _lights(house) == before


def test_a_wake_word_that_nobody_speaks_after_is_a_false_wake(house: House) -> None:
    said = house.say("")

    assert said.view["outcome"] == "false_wake"
    assert said.view["left_house"] is False
    assert {ear["kind"] for ear in said.view["ears"]} >= {"microphone", "wake_word"}


def test_the_satellite_listens_again_afterwards(house: House) -> None:
    house.say("")

    assert house.say("turn on the kitchen light").came_through


def test_talk_without_the_wake_word_is_nobodys_business(house: House) -> None:
    house.satellite().wait_until_listening()
    known = len(house.socket.ask("earshot/utterances/list", limit=100)["items"])
    detections = _detections(house)

    house.satellite().hear(house.record(utterance("turn on the kitchen light", wake_word=None)))
    said = house.say("turn off the kitchen light")

    assert said.came_through
    assert _detections(house) == detections + 1
    assert len(house.socket.ask("earshot/utterances/list", limit=100)["items"]) == known + 1


def _detections(house: House) -> int:
    return sum(event.type == "detection" for event in house.satellite().events())


def _lights(house: House) -> dict[str, str]:
    return {
        state["entity_id"]: state["state"]
        for state in house.socket.ask("get_states")
        if state["entity_id"].startswith("light.")
    }
