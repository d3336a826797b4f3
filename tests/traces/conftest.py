"""A home in which a word is said and answered that stands nowhere else, so that it can be looked for."""

from collections.abc import AsyncIterator

from homeassistant.components.conversation.trace import async_clear_traces
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest

from custom_components.earshot.traces.traces import Traces
from tests.gate.house import House, accepted
from tests.traces.parrot import ANSWER, QUESTION


@pytest.fixture
async def parrot(hass: HomeAssistant, house: House) -> AsyncIterator[House]:
    """Let an automation answer a sentence, and somebody say that sentence to Earshot, once."""
    automation = {
        "id": "parrot",
        "alias": "Parrot",
        "triggers": [{"trigger": "conversation", "command": [QUESTION]}],
        "actions": [{"set_conversation_response": ANSWER}],
    }
    assert await async_setup_component(hass, "automation", {"automation": [automation]})
    await hass.async_block_till_done()
    house.host.hears = accepted(QUESTION)
    await house.say()
    await house.over()
    yield house
    async_clear_traces()  # they belong to the process, and not to a Home Assistant


@pytest.fixture
def traces(house: House) -> Traces:
    """The traces of the home's Earshot."""
    return house.runtime.traces
