"""Somebody's own assistant behind the gate: other integrations' engines, an agent in a cloud, a say in what leaves.

The tests tell one story, in order: an assistant is made transparent, spoken to under every rule, broken and taken away.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
import time
from typing import Any
import wave

from homeassistant.const import __version__ as HOME_ASSISTANT  # noqa: N812  it is a constant
import pytest

from scripts.home.home import DemoHome
from scripts.home.process import wait_until
from scripts.home.said import Said
from scripts.home.speech import utterance

from .cloud import ANSWER
from .house import House
from .other_engines import AGENT, ORIGINAL, OtherEngines, assistants, make_transparent, remove

_LABEL = f"{AGENT} (Cloud agent)"
"""How the agent is told of."""

_MOON = "how far away is the moon"
_GIFT = "what shall i give grandmother for her birthday"
"""A sentence that no other test says."""


@pytest.fixture(scope="module")
def engines(home: DemoHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OtherEngines]:
    with OtherEngines(home, tmp_path_factory.mktemp("engines")) as engines:
        yield engines


@pytest.fixture(scope="module")
def assistant(home: DemoHome, engines: OtherEngines) -> Iterator[str]:
    """Return the subentry of an assistant that was made of the original one, which the bedroom had chosen."""
    with home.socket() as socket:
        house = House(home, socket, engines.folder)
        earlier = _chosen(house)
        _choose(house, ORIGINAL)
        assistant = make_transparent(home, socket, ORIGINAL)
        yield assistant
        if assistant in assistants(socket):
            remove(socket, assistant)
        _choose(house, earlier)


@pytest.fixture
def bedroom(house: House, assistant: str) -> Iterator[str]:
    """Return the satellite that uses the assistant; afterwards its rules are the house's again."""
    satellite = house.home.satellite_entity("Bedroom")
    yield satellite
    if assistant in assistants(house.socket):
        _rule(house, None)


def test_a_transparent_assistant_names_all_its_engines_and_warns_of_what_leaves(
    house: House, engines: OtherEngines, bedroom: str
) -> None:
    assert _chosen(house) == f"{ORIGINAL} (Earshot)"
    assert not _notices(house)

    # Nobody has set a rule: a fresh install warns of what leaves the house.
    said = _say(house, engines, _MOON)

    assert (said.view["outcome"], said.heard, said.answer) == ("answered", _MOON, ANSWER)
    assert engines.cloud.got == [_MOON]
    assert said.view["satellite"]["entity_id"] == bedroom
    assert said.view["left_house"] is True
    assert {name: _engine(stage) for name, stage in _stages(said).items()} == {
        "wake_word": ("wyoming", HOME_ASSISTANT, "this_machine", "declared"),
        "speech_to_text": ("wyoming", HOME_ASSISTANT, "this_machine", "declared"),
        "conversation": ("cloud_agent", "4.5.6", "internet", "declared"),
        "text_to_speech": ("wyoming", HOME_ASSISTANT, "this_machine", "declared"),
    }
    ears = {name: stage["ear"] for name, stage in _stages(said).items()}
    assert ears["conversation"]["label"] == _LABEL
    assert ears["conversation"]["got"]["words"] == len(_MOON.split())
    assert ears["speech_to_text"]["got"]["sound_bytes"] == engines.heard_bytes()
    assert ears["text_to_speech"]["got"]["words"] == len(ANSWER.split())
    (notice,) = _notices(house)
    assert _LABEL in notice
    assert "moon is" not in notice


def test_what_may_not_leave_does_not_and_whoever_spoke_is_told_why(
    house: House, engines: OtherEngines, bedroom: str
) -> None:
    _rule(house, "local_only")
    answers = len(house.satellite("Bedroom").answers())

    said = _say(house, engines, _MOON)

    assert engines.cloud.got == []
    assert (said.view["outcome"], said.view["left_house"]) == ("blocked", False)
    (blocked,) = _records(said.entries, "blocked")
    assert (blocked["stage"], blocked["content"], blocked["label"]) == ("conversation", "words", _LABEL)
    assert (blocked["place"], blocked["evidence"]) == ("internet", "declared")
    assert (blocked["rule"], blocked["answer"]) == ("local_only", None)
    assert _sounds(house, answers)


def test_a_yes_sends_what_was_asked_about(house: House, engines: OtherEngines, bedroom: str) -> None:
    _rule(house, "ask")
    answers = len(house.satellite("Bedroom").answers())

    asked = _say(house, engines, _MOON)

    assert asked.waits
    assert _sounds(house, answers)
    assert engines.cloud.got == []

    yes = _say(house, engines, "Yes.")

    assert engines.cloud.got == [_MOON]
    sent = _told(house, asked)
    assert (sent["utterance"]["outcome"], sent["utterance"]["left_house"]) == ("answered", True)
    assert (yes.view["outcome"], yes.view["left_house"]) == ("answered", False)


