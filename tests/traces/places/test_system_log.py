"""The list of errors in the settings, with a real error about an answer that could not be spoken."""

import logging

from homeassistant.components.system_log import DATA_SYSTEM_LOG
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest

from custom_components.earshot.errors import HostUnavailableError
from custom_components.earshot.traces.place import Said
from custom_components.earshot.traces.traces import Traces
from tests.gate.house import House
from tests.traces.parrot import ANSWER, LONG_AGO, forget, found, purge, said, speaks_of_it

PLACE = "system_log"


@pytest.fixture
async def records(hass: HomeAssistant, parrot: House) -> dict[object, object]:
    """Let an answer fail, and an error of somebody else's happen."""
    assert await async_setup_component(hass, "system_log", {})
    await parrot.runtime.traces.purge("speech_memory")
    await parrot.runtime.traces.purge("speech_files")
    parrot.host.speech_error = HostUnavailableError()
    await parrot.say()
    await parrot.over()
    logging.getLogger("homeassistant.components.light").error("The light is out")
    records: dict[object, object] = hass.data[DATA_SYSTEM_LOG].records
    return records


async def test_an_error_that_quotes_an_answer_is_found_and_gone_and_the_others_stay(
    traces: Traces, records: dict[object, object]
) -> None:
    texts = [entry.to_dict() for entry in records.values()]  # type: ignore[attr-defined]
    assert speaks_of_it(texts)
    there = await found(traces, PLACE)
    assert there.count
    assert there.since is not None
    assert (await purge(traces, PLACE)).count == there.count
    texts = [entry.to_dict() for entry in records.values()]  # type: ignore[attr-defined]
    assert not speaks_of_it(texts)
    assert "The light is out" in repr(texts)


async def test_an_utterance_takes_the_errors_since(
    parrot: House, traces: Traces, records: dict[object, object]
) -> None:
    newest, _ = await parrot.utterances()
    later = Said(utterance_id="2", since=newest.at.replace(year=2999), until=newest.at.replace(year=2999))
    assert (await forget(traces, PLACE, later)).count == 0
    assert (await forget(traces, PLACE, parrot.runtime.gate.remembered.get(newest))).count
    assert ANSWER not in repr([entry.to_dict() for entry in records.values()])  # type: ignore[attr-defined]


async def test_where_no_list_is_kept_there_is_nothing(parrot: House, traces: Traces) -> None:
    assert (await found(traces, PLACE)).count == 0
    assert (await said(parrot)).since > LONG_AGO
    assert (await forget(traces, PLACE, await said(parrot))).count == 0
