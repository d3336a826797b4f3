"""Conversations that could be continued, with real ones."""

from homeassistant.components.conversation.chat_log import DATA_CHAT_LOGS
from homeassistant.core import HomeAssistant
from homeassistant.helpers.chat_session import CONVERSATION_TIMEOUT, DATA_CHAT_SESSION

from custom_components.earshot.traces.place import IN_USE
from custom_components.earshot.traces.traces import Traces
from tests.gate.house import House
from tests.traces.parrot import (
    LONG_OVER,
    STRANGER,
    forget,
    found,
    purge,
    said,
    said_long_before_the_restart,
    speaks_of_it,
)

PLACE = "chat_sessions"


async def test_a_conversation_is_found_with_its_end_and_gone_when_it_is_cleared(
    hass: HomeAssistant, parrot: House, traces: Traces
) -> None:
    assert speaks_of_it(hass.data[DATA_CHAT_LOGS])
    there = await found(traces, PLACE)
    assert there.count == 1
    assert there.since is not None
    assert there.until is not None
    assert there.until - there.since >= CONVERSATION_TIMEOUT
    assert (await purge(traces, PLACE)).count == 1
    assert not hass.data[DATA_CHAT_LOGS]
    assert not hass.data[DATA_CHAT_SESSION]


async def test_an_utterance_ends_its_own_conversation_and_no_other(parrot: House, traces: Traces) -> None:
    first = await said(parrot)
    await parrot.say()
    await parrot.over()
    assert (await forget(traces, PLACE, STRANGER, LONG_OVER)).count == 0
    assert (await forget(traces, PLACE, first)).count == 1
    assert (await found(traces, PLACE)).count == 1


async def test_an_utterance_that_only_the_ledger_knows_ends_the_conversations_of_its_time(
    hass: HomeAssistant, parrot: House, traces: Traces
) -> None:
    assert (await forget(traces, PLACE, await said_long_before_the_restart(parrot))).count == 1
    assert not hass.data[DATA_CHAT_LOGS]


async def test_a_conversation_in_which_somebody_speaks_is_left_and_said_to_be(
    hass: HomeAssistant, parrot: House, traces: Traces
) -> None:
    (conversation,) = hass.data[DATA_CHAT_SESSION].keys()
    parrot.host.gets_stuck = True
    run = parrot.speak_to(conversation_id=conversation)
    await parrot.host.stuck.wait()
    purged = await purge(traces, PLACE)
    assert (purged.count, purged.left, purged.why_not) == (0, 1, IN_USE)
    parrot.host.stopped.set()
    await run
    await parrot.over()
    assert (await purge(traces, PLACE)).count == 1


async def test_where_nothing_was_ever_said_there_is_nothing(hass: HomeAssistant, house: House, traces: Traces) -> None:
    assert DATA_CHAT_LOGS not in hass.data
    assert (await found(traces, PLACE)).count == 0
    assert (await purge(traces, PLACE)).left == 0
    assert (await forget(traces, PLACE, LONG_OVER)).count == 0
