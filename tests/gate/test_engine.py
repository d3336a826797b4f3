"""Engines are named as they were when they were asked."""

from dataclasses import replace

import pytest

from custom_components.earshot.gate.engine import home_assistant_agent, host_voice
from custom_components.earshot.models import EarKind, Evidence, Outcome, Place, Stage
from tests.gate.house import REPORT, House


async def test_the_voice_that_was_asked_for_is_named_and_not_the_default_one(house: House) -> None:
    host = house.runtime.host
    assert host_voice(host, None, "en").label == "voice (fallback)"
    assert host_voice(host, "fallback", "en").version == "3"
    other = host_voice(host, "en_GB-alba", "en")
    assert (other.label, other.version) == ("en_GB-alba", REPORT.version)


async def test_without_a_wall_everything_the_host_does_is_only_observed(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.host.report = replace(REPORT, enforced=False)
    await house.say()
    utterance = await house.utterance()
    of_host = [ear for ear in utterance.ears if ear.kind in {EarKind.SPEECH_TO_TEXT, EarKind.TEXT_TO_SPEECH}]
    assert {(ear.place, ear.evidence) for ear in of_host} == {(Place.THIS_MACHINE, Evidence.OBSERVED)}


async def test_what_an_agent_may_use_and_see_is_entered_with_it_where_it_is_known(house: House) -> None:
    flight = house.runtime.gate.take("Earshot")
    agent = replace(home_assistant_agent(), llm_apis=("Assist",), exposed_entities=42)
    for engine in (agent, replace(agent, stage=Stage.TEXT_TO_SPEECH, llm_apis=(), exposed_entities=None)):
        with flight.at_work(engine):
            pass
    await flight.finish(Outcome.ANSWERED, None)
    view = house.runtime.ledger.utterance(flight.utterance_id)
    assert view is not None
    told = {stage.stage: (stage.llm_apis, stage.exposed_entities) for stage in view.stages}
    assert told == {Stage.CONVERSATION: (("Assist",), 42), Stage.TEXT_TO_SPEECH: (None, None)}
