"""One sentence through everything on this side: the home's names, the grammar, a voice, and back to the same words."""

from pathlib import Path

import audioop
from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest

from custom_components.earshot.grammar import build_grammar
from custom_components.earshot.host.voice_host.contract import VERDICT_ACCEPTED
from custom_components.earshot.host_link.environment import HostEnvironment
from custom_components.earshot.host_link.home import collect_names
from custom_components.earshot.host_link.host import VoiceHost
from tests.host_link.sounds import said, silence, stream

SENTENCE = "turn on the kitchen light"


@pytest.mark.usefixtures("sockets")
async def test_a_sentence_about_this_home_that_the_host_says_is_heard_by_it(
    hass: HomeAssistant, prepared_environment: HostEnvironment, models: Path
) -> None:
    assert await async_setup_component(hass, "homeassistant", {})
    hass.states.async_set("light.kitchen", "off", {"friendly_name": "Kitchen light"})
    async_expose_entity(hass, "conversation", "light.kitchen", True)
    host = VoiceHost(hass, prepared_environment, models)
    await host.start()
    await host.set_home(await hass.async_add_executor_job(build_grammar, "en", collect_names(hass)))
    speech = [s async for s in host.synthesize(said(SENTENCE), voice=None, speaker=None, language="en")]
    pcm = b"".join(sound.pcm for sound in speech)
    pcm, _ = audioop.ratecv(pcm, 2, 1, speech[0].rate, 16_000, None)
    heard = await host.transcribe(stream(silence(0.5) + pcm + silence(1)), language="en", satellite="kitchen")
    await host.stop()
    assert (heard.verdict, heard.text) == (VERDICT_ACCEPTED, SENTENCE)
