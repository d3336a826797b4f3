"""Traces of automations that a sentence set off, or that speak; in memory and in Home Assistant's storage."""

from typing import Any

from homeassistant.components.trace.const import DATA_TRACE, DATA_TRACE_STORE, DATA_TRACES_RESTORED
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component

from custom_components.earshot.traces.traces import Traces
from tests.gate.house import House
from tests.traces.parrot import (
    ANSWER,
    LONG_OVER,
    STRANGER,
    forget,
    found,
    purge,
    said,
    said_long_before_the_restart,
    speaks_of_it,
)

PLACE = "automation_traces"


def kept(hass: HomeAssistant) -> object:
    return [
        trace.as_extended_dict()["trace"]
        for buckets in hass.data[DATA_TRACE].values()
        for trace in buckets.all_traces()
    ]


async def save(hass: HomeAssistant) -> None:
    """Save the traces as Home Assistant does when it stops."""
    traces = {key: list(buckets.all_traces()) for key, buckets in hass.data[DATA_TRACE].items()}
    await hass.data[DATA_TRACE_STORE].async_save(traces)


async def test_a_trace_with_the_sentence_is_found_and_gone_when_it_is_cleared(
    hass: HomeAssistant, parrot: House, traces: Traces
) -> None:
    assert speaks_of_it(kept(hass))
    there = await found(traces, PLACE)
    assert there.count == 1
    assert there.since is not None
    assert (await purge(traces, PLACE)).count == 1
    assert not speaks_of_it(kept(hass))


async def test_an_utterance_takes_its_trace_with_it_and_no_other(
    hass: HomeAssistant, parrot: House, traces: Traces
) -> None:
    assert (await forget(traces, PLACE, STRANGER, LONG_OVER)).count == 0
    assert (await forget(traces, PLACE, await said(parrot))).count == 1
    assert not speaks_of_it(kept(hass))


async def test_an_utterance_that_only_the_ledger_knows_takes_the_traces_of_its_time(
    hass: HomeAssistant, parrot: House, traces: Traces
) -> None:
    assert (await forget(traces, PLACE, await said_long_before_the_restart(parrot))).count == 1
    assert not speaks_of_it(kept(hass))


async def test_a_trace_that_tells_what_was_to_be_spoken_is_found_and_one_that_tells_nothing_stays(
    hass: HomeAssistant, house: House, traces: Traces
) -> None:
    speak = {"action": "conversation.process", "data": {"text": ANSWER, "agent_id": "conversation.home_assistant"}}
    light = {"action": "input_boolean.turn_on", "target": {"entity_id": "input_boolean.hall_lamp"}}
    scripts = {"speak": {"sequence": [speak]}, "light": {"sequence": [light]}}
    assert await async_setup_component(hass, "script", {"script": scripts})
    await hass.services.async_call("script", "light", blocking=True)
    await hass.services.async_call("script", "speak", blocking=True)
    assert speaks_of_it(kept(hass))
    assert (await found(traces, PLACE)).count == 1
    assert (await purge(traces, PLACE)).count == 1
    assert not speaks_of_it(kept(hass))
    left = {key: len(list(buckets.all_traces())) for key, buckets in hass.data[DATA_TRACE].items()}
    assert left == {"script.light": 1, "script.speak": 0}


async def test_what_was_saved_before_a_restart_is_found_and_gone_from_the_storage(
    hass: HomeAssistant, hass_storage: dict[str, Any], parrot: House, traces: Traces
) -> None:
    await save(hass)
    assert speaks_of_it(hass_storage["trace.saved_traces"])
    hass.data[DATA_TRACE].clear()
    hass.data.pop(DATA_TRACES_RESTORED, None)
    assert (await found(traces, PLACE)).count == 1
    assert (await forget(traces, PLACE, STRANGER, LONG_OVER)).count == 0
    assert (await forget(traces, PLACE, await said_long_before_the_restart(parrot))).count == 1
    assert not speaks_of_it(hass_storage["trace.saved_traces"])
