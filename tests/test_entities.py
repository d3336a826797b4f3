"""What the entities tell Home Assistant of themselves."""

from homeassistant.components import conversation, stt
from homeassistant.components.conversation.agent_manager import async_get_agent
from homeassistant.components.homeassistant.exposed_entities import async_should_expose
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er, translation
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from tests.gate.house import House


async def test_the_wake_words_of_the_host_can_be_chosen(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "wake_word/info", "entity_id": "wake_word.earshot_wake_word"})
    words = (await client.receive_json())["result"]["wake_words"]
    assert words == [{"id": "hey_jarvis", "name": "Hey Jarvis", "phrase": "Hey Jarvis"}]


@pytest.mark.parametrize(
    ("rate", "language", "fits"), [(16_000, "en", True), (44_100, "en", False), (16_000, "xx", False)]
)
async def test_speech_to_text_takes_what_the_host_takes(
    hass: HomeAssistant,
    house: House,
    rate: int,
    language: str,
    fits: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    entity = stt.async_get_speech_to_text_entity(hass, "stt.earshot_speech_to_text")
    assert entity is not None
    metadata = stt.SpeechMetadata(
        language=language,
        format=stt.AudioFormats.WAV,
        codec=stt.AudioCodecs.PCM,
        bit_rate=stt.AudioBitRates.BITRATE_16,
        sample_rate=stt.AudioSampleRates(rate),
        channel=stt.AudioChannels.CHANNEL_MONO,
    )
    assert entity.check_metadata(metadata) is fits


async def test_the_gate_speaks_the_languages_of_the_agent_behind_it(hass: HomeAssistant, house: House) -> None:
    gate = async_get_agent(hass, "conversation.earshot_agent")
    behind = async_get_agent(hass, conversation.HOME_ASSISTANT_AGENT)
    assert gate is not None
    assert behind is not None
    assert gate.supported_languages == behind.supported_languages
    info = conversation.async_get_agent_info(hass, "conversation.earshot_agent")
    assert info is not None
    assert info.supports_streaming is False
    await gate.async_prepare("en")


async def test_every_entity_has_a_translated_name(hass: HomeAssistant, house: House) -> None:
    names = await translation.async_get_translations(hass, "en", "entity", {"earshot"})
    entries = er.async_entries_for_config_entry(er.async_get(hass), house.entry.entry_id)
    assert {entry.domain for entry in entries} >= {
        "button",
        "conversation",
        "event",
        "stt",
        "switch",
        "tts",
        "wake_word",
    }
    for entry in entries:
        key = f"component.earshot.entity.{entry.domain}.{entry.translation_key}.name"
        assert names[key] == entry.original_name


async def test_no_agent_is_let_at_an_entity_of_ours_unless_somebody_exposes_it(
    hass: HomeAssistant, house: House
) -> None:
    for entry in er.async_entries_for_config_entry(er.async_get(hass), house.entry.entry_id):
        assert not async_should_expose(hass, conversation.DOMAIN, entry.entity_id)
