"""The debug view of Assist, with real runs."""

import asyncio

from hassil.recognize import RecognizeResult
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.components.conversation import ConversationInput
from homeassistant.components.conversation.agent_manager import get_agent_manager
from homeassistant.core import HomeAssistant

from custom_components.earshot.traces.place import IN_USE
from custom_components.earshot.traces.traces import Traces
from tests.gate.house import House, accepted
from tests.traces.parrot import (
    ANSWER,
    LONG_OVER,
    QUESTION,
    STRANGER,
    forget,
    found,
    purge,
    said,
    said_long_before_the_restart,
    speaks_of_it,
)

PLACE = "pipeline_debug"


def kept(hass: HomeAssistant) -> object:
    return {key: list(runs.values()) for key, runs in hass.data[KEY_ASSIST_PIPELINE].pipeline_debug.items()}


async def test_a_run_is_found_with_its_beginning_and_gone_when_it_is_cleared(
    hass: HomeAssistant, parrot: House, traces: Traces
) -> None:
    assert speaks_of_it(kept(hass))
    there = await found(traces, PLACE)
    assert (there.count, there.purgeable, there.until) == (1, True, None)
    assert there.since is not None
    assert abs((there.since - (await parrot.utterance()).at).total_seconds()) < 5
    assert (await purge(traces, PLACE)).count == 1
    assert not speaks_of_it(kept(hass))
    assert (await found(traces, PLACE)).count == 0


async def test_an_utterance_takes_its_own_run_with_it_and_no_other(
    hass: HomeAssistant, parrot: House, traces: Traces
) -> None:
    first = await said(parrot)
    await parrot.say()
    await parrot.over()
    assert (await forget(traces, PLACE, STRANGER, LONG_OVER)).count == 0
    assert (await forget(traces, PLACE, first)).count == 1
    assert (await found(traces, PLACE)).count == 1


async def test_an_utterance_that_only_the_ledger_knows_takes_the_runs_of_its_time(
    hass: HomeAssistant, parrot: House, traces: Traces
) -> None:
    assert (await forget(traces, PLACE, await said_long_before_the_restart(parrot))).count == 1
    assert not speaks_of_it(kept(hass))


async def test_a_run_that_goes_on_is_left_and_said_to_be(hass: HomeAssistant, house: House, traces: Traces) -> None:
    asked, answered = asyncio.Event(), asyncio.Event()

    async def think(_input: ConversationInput, _result: RecognizeResult) -> str:
        asked.set()
        await answered.wait()
        return ANSWER

    get_agent_manager(hass).register_trigger([QUESTION], think)
    house.host.hears = accepted(QUESTION)
    run = house.speak_to()
    await asked.wait()
    purged = await purge(traces, PLACE)
    assert (purged.count, purged.left, purged.why_not) == (0, 1, IN_USE)
    answered.set()
    await run
    assert (await purge(traces, PLACE)).count == 1
