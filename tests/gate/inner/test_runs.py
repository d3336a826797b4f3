"""The same run past the gate and through it. Nothing that worked without the gate is lost, and all is entered."""

from typing import Any

from homeassistant.components import conversation, stt
from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType
from homeassistant.components.assist_pipeline.const import DATA_LAST_WAKE_UP
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.components.tts import async_get_stream
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers import entity_registry as er

from custom_components.earshot.assistants.plan import Assistant
from custom_components.earshot.models import EarKind, Outcome, Place, Stage
from tests.gate.house import House, add_satellite
from tests.gate.others import ANSWER, HEARD, Others

ENGINE_FIELDS = {"engine", "entity_id", "agent_id"}
OTHER_EVERY_TIME = {"pipeline", "conversation_id", "token", "url", "media_id", "satellite_id"}


async def plain_pipeline(hass: HomeAssistant, others: Others, **changes: Any) -> str:
    """Make a pipeline that leads to the engines past the gate."""
    settings = {
        "name": "Plain",
        "language": "en",
        "conversation_engine": others.agent.entity_id,
        "conversation_language": "en",
        "stt_engine": others.speech.entity_id,
        "stt_language": "en",
        "tts_engine": others.voice.entity_id,
        "tts_language": "en-GB",
        "tts_voice": None,
        "wake_word_entity": others.wake_word.entity_id,
        "wake_word_id": None,
    }
    pipeline = await hass.data[KEY_ASSIST_PIPELINE].pipeline_store.async_create_item(settings | changes)
    return pipeline.id


def comparable(events: list[PipelineEvent]) -> list[tuple[str, Any]]:
    """Take out of the events what must differ: the engine's id, and what is new in every run."""
    return [(event.type.value, _stripped(event.data)) for event in events]


def _stripped(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _stripped(value) for key, value in data.items() if key not in ENGINE_FIELDS | OTHER_EVERY_TIME}
    return [_stripped(value) for value in data] if isinstance(data, list) else data


async def test_a_run_through_the_gate_is_the_same_run(hass: HomeAssistant, house: House, others: Others) -> None:
    plain = await plain_pipeline(hass, others)
    past = await house.say(pipeline_id=plain, start=PipelineStage.WAKE_WORD, seconds=4)
    hass.data[DATA_LAST_WAKE_UP].clear()  # or it would be taken for the same wake word, heard twice
    through = await house.say(start=PipelineStage.WAKE_WORD, seconds=4)
    assert comparable(through) == comparable(past)
    await house.over()
    assert others.speech.calls == 2
    assert [said[0] for said in others.voice.said] == [ANSWER, ANSWER]


async def test_the_ledger_names_every_engine_and_what_it_got(hass: HomeAssistant, house: House, others: Others) -> None:
    await house.say(start=PipelineStage.WAKE_WORD, seconds=4)
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    assert [stage.stage for stage in utterance.stages] == list(Stage)
    named = {ear.kind: ear for ear in utterance.ears}
    assert named[EarKind.WAKE_WORD].label.startswith("Other wake word")
    assert named[EarKind.SPEECH_TO_TEXT].label.startswith("Other speech")
    assert named[EarKind.SPEECH_TO_TEXT].got.sound_bytes == others.speech.bytes
    assert named[EarKind.AGENT].got.words == len(HEARD.split())
    assert named[EarKind.TEXT_TO_SPEECH].got.words == len(ANSWER.split())
    # Nobody says where these engines are, so they are where the internet is.
    assert {named[kind].place for kind in (EarKind.SPEECH_TO_TEXT, EarKind.AGENT)} == {Place.UNKNOWN}
    assert utterance.left_house


async def test_the_wake_word_that_was_chosen_is_listened_for(hass: HomeAssistant, house: House, others: Others) -> None:
    store = hass.data[KEY_ASSIST_PIPELINE].pipeline_store
    changed = store.data[house.pipeline_id].to_json() | {"wake_word_id": "hey_you"}
    changed.pop("id")
    await store.async_update_item(house.pipeline_id, changed)
    await house.say(start=PipelineStage.WAKE_WORD, seconds=4)
    assert others.wake_word.asked_for == ["hey_you"]


