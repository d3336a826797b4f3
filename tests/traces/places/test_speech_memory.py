"""Spoken answers in memory, as anybody on the network could fetch them."""

import asyncio
from http import HTTPStatus

from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.earshot.traces.place import IN_USE
from custom_components.earshot.traces.traces import Traces
from tests.gate.house import House
from tests.traces.parrot import LONG_OVER, STRANGER, forget, found, purge, said, said_long_before_the_restart

PLACE = "speech_memory"


async def answered(house: House) -> str:
    """Let the same be said once more, and return the address of the answer."""
    (start,) = [event for event in await house.say() if event.type is PipelineEventType.RUN_START]
    await house.over()
    url: str = address(start)
    return url


def address(start: PipelineEvent) -> str:
    assert start.data is not None
    return str(start.data["tts_output"]["url"])


async def test_an_answer_can_be_fetched_by_anybody_until_it_is_cleared(
    parrot: House, traces: Traces, hass_client_no_auth: ClientSessionGenerator
) -> None:
    url = await answered(parrot)
    client = await hass_client_no_auth()
    assert (await client.get(url)).status == HTTPStatus.OK
    there = await found(traces, PLACE)
    assert there.count == 1
    assert there.size
    assert there.until is not None
    assert 240 < (there.until - dt_util.utcnow()).total_seconds() <= 300
    # Home Assistant's own way leaves the address open.
    assert (await purge(traces, PLACE)).count == 1
    assert (await client.get(url)).status == HTTPStatus.NOT_FOUND
    assert (await found(traces, PLACE)).count == 0


async def test_what_home_assistants_own_clearing_leaves_open_is_found(
    hass: HomeAssistant, parrot: House, traces: Traces, hass_client_no_auth: ClientSessionGenerator
) -> None:
    url = await answered(parrot)
    await hass.services.async_call("tts", "clear_cache", blocking=True)
    client = await hass_client_no_auth()
    assert (await client.get(url)).status == HTTPStatus.OK
    assert (await found(traces, PLACE)).count == 1
    await purge(traces, PLACE)
    assert (await client.get(url)).status == HTTPStatus.NOT_FOUND


async def test_an_utterance_takes_its_answer_with_it_and_no_other(
    parrot: House, traces: Traces, hass_client_no_auth: ClientSessionGenerator
) -> None:
    url = await answered(parrot)
    newest, _ = await parrot.utterances()
    client = await hass_client_no_auth()
    assert (await forget(traces, PLACE, STRANGER)).count == 0
    assert (await client.get(url)).status == HTTPStatus.OK
    assert (await forget(traces, PLACE, parrot.runtime.gate.remembered.get(newest))).count == 1
    assert (await client.get(url)).status == HTTPStatus.NOT_FOUND


async def test_an_utterance_that_only_the_ledger_knows_takes_what_was_spoken_since(
    parrot: House, traces: Traces
) -> None:
    assert (await forget(traces, PLACE, await said_long_before_the_restart(parrot))).count == 1
    assert (await found(traces, PLACE)).count == 0


async def test_an_answer_that_is_being_spoken_is_left_and_said_to_be(house: House, traces: Traces) -> None:
    begun = asyncio.Event()
    house.host.says = lambda _part: begun.set()
    run = house.speak_to()
    purged = None
    while purged is None or not purged.left:
        purged = await purge(traces, PLACE)
        assert purged.count == 0
        await asyncio.sleep(0)
    assert (purged.left, purged.why_not) == (1, IN_USE)
    await run
    await house.over()
    assert begun.is_set()
    assert (await forget(traces, PLACE, await said(house))).count == 1


async def test_what_is_long_over_leaves_the_answers_of_others(parrot: House, traces: Traces) -> None:
    assert (await forget(traces, PLACE, LONG_OVER)).count == 0
    assert (await found(traces, PLACE)).count == len(await parrot.utterances())
