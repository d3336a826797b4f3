"""Engines behind the gate that fail in every way: the run ends as without the gate, and the ledger tells why."""

import asyncio
from collections.abc import Callable
from typing import Any

from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.components.stt import SpeechResult, SpeechResultState
from homeassistant.components.stt.const import DATA_COMPONENT
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
import pytest

from custom_components.earshot.gate.inner import agent as agent_module, guarded_speech, guarded_voice
from custom_components.earshot.models import Outcome, Stage
from tests.gate.house import House
from tests.gate.others import HEARD, Others, OtherSpeech, hang

# Home Assistant logs what an engine raises, with or without the gate.
pytestmark = pytest.mark.usefixtures("others")


def raises() -> None:
    raise RuntimeError("broken")


def complains() -> None:
    raise HomeAssistantError("not today")


def garbage() -> Any:
    return 42


def code_of(events: list[PipelineEvent]) -> str | None:
    return next(((event.data or {}).get("code") for event in events if event.type is PipelineEventType.ERROR), None)


@pytest.fixture(autouse=True)
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait a minute for an engine that hangs."""
    monkeypatch.setattr(guarded_speech, "ANSWER_PATIENCE", 0.05)
    monkeypatch.setattr(guarded_voice, "ANSWER_PATIENCE", 0.05)
    monkeypatch.setattr(guarded_voice, "AGENT_PATIENCE", 0.05)
    monkeypatch.setattr(agent_module, "AGENT_PATIENCE", 0.05)


@pytest.mark.parametrize(
    ("stage", "trouble", "code", "pipeline_code"),
    [
        (Stage.SPEECH_TO_TEXT, raises, "unexpected", "stt-stream-failed"),
        (Stage.SPEECH_TO_TEXT, hang, "engine_silent", "stt-stream-failed"),
        (Stage.SPEECH_TO_TEXT, garbage, "engine_garbage", "stt-stream-failed"),
        (Stage.CONVERSATION, raises, "unexpected", "intent-failed"),
        # Home Assistant speaks such an error of an agent, so the person hears why.
        (Stage.CONVERSATION, hang, "engine_silent", None),
        # Home Assistant itself stumbles over such an answer.
        (Stage.CONVERSATION, garbage, "unexpected", "intent-failed"),
    ],
)
async def test_an_engine_that_fails_ends_the_run_and_is_named(  # noqa: PLR0913, PLR0917 - what goes in and what comes out
    house: House, others: Others, stage: Stage, trouble: Callable[[], Any], code: str, pipeline_code: str | None
) -> None:
    engine = others.speech if stage is Stage.SPEECH_TO_TEXT else others.agent
    engine.trouble = trouble
    async with asyncio.timeout(20):
        events = await house.say()
    assert code_of(events) == pipeline_code
    utterance = await house.utterance()
    assert (utterance.outcome, utterance.code) == (Outcome.FAILED, code)
    assert [done.status for done in utterance.stages if done.stage is stage] == [f"error:{code}"]


@pytest.mark.parametrize(
    ("trouble", "code"),
    [(raises, "unexpected"), (hang, "engine_silent"), (garbage, "engine_garbage"), (complains, "unexpected")],
    ids=["raises", "hangs", "garbage", "complains"],
)
@pytest.mark.parametrize("way", ["whole", "streaming"])
async def test_a_voice_that_fails_leaves_the_answer_unspoken_and_is_named(
    house: House, others: Others, way: str, trouble: Callable[[], Any], code: str
) -> None:
    voice = others.streaming_voice if way == "streaming" else others.voice
    await house.put_behind(others.engines | {Stage.TEXT_TO_SPEECH: voice.entity_id})
    voice.trouble = trouble
    async with asyncio.timeout(20):
        await house.say()
        utterance = await house.utterance()
    assert (utterance.outcome, utterance.code) == (Outcome.FAILED, code)
    assert utterance.stages[-1].stage is Stage.TEXT_TO_SPEECH


async def test_an_agent_that_complains_answers_with_its_complaint(house: House, others: Others) -> None:
    """Home Assistant makes an answer of such an error, and the ledger an error of such an answer."""
    others.agent.trouble = complains
    events = await house.say()
    assert code_of(events) is None
    utterance = await house.utterance()
    assert (utterance.outcome, utterance.code) == (Outcome.FAILED, "unknown")


async def test_a_recognizer_that_says_that_it_failed(house: House, others: Others) -> None:
    others.speech.state_of_result = SpeechResultState.ERROR
    others.speech.hears = None
    assert code_of(await house.say()) == "stt-stream-failed"
    assert (await house.utterance()).code == "engine_failed"


async def test_a_recognizer_that_hears_nothing_is_a_false_wake(house: House, others: Others) -> None:
    others.speech.hears = ""
    assert code_of(await house.say()) == "stt-no-text-recognized"
    assert (await house.utterance()).outcome is Outcome.FALSE_WAKE


@pytest.mark.parametrize(("trouble", "begun"), [(raises, 1), (garbage, 1)], ids=["raises", "garbage"])
async def test_a_wake_word_engine_that_fails_is_no_utterance(
    house: House, others: Others, trouble: Callable[[], Any], begun: int
) -> None:
    others.wake_word.trouble = trouble
    events = await house.say(start=PipelineStage.WAKE_WORD)
    assert code_of(events) == "wake-stream-failed"
    assert len(others.wake_word.asked_for) == begun
    assert await house.utterances() == ()


async def test_an_engine_that_disappears_in_the_middle_of_a_run(
    hass: HomeAssistant, house: House, others: Others
) -> None:
    async def hear_and_unload_the_agent() -> SpeechResult:
        await others.agent.async_remove()
        return SpeechResult(HEARD, SpeechResultState.SUCCESS)

    others.speech.trouble = hear_and_unload_the_agent
    await house.say()
    utterance = await house.utterance()
    assert (utterance.outcome, utterance.code) == (Outcome.FAILED, "engine_missing")


async def test_an_engine_that_was_exchanged_is_asked_in_its_new_form(
    hass: HomeAssistant, house: House, others: Others
) -> None:
    """As after a reload of its integration: another object of the same name."""
    await others.speech.async_remove()
    again = OtherSpeech()
    await hass.data[DATA_COMPONENT].async_add_entities([again])
    await hass.async_block_till_done()
    await house.say()
    assert (others.speech.calls, again.calls) == (0, 1)
    assert (await house.utterance()).outcome is Outcome.ANSWERED


async def test_earshot_that_is_reloaded_in_the_middle_of_a_run_closes_the_utterance(
    hass: HomeAssistant, house: House, others: Others
) -> None:
    others.agent.trouble = hang
    began = asyncio.Event()
    run = house.speak_to(on_event=lambda event: began.set() if event.type is PipelineEventType.INTENT_START else None)
    await began.wait()
    await hass.config_entries.async_reload(house.entry.entry_id)
    utterance = await house.utterance()
    assert (utterance.outcome, utterance.code) == (Outcome.CANCELLED, "unloaded")
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
