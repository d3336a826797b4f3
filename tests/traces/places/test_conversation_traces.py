"""The traces of conversations, with a real one."""

from homeassistant.components.conversation.trace import async_get_traces

from custom_components.earshot.traces.traces import Traces
from tests.gate.house import House, accepted
from tests.traces.parrot import (
    LONG_OVER,
    MARKER,
    STRANGER,
    forget,
    found,
    purge,
    speaks_of_it,
)

PLACE = "conversation_traces"


def kept() -> object:
    return [trace.as_dict() for trace in async_get_traces()]


async def ask_the_agent(house: House) -> None:
    """Say something that no sentence trigger takes: Assist asks the agent then, which is traced."""
    house.host.hears = accepted(f"how is the {MARKER}")
    await house.say()
    await house.over()


async def test_they_are_found_and_gone_when_they_are_cleared(parrot: House, traces: Traces) -> None:
    await ask_the_agent(parrot)
    assert speaks_of_it(kept())
    there = await found(traces, PLACE)
    assert there.count == len(async_get_traces()) > 0
    assert there.since is not None
    assert (await purge(traces, PLACE)).count == there.count
    assert not kept()


async def test_an_utterance_takes_them_with_it(parrot: House, traces: Traces) -> None:
    await ask_the_agent(parrot)
    assert (await forget(traces, PLACE, STRANGER, LONG_OVER)).count == 0
    newest, _ = await parrot.utterances()
    assert (await forget(traces, PLACE, parrot.runtime.gate.remembered.get(newest))).count
    assert not kept()


async def test_an_utterance_that_only_the_ledger_knows_takes_those_of_its_time(parrot: House, traces: Traces) -> None:
    await ask_the_agent(parrot)
    parrot.runtime.gate.remembered.drop([view.utterance_id for view in await parrot.utterances()])
    newest, _ = await parrot.utterances()
    assert (await forget(traces, PLACE, parrot.runtime.gate.remembered.get(newest))).count
    assert not kept()
