"""What Home Assistant itself keeps is found and cleared while it runs, and its event loop is not held up by that."""

from typing import Any

from .house import House


def places(house: House) -> dict[str, dict[str, Any]]:
    """What is in every place now."""
    return {one["place"]: one for one in house.socket.ask("earshot/traces/list")["traces"]}


def test_after_something_was_said_it_lies_around_until_it_is_cleared(house: House) -> None:
    assert house.say("turn on the kitchen light").came_through
    before = places(house)
    assert before["pipeline_debug"]["count"]
    assert before["speech_files"]["count"]
    assert before["recorder_rows"]["count"] is not None
    assert not [place for place, found in before.items() if found["why_not"] == "unknown"]

    cleared = house.home.rest.post("/api/services/earshot/purge_traces?return_response")["service_response"]["traces"]

    assert {one["place"] for one in cleared} == set(before)
    after = places(house)
    assert not after["speech_files"]["count"]
    assert not list(house.paths.config.joinpath("tts").iterdir())


def test_erasing_what_was_said_takes_words_and_traces_and_leaves_the_facts(house: House) -> None:
    said = house.say("turn off the kitchen light")
    assert said.came_through
    utterance = house.socket.ask("earshot/utterances/list", limit=1)["items"][0]

    answer = house.home.rest.post(
        "/api/services/earshot/erase?return_response", {"utterance_id": utterance["utterance_id"]}
    )["service_response"]

    assert answer["contents"] == 2
    assert "pipeline_debug" in {one["place"] for one in answer["traces"]}
    kept = house.socket.ask("earshot/utterances/get", utterance_id=utterance["utterance_id"])
    assert kept["utterance"]["outcome"] == "answered"
    assert all(content["erased_at"] for content in kept["utterance"]["contents"])