async def test_the_agent_is_told_what_it_would_be_told_without_the_gate(
    hass: HomeAssistant, house: House, others: Others
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    await house.say(satellite_id=kitchen)
    (asked,) = others.agent.inputs
    assert (asked.text, asked.satellite_id, asked.agent_id) == (HEARD, kitchen, others.agent.entity_id)
    assert others.agent.history == ["system", "user"]  # the words are in the chat log once


async def test_a_conversation_that_goes_on_goes_on_through_the_gate(
    hass: HomeAssistant, house: House, others: Others
) -> None:
    others.agent.goes_on = True
    first = await house.say(conversation_id=None)
    ended = next(event.data for event in first if event.type is PipelineEventType.INTENT_END)
    assert ended is not None
    assert ended["intent_output"]["continue_conversation"] is True
    conversation_id = ended["intent_output"]["conversation_id"]
    await house.say(conversation_id=conversation_id)
    assert [asked.conversation_id for asked in others.agent.inputs] == [conversation_id] * 2
    assert others.agent.history == ["system", "user", "assistant", "user"]


async def test_sentences_of_the_home_come_first_where_a_pipeline_wants_that(
    hass: HomeAssistant, house: House, others: Others
) -> None:
    store = hass.data[KEY_ASSIST_PIPELINE].pipeline_store
    changed = store.data[house.pipeline_id].to_json() | {"prefer_local_intents": True}
    changed.pop("id")
    await store.async_update_item(house.pipeline_id, changed)
    await house.say()
    assert hass.states.is_state("input_boolean.hall_lamp", "on")
    assert others.agent.inputs == []
    utterance = await house.utterance()
    (agent,) = [ear for ear in utterance.ears if ear.kind is EarKind.AGENT]
    assert (agent.label, agent.place) == ("Home Assistant", Place.THIS_MACHINE)


async def test_a_long_answer_is_streamed_to_a_voice_that_streams(
    hass: HomeAssistant, house: House, others: Others
) -> None:
    beginning = "This is a long answer that is spoken while the agent still thinks about its end, "
    others.agent.pieces = (beginning, "as before ", "the gate.")
    await house.put_behind(others.engines | {Stage.TEXT_TO_SPEECH: others.streaming_voice.entity_id})
    events = await house.say()
    assert any((event.data or {}).get("tts_start_streaming") for event in events)
    output = next(event.data for event in events if event.type is PipelineEventType.TTS_END)
    assert output is not None
    stream = async_get_stream(hass, output["tts_output"]["token"])
    assert stream is not None
    assert b"as before" in b"".join([piece async for piece in stream.async_stream_result()])
    utterance = await house.utterance()
    (voice,) = [ear for ear in utterance.ears if ear.kind is EarKind.TEXT_TO_SPEECH]
    assert voice.got.words == len("".join(others.agent.pieces).split())


async def test_sound_of_another_form_is_measured_as_what_it_is(
    hass: HomeAssistant, house: House, others: Others, hass_client: Any
) -> None:
    """A direct call of the gate's recognizer, with sound that only the engine behind it takes."""
    client = await hass_client()
    form = "format=ogg; codec=opus; sample_rate=48000; bit_rate=16; channel=2; language=de-DE"
    answer = await client.post(
        "/api/stt/stt.earshot_speech_to_text", headers={"X-Speech-Content": form}, data=b"x" * 9000
    )
    assert (await answer.json())["text"] == HEARD
    assert others.speech.metadata is not None
    assert others.speech.metadata.codec is stt.AudioCodecs.OPUS
    (ear,) = [ear for ear in (await house.utterance()).ears if ear.kind is EarKind.SPEECH_TO_TEXT]
    assert (ear.got.sound_bytes, ear.got.sound_ms) == (9000, None)


async def test_an_engine_that_was_renamed_is_still_behind_the_gate(
    hass: HomeAssistant, house: House, others: Others
) -> None:
    """By its registry id, as the form of an assistant stores it."""
    registry = er.async_get(hass)
    entry = registry.async_get_or_create("conversation", "other", "agent", suggested_object_id="moved")
    await house.put_behind({Stage.CONVERSATION: entry.id})
    registry.async_update_entity(entry.entity_id, new_entity_id=f"{others.agent.entity_id}_2")
    await hass.async_block_till_done()
    gate = house.runtime.engines.agent
    (assistant,) = house.entry.subentries.values()
    assert gate(Assistant.of(assistant)).describe().label == "conversation.other_2"


async def test_typed_words_reach_the_agent_through_the_gate(hass: HomeAssistant, house: House, others: Others) -> None:
    result = await conversation.async_converse(hass, "Hello", None, Context(), agent_id="conversation.earshot_agent")
    assert result.response.speech["plain"]["speech"] == ANSWER
