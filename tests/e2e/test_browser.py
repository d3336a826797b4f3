"""Somebody speaks into a browser: the same pipeline over the websocket, without satellite and wake word."""

from typing import Any

import pytest

from scripts.home.earshot import pipeline_of
from scripts.home.process import wait_until
from scripts.home.speech import utterance

from .house import House

_CHUNK = 3200
"""Bytes: 100 ms, as the frontend sends."""


def test_a_browser_is_heard_answered_and_in_the_ledger(house: House) -> None:
    house.act("light.turn_off", entity_id="light.desk_lamp")
    known = {item["utterance_id"] for item in house.socket.ask("earshot/utterances/list", limit=100)["items"]}

    events = _run(house, utterance("turn on the desk lamp", wake_word=None))

    assert events["stt-end"]["stt_output"]["text"] in {"turn on the desk lamp", "turn on desk lamp"}
    assert house.state("light.desk_lamp") == "on"
    answer = house.home.rest.fetch(events["tts-end"]["tts_output"]["url"])
    assert len(answer) > 1_000
    # The answer is out before the run has ended, and only then is the utterance whole.
    wait_until("the utterance does not end", lambda: _new(house, known)[0]["outcome"] is not None, 10)
    (view,) = _new(house, known)
    assert view["outcome"] == "answered"
    assert view["satellite"]["entity_id"] is None
    assert view["wake_word"] is None
    assert view["left_house"] is False


@pytest.mark.parametrize(
    "pcm",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\0\0" * 1600, id="a tenth of a second of silence"),
        pytest.param(bytes(range(256)) * 125, id="a buzz"),
    ],
)
def test_a_browser_that_sends_no_speech_harms_nothing(house: House, pcm: bytes) -> None:
    events = _run(house, pcm)

    assert "error" in events
    assert house.say("turn off the desk lamp").came_through


def _new(house: House, known: set[str]) -> list[dict[str, Any]]:
    items = house.socket.ask("earshot/utterances/list", limit=100)["items"]
    return [item for item in items if item["utterance_id"] not in known]


def _run(house: House, pcm: bytes) -> dict[str, Any]:
    """Run Earshot's pipeline on a recording, faster than real time; return each event's data by its type."""
    number = house.socket.send(
        "assist_pipeline/run",
        start_stage="stt",
        end_stage="tts",
        input={"sample_rate": 16_000},
        pipeline=pipeline_of(house.socket)["id"],
    )
    events: dict[str, Any] = {}
    for event in house.socket.events(number):
        events[event["type"]] = event["data"] or {}
        if event["type"] == "run-start":
            handler = event["data"]["runner_data"]["stt_binary_handler_id"]
        elif event["type"] == "stt-start":
            for start in range(0, len(pcm), _CHUNK):
                house.socket.send_sound(handler, pcm[start : start + _CHUNK])
            house.socket.send_sound(handler, b"")
        elif event["type"] == "run-end":
            break
    return events
