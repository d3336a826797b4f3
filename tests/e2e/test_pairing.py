"""A real satellite is paired over the REST API, as a browser does it, and proves itself by a spoken sentence."""

from collections.abc import Iterator
from typing import Any

import pytest

from scripts.home import earshot
from scripts.home.process import wait_until

from .house import House

FLOW = "/api/config/config_entries/subentries/flow"


class Pairing:
    """The dialog, from a browser's side."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.entry_id = house.socket.ask("config_entries/get", domain="earshot")[0]["entry_id"]
        self.step: Any = house.home.rest.post(FLOW, {"handler": [self.entry_id, "satellite"]})

    def answer(self, **fields: Any) -> Any:
        self.step = self.house.home.rest.post(f"{FLOW}/{self.step['flow_id']}", fields)
        return self.step

    def look(self) -> Any:
        self.step = self.house.home.rest.get(f"{FLOW}/{self.step['flow_id']}")
        return self.step

    def options(self, field: str) -> dict[str, str]:
        """Return what can be chosen in a field: values by label."""
        found = next(one for one in self.step["data_schema"] if one["name"] == field)
        return {option["label"]: option["value"] for option in found["selector"]["select"]["options"]}

    def to_proof(self, satellite: str) -> None:
        """Choose a satellite and Earshot's assistant, up to the step at which somebody is to speak."""
        satellites, assistants = self.options("satellite"), self.options("assistant")
        self.answer(satellite=satellites[satellite], assistant=assistants["Earshot"])
        assert self.options("wake_word")["all"] == "all"
        self.answer(wake_word="all", keep_sound=False, keep_words=True)
        assert self.step["step_id"] == "prove", self.step
        assert self.step["menu_options"] == ["listen", "prompt", "stop"]


@pytest.fixture
def bedroom(house: House) -> Iterator[str]:
    """Return the choice of assistant of a satellite that uses the preferred one; afterwards it uses Earshot again."""
    select = choice(house, "Bedroom")
    option = house.state(select)
    house.act("select.select_option", entity_id=select, option="preferred")
    yield select
    settle(house)
    house.act("select.select_option", entity_id=select, option=option)
    house.satellite("Bedroom").wait_until_listening()


def choice(house: House, satellite: str) -> str:
    entities = house.socket.ask("config/entity_registry/list")
    entity_id = house.home.satellite_entity(satellite)
    device = next(one["device_id"] for one in entities if one["entity_id"] == entity_id)
    return next(
        str(one["entity_id"])
        for one in entities
        if one["device_id"] == device and str(one["unique_id"]).endswith("-pipeline")
    )


def settle(house: House) -> None:
    """Wait until Earshot has begun anew and hears again."""
    earshot.wait_for_entry(house.socket)
    earshot.wait_for_sentences(house.socket)
    house.satellite("Bedroom").wait_until_listening()


def test_a_satellite_is_paired_when_a_spoken_sentence_is_in_the_ledger(house: House, bedroom: str) -> None:
    name = str(
        house.home.rest.get(f"/api/states/{house.home.satellite_entity('Bedroom')}")["attributes"]["friendly_name"]
    )
    pairing = Pairing(house)
    pairing.to_proof(f"{name} (Bedroom)")
    assert house.state(bedroom) == "Earshot"
    pairing.answer(next_step_id="listen")
    assert (pairing.step["type"], pairing.step["progress_action"]) == ("progress", "listen")

    said = house.say("turn on the bedroom lamp", "Bedroom")

    assert said.came_through
    wait_until("the dialog does not end", lambda: pairing.look()["type"] not in {"progress", "progress_done"}, 30)
    assert pairing.step["type"] == "create_entry"
    settle(house)
    satellites = {
        one["satellite"]["entity_id"]: one for one in house.socket.ask("earshot/satellites/list")["satellites"]
    }
    posture = satellites[house.home.satellite_entity("Bedroom")]
    assert posture["paired"] is not None
    assert posture["wake"]["where"] == {"value": "streamed", "evidence": "observed", "why": "run"}
    assert [door["authenticated"]["value"] for door in posture["doors"]] == [False]
    entities = house.socket.ask("config/entity_registry/list")
    ours = [one["entity_id"] for one in entities if one["config_subentry_id"] == posture["paired"]]
    assert len(ours) == 10
    outcome = next(one for one in ours if one.endswith("last_outcome"))
    assert house.state(outcome) == "answered"
    open_now = next(one for one in ours if one.endswith("microphone_open"))
    assert house.state(open_now) == "on"

    house.socket.ask("config_entries/subentries/delete", entry_id=pairing.entry_id, subentry_id=posture["paired"])
    settle(house)
    assert house.state(bedroom) == "preferred"


def test_what_is_given_up_leaves_the_satellite_as_it_was(house: House, bedroom: str) -> None:
    name = str(
        house.home.rest.get(f"/api/states/{house.home.satellite_entity('Bedroom')}")["attributes"]["friendly_name"]
    )
    pairing = Pairing(house)
    pairing.to_proof(f"{name} (Bedroom)")
    pairing.answer(next_step_id="stop")
    assert (pairing.step["type"], pairing.step["reason"]) == ("abort", "stopped")
    assert house.state(bedroom) == "preferred"
