"""The voice host is killed in the middle of an utterance: Home Assistant stays, and the next utterance works."""

import os
import signal
import time

from scripts.home.process import wait_until
from scripts.home.processes import descendants
from scripts.home.speech import utterance

from .house import House


def test_home_assistant_survives_a_killed_host_and_the_next_utterance_works(house: House) -> None:
    house.satellite().wait_until_listening()
    began = time.time()
    house.satellite().hear(house.record(utterance("turn on the kitchen light")))
    wait_until("the wake word is not detected", lambda: _since(house, "detection", began), 20)

    for pid in _hosts(house):
        os.kill(pid, signal.SIGKILL)

    wait_until("the run does not end", lambda: _since(house, "error", began), 30)
    assert house.home.hass.ended is None
    wait_until("the host is not started again", lambda: bool(_hosts(house)), 60)
    wait_until("the satellite does not listen again", house.satellite().listens_for_wake_word, 60)
    assert house.say("turn on the kitchen light").came_through


def test_the_broken_utterance_is_in_the_ledger_as_one_that_failed(house: House) -> None:
    items = house.socket.ask("earshot/utterances/list", limit=100)["items"]

    assert "failed" in {item["outcome"] for item in items}


def _hosts(house: House) -> list[int]:
    return [pid for pid, command in descendants(house.home.hass.pid).items() if "voice_host" in command]


def _since(house: House, kind: str, began: float) -> bool:
    return any(event.type == kind and event.at >= began for event in house.satellite().events())
