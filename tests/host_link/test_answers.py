"""What Home Assistant's own agent answers to sentences as the recogniser writes them: filled templates, no errors."""

from homeassistant.components import conversation
from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.components.intent import async_register_timer_handler
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers import area_registry as ar, device_registry as dr, entity_registry as er, intent
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.earshot.grammar import build_grammar
from custom_components.earshot.host_link.home import collect_names
from scripts.home import house
from scripts.home.names import HOME
from tests.grammar.sentences_of import draw, texts

COMPONENTS = ("homeassistant", "conversation", "intent", "light", "switch", "cover", "lock", "fan", "climate", "scene")
DRAWN = 150
"""Sentences that take some seconds to answer."""
WITH_NUMBERS = [
    "set the thermostat to twenty two degrees",
    "change the temperature to eighteen degrees",
    "set the temperature in the living room to twenty one degrees",
    "set the desk lamp to one hundred percent",
    "set the kitchen light brightness to forty five percent",
    "set the lights in the kitchen to seventy percent",
    "set the bathroom fan speed to thirty percent",
    "set the bedroom shutter to sixty percent",
    "set a timer for fifteen minutes",
    "set a five minute timer",
    "start a timer for forty five seconds",
    "set a timer for one hour",
]


@pytest.fixture
async def satellite(hass: HomeAssistant) -> dr.DeviceEntry:
    """Set up the demo home, and return a satellite in its living room that keeps timers."""
    for component in COMPONENTS:
        assert await async_setup_component(hass, component, {})
    assert await async_setup_component(hass, "template", {"template": house.template_entities()})
    await hass.async_block_till_done()
    areas, entities = ar.async_get(hass), er.async_get(hass)
    by_name = {state.name: state.entity_id for state in hass.states.async_all()}
    for thing in HOME.entities:
        if thing.domain == "scene":
            continue
        entity_id = by_name[thing.names[0]]
        area = areas.async_get_or_create(thing.area or "Hallway")
        entities.async_update_entity(entity_id, area_id=area.id)
        async_expose_entity(hass, conversation.DOMAIN, entity_id, should_expose=True)
    entry = MockConfigEntry()
    entry.add_to_hass(hass)
    devices = dr.async_get(hass)
    device = devices.async_get_or_create(config_entry_id=entry.entry_id, identifiers={("test", "satellite")})
    async_register_timer_handler(hass, device.id, lambda *_: None)
    found = devices.async_update_device(device.id, area_id=areas.async_get_or_create("Living Room").id)
    assert found
    return found


async def answer(hass: HomeAssistant, text: str, device: dr.DeviceEntry) -> intent.IntentResponse:
    result = await conversation.async_converse(hass, text, None, Context(), language="en", device_id=device.id)
    return result.response


@pytest.mark.parametrize("said", WITH_NUMBERS)
async def test_a_sentence_with_a_number_is_answered_without_an_error(
    hass: HomeAssistant, satellite: dr.DeviceEntry, said: str
) -> None:
    (text,) = texts(build_grammar("en", collect_names(hass)).jsgf, said)
    response = await answer(hass, text, satellite)
    assert response.response_type is intent.IntentResponseType.ACTION_DONE
    assert response.speech["plain"]["speech"]


async def test_every_sentence_of_the_home_is_understood_and_no_answer_breaks_off(
    hass: HomeAssistant, satellite: dr.DeviceEntry
) -> None:
    broken = {intent.IntentResponseErrorCode.NO_INTENT_MATCH, intent.IntentResponseErrorCode.UNKNOWN}
    responses = [
        (text, await answer(hass, text, satellite))
        for text in draw(build_grammar("en", collect_names(hass)).jsgf, DRAWN)
    ]
    assert not [text for text, response in responses if response.error_code in broken]