def test_a_no_sends_nothing(house: House, engines: OtherEngines, bedroom: str) -> None:
    _rule(house, "ask")
    asked = _say(house, engines, _MOON)

    no = _say(house, engines, "No, thank you.")

    assert engines.cloud.got == []
    kept = _told(house, asked)
    assert (kept["utterance"]["outcome"], kept["utterance"]["left_house"]) == ("blocked", False)
    (blocked,) = _records(kept["entries"], "blocked")
    assert (blocked["rule"], blocked["answer"]) == ("ask", "no")
    assert no.view["left_house"] is False


def test_forget_that_reaches_no_agent_and_leaves_nothing_of_it_nor_of_what_was_said_before(
    house: House, engines: OtherEngines, bedroom: str
) -> None:
    _rule(house, "allow")
    house.act("earshot.purge_traces")
    satellite = house.home.satellite_entity("Bedroom")
    house.socket.ask("earshot/settings/set_retention", satellite=satellite, content="sound", keep_for=3600)

    gift = _say(house, engines, _GIFT)

    assert (engines.cloud.got, gift.heard, gift.answer) == ([_GIFT], _GIFT, ANSWER)
    assert len(_sealed(house, gift)) == 3
    assert _speech(house)
    assert _GIFT in _remembered(house)

    # The recognizer is asked to hear it, and the agent's server is there and would answer.
    forget = _say(house, engines, "Forget that, please.")

    house.socket.ask("earshot/settings/set_retention", satellite=satellite, content="sound", keep_for=None)
    assert engines.cloud.requests == []
    assert (forget.view["outcome"], forget.view["left_house"]) == ("answered", False)
    assert [ear["label"] for ear in forget.view["ears"] if ear["kind"] == "agent"] == ["Earshot"]
    for said in (gift, forget):
        wait_until("something sealed is left", partial(_nothing_sealed, house, said), 10)
        told = house.socket.ask("earshot/utterances/get", utterance_id=said.view["utterance_id"], words=True)
        assert all(content["erased_at"] for content in told["utterance"]["contents"])
        assert {*told["words"].values()} <= {None}
        assert told["utterance"]["outcome"] == "answered"
    wait_until("a spoken answer is left", lambda: not _speech(house), 10)
    remembered = _remembered(house)
    assert _GIFT not in remembered
    assert "forget that" not in remembered
    assert _with(house, _GIFT) == []
    assert _with(house, "forget that, please") == []


def test_a_recognizer_that_dies_while_it_hears_is_told_and_the_next_sentence_works(
    house: House, engines: OtherEngines, bedroom: str
) -> None:
    _rule(house, "allow")
    known = _known(house)
    engines.cloud.requests.clear()
    _begin_to_speak(house, engines)

    engines.recognizer.program.kill()

    wait_until("the utterance does not end", lambda: bool(_over(house, known)), 20)
    (broken,) = _over(house, known)
    assert (broken["outcome"], broken["left_house"]) == ("failed", False)
    recognizer = next(stage for stage in broken["stages"] if stage["stage"] == "speech_to_text")
    assert recognizer["status"] == "error:engine_failed"
    assert recognizer["ear"]["got"]["sound_bytes"] > 0
    assert engines.cloud.got == []

    engines.recognizer.restart()

    assert _say(house, engines, _MOON).came_through
    assert engines.cloud.got == [_MOON]


def test_the_assistant_that_was_copied_still_goes_past_earshot_and_is_found(
    house: House, engines: OtherEngines, bedroom: str
) -> None:
    _rule(house, "local_only")
    _choose(house, ORIGINAL)

    said = _say(house, engines, _MOON)

    _choose(house, f"{ORIGINAL} (Earshot)")
    # Nobody could keep it from the cloud; that it went there is in the ledger all the same.
    assert engines.cloud.got == [_MOON]
    assert said.view["outside"] == "pipeline"
    assert said.view["satellite"]["entity_id"] == bedroom
    assert said.view["left_house"] is True
    agent = _stages(said)["conversation"]
    assert (agent["ear"]["label"], agent["ear"]["place"], agent["ear"]["evidence"]) == (_LABEL, "internet", "declared")
    assert said.heard is None


def test_the_satellite_gets_back_what_it_had_when_the_assistant_goes(house: House, assistant: str) -> None:
    assert _chosen(house) == f"{ORIGINAL} (Earshot)"

    remove(house.socket, assistant)

    assert _chosen(house) == ORIGINAL
    names = {one["name"] for one in house.socket.ask("assist_pipeline/pipeline/list")["pipelines"]}
    assert ORIGINAL in names
    assert f"{ORIGINAL} (Earshot)" not in names


