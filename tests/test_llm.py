"""What a language model that may use tools gets to know of Earshot: nothing."""

from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers import entity_registry as er, llm
import pytest

from custom_components.earshot.const import DOMAIN
from tests.architecture.source_tree import INTEGRATION_MODULES
from tests.gate.house import House


def asking(language: str = "en") -> llm.LLMContext:
    return llm.LLMContext(
        platform="test", context=Context(), language=language, assistant="conversation", device_id=None
    )


async def tools_of(hass: HomeAssistant) -> dict[str, llm.APIInstance]:
    """Return what every interface of this home offers a model."""
    return {api.id: await llm.async_get_api(hass, api.id, asking()) for api in llm.async_get_apis(hass)}


async def test_no_tool_tells_an_agent_of_the_ledger(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    offered = await tools_of(hass)
    assert offered, "there is an interface to look at"
    for name, api in offered.items():
        assert DOMAIN not in api.api_prompt.lower(), name
        assert not [tool.name for tool in api.tools if DOMAIN in f"{tool.name} {tool.description}".lower()], name


async def test_the_reader_finds_what_somebody_exposes(hass: HomeAssistant, house: House) -> None:
    (ledger, *_) = [
        one.entity_id
        for one in er.async_entries_for_config_entry(er.async_get(hass), house.entry.entry_id)
        if one.domain == "sensor"
    ]
    async_expose_entity(hass, "conversation", ledger, should_expose=True)
    offered = await tools_of(hass)
    assert any(DOMAIN in api.api_prompt.lower() for api in offered.values())


@pytest.mark.parametrize("platform", ["llm", "intent"])
def test_there_is_no_platform_that_would_offer_one(platform: str) -> None:
    assert platform not in {module.part for module in INTEGRATION_MODULES}
