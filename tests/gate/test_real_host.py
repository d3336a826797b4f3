"""The whole house with the real voice host: it speaks a command, hears it, and is killed under the next one."""

import asyncio
from collections.abc import AsyncIterator
import os
import signal

from homeassistant.components.assist_pipeline import PipelineEventType
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.components.conversation import HOME_ASSISTANT_AGENT
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant
import numpy as np
import pytest

from custom_components.earshot.host_link.environment import HostEnvironment
from custom_components.earshot.host_link.host import VoiceHost
from custom_components.earshot.models import EarKind, Outcome, Rule, RuleContent
from tests.gate.house import COMMAND, SECOND, House, earshot_entry, make_home

pytestmark = pytest.mark.usefixtures("prepared_environment")

PATIENCE = 60
"""Seconds for a real process to start, on a machine that does something else as well."""


@pytest.fixture
async def real_house(hass: HomeAssistant, prepared_environment: HostEnvironment) -> AsyncIterator[House]:
    """Give a home whose voice host is the real process, and knows the home."""
    await make_home(hass)
    entry = earshot_entry()
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    house = House(hass, entry)
    await until(lambda: house.runtime.host.grammar_built is not None)
    yield house
    assert entry.state is ConfigEntryState.LOADED
    await hass.config_entries.async_unload(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)


async def until(condition: object) -> None:
    """Wait for what a real process does in its own time."""
    assert callable(condition)
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - it is another process
            await asyncio.sleep(0.05)


async def said(text: str) -> AsyncIterator[str]:
    yield text


async def spoken(house: House, text: str) -> bytes:
    """Let the host say `text`, as 16 kHz sound between two silences."""
    pieces = [
        sound async for sound in house.runtime.host.synthesize(said(text), voice=None, speaker=None, language="en")
    ]
    samples = np.frombuffer(b"".join(piece.pcm for piece in pieces), dtype="<i2")
    at = np.arange(0, len(samples), pieces[0].rate / 16_000)
    heard: bytes = np.interp(at, np.arange(len(samples)), samples).astype("<i2").tobytes()
    return bytes(len(SECOND)) + heard + bytes(len(SECOND))


async def test_a_spoken_command_is_heard_done_answered_and_entered(hass: HomeAssistant, real_house: House) -> None:
    pcm = await spoken(real_house, COMMAND)
    await real_house.say(pcm=pcm)
    utterance = await real_house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    assert hass.states.is_state("input_boolean.kitchen_light", "on")
    enforced = real_house.runtime.host.report
    assert enforced is not None
    engines = {ear.kind: ear.place.value for ear in utterance.ears if ear.kind is not EarKind.STORAGE}
    host_place = "sandbox" if enforced.enforced else "this_machine"
    assert engines == {
        EarKind.MICROPHONE: "satellite",
        EarKind.SPEECH_TO_TEXT: host_place,
        EarKind.AGENT: "this_machine",
        EarKind.TEXT_TO_SPEECH: host_place,
    }


async def test_silence_is_a_false_wake(real_house: House) -> None:
    await real_house.say(pcm=bytes(2 * len(SECOND)))
    assert (await real_house.utterance()).outcome is Outcome.FALSE_WAKE


async def test_a_wake_word_that_does_not_come_in_time_is_no_utterance(real_house: House) -> None:
    events = await real_house.say(pcm=bytes(4 * len(SECOND)), start=PipelineStage.WAKE_WORD, wake_timeout=1)
    errors = [event.data["code"] for event in events if event.type is PipelineEventType.ERROR and event.data]
    assert errors == ["wake-word-timeout"]
    assert not await real_house.utterances()


async def test_a_host_that_is_killed_under_an_utterance_fails_it_and_the_next_one_works(
    hass: HomeAssistant, real_house: House
) -> None:
    pcm = await spoken(real_house, COMMAND)
    host = real_house.runtime.host
    assert isinstance(host, VoiceHost)
    run = real_house.speak_to(pcm=pcm, pace=0.01)
    await asyncio.sleep(0.3)
    assert host.pid is not None
    os.kill(host.pid, signal.SIGKILL)
    await run
    failed = await real_house.utterance()
    assert (failed.outcome, failed.code) == (Outcome.FAILED, "host_unavailable")
    assert hass.states.is_state("stt.earshot_speech_to_text", "unavailable")
    await until(lambda: host.available)
    await real_house.say(pcm=pcm)
    newest, _ = await real_house.utterances()
    assert newest.outcome is Outcome.ANSWERED


async def test_a_question_is_spoken_and_a_spoken_yes_sends_what_waited(hass: HomeAssistant, real_house: House) -> None:
    """Asked about Home Assistant's own agent, because it is there; a yes is no sentence of this home."""
    settings = real_house.runtime.settings
    await settings.set_rule(None, RuleContent.WORDS, HOME_ASSISTANT_AGENT, Rule.ASK, "Ada")
    events = await real_house.say(pcm=await spoken(real_house, COMMAND))
    data = {event.type: event.data or {} for event in events}
    assert data[PipelineEventType.TTS_START]["tts_input"] == "That needs another program on this machine. Send it?"
    conversation_id = data[PipelineEventType.RUN_START]["conversation_id"]
    assert hass.states.is_state("input_boolean.kitchen_light", "off")
    await real_house.say(pcm=await spoken(real_house, "Yes, please."), conversation_id=conversation_id)
    assert hass.states.is_state("input_boolean.kitchen_light", "on")
    yes, question = await real_house.utterances()
    assert question.outcome is yes.outcome is Outcome.ANSWERED
    assert EarKind.AGENT in {ear.kind for ear in question.ears}
    assert EarKind.AGENT not in {ear.kind for ear in yes.ears}