def _say(house: House, engines: OtherEngines, words: str) -> Said:
    """Speak to the bedroom; its recognizer understands these words, and the cloud has been sent nothing yet."""
    engines.understands(words)
    engines.cloud.requests.clear()
    # What is said does not matter, but that somebody speaks.
    return house.say("hello", "Bedroom")


def _sealed(house: House, said: Said) -> list[Path]:
    """What the vault holds of an utterance."""
    return list((house.paths.config / "earshot" / "vault").glob(f"{said.view['utterance_id']}.*"))


def _nothing_sealed(house: House, said: Said) -> bool:
    return not _sealed(house, said)


def _speech(house: House) -> list[Path]:
    """Answers that Home Assistant keeps on the disk to play them again."""
    return [path for path in (house.paths.config / "tts").rglob("*") if path.is_file()]


def _remembered(house: House) -> str:
    """What Home Assistant itself remembers of all runs of all assistants, in lower case."""
    runs = []
    for pipeline in house.socket.ask("assist_pipeline/pipeline/list")["pipelines"]:
        debug = {"pipeline_id": pipeline["id"]}
        for run in house.socket.ask("assist_pipeline/pipeline_debug/list", **debug)["pipeline_runs"]:
            one = {"pipeline_run_id": run["pipeline_run_id"]}
            runs.append(house.socket.ask("assist_pipeline/pipeline_debug/get", **debug, **one))
    return str(runs).lower()


def _with(house: House, words: str) -> list[Path]:
    """Files of the home, with all its databases, caches and logs, that hold some words."""
    files = (path for path in house.paths.root.rglob("*") if path.is_file() and not path.is_symlink())
    return [path for path in files if words.lower().encode() in path.read_bytes().lower()]


def _begin_to_speak(house: House, engines: OtherEngines) -> None:
    """Say the wake word to the bedroom, and return while its recognizer hears what comes after it.

    Again, where Home Assistant does not read on after the run before (see `Speaker` in scripts/home/said.py).
    """
    satellite, recording = house.satellite("Bedroom"), house.record(utterance(""))
    while not engines.hears():
        satellite.wait_until_listening()
        began = time.time()
        satellite.hear(recording)
        wait_until("the recognizer hears nothing", lambda: engines.hears() or satellite.was_cut_off(began), 30)  # noqa: B023  it is called before the loop goes on


def _engine(stage: dict[str, Any]) -> tuple[str, ...]:
    return stage["integration"], stage["version"], stage["ear"]["place"], stage["ear"]["evidence"]


def _stages(said: Said) -> dict[str, dict[str, Any]]:
    return {stage["stage"]: stage for stage in said.view["stages"]}


def _records(entries: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [entry["record"] for entry in entries if entry["record"]["kind"] == kind]


def _told(house: House, said: Said) -> dict[str, Any]:
    utterance_id = said.view["utterance_id"]

    def told() -> dict[str, Any]:
        return dict(house.socket.ask("earshot/utterances/get", utterance_id=utterance_id))

    wait_until("what waited does not end", lambda: told()["utterance"]["outcome"] is not None, 10)
    return told()


def _sounds(house: House, before: int) -> bool:
    """Whether the bedroom has said something since it had said `before` things."""
    satellite = house.satellite("Bedroom")
    wait_until("the satellite says nothing", lambda: len(satellite.answers()) > before, 10)
    with wave.open(str(satellite.answers()[before]), "rb") as file:
        return file.getnframes() > file.getframerate() and any(file.readframes(file.getnframes()))


def _rule(house: House, rule: str | None) -> None:
    """Set what holds for words on their way from the bedroom to the internet."""
    satellite = house.home.satellite_entity("Bedroom")
    house.socket.ask("earshot/settings/set_rule", satellite=satellite, content="words", target="internet", rule=rule)


def _notices(house: House) -> list[str]:
    notices = house.socket.ask("persistent_notification/get")
    return [notice["message"] for notice in notices if AGENT in notice["message"]]


def _known(house: House) -> set[str]:
    return {item["utterance_id"] for item in house.socket.ask("earshot/utterances/list", limit=100)["items"]}


def _over(house: House, known: set[str]) -> list[dict[str, Any]]:
    items = house.socket.ask("earshot/utterances/list", limit=10)["items"]
    return [item for item in items if item["utterance_id"] not in known and item["outcome"] is not None]


def _chosen(house: House) -> str:
    return house.state(_select(house))


def _choose(house: House, pipeline: str) -> None:
    house.act("select.select_option", entity_id=_select(house), option=pipeline)


def _select(house: House) -> str:
    """Return the select by which the bedroom's satellite chooses its assistant."""
    registered = house.socket.ask("config/entity_registry/list")
    satellite = next(one for one in registered if one["entity_id"] == house.home.satellite_entity("Bedroom"))
    return next(
        str(one["entity_id"])
        for one in registered
        if one["device_id"] == satellite["device_id"] and str(one["unique_id"]).endswith("-pipeline")
    )
