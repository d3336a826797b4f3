"""The sentences that Home Assistant's agent remembers, with a real one."""

from homeassistant.components.conversation.agent_manager import get_agent_manager
from homeassistant.components.conversation.default_agent import DefaultAgent
from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.traces.traces import Traces
from tests.gate.house import COMMAND, House
from tests.traces.parrot import LONG_OVER, forget, found, purge

PLACE = "intent_cache"


def agent(hass: HomeAssistant) -> DefaultAgent:
    default = get_agent_manager(hass).default_agent
    assert default is not None
    return default


def remembers(hass: HomeAssistant) -> bool:
    return COMMAND in repr(agent(hass)._intent_cache.cache)


async def test_sentences_are_found_and_gone_when_they_are_cleared(
    hass: HomeAssistant, house: House, traces: Traces
) -> None:
    await house.say()
    assert remembers(hass)
    there = await found(traces, PLACE)
    assert there.count
    assert (await purge(traces, PLACE)).count == there.count
    assert not remembers(hass)
    await house.say()
    assert hass.states.is_state("input_boolean.kitchen_light", "on")


async def test_any_utterance_empties_it_because_it_knows_no_times(
    hass: HomeAssistant, house: House, traces: Traces
) -> None:
    await house.say()
    assert (await forget(traces, PLACE, LONG_OVER)).count
    assert not remembers(hass)


async def test_where_it_cannot_be_looked_at_home_assistants_own_way_clears_it(
    hass: HomeAssistant, house: House, traces: Traces, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.say()
    reloaded: list[str | None] = []

    async def reload(language: str | None = None) -> None:
        reloaded.append(language)

    monkeypatch.delattr(agent(hass), "_intent_cache")
    monkeypatch.setattr(agent(hass), "async_reload", reload)
    await purge(traces, PLACE)
    assert reloaded == [None]
